// The most or the least of one input such that a condition holds in every month, exactly, and what binds beyond it.
//
//   Result<Solution> solution = solve(rules, situation, *request, answering);
//   if (solution->value) …                       // nothing: the condition holds nowhere on the axis
//   for (const HoldingStretch& stretch : solution->stretches) …
//
// Not a bisection: the condition may hold, fail and hold again. Stretches in which it does are proven by enclosures
// (solve_search.h), and the answer is the end of the outermost.
//
// Errors: the evaluators', at any point of the axis the program leaves to them; wrong_use when there are more such
// points than one can wait for.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "calc/analyse/edges/edge_causes.h"
#include "calc/analyse/edges/edges.h"
#include "calc/analyse/floor.h"
#include "calc/analyse/solve/solve_request.h"
#include "calc/base/limits/limits.h"
#include "calc/program/machine/machine.h"

namespace ansio::analyse {

// The condition holds at all points from one value to another.
struct HoldingStretch {
  Value from, to;
};

// One value of the axis, and the condition there.
struct SolvedPoint {
  Value at;
  std::vector<int> fails_in;  // months of the timeline among those shown; none: the condition holds
};

// A figure that the condition reads, at the points looked at.
struct SolvedFigure {
  Instance instance;
  int index = 0;              // month or year of the timeline
  std::vector<Value> values;  // one for each of Solution::points
  std::optional<Value> base;  // of the base, when the condition reads that
};

struct Solution {
  Axis axis;
  Goal goal = Goal::most;
  Instance moved;
  std::string condition;
  std::string base;                      // the name of what it is compared with; empty: with nothing
  std::shared_ptr<const RuleSet> rules;  // with the condition (solve_condition.h): for names of causes and figures
  Instance condition_instance;
  Question question;                      // with the moved input at some point of the axis
  bool depends = true;                    // false: the condition is the same whatever the input is
  std::optional<Value> value;             // the answer
  std::vector<HoldingStretch> stretches;  // by value
  bool has_more = false;                  // further stretches, farther from the answer, were not looked for
  // The answer, and the point just beyond it on the axis where the condition fails. Without an answer both ends of the
  // axis.
  std::vector<SolvedPoint> points;
  std::vector<SolvedFigure> figures;  // in the first month in which the condition fails, else the first shown
  std::vector<EdgeCause> causes;      // of the turn between the two points, the weightiest first
  std::size_t pieces = 0;             // stretches looked at
};

// `definition` answers, where there is one, what is beyond the machine.
Result<Solution> solve(const RuleSet& rules, const Case& situation, const SolveRequest& request,
                       const Answering& answering, Machine::Definition definition = nullptr);

// The same of a question that gives `moved` in every month; what the condition reads of a base has been given.
Result<Solution> solve(const Condition& condition, const Question& question, const Instance& moved, const Axis& axis,
                       Goal goal, const ShownMonths& shown, Machine::Definition definition = nullptr);

// A cause in the law. Of the condition itself, which turns where no rule jumps, no parameter is named when it rests on
// many: then it rests on none in particular.
DescribedCause describe(CauseReader& reader, const Solution& solution, const EdgeCause& cause);

}  // namespace ansio::analyse
