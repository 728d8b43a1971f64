// What a case says that cannot be meant so: inputs that do not fit each other, one that lacks its other half, or one
// that is said of a person for whom no rule reads it. All are warnings, each at the first place it concerns.
//
//   Diagnostics found = contradictions_in(rules, situation);      // contradiction, misplaced_input
//   print(in_language(rules, found, Language::fi));
//
// `found` names the rule of the contradiction, or the input, with its person; `expected` says where the inputs stand,
// or whose the input is.
#pragma once

#include "calc/case/read/case.h"
#include "calc/explain/floor.h"

namespace ansio::explain {

Diagnostics contradictions_in(const RuleSet& rules, const Case& situation);

// The warnings of a case's reading and its contradictions, as somebody reads them.
Diagnostics with_contradictions(const RuleSet& rules, const Case& situation, Diagnostics warnings, Language language);

}  // namespace ansio::explain
