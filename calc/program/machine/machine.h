// The machine: rules compiled to one flat list of integer instructions and run on scalars.
//
// A Form (form.h) is all that the instructions depend on; questions of the same Form share a Program (program.h), so
// compile once and run many. `Machine` keeps the programs and is what callers use:
//
//   Machine machine(rules, answer_by_definition);
//   Result<Answer> answer = machine.answer(question);
//
// What the machine cannot prove to fit its registers, and what only the definition can refuse with the right words, is
// answered by evaluating the tree in 128-bit fractions, and what is beyond those by the definition when it was given
// (without it, in the module without Boost, with value_too_large).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

struct Form;
struct Program;

class Machine {
 public:
  using Definition = Result<Answer> (*)(const RuleSet& rules, const Question& question);

  // Compiles a form, or knows it compiled; none when it is beyond the machine.
  using Compiling = std::function<std::shared_ptr<const Program>(const Form& form, const std::string& key)>;

  // Keeps a reference. Without `compiling` it compiles for itself alone (shared_programs.h: for several threads).
  explicit Machine(const RuleSet& rules, Definition definition = nullptr, Compiling compiling = nullptr);
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // Compiles what the question's form needs (cached), runs it. Not thread-safe: one Machine a thread.
  Result<Answer> answer(const Question& question);

  // The answers of all cases, as `answer` gives each; many of a form are computed in columns (columns.h).
  void answer(Series& series, const Taking& take);

  // How many answers the programs gave, and how many the tree; of the former, how many came from columns.
  struct Counts {
    std::size_t by_program = 0, by_tree = 0, compiled = 0, in_columns = 0;
  };
  [[nodiscard]] Counts counts() const;

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace ansio::program
