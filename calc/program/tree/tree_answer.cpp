#include "calc/program/tree/tree_answer.h"

#include "calc/program/tree/timeline_evaluator.h"

namespace ansio::program {

Result<Answer> answer_by_tree(const RuleSet& rules, const Question& question) {
  return TimelineEvaluator<Fraction>(rules, question).answer();
}

}  // namespace ansio::program
