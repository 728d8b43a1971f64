// The values of a form before they become a list of instructions, each with the place in the rules that made it.
//
// For analyses that must know which condition of which rule decides something (edges, solve). Equal decisions of two
// rules stay two values, so the maker of a decision is one place.
//
//   std::optional<TracedValues> traced = trace_values(rules, form);
//   const ValueOrigin& maker = traced->origins[id];        // "over_limit of the client in month 2: wage > limit"
//
// Nothing when the form is beyond the machine, as with compile().
#pragma once

#include <optional>
#include <vector>

#include "calc/program/floor.h"
#include "calc/program/lowering/form.h"
#include "calc/program/values/exact.h"

namespace ansio::program {

// `node` no_node: made before any formula (a given value, a constant).
struct ValueOrigin {
  Instance instance;
  int index = 0;            // month or year of the timeline
  bool is_initial = false;  // by the formula for what stands before the first month
  NodeId node = no_node;    // the innermost expression whose value it is, or a step towards it
};

struct TracedInput {
  Instance instance;
  std::uint32_t given = 0;  // place in Form::inputs
  std::uint32_t index = 0;
  std::int64_t scale = 1;
  Interval range;
};

struct TracedOutput {
  std::uint32_t wanted = 0;  // place in Form::wanted
  std::uint32_t index = 0;
  Exact value;
};

struct TracedValues {
  ValueGraph graph;
  std::vector<ValueOrigin> origins;  // one for each value of the graph
  std::vector<TracedInput> inputs;   // in the order of their numbers in the graph
  std::vector<TracedOutput> outputs;
  ValueId sound = no_value;  // 1 where the answer holds
};

std::optional<TracedValues> trace_values(const RuleSet& rules, const Form& form);

}  // namespace ansio::program
