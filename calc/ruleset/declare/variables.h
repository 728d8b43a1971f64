// `inputs:`, `rules:`, `unsupported:`, `contradictions:` and `notices:` of a rule file: what a case gives, what is
// computed, what is not, what a case cannot mean, what the client must do.
//
// They all become variables. A notice is a boolean rule with an addressee; an unsupported situation and a contradiction
// are boolean rules with a sentence.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

void read_inputs(const Document& section, const ModuleContext& module, Draft& draft);
void read_rules(const Document& section, const ModuleContext& module, Draft& draft);
void read_situations(const Document& section, const ModuleContext& module, Draft& draft);
void read_contradictions(const Document& section, const ModuleContext& module, Draft& draft);
void read_notices(const Document& section, const ModuleContext& module, Draft& draft);

// Links the rules to the situations they name, once all modules are read; unknown_name, entity_mismatch.
void settle_situations(Draft& draft);

// Links contradictions to their inputs, likewise.
void settle_contradictions(Draft& draft);

}  // namespace ansio::ruleset
