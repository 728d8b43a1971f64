// What one figure's formula read on the way to its value: the raw material of explanations and assumptions.
//
// A formula is evaluated again, by the same evaluator that answers questions, with every read and every node's value
// noted.
//
//   Tracer tracer(rules, question);
//   if (Diagnostics refused = tracer.start(); !refused.empty()) return refused;
//   FormulaTrace trace = tracer.trace({instance, index});
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "calc/explain/floor.h"
#include "calc/program/question/question.h"
#include "calc/program/tree/timeline_evaluator.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::explain {

// One value of one instance: of a month or year of the question's timeline, by number; or what stands for the value
// before that month where there is no history.
struct FigureAt {
  Instance instance;
  int index = 0;
  bool is_initial = false;
  friend auto operator<=>(const FigureAt&, const FigureAt&) = default;
};

enum class Origin : std::uint8_t { computed, given, by_default, overridden, initial };

struct TracedRead {
  NodeKind how = NodeKind::variable;  // variable, previous, year_sum, …
  FigureAt figure;                    // of the month at hand, or the one read
  int last_index = 0;                 // of a sum over months: until this one, from figure.index
  Value value;
};

struct TracedNode {
  NodeId node = no_node;
  Value value;
};

struct FormulaTrace {
  const DatedFormula* formula = nullptr;  // nullptr: nothing was computed (given, or no formula)
  YearMonth month;                        // whose parameters hold
  const Question* question = nullptr;     // which readings of them
  std::vector<TracedRead> reads;          // in the order of evaluation
  std::vector<TracedNode> nodes;          // in the order of evaluation; inside an aggregate once a person
};

class Tracer {
 public:
  Tracer(const RuleSet& rules, const Question& question);

  Diagnostics start();

  // Of a month: its number on the timeline, or its year's number for a yearly variable.
  [[nodiscard]] FigureAt figure_in(Instance instance, YearMonth month) const;

  Result<Value> value(const FigureAt& figure);
  Origin origin(const FigureAt& figure);
  FormulaTrace trace(const FigureAt& figure);
  // A part of a formula without bindings of its own outside it; nothing when it has no value.
  std::optional<Value> evaluate(NodeId node, Viewpoint from, int index, Period period = Period::month);

 private:
  using Evaluator = TimelineEvaluator<Fraction>;
  class World;

  [[nodiscard]] Evaluator::Moment moment_of(const FigureAt& figure) const;
  [[nodiscard]] bool keeps_its_value(const FigureAt& figure);
  [[nodiscard]] TracedRead read_of(NodeKind how, Instance instance, std::uint32_t months, Evaluator::Moment now);

  const RuleSet& rules_;
  const Question& question_;
  Evaluator evaluator_;
};

}  // namespace ansio::explain
