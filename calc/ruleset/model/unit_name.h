// Units of a rule set in writing.
#pragma once

#include <string>
#include <string_view>

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

// "money/month", as rules write it; "1" for no unit.
std::string unit_name(const RuleSet& rules, const Unit& unit);

// What stands for one base unit: its name, or its symbol in a language.
using UnitPart = std::string_view(const RuleSet& rules, std::size_t place, Language language);

// Numerator factors joined by `times`, then each denominator factor after a slash.
std::string join_unit(const RuleSet& rules, const Unit& unit, Language language, std::string_view times,
                      UnitPart* print);

}  // namespace ansio::ruleset
