// Random rule sets and questions for the tests that compare evaluators: well-typed, without cycles, but otherwise mean.
//
// Every decision consumes one number of a list, and an empty list decides for the simplest, so that a failing case
// shrinks to a short list, which is a small formula.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

struct RandomCase {
  RuleSet rules;
  std::vector<Question> questions;  // of the same form, but for decimals
};

struct RandomOptions {
  bool plan = false;
  bool huge = false;      // products of large inputs, beyond 64 and sometimes beyond 126 bits
  bool failures = false;  // keys out of range, divisions by zero and inputs that are missing
  int rule_count = 6;
  int depth = 4;
};

RandomCase random_case(const std::vector<std::uint32_t>& decisions, const RandomOptions& options);

}  // namespace ansio::program
