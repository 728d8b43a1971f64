// Rules that depend on themselves are found here, before anything is computed.
//
// A rule may read itself through the past (previous, last_year) but never in the same month. A rule that reads a whole
// year reads months that are still to come, so that previous() does not break such a cycle; only last_year() does.
//   a: previous(b)   b: a                    good: each month stands on the month before
//   a: previous(b)   b: per_month(this_year(y))   y: year_sum(a)     a cycle: March stands on the year, the year on
//   March
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

struct Cycle {
  std::vector<VariableId> path;  // the first stands again at the end
  std::string text;              // "a.x → a.y → a.x"
};

// One for each group of rules that depend on each other, in any month of the law; empty when rules can be computed.
std::vector<Cycle> find_cycles(const RuleSet& rules);

}  // namespace ansio::ruleset
