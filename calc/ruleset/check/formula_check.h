// Is a checked formula what the checker would have made? For formulas that do not come from the checker.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

// The formula of `variable` (its value, default or initial value) at `root`.
bool is_sound_formula(NodeId root, const Variable& variable, const RuleSet& rules);

}  // namespace ansio::ruleset
