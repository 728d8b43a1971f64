#include "calc/analyse/axis/traced_axis.h"

#include <algorithm>

#include "calc/base/limits/limits.h"

namespace ansio::analyse {
namespace {

std::optional<std::int64_t> whole_number(const Value& value, std::int64_t scale) {
  const Fraction whole = value * Fraction::from_integer(scale);
  if (!whole.is_valid() || !whole.is_integer() || !Interval{whole.numerator(), whole.numerator()}.below(narrow_limit))
    return std::nullopt;
  return static_cast<std::int64_t>(whole.numerator());
}

}  // namespace

Diagnostic too_many_single_points(const Axis& axis) {
  return {.code = Code::wrong_use,
          .message = "these rules can only be computed point by point here, and the axis has too many points",
          .found = std::to_string(axis.count()),
          .expected = "at most " + std::to_string(most_single_points) + " points: a shorter range or a larger step"};
}

std::optional<TracedAxis> trace_axis(const RuleSet& rules, const Question& question, const Axis& axis,
                                     const Instance& moved) {
  Form form;
  if (!form_of(rules, question, form))
    return std::nullopt;
  for (FormInput& input : form.inputs)
    if (input.instance == moved)
      for (const Fraction& value : {axis.from, axis.step}) {
        const int decimals = decimals_of(value);
        if (decimals < 0 || decimals > 17)
          return std::nullopt;
        input.decimals = std::max(input.decimals, static_cast<std::uint8_t>(decimals));
      }
  auto values = trace_values(rules, form);
  if (!values)
    return std::nullopt;

  TracedAxis traced;
  traced.traced = std::move(*values);
  traced.point_count = static_cast<std::int64_t>(axis.count());
  traced.last_possible = traced.point_count - 1 + farthest_beyond;
  for (const TracedInput& input : traced.traced.inputs) {
    const bool moves = input.instance == moved;
    const Value& value = moves ? axis.from : *question.given[input.given].values[input.index];
    const auto whole = whole_number(value, input.scale);
    if (!whole || !input.range.contains(*whole))
      return std::nullopt;
    traced.inputs.push_back(*whole);
    traced.moves.push_back(moves);
    if (!moves)
      continue;
    const auto step = whole_number(axis.step, input.scale);
    if (!step)
      return std::nullopt;
    traced.scale = {*whole, *step};
    traced.last_possible =
        std::min(traced.last_possible, static_cast<std::int64_t>((input.range.high - *whole) / *step));
  }
  if (traced.last_possible < traced.point_count - 1)
    return std::nullopt;
  return traced;
}

}  // namespace ansio::analyse
