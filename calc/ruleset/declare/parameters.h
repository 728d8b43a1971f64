// `parameters:` of a rule file: numbers, tables and scales, each valid from a date until the next one.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

void read_parameters(const Document& section, const ModuleContext& module, Draft& draft);

}  // namespace ansio::ruleset
