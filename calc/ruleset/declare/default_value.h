// Defaults of inputs that are plain values and no formulas: a number in the input's own unit, a member of its enum.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// `default: 38` of an input in hours/week is 38 hours/week, `default: none` of an enum its member `none`. Nothing when
// the text is a formula. E504 for a number outside the input's bounds.
std::optional<DatedFormula> read_default_value(const Document& document, const Variable& input, Draft& draft);

}  // namespace ansio::ruleset
