// Is a rule set one that evaluators can trust? load_rules only makes such; an image may have been made by anyone.
//
// Sound means: every number that points to something points to something there; tables have as many cells as their keys
// ask for; dates ascend; formulas are trees of a depth that the stack bears, whose nodes have the children, types,
// people and periods that their kind asks for; no rule depends on itself.
#pragma once

#include <string>

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

// What is unsound, in a few words; empty when nothing is.
std::string unsound_part(const RuleSet& rules);

}  // namespace ansio::ruleset
