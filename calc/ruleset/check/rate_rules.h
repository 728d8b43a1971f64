// `rate:` of a rule: how much of a change of one number is lost (RateOf).
//
//   marginal_rate:
//     entity: person
//     unit: "%"
//     rate: {of: wage, leaves: net, by: 1}      # a step in the unit of `of`, or `all` of it
//
// Errors: wrong_kind for a rule that is no person's monthly "%", a step that is not above 0, or numbers of another
// entity or period; unknown_name.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// Takes note of the names; `rule` is read but for its formula, and not among the draft's variables yet.
void read_rate(const Document& document, Variable& rule, Draft& draft);

// Links the rates to the numbers they name, once all modules are read.
void settle_rates(Draft& draft);

// Whether the rate can be of this number, or leave that one.
bool can_change(const Variable& number);
bool can_be_left(const Variable& number);

}  // namespace ansio::ruleset
