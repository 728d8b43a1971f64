// `inputs:`, `rules:` and `notices:` of a rule file: what a case gives, what is computed, what the client must do.
//
// They all become variables. A notice is a boolean rule with an addressee.
#pragma once

#include "calc/ruleset/draft.h"

namespace calc {

void read_inputs(const Document& section, const ModuleContext& module, Draft& draft);
void read_rules(const Document& section, const ModuleContext& module, Draft& draft);
void read_notices(const Document& section, const ModuleContext& module, Draft& draft);

}  // namespace calc
