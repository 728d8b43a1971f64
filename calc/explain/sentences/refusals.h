// What a person reads when the rules have no answer: the sentence of the unsupported situation, in their language,
// and whatever else was refused (diagnostic_words.h).
//
//   print(in_language(rules, answer.diagnostics(), Language::fi));
//
// The evaluators know no language and put the English sentence into their diagnostics.
#pragma once

#include "calc/explain/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::explain {

Diagnostics in_language(const RuleSet& rules, Diagnostics diagnostics, Language language);

// The situations the rules declare, in the order of the modules.
std::vector<VariableId> unsupported_situations(const RuleSet& rules);

}  // namespace ansio::explain
