// Units as written: "SEK/month", "SEK*month/m2", "1".
//
//   const std::vector<std::string> declared{"SEK", "m2"};
//   std::optional<Unit> unit = parse_unit("SEK/month", declared);
//   unit_text(*unit, declared) == "SEK/month"
//
// `declared` are the base units of the rule set, in the order of its manifest. Time units may be in the plural
// (hours/week). Law: for all units u whose base units are declared, parse_unit(unit_text(u)) == u.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "calc/base/limits/limits.h"
#include "calc/language/floor.h"
#include "calc/language/tree/type.h"

namespace ansio::language {

// The place of a base unit in Unit::powers; nothing for an unknown name.
std::optional<int> find_base_unit(std::string_view name, std::span<const std::string> declared);

// Nothing when the text is malformed, names an unknown unit or raises one to a power beyond largest_power.
std::optional<Unit> parse_unit(std::string_view text, std::span<const std::string> declared);

std::string unit_text(const Unit& unit, std::span<const std::string> declared);

// Whether no power is beyond largest_power; a product of units that is not is refused.
bool is_reasonable(const Unit& unit);

// The unit with this power of one base unit: unit_of(Unit::month, -1) is 1/month.
Unit unit_of(int base_unit, int power = 1);

}  // namespace ansio::language
