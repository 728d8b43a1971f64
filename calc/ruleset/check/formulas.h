// From the texts of formulas to the checked tree, once every name of the rule set is known.
#pragma once

#include "calc/language/tree/symbols.h"
#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// Every name that a formula of the draft may use; `module` is left empty.
Symbols symbols_of(Draft& draft);

// The same of a finished rule set, for formulas that come later: a condition to search by, an explanation.
Symbols symbols_of(const RuleSet& rules);

void check_formulas(const Symbols& symbols, Draft& draft);

}  // namespace ansio::ruleset
