// The choices of a rule set: which reading of a rule or a parameter holds, as a number that moves like an input.
//
//   add_choices(rules);                       // once a rule set is complete
//   readings_of(rules, rules.choices[0])      // those that 1, 2, … stand for
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

// The name by which a case chooses what the rules take anyway.
inline constexpr std::string_view standing_reading = "standing";

// Gives every rule and parameter with readings its choice, past all other variables.
void add_choices(RuleSet& rules);

// Of what the choice is one: the name of the rule or parameter, and its readings.
const std::string& owner_name(const RuleSet& rules, const Choice& choice);
const Texts& owner_title(const RuleSet& rules, const Choice& choice);
const std::vector<Reading>& readings_of(const RuleSet& rules, const Choice& choice);

}  // namespace ansio::ruleset
