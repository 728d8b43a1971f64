// The texts of rule files in the other languages of the rule set.
//
// A rule set that says `language: fi` writes its texts once, as plain strings in that language. Every other language
// has a folder beside the rules, and in it a file of the same path for each rule file:
//
//   tax/credits.yaml            rules: {credit: {title: Vähennys, says: …}}
//   texts/en/tax/credits.yaml   credit.title@3f09c1: Credit
//                               credit.says@77ab02: …
//
// A text is called by where it stands: `title`, `credit.title`, `rate.2026-01.note`, `enums.kind.title`,
// `enums.kind.single`, `recipients.office`. The mark after `@` is taken of the text that was translated, so that a text
// that has changed since shows. Translations are put into the documents before these are read: whatever reads a rule
// file finds a map from language to text, whichever way it was written.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calc/base/document/document.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::ruleset {

// A text of a rule file or manifest: what it is called, and where it stands.
struct NamedText {
  std::string name;
  Document* text = nullptr;
};

// In the order of the file; `document` must outlive them.
std::vector<NamedText> texts_of(Document& document);

// Six hex digits. A change of one letter always changes them.
std::string mark_of(std::string_view text);

// What is left to do in one language: a text without a translation, one whose translation is of an older text, or a
// translation of nothing.
struct TranslationTask {
  enum class Kind : std::uint8_t { missing, outdated, superfluous };
  Kind kind = Kind::missing;
  Language language = Language::fi;
  std::string file;         // the rule file, seen from the manifest's folder
  std::string name;         // of the text
  std::string mark;         // of the text now; of a superfluous translation: its own
  std::string text;         // to be translated
  std::string translation;  // what stands there, when something does
  Position position;        // the text, or the entry in the text file
  bool has_file = true;     // whether the language has a file for this rule file at all
};

// An entry of a text file: "credit.title@3f09c1: Credit".
struct TranslationEntry {
  std::string mark;
  Position position;
  const Document* text = nullptr;
  bool used = false;
};

class Translations {
 public:
  // Reads every text file of the sources; entries that are no texts or have no mark are reported.
  Translations(const Sources& sources, Language own, Diagnostics& diagnostics);

  // Makes each text of a rule file a map from language to text, with the text itself where a translation is missing.
  // Returns the texts by name. E303 for one that is a map already.
  std::vector<NamedText> complete(const SourceFile& file, Document& document);

  // Text files that belong to no rule file. Call it after the last one is complete.
  void finish();

  // What complete and finish found, rule file by rule file, language by language.
  [[nodiscard]] const std::vector<TranslationTask>& tasks() const { return tasks_; }

 private:
  struct TextFile {
    std::string path;
    Document document;
    std::map<std::string, TranslationEntry, std::less<>> entries;
    bool used = false;
  };
  // By language, by the path of the rule file.
  using TextFiles = std::array<std::map<std::string, TextFile, std::less<>>, language_count>;

  void read_file(const SourceFile& file);
  void complete_in(Language language, const std::string& file, const std::vector<NamedText>& texts);

  const Sources& sources_;
  Language own_;
  Diagnostics& diagnostics_;
  TextFiles files_;
  std::vector<TranslationTask> tasks_;
};

// Each task as an error: E304 where a translation is missing (once when a whole file is), E316 where it is outdated,
// E315 where it belongs to nothing.
void report_tasks(const std::vector<TranslationTask>& tasks, Diagnostics& diagnostics);

// The path of the text file, seen from the manifest's folder: "texts/en/tax/credits.yaml".
std::string text_file_of(Language language, std::string_view rule_file);

}  // namespace ansio::ruleset
