// Reads the manifest: languages, months of the law, units, recipients.
#include "calc/ruleset/read/manifest.h"

#include <algorithm>

#include "calc/base/limits/limits.h"
#include "calc/language/tree/unit.h"
#include "calc/ruleset/declare/texts.h"

namespace ansio::ruleset {
namespace {

constexpr std::size_t most_units = Unit::capacity - Unit::first_declared;
bool is_unit_name(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && letter(text[0]) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void read_unit_declaration(const Document& key, const Document& value, Draft& draft) {
  Fields fields(value, key.position, "a base unit", draft.diagnostics);
  const Document* symbol = fields.require("symbol");
  const Document* decimals = fields.require("decimals");
  fields.finish();
  BaseUnit unit{key.scalar, {}, 2};
  if (symbol)
    unit.symbol = read_text(*symbol, draft.diagnostics).value_or("");
  if (decimals)
    unit.decimals = read_whole_number(*decimals, draft.diagnostics).value_or(2);
  if (!is_unit_name(key.scalar))
    report(draft.diagnostics, Code::bad_unit, key.position, "the name of a unit is letters and digits", key.scalar);
  else if (find_base_unit(key.scalar, {}))
    report(draft.diagnostics, Code::bad_unit, key.position, "the language has the unit already", key.scalar);
  else if (draft.rules.units.size() == most_units)
    report(draft.diagnostics, Code::bad_unit, key.position, "a rule set declares at most seven base units");
  else if (unit.decimals < 0 || unit.decimals > most_declared_decimals)
    report(draft.diagnostics, Code::wrong_kind, decimals->position, "too many decimals", decimals->scalar, "0 to 12");
  else
    draft.rules.units.push_back(std::move(unit));
}

void read_languages(const Document& languages, Draft& draft) {
  bool all = languages.is_list() && languages.items.size() == language_names.size();
  for (std::size_t i = 0; all && i < language_names.size(); ++i)
    all = languages.items[i].scalar == language_names[i];
  if (!all)
    report(draft.diagnostics, Code::wrong_kind, languages.position, "texts stand in four languages",
           describe(languages), "[fi, sv, en, fi-simple]");
}

void read_recipients(Fields& fields, std::string_view section, std::vector<Recipient>& recipients,
                     Diagnostics& diagnostics) {
  const Document* list = fields.take(section);
  if (!list)
    return;
  Fields all(*list, list->position, section, diagnostics);
  for (const auto& [key, texts] : list->entries)
    if (const std::optional<std::string> name = read_name(key, "the name of a recipient", diagnostics))
      recipients.push_back({*name, read_texts(texts, "a recipient", diagnostics)});
}

void read_law_months(Fields& fields, Draft& draft) {
  const Document* from = fields.require("law_from");
  const Document* until = fields.require("law_until");
  if (!from || !until)
    return;
  const std::optional<YearMonth> first = read_month(*from, draft.diagnostics);
  const std::optional<YearMonth> last = read_month(*until, draft.diagnostics);
  if (!first || !last)
    return;
  draft.rules.law_from = *first;
  draft.rules.law_until = *last;
  if (*last < *first)
    report(draft.diagnostics, Code::bad_date, until->position, "the last month of the law comes before the first",
           until->scalar);
}

}  // namespace

std::optional<Language> language_of_rules(const Document& manifest, Diagnostics& diagnostics) {
  const Document* language = manifest.find("language");
  if (!language)
    return std::nullopt;
  static_assert(language_count == 4);
  const std::optional<std::size_t> which =
      read_word(*language, {language_names[0], language_names[1], language_names[2], language_names[3]}, diagnostics);
  return which ? std::optional(static_cast<Language>(*which)) : std::nullopt;
}

void read_manifest(const Document& document, Draft& draft) {
  Fields fields(document, document.position, "a manifest", draft.diagnostics);
  if (!fields.is_map())
    return;
  if (const Document* name = fields.require("ruleset"))
    draft.rules.name = read_name(*name, "the name of a rule set", draft.diagnostics).value_or("");
  if (const Document* version = fields.require("version"))
    draft.rules.version = read_text(*version, draft.diagnostics).value_or("");
  if (const Document* languages = fields.require("languages"))
    read_languages(*languages, draft);
  fields.take("language");
  read_law_months(fields, draft);
  if (const Document* link = fields.take("citation_link"))
    draft.rules.link_pattern = read_text(*link, draft.diagnostics).value_or("");
  if (const Document* members = fields.take("members")) {
    draft.membership = *members;
    read_text(*members, draft.diagnostics);
  }
  if (const Document* units = fields.take("units")) {
    Fields all(*units, units->position, "units", draft.diagnostics);
    for (const auto& [key, value] : units->entries)
      read_unit_declaration(key, value, draft);
  }
  read_recipients(fields, "recipients", draft.rules.recipients, draft.diagnostics);
  read_recipients(fields, "authorities", draft.rules.authorities, draft.diagnostics);
  fields.finish();
}

}  // namespace ansio::ruleset
