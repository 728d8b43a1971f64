// Has every parameter a value in every month in which a formula reads it, and does any formula read it at all?
#pragma once

#include "calc/ruleset/draft.h"

namespace calc {

// E305 for each formula and parameter without a value in some month of the law in which that formula is in force (a
// yearly rule reads parameters in January); a warning E307 for each parameter that nothing reads.
void check_coverage(Draft& draft, const std::vector<bool>& named_in_sentences);

}  // namespace calc
