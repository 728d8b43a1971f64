#include "calc/program/machine.h"

#include "calc/program/timeline_evaluator.h"

namespace calc {

struct Machine::Cache {
  const RuleSet& rules;
};

Machine::Machine(const RuleSet& rules) : cache_(new Cache{rules}) {}
Machine::~Machine() = default;

Result<Answer> Machine::answer(const Question& question) {
  return TimelineEvaluator<Fraction>(cache_->rules, question).answer();
}

}  // namespace calc
