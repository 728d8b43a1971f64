// Reads `unit:` and `type:` as the type of a variable or parameter.
#include <algorithm>

#include "calc/language/tree/unit.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

std::optional<std::uint16_t> find_enumeration(const RuleSet& rules, std::string_view name) {
  const auto found = std::find_if(rules.enums.begin(), rules.enums.end(),
                                  [&](const Enumeration& enumeration) { return enumeration.name == name; });
  if (found == rules.enums.end())
    return std::nullopt;
  return static_cast<std::uint16_t>(found - rules.enums.begin());
}

std::optional<DeclaredType> read_unit(const Document& document, Draft& draft) {
  DeclaredType declared;
  std::vector<std::string> names;
  for (const BaseUnit& unit : draft.rules.units)
    names.push_back(unit.name);
  if (document.is_scalar() && document.scalar == "%") {
    declared.percent = true;
    return declared;
  }
  if (document.is_scalar())
    if (const std::optional<Unit> unit = parse_unit(document.scalar, names)) {
      declared.type.unit = *unit;
      return declared;
    }
  names.insert(names.end(), {"year", "month", "week", "day", "hour"});
  std::string expected;
  for (const std::string& name : names)
    expected += name + ", ";
  report(draft.diagnostics, Code::bad_unit, document.position, "a unit is malformed or unknown", describe(document),
         "base units (" + expected + "\"1\" or \"%\") with * and /");
  return std::nullopt;
}

std::optional<DeclaredType> read_type(Fields& fields, Draft& draft) {
  const Document* unit = fields.take("unit");
  const Document* type = fields.take("type");
  if (unit && type) {
    report(draft.diagnostics, Code::wrong_kind, type->position, "a variable has either a unit or a type");
    return std::nullopt;
  }
  if (unit)
    return read_unit(*unit, draft);
  if (!type) {
    if (fields.is_map())
      report(draft.diagnostics, Code::missing_key, fields.where(), "a variable needs a unit or a type", {},
             "unit: …, or type: boolean, month, date or an enum");
    return std::nullopt;
  }
  const std::optional<std::string> name = read_text(*type, draft.diagnostics);
  if (!name)
    return std::nullopt;
  DeclaredType declared;
  if (*name == "boolean") {
    declared.type.kind = Type::Kind::boolean;
    return declared;
  }
  if (*name == "month") {
    declared.type.kind = Type::Kind::month;
    return declared;
  }
  if (*name == "date") {
    declared.type.kind = Type::Kind::date;
    return declared;
  }
  if (const std::optional<std::uint16_t> enumeration = find_enumeration(draft.rules, *name)) {
    declared.type.kind = Type::Kind::enumeration;
    declared.type.enumeration = *enumeration;
    return declared;
  }
  std::vector<std::string> names{"boolean", "month", "date"};
  for (const Enumeration& enumeration : draft.rules.enums)
    names.push_back(enumeration.name);
  const std::string nearest = nearest_name(*name, names);
  report(draft.diagnostics, Code::unknown_name, type->position, "there is no such type", *name,
         "boolean, month, date or the name of an enum", nearest.empty() ? "" : "did you mean '" + nearest + "'?");
  return std::nullopt;
}

}  // namespace ansio::ruleset
