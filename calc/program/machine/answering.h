// Who answers questions: the machine, the definition, or both compared. Simulation does not mind which.
//
//   Machine machine(rules);
//   Answering fast(machine);
//   Answering exact = [&](const Question& question) { return answer_by_definition(rules, question); };
//   fast(question); exact.answer(series, take);
#pragma once

#include <concepts>
#include <functional>
#include <memory>

#include "calc/program/floor.h"
#include "calc/program/machine/machine.h"

namespace ansio::program {

class Answering {
 public:
  Answering() = default;
  Answering(std::nullptr_t) {}  // NOLINT(google-explicit-constructor): nobody answers
  template <std::invocable<const Question&> Function>
  Answering(Function function) : one_(std::move(function)) {}  // NOLINT(google-explicit-constructor)
  explicit Answering(Machine& machine)
      : one_([&machine](const Question& question) { return machine.answer(question); }),
        many_([&machine](Series& series, const Taking& take) { machine.answer(series, take); }) {}
  explicit Answering(std::shared_ptr<Machine> machine) : Answering(*machine) { kept_ = std::move(machine); }

  explicit operator bool() const { return static_cast<bool>(one_); }
  Result<Answer> operator()(const Question& question) const { return one_(question); }

  // Each case of the series once, together where that is faster.
  void answer(Series& series, const Taking& take) const {
    if (many_)
      return many_(series, take);
    for (std::size_t at = 0; at < series.size(); ++at) {
      series.move_to(at);
      take(at, one_(series.question));
    }
  }

 private:
  std::function<Result<Answer>(const Question&)> one_;
  std::function<void(Series&, const Taking&)> many_;
  std::shared_ptr<Machine> kept_;
};

// Why a series has no answer: what its first case that has none is refused for.
class SeriesProblems {
 public:
  // True when this answer is a refusal.
  bool note(std::size_t at, const Result<Answer>& answer) {
    if (answer.ok())
      return false;
    if (first_.empty() || at < at_) {
      at_ = at;
      first_ = answer.diagnostics();
    }
    return true;
  }
  [[nodiscard]] bool any() const { return !first_.empty(); }
  [[nodiscard]] const Diagnostics& first() const { return first_; }

 private:
  std::size_t at_ = 0;
  Diagnostics first_;
};

}  // namespace ansio::program
