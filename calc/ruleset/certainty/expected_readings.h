// The ends of what an expected value may turn out to be, as readings of its parameter: `lowest` and `highest`. So a
// case may choose them, and ranges and stakes move them, as they do readings of the law.
//
//   add_expected_readings(rules);              // before add_choices
//   is_expected_reading(parameter.readings[0])
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

inline constexpr std::string_view lowest_expected = "lowest", highest_expected = "highest";

inline bool is_expected_reading(const Reading& reading) {
  return reading.name == lowest_expected || reading.name == highest_expected;
}

// To every parameter that has a value with a range. The cells of a table reach their ends together.
void add_expected_readings(RuleSet& rules);

}  // namespace ansio::ruleset
