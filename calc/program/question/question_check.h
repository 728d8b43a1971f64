// What is wrong with a question before anything is computed.
//
// All evaluators ask this first, so that they refuse the same questions with the same words. Found together: instances
// that do not exist (unknown_variable, no_such_person, entity_mismatch), timelines that are none (wrong_use), months
// before the law (date_out_of_range), lists of the wrong length and values of the wrong kind (bad_value), values
// outside the bounds of their variable (out_of_bounds).
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

Diagnostics check_question(const RuleSet& rules, const Question& question);

// The values an instance has over the timeline: one a month, or one a year of a yearly variable.
int value_count(const Variable& variable, const Timeline& timeline);

// The situation in which the rule of this instance has no answer, seen from its person.
Instance situation_of(const RuleSet& rules, const Instance& instance);

}  // namespace ansio::program
