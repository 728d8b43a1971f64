// Reads enumerations, their members and titles.
#include "calc/ruleset/declare/enums.h"

#include <algorithm>

#include "calc/ruleset/declare/texts.h"

namespace ansio::ruleset {
namespace {

constexpr std::size_t most_members = 4096;

void add_member(Enumeration& enumeration, std::string name, Texts title, const Position& where, Draft& draft) {
  if (std::find(enumeration.members.begin(), enumeration.members.end(), name) != enumeration.members.end()) {
    report(draft.diagnostics, Code::bad_table, where, "a member of an enum stands twice", std::move(name));
    return;
  }
  if (enumeration.members.size() == most_members) {
    report(draft.diagnostics, Code::too_large, where, "an enum has at most 4096 members");
    return;
  }
  enumeration.members.push_back(std::move(name));
  enumeration.member_titles.push_back(std::move(title));
}

void read_members(const Document& members, Enumeration& enumeration, Draft& draft) {
  if (!members.is_map() || members.entries.empty()) {
    report(draft.diagnostics, Code::wrong_kind, members.position, "members are a map from names to texts",
           describe(members), "a map such as {single: {fi: …}}");
    return;
  }
  for (const auto& [key, texts] : members.entries)
    if (const std::optional<std::string> name = read_name(key, "a member of an enum", draft.diagnostics))
      add_member(enumeration, *name, read_texts(texts, "a member", draft.diagnostics), key.position, draft);
}

// The names in a column are the texts, too, unless another column has them in another language.
void read_member_column(Fields& fields, const Document& file, const ModuleContext& module, Enumeration& enumeration,
                        Draft& draft) {
  const Document* column_name = fields.require("column");
  const Document* titles = fields.take("titles");
  const CsvTable* table = draft.tables.open(module.file, file, draft.diagnostics);
  if (!table || !column_name)
    return;
  const std::optional<std::size_t> column = find_column(*table, *column_name, draft.diagnostics);
  std::array<std::optional<std::size_t>, language_count> title_columns{};
  if (titles) {
    Fields languages(*titles, titles->position, "titles", draft.diagnostics);
    for (std::size_t i = 0; i < language_names.size(); ++i)
      if (const Document* title = languages.take(language_names[i]))
        title_columns[i] = find_column(*table, *title, draft.diagnostics);
    languages.finish();
  }
  if (!column)
    return;
  for (const CsvRow& row : table->rows) {
    const std::string& name = row.cells[*column];
    if (name.empty()) {
      report(draft.diagnostics, Code::bad_table, row.position,
             "a row without a name in the column of an enum's members");
      continue;
    }
    Texts title;
    for (std::size_t i = 0; i < language_names.size(); ++i)
      title.by_language[i] =
          title_columns[i] && !row.cells[*title_columns[i]].empty() ? row.cells[*title_columns[i]] : name;
    add_member(enumeration, name, std::move(title), row.position, draft);
  }
}

void read_enum(const Document& key, const Document& value, const ModuleContext& module, Draft& draft) {
  const std::optional<std::string> name = read_name(key, "the name of an enum", draft.diagnostics);
  Fields fields(value, key.position, "an enum", draft.diagnostics);
  if (!fields.is_map() || !name)
    return;
  if (find_enumeration(draft.rules, *name) || *name == "boolean" || *name == "month") {
    report(draft.diagnostics, Code::duplicate_module, key.position, "the name of an enum is in use already", *name);
    return;
  }
  Enumeration enumeration;
  enumeration.name = *name;
  enumeration.title = require_texts(fields, "title", draft.diagnostics);
  if (const Document* file = fields.take("file"))
    read_member_column(fields, *file, module, enumeration, draft);
  else if (const Document* members = fields.require("members"))
    read_members(*members, enumeration, draft);
  fields.finish();
  draft.rules.enums.push_back(std::move(enumeration));
}

}  // namespace

void read_enums(const Document& section, const ModuleContext& module, Draft& draft) {
  if (!section.is_map()) {
    report(draft.diagnostics, Code::wrong_kind, section.position, "enums are a map from names to enums",
           describe(section), "a map");
    return;
  }
  for (const auto& [key, value] : section.entries)
    read_enum(key, value, module, draft);
}

}  // namespace ansio::ruleset
