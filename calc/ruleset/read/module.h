// One rule file: its heading and its sections.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// Reads `module`, `title`, `law` and the enums of every file, then what may name them: parameters, inputs, rules,
// notices.
void read_modules(const std::vector<ModuleSource>& modules, Draft& draft);

}  // namespace ansio::ruleset
