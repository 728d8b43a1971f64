#include "calc/program/definition/definition.h"

#include "calc/program/definition/definition_numbers.h"
#include "calc/program/question/rates.h"
#include "calc/program/tree/timeline_evaluator.h"

namespace ansio::program {

Result<Answer> answer_by_definition(const RuleSet& rules, const Question& question) {
  if (wants_rates(rules, question))
    return answer_rates(rules, question,
                        [&rules](const Question& other) { return answer_by_definition(rules, other); });
  return TimelineEvaluator<Rational>(rules, question).answer();
}

}  // namespace ansio::program
