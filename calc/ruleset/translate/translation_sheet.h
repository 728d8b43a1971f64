// What a translator works with: a table of the texts to translate, out of the rule files and back into their text
// files.
//
//   Result<RuleTexts> texts = read_rule_texts(files);
//   std::string sheet = translation_sheet(*texts, {Language::sv});
//   // file,name,mark,fi,sv before,sv
//   // tax/credits.yaml,credit.title,3f09c1,Vähennys,,
//   Result<std::vector<SourceFile>> changed = apply_translation_sheet(files, {"sheet.csv", filled});
//
// A cell left empty changes nothing. `before` shows what stands there of an older text, or under a name that is gone;
// it is not read back, so that nothing counts as translated that nobody has written.
#pragma once

#include "calc/ruleset/translate/translations.h"

namespace ansio::ruleset {

struct RuleText {
  std::string file;  // seen from the manifest's folder
  std::string name;
  std::string mark;
  Texts texts;  // the text itself where a translation is missing
};

struct RuleTexts {
  Language own = Language::fi;
  std::vector<RuleText> all;           // file by file, in the order written
  std::vector<TranslationTask> tasks;  // what is left to do, in all languages
};

// E302 for a rule set that names no language of its own; else what cannot be read.
Result<RuleTexts> read_rule_texts(std::span<const SourceFile> files);

// A CSV table of the texts that are missing or outdated in one of the languages.
std::string translation_sheet(const RuleTexts& texts, std::span<const Language> languages);

// The text files that the filled sheet changes: entries are replaced where they stand, new ones come in the order of
// the rule file, superfluous ones of the sheet's languages go, all else stays as it is. Errors are places in the sheet:
// E502 for a text that is not there, E316 for one that has changed since the sheet was written, E203 for a {name} that
// the text does not have.
Result<std::vector<SourceFile>> apply_translation_sheet(std::span<const SourceFile> files, const SourceFile& sheet);

// An entry of a text file, in lines of at most 120 columns where the text has blanks to break it at.
std::string text_entry(const std::string& name, const std::string& mark, const std::string& text);

}  // namespace ansio::ruleset
