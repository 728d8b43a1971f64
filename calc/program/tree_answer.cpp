#include "calc/program/tree_answer.h"

#include "calc/program/timeline_evaluator.h"

namespace calc {

Result<Answer> answer_by_tree(const RuleSet& rules, const Question& question) {
  return TimelineEvaluator<Fraction>(rules, question).answer();
}

}  // namespace calc
