// Answers a question by walking the checked formulas in 128-bit fractions: what the machine does where no program
// holds, and all that a small program needs to answer exactly.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

// Refuses with value_too_large what 128 bits do not hold.
Result<Answer> answer_by_tree(const RuleSet& rules, const Question& question);

}  // namespace ansio::program
