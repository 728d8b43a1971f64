// One rule file: its heading and its sections.
#pragma once

#include "calc/ruleset/read/draft.h"

namespace calc {

// Reads `module`, `title`, `law` and the enums of every file, then what may name them: parameters, inputs, rules,
// notices.
void read_modules(const std::vector<ModuleSource>& modules, Draft& draft);

}  // namespace calc
