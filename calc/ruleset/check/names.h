// Names that would be ambiguous.
#pragma once

#include "calc/language/tree/symbols.h"
#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// No name is a word of the language (E204). Within a module, parameters, inputs, rules and notices share one set of
// names (E204); inputs and global rules of all modules share another (E314). A module's own parameter or rule may hide
// an input or global rule of another module.
void check_names(const Symbols& symbols, Draft& draft);

}  // namespace ansio::ruleset
