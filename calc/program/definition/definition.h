// The definition: what rules mean, computed in rationals of unlimited size straight from the checked tree.
//
// Slow and obviously right; the oracle of every test, and what `--exact` runs. Native only (Boost).
// Law: for all rule sets and questions, answer_by_definition and answer_by_machine give equal Answers or equal
// diagnostics.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

Result<Answer> answer_by_definition(const RuleSet& rules, const Question& question);

}  // namespace ansio::program
