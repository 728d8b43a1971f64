// What answers say about months past the law that the rules know.
#pragma once

#include <optional>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/case/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::cases {

// E507 as a warning when `last` lies past the law known: from there on the law of the last month known is carried on.
std::optional<Diagnostic> warning_past_law(const RuleSet& rules, YearMonth last, const Position& where);

}  // namespace ansio::cases
