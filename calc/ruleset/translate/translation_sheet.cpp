// Writes the texts of a language as a sheet for translators, and takes it back.
#include "calc/ruleset/translate/translation_sheet.h"

#include <algorithm>
#include <tuple>

#include "calc/base/document/csv_reader.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/base/text/utf8.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/read/manifest.h"

namespace ansio::ruleset {
namespace {

constexpr std::size_t widest_line = 120;

std::string in_cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos)
    return std::string(text);
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"')
      cell += '"';
    cell += c;
  }
  return cell + '"';
}

const std::string& name_of(Language language) {
  static const std::array<std::string, language_count> names = [] {
    std::array<std::string, language_count> all;
    std::copy(language_names.begin(), language_names.end(), all.begin());
    return all;
  }();
  return names[static_cast<std::size_t>(language)];
}

// Whether YAML reads the characters as this text when nothing surrounds them.
bool is_plain(std::string_view text) {
  constexpr std::string_view signs = "!&*-?{}[],#|>@`\"'%:~ ";
  return !text.empty() && signs.find(text.front()) == std::string_view::npos && text.back() != ':' &&
         text.back() != ' ' && text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         text.find_first_of("\n\t\\") == std::string_view::npos && text != "null" && text != "Null" && text != "NULL";
}

std::string quoted(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      all += '\\';
    if (c == '\n')
      all += "\\n";
    else if (c == '\t')
      all += "\\t";
    else
      all += c;
  }
  return all + '"';
}

// Whether a block whose lines are joined by blanks gives the text back.
bool can_fold(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos &&
         text.find_first_of("\n\t") == std::string_view::npos;
}

std::string folded(std::string_view text) {
  constexpr std::string_view indent = "  ";
  std::string lines;
  std::string line(indent);
  std::size_t columns = indent.size();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t width = count_characters(word);
    if (columns > indent.size() && columns + 1 + width > widest_line) {
      lines += line + '\n';
      line = indent;
      columns = indent.size();
    }
    if (columns > indent.size()) {
      line += ' ';
      ++columns;
    }
    line += word;
    columns += width;
    begin = end + 1;
  }
  return lines + line + '\n';
}

// A text file as lines: its entries, and what stands between them under no name.
struct Block {
  std::string name;
  std::string lines;
};

bool is_between_entries(std::string_view line) {
  return line.empty() || line.front() == '\n' || line.front() == '\r' || line.front() == '#';
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

class TextFileEditor {
 public:
  TextFileEditor(SourceFile file, Diagnostics& diagnostics) : file_(std::move(file)) {
    Result<Document> document = read_yaml(file_.path, file_.text);
    if (!document) {
      diagnostics.insert(diagnostics.end(), document.diagnostics().begin(), document.diagnostics().end());
      return;
    }
    std::map<std::uint32_t, std::string> names;  // by line
    for (const auto& [key, text] : document->entries)
      if (!names.emplace(key.position.line, key.scalar.substr(0, key.scalar.rfind('@'))).second)
        report(diagnostics, Code::bad_syntax, key.position, "two texts stand in one line", key.scalar);
    std::uint32_t number = 0;
    bool within = false;
    for (std::string& line : lines_of(file_.text)) {
      const auto begins = names.find(++number);
      if (begins != names.end()) {
        blocks_.push_back({begins->second, std::move(line)});
        within = true;
      } else if (within && !is_between_entries(line)) {
        blocks_.back().lines += line;
      } else {
        within = false;
        blocks_.push_back({{}, std::move(line)});
      }
    }
    if (!blocks_.empty() && !blocks_.back().lines.ends_with('\n'))
      blocks_.back().lines += '\n';
  }

  void remove(const std::string& name) {
    blocks_.erase(
        std::remove_if(blocks_.begin(), blocks_.end(), [&](const Block& block) { return block.name == name; }),
        blocks_.end());
  }

  // `before`: the names that come before it in the rule file, the nearest last.
  void set(const std::string& name, std::string entry, std::span<const RuleText> before) {
    if (const auto known = find(name); known != blocks_.end()) {
      known->lines = std::move(entry);
      return;
    }
    for (std::size_t i = before.size(); i-- > 0;)
      if (const auto neighbour = find(before[i].name); neighbour != blocks_.end()) {
        blocks_.insert(neighbour + 1, {name, std::move(entry)});
        return;
      }
    const auto first =
        std::find_if(blocks_.begin(), blocks_.end(), [](const Block& block) { return !block.name.empty(); });
    blocks_.insert(first, {name, std::move(entry)});
  }

  [[nodiscard]] SourceFile file() const {
    SourceFile changed{file_.path, {}};
    for (const Block& block : blocks_)
      changed.text += block.lines;
    return changed;
  }
  [[nodiscard]] bool is_changed() const { return file().text != file_.text; }

 private:
  std::vector<Block>::iterator find(const std::string& name) {
    return std::find_if(blocks_.begin(), blocks_.end(), [&](const Block& block) { return block.name == name; });
  }

  SourceFile file_;
  std::vector<Block> blocks_;
};

RuleText rule_text(const NamedText& completed, const SourceFile& file, const Sources& sources) {
  RuleText text{sources.below_root(file), completed.name, {}, {}};
  for (std::size_t i = 0; i < language_names.size(); ++i)
    if (const Document* one = completed.text->find(language_names[i]))
      text.texts.by_language[i] = without_line_ends(one->scalar);
  text.mark = mark_of(without_line_ends(completed.text->entries.front().second.scalar));
  return text;
}

// A cell as a text: whoever fills a sheet leaves blanks and breaks lines where a text has neither.
std::string text_of_cell(std::string_view cell) {
  constexpr std::string_view blanks = " \t\r\n";
  std::string text;
  for (std::size_t begin = cell.find_first_not_of(blanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(cell.find_first_of("\t\r\n", begin), cell.size());
    std::string_view part = cell.substr(begin, end - begin);
    part.remove_suffix(part.size() - std::min(part.find_last_not_of(' ') + 1, part.size()));
    text += (text.empty() ? "" : " ") + std::string(part);
    begin = cell.find_first_not_of(blanks, end);
  }
  return text;
}

// "{amount}" of a translation that its text does not have: nothing would be put in its place. Empty when all are there.
std::string unknown_place(std::string_view text, std::string_view translation) {
  for (std::size_t begin = translation.find('{'); begin != std::string_view::npos;
       begin = translation.find('{', begin + 1)) {
    const std::size_t end = translation.find('}', begin);
    const std::string_view place = translation.substr(begin, end == std::string_view::npos ? end : end - begin + 1);
    if (text.find(place) == std::string_view::npos)
      return std::string(place);
  }
  return {};
}

// The columns of a sheet that are asked for by name.
struct SheetColumns {
  std::size_t file = 0, name = 0, mark = 0;
  std::vector<std::pair<Language, std::size_t>> languages;
};

std::optional<SheetColumns> find_columns(const CsvTable& sheet, Language own, const std::string& path,
                                         Diagnostics& diagnostics) {
  const auto place = [&](std::string_view column) {
    return static_cast<std::size_t>(std::find(sheet.header.begin(), sheet.header.end(), column) - sheet.header.begin());
  };
  SheetColumns columns{place("file"), place("name"), place("mark"), {}};
  for (int i = 0; i < language_count; ++i)
    if (const auto language = static_cast<Language>(i); language != own)
      if (const std::size_t column = place(name_of(language)); column < sheet.header.size())
        columns.languages.emplace_back(language, column);
  if (std::max({columns.file, columns.name, columns.mark}) < sheet.header.size() && !columns.languages.empty())
    return columns;
  report(diagnostics, Code::bad_table, {path, 1, 1}, "a sheet of translations lacks a column", {},
         "file, name, mark and one for each language");
  return std::nullopt;
}

// The text files that a sheet touches, each opened once.
class TextFileEditors {
 public:
  TextFileEditors(std::span<const SourceFile> files, const Sources& sources, Diagnostics& diagnostics)
      : files_(files), sources_(sources), diagnostics_(diagnostics) {}

  TextFileEditor& open(Language language, const std::string& rule_file) {
    const std::string path = sources_.root() + text_file_of(language, rule_file);
    const auto known = open_.find(path);
    if (known != open_.end())
      return known->second;
    SourceFile file{path, {}};
    for (const SourceFile& one : files_)
      if (normal_path(one.path) == path)
        file = one;
    return open_.emplace(path, TextFileEditor(std::move(file), diagnostics_)).first->second;
  }

  [[nodiscard]] std::vector<SourceFile> changed() const {
    std::vector<SourceFile> files;
    for (const auto& [path, editor] : open_)
      if (editor.is_changed())
        files.push_back(editor.file());
    return files;
  }

 private:
  std::span<const SourceFile> files_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::map<std::string, TextFileEditor> open_;
};

}  // namespace

Result<RuleTexts> read_rule_texts(std::span<const SourceFile> files) {
  const Sources sources(files);
  Diagnostics diagnostics;
  if (!sources.manifest())
    return Diagnostic{.code = Code::missing_key, .message = "there is no ruleset.yaml among the rule files"};
  std::vector<const SourceFile*> rule_files{sources.manifest()};
  rule_files.insert(rule_files.end(), sources.modules().begin(), sources.modules().end());
  std::optional<Translations> translations;
  RuleTexts texts;
  for (const SourceFile* file : rule_files) {
    Result<Document> document = read_yaml(file->path, file->text);
    diagnostics.insert(diagnostics.end(), document.diagnostics().begin(), document.diagnostics().end());
    if (!document)
      continue;
    if (file == sources.manifest()) {
      const std::optional<Language> own = language_of_rules(*document, diagnostics);
      if (!own) {
        report(diagnostics, Code::missing_key, {file->path, 1, 1}, "the rule set names no language of its own", {},
               "the key 'language'");
        return diagnostics;
      }
      texts.own = *own;
      translations.emplace(sources, *own, diagnostics);
    }
    for (const NamedText& one : translations->complete(*file, *document))
      texts.all.push_back(rule_text(one, *file, sources));
  }
  if (has_errors(diagnostics))
    return diagnostics;
  translations->finish();
  texts.tasks = translations->tasks();
  return texts;
}

std::string translation_sheet(const RuleTexts& texts, std::span<const Language> languages) {
  using Kind = TranslationTask::Kind;
  std::string sheet = "file,name,mark," + name_of(texts.own);
  for (const Language language : languages)
    sheet += ',' + name_of(language) + " before," + name_of(language);
  sheet += '\n';
  std::map<std::tuple<Language, std::string, std::string>, std::string> before;  // by file and name
  std::map<std::pair<Language, std::string>, std::string> gone;                  // by mark: texts that were renamed
  for (const TranslationTask& task : texts.tasks)
    if (task.kind == Kind::superfluous)
      gone.emplace(std::pair(task.language, task.mark), task.translation);
  for (const TranslationTask& task : texts.tasks) {
    if (task.kind == Kind::superfluous)
      continue;
    const auto renamed = gone.find(std::pair(task.language, task.mark));
    before.emplace(std::tuple(task.language, task.file, task.name),
                   task.kind == Kind::outdated || renamed == gone.end() ? task.translation : renamed->second);
  }
  for (const RuleText& text : texts.all) {
    std::string cells;
    bool wanted = false;
    for (const Language language : languages) {
      const auto task = before.find(std::tuple(language, text.file, text.name));
      wanted = wanted || task != before.end();
      cells += ',' + in_cell(task == before.end() ? text.texts.in(language) : task->second) + ',';
    }
    if (wanted)
      sheet += in_cell(text.file) + ',' + text.name + ',' + text.mark + ',' + in_cell(text.texts.in(texts.own)) +
               cells + '\n';
  }
  return sheet;
}

Result<std::vector<SourceFile>> apply_translation_sheet(std::span<const SourceFile> files, const SourceFile& sheet) {
  Result<RuleTexts> texts = read_rule_texts(files);
  if (!texts)
    return std::move(texts).diagnostics();
  const Result<CsvTable> table = read_csv(sheet.path, sheet.text);
  if (!table)
    return table.diagnostics();
  Diagnostics diagnostics;
  const std::optional<SheetColumns> columns = find_columns(*table, texts->own, sheet.path, diagnostics);
  if (!columns)
    return diagnostics;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  std::map<std::string, std::size_t> first_of_file;
  for (std::size_t i = 0; i < texts->all.size(); ++i) {
    places.emplace(std::pair(texts->all[i].file, texts->all[i].name), i);
    first_of_file.emplace(texts->all[i].file, i);
  }
  const Sources sources(files);
  TextFileEditors editors(files, sources, diagnostics);
  for (const CsvRow& row : table->rows) {
    const std::string& file = row.cells[columns->file];
    const std::string& name = row.cells[columns->name];
    const auto place = places.find(std::pair(file, name));
    if (place == places.end()) {
      report(diagnostics, Code::unknown_variable, row.position, "the rule files have no such text", file + ": " + name);
      continue;
    }
    const RuleText& text = texts->all[place->second];
    const std::size_t first = first_of_file[file];
    for (const auto& [language, column] : columns->languages) {
      const std::string translation = text_of_cell(row.cells[column]);
      if (translation.empty())
        continue;
      if (row.cells[columns->mark] != text.mark) {
        report(diagnostics, Code::outdated_translation, row.position,
               "the text has changed since the sheet was written: " + text.texts.in(texts->own), name);
        break;
      }
      if (const std::string place_name = unknown_place(text.texts.in(texts->own), translation); !place_name.empty()) {
        report(diagnostics, Code::unknown_name, row.position,
               "the text has no such place to put something in: " + text.texts.in(texts->own), place_name);
        continue;
      }
      editors.open(language, file)
          .set(name, text_entry(name, text.mark, translation),
               std::span(texts->all).subspan(first, place->second - first));
    }
  }
  for (const TranslationTask& task : texts->tasks)
    if (task.kind == TranslationTask::Kind::superfluous && !task.name.empty() &&
        std::any_of(columns->languages.begin(), columns->languages.end(),
                    [&](const auto& one) { return one.first == task.language; }))
      editors.open(task.language, task.file).remove(task.name);
  if (has_errors(diagnostics))
    return diagnostics;
  return editors.changed();
}

std::string text_entry(const std::string& name, const std::string& mark, const std::string& text) {
  const std::string key = name + '@' + mark + ": ";
  const std::string value = is_plain(text) ? text : quoted(text);
  if (count_characters(key) + count_characters(value) <= widest_line || !can_fold(text))
    return key + value + '\n';
  return key + ">-\n" + folded(text);
}

}  // namespace ansio::ruleset
