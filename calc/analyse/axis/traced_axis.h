// A question along an axis, traced: what edges and solve work on.
//
//   std::optional<TracedAxis> traced = trace_axis(rules, question, axis, moved);
//   MovingValues values = traced->moving(roots);
//
// Nothing when the form is beyond the machine or a given value is outside what the program holds for: points must then
// be answered one by one.
#pragma once

#include <optional>

#include "calc/analyse/axis/axis.h"
#include "calc/analyse/enclosure/moving_values.h"
#include "calc/analyse/floor.h"
#include "calc/base/limits/limits.h"
#include "calc/program/question/question.h"
#include "calc/program/values/traced_values.h"

namespace ansio::analyse {

struct TracedAxis {
  TracedValues traced;
  std::vector<std::int64_t> inputs;  // whole numbers, by number
  std::vector<bool> moves;
  AxisScale scale;
  std::int64_t point_count = 0;
  std::int64_t last_possible = 0;  // the last point within the bounds of the moved input, at or past the axis' end

  // Keeps a reference to the traced graph.
  [[nodiscard]] MovingValues moving(const std::vector<ValueId>& roots) const {
    return {traced.graph, roots, inputs, moves, scale};
  }
};

// The refusal of an axis of more than most_single_points, where points must be answered one by one.
Diagnostic too_many_single_points(const Axis& axis);

// The question gives `moved` some value of the axis in every month.
std::optional<TracedAxis> trace_axis(const RuleSet& rules, const Question& question, const Axis& axis,
                                     const Instance& moved);

}  // namespace ansio::analyse
