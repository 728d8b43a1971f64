// Why this figure: its formula with the amounts put in, what it read, and so on down to what the case gave.
//
//   Result<Explanation> why = explain(rules, question, {support, household}, YearMonth::of(2026, 6), Language::fi);
//
// Computed by evaluating the same checked tree again and noting what happens (trace.h); the figure is compared with
// `answering`'s, when there is one, and a difference is an error of ours (internal), never shown as an explanation.
#pragma once

#include <string>
#include <vector>

#include "calc/explain/floor.h"
#include "calc/explain/trace/assumptions.h"
#include "calc/program/machine/answering.h"

namespace ansio::explain {

// A condition that decided: the formula's own text, the same with amounts, and whether it holds.
struct Branch {
  std::string condition;
  std::string with_amounts;
  bool holds = false;
};

struct RoundingStep {
  Rounding mode = Rounding::half_away;
  Type type;  // of the step and both amounts
  Fraction step, before, after;
};

struct Explanation {
  FigureAt figure;
  NodeKind how = NodeKind::variable;  // how the formula above read it
  Value value;                        // as read: of a sum over months the sum
  Type type;                          // as read: an amount per month summed over a year is one per year
  Origin origin = Origin::computed;
  YearMonth month;                        // whose law holds
  const DatedFormula* formula = nullptr;  // nullptr: nothing computed
  std::string with_amounts;               // one line per `let`, then the result
  std::string says;                       // the sentence for the client
  std::vector<Branch> branches;
  std::vector<RoundingStep> roundings;
  std::vector<ParameterUse> parameters;
  bool seen = false;  // explained earlier in the tree, not opened again
  std::vector<Explanation> reads;
  std::vector<ExpectedValue> expected;  // of the figure asked for: the expected values that it and its reads rest on
};

Result<Explanation> explain(const RuleSet& rules, const Question& question, const Instance& instance, YearMonth month,
                            Language language, const Answering& answering = nullptr);

}  // namespace ansio::explain
