// Every edge of a figure along an axis: where it jumps, where its slope changes, and which rule is the cause.
//
//   Result<Edges> edges = find_edges(rules, situation, scenario, *axis, {disposable_income}, answering);
//   for (const EdgeCurve& curve : edges->curves)
//     for (const Edge& edge : curve.edges) …
//
// docs/analysis.md says how edges are found and what is promised. An edge stands between two neighbouring points of the
// axis. A *jump* moves the figure by more than slopes and roundings explain; at a *kink* its slope changes for good. A
// figure of a plan has one curve a month shown, and one of their sum when it is an amount per month.
//
// Errors: the evaluators', at a point the program leaves to them; no_such_person; too_many_points when there are more
// such points than one can wait for.
#pragma once

#include <vector>

#include "calc/analyse/axis/axis.h"
#include "calc/analyse/floor.h"
#include "calc/program/machine/answering.h"

namespace ansio::analyse {

// A condition, minimum, maximum, lookup or coarse rounding that falls otherwise on the two sides of an edge.
struct EdgeCause {
  Instance instance;
  bool is_initial = false;   // in the formula for what stands before the first month
  NodeId node = no_node;     // the expression that decides
  std::vector<int> indexes;  // months or years of the timeline
};

struct Edge {
  enum class Kind : std::uint8_t { jump, kink };
  Kind kind = Kind::kink;
  Value at, next;                      // neighbouring points: the last before, the first after
  Value from, to;                      // the figure at them
  Fraction slope_before, slope_after;  // per unit of the axis; invalid when not known
  std::int64_t point = 0;              // number of `at`
  // Of a jump down: the first point at which the figure is what it was at `at` again, looked for some way beyond the
  // axis' end, too, within the input's bounds; invalid when none was found.
  Value break_even = Value::invalid();
  std::vector<EdgeCause> causes;  // the weightiest first
};

struct EdgeCurve {
  std::size_t wanted = 0;   // of the figures asked for
  int index = -1;           // month or year of the timeline; -1: the sum over the months shown
  Fraction slope;           // at the first point
  Fraction roundings;       // what roundings alone may move the figure by in one step, at most
  bool bent = false;        // between some edges the slope changes little by little: a product or quotient of figures
  Value first, last;        // the figure at the ends of the axis
  std::vector<Edge> edges;  // by point
};

struct Edges {
  Axis axis;
  Question question;  // with the moved input at some point of the axis
  Instance moved;
  std::vector<EdgeCurve> curves;
  std::size_t pieces = 0;  // stretches looked at
};

Result<Edges> find_edges(const RuleSet& rules, const Case& situation, const Scenario& scenario, const Axis& axis,
                         const std::vector<VariableName>& wanted, const Answering& answering);

// Months of a question's timeline, by number.
struct ShownMonths {
  int first = 0, last = 0;
};
ShownMonths shown_months(const Case& situation);

// The same of a question that gives `moved` in every month.
Result<Edges> find_edges(const RuleSet& rules, const Question& question, const Instance& moved, const Axis& axis,
                         const ShownMonths& shown, const Answering& answering);

}  // namespace ansio::analyse
