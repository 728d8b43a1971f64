#include "calc/program/definition.h"

#include "calc/program/definition_numbers.h"
#include "calc/program/timeline_evaluator.h"

namespace calc {

Result<Answer> answer_by_definition(const RuleSet& rules, const Question& question) {
  return TimelineEvaluator<Rational>(rules, question).answer();
}

}  // namespace calc
