// Has every parameter a value in every month in which a formula reads it, and does any formula read it at all?
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// For each formula in the months of the law in which it is in force (a yearly rule reads parameters in January): E305
// for a parameter without a value, E212 for one that divides and is zero. A warning E307 for each parameter that
// nothing reads.
void check_coverage(Draft& draft, const std::vector<bool>& named_in_sentences);

}  // namespace ansio::ruleset
