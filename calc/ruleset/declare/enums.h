// `enums:` of a rule file: kinds of things and their texts, written out or taken from a column of a table.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

void read_enums(const Document& section, const ModuleContext& module, Draft& draft);

}  // namespace ansio::ruleset
