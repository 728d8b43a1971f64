// The machine: rules compiled to one flat list of integer instructions and run on scalars.
//
// A Form is all that the instructions depend on; questions of the same Form share a Program, so compile once and run
// many. A Program covers one epoch (a stretch of months in which no parameter or formula read by it changes), so a plan
// uses several; `Machine` keeps them and is what callers use:
//
//   Machine machine(rules);
//   Result<Answer> answer = machine.answer(question);
#pragma once

#include <memory>

#include "calc/program/question.h"
#include "calc/ruleset/ruleset.h"

namespace calc {

class Machine {
 public:
  explicit Machine(const RuleSet& rules);  // keeps a reference
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // Compiles what the question's form needs (cached), runs it. Not thread-safe: one Machine a thread.
  Result<Answer> answer(const Question& question);

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace calc
