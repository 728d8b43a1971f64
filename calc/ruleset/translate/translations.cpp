// Names and marks the texts of rule files, tells which translations are missing, superfluous or outdated, and puts the
// others into the documents.
#include "calc/ruleset/translate/translations.h"

#include <algorithm>

#include "calc/base/document/yaml_reader.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/model/fingerprint.h"

namespace ansio::ruleset {
namespace {

constexpr std::string_view text_keys[] = {"title", "says", "question", "why", "deadline", "attachment", "note"};
constexpr std::string_view sections[] = {"parameters", "inputs", "rules", "unsupported", "contradictions", "notices"};

Document* find(Document& map, std::string_view key) {
  const auto entry = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const DocumentEntry& one) { return one.first.scalar == key; });
  return entry == map.entries.end() ? nullptr : &entry->second;
}

// The texts of one thing that a rule file declares, in the order written.
void add_texts(const std::string& name, Document& thing, std::vector<NamedText>& texts) {
  for (auto& [key, value] : thing.entries) {
    if (std::find(std::begin(text_keys), std::end(text_keys), key.scalar) != std::end(text_keys))
      texts.push_back({name + key.scalar, &value});
    if (key.scalar == "readings")
      for (auto& [reading, told] : value.entries)
        for (const std::string_view text : {"says", "settled_by"})
          if (Document* words = find(told, text))
            texts.push_back({name + "readings." + reading.scalar + '.' + std::string(text), words});
    if (key.scalar == "values")
      for (auto& [date, dated] : value.entries)
        if (Document* note = find(dated, "note"))
          texts.push_back({name + date.scalar + ".note", note});
  }
}

void add_all(std::string_view prefix, Document& map, std::vector<NamedText>& texts) {
  for (auto& [key, value] : map.entries)
    texts.push_back({std::string(prefix) + key.scalar, &value});
}

void add_enums(Document& enums, std::vector<NamedText>& texts) {
  for (auto& [key, value] : enums.entries) {
    const std::string name = "enums." + key.scalar + '.';
    add_texts(name, value, texts);
    if (Document* members = find(value, "members"))
      add_all(name, *members, texts);
  }
}

Document scalar(std::string text, const Position& position) {
  Document document;
  document.kind = Document::Kind::scalar;
  document.scalar = std::move(text);
  document.position = position;
  return document;
}

constexpr std::string_view text_folder = "texts/";

}  // namespace

std::vector<NamedText> texts_of(Document& document) {
  std::vector<NamedText> texts;
  for (auto& [key, value] : document.entries) {
    if (key.scalar == "title")
      texts.push_back({"title", &value});
    else if (key.scalar == "recipients" || key.scalar == "authorities")
      add_all(key.scalar + '.', value, texts);
    else if (key.scalar == "enums")
      add_enums(value, texts);
    else if (std::find(std::begin(sections), std::end(sections), key.scalar) != std::end(sections))
      for (auto& [name, thing] : value.entries)
        add_texts(name.scalar + '.', thing, texts);
  }
  return texts;
}

// The last 24 bits: each is a one-to-one function of the state before it, so that one letter more or other shows.
std::string mark_of(std::string_view text) {
  return to_hex(fingerprint(text)).substr(26);
}

std::string text_file_of(Language language, std::string_view rule_file) {
  std::string path(text_folder);
  path += language_names[static_cast<std::size_t>(language)];
  path += '/';
  path += rule_file;
  return path;
}

Translations::Translations(const Sources& sources, Language own, Diagnostics& diagnostics)
    : sources_(sources), own_(own), diagnostics_(diagnostics) {
  for (const SourceFile* file : sources.texts())
    read_file(*file);
}

void Translations::read_file(const SourceFile& file) {
  const std::string below = sources_.below_root(file).substr(text_folder.size());
  const std::string_view folder = std::string_view(below).substr(0, below.find('/'));
  const auto language = std::find(language_names.begin(), language_names.end(), folder);
  if (language == language_names.end() || language_names[static_cast<std::size_t>(own_)] == folder ||
      folder.size() == below.size()) {
    report(diagnostics_, Code::superfluous_translation, {file.path, 1, 1}, "texts of no other language of the rule set",
           std::string(folder), "texts/, the name of a language, and the path of a rule file");
    return;
  }
  TextFile texts;
  texts.path = file.path;
  Result<Document> document = read_yaml(file.path, file.text);
  diagnostics_.insert(diagnostics_.end(), document.diagnostics().begin(), document.diagnostics().end());
  if (document) {
    texts.document = std::move(*document);
    if (texts.document.kind != Document::Kind::map && texts.document.kind != Document::Kind::null)
      report(diagnostics_, Code::wrong_kind, texts.document.position, "a text file is a map from names to texts",
             describe(texts.document), "a map");
  }
  auto& of_language = files_[static_cast<std::size_t>(language - language_names.begin())];
  TextFile& kept = of_language.emplace(below.substr(folder.size() + 1), std::move(texts)).first->second;
  for (const auto& [key, text] : kept.document.entries) {
    const std::size_t at = std::min(key.scalar.rfind('@'), key.scalar.size());
    const bool marked = at < key.scalar.size();
    if (!marked)
      report(diagnostics_, Code::wrong_kind, key.position, "the name of a text without the mark of what was translated",
             key.scalar, key.scalar + "@ and six digits, as `ansio check --texts` shows them");
    else if (!text.is_scalar() || text.scalar.empty())
      report(diagnostics_, Code::wrong_kind, key.position, "a text is expected here", describe(text), "a text");
    TranslationEntry entry{marked ? key.scalar.substr(at + 1) : std::string(), key.position, &text, !marked};
    const auto [same, is_new] = kept.entries.emplace(key.scalar.substr(0, at), std::move(entry));
    if (!is_new)
      report(diagnostics_, Code::duplicate_key, key.position,
             "the text stands in line " + std::to_string(same->second.position.line) + " already", key.scalar);
  }
}

std::vector<NamedText> Translations::complete(const SourceFile& file, Document& document) {
  std::vector<NamedText> texts = texts_of(document);
  for (const NamedText& one : texts)
    if (one.text->is_map())
      report(diagnostics_, Code::wrong_kind, one.text->position,
             "a text of these rules stands in their own language alone", "a map",
             "a text; its translations stand under texts/");
  texts.erase(std::remove_if(texts.begin(), texts.end(), [](const NamedText& one) { return one.text->is_map(); }),
              texts.end());
  for (const NamedText& one : texts) {
    Document map;
    map.kind = Document::Kind::map;
    map.position = one.text->position;
    map.entries.push_back(
        {scalar(std::string(language_names[static_cast<std::size_t>(own_)]), map.position), std::move(*one.text)});
    *one.text = std::move(map);
  }
  const std::string below = sources_.below_root(file);
  for (std::size_t i = 0; i < language_names.size(); ++i)
    if (static_cast<Language>(i) != own_)
      complete_in(static_cast<Language>(i), below, texts);
  return texts;
}

void Translations::complete_in(Language language, const std::string& file, const std::vector<NamedText>& texts) {
  auto& of_language = files_[static_cast<std::size_t>(language)];
  const auto found = of_language.find(file);
  TextFile* const translated = found == of_language.end() ? nullptr : &found->second;
  if (translated)
    translated->used = true;
  for (const NamedText& one : texts) {
    const Document& own = one.text->entries.front().second;
    const std::string text = without_line_ends(own.scalar);
    TranslationTask task{
        TranslationTask::Kind::missing, language, file, one.name, mark_of(text), text, {}, own.position,
        translated != nullptr};
    Document value = own;
    const auto entry = translated ? translated->entries.find(one.name) : decltype(translated->entries.end()){};
    if (translated && entry != translated->entries.end()) {
      entry->second.used = true;
      value = *entry->second.text;
      if (entry->second.mark != task.mark && !entry->second.mark.empty() && !text.empty()) {
        task.kind = TranslationTask::Kind::outdated;
        task.translation = value.scalar;
        task.position = entry->second.position;
        tasks_.push_back(std::move(task));
      }
    } else if (!text.empty()) {
      tasks_.push_back(std::move(task));
    }
    one.text->entries.push_back(
        {scalar(std::string(language_names[static_cast<std::size_t>(language)]), value.position), std::move(value)});
  }
  if (translated)
    for (const auto& [name, entry] : translated->entries)
      if (!entry.used)
        tasks_.push_back({TranslationTask::Kind::superfluous,
                          language,
                          file,
                          name,
                          entry.mark,
                          {},
                          entry.text->scalar,
                          entry.position,
                          true});
}

void Translations::finish() {
  for (std::size_t i = 0; i < files_.size(); ++i)
    for (const auto& [path, file] : files_[i])
      if (!file.used)
        tasks_.push_back({TranslationTask::Kind::superfluous,
                          static_cast<Language>(i),
                          path,
                          {},
                          {},
                          {},
                          {},
                          {file.path, 1, 1},
                          true});
}

void report_tasks(const std::vector<TranslationTask>& tasks, Diagnostics& diagnostics) {
  std::string reported;  // the text file that is missing as a whole
  for (const TranslationTask& task : tasks) {
    const std::string path = text_file_of(task.language, task.file);
    const std::string entry = task.name + '@' + task.mark;
    const std::string language(language_names[static_cast<std::size_t>(task.language)]);
    switch (task.kind) {
      case TranslationTask::Kind::missing:
        if (task.has_file)
          report(diagnostics, Code::missing_translation, task.position, "the text is missing in " + language, task.text,
                 "'" + entry + ": …' in " + path);
        else if (path != reported)
          report(diagnostics, Code::missing_translation, {task.position.file, 1, 1},
                 "no text of the file is there in " + language, {}, path);
        reported = task.has_file ? std::string() : path;
        break;
      case TranslationTask::Kind::outdated:
        report(diagnostics, Code::outdated_translation, task.position,
               "the text has changed since it was translated: " + task.text, task.translation, entry);
        break;
      case TranslationTask::Kind::superfluous:
        report(
            diagnostics, Code::superfluous_translation, task.position,
            task.name.empty() ? "texts of a rule file that is not there" : "a translation of no text of " + task.file,
            task.name.empty() ? task.file : task.name);
        break;
    }
  }
}

}  // namespace ansio::ruleset
