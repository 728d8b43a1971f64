// The values of a form that move when one input moves, computed at single points of an axis.
//
// Everything else is computed once. Points are numbered: at point i the moved input is first + i · step, in whole
// numbers of its scale. A point's values are exact.
//
// A *decision* is a value that picks: a comparison, a minimum or maximum, an absolute value, a lookup, and a rounding
// whose step is coarse (by whoever asks: see set_coarse). Between two points where all decisions that lead to a value
// are alike, the value follows one expression, and only fine roundings keep it from being smooth.
//
//   MovingValues values(traced.graph, roots, fixed_inputs, swept, {first, step});
//   values.evaluate(0, point);                     // point[values.place(root)]
//   values.signature(point, root)                  // alike: the same expression
//   values.slope(point, root)                      // of that expression, a point's step further
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "calc/analyse/floor.h"
#include "calc/base/number/fraction.h"
#include "calc/program/values/value_graph.h"

namespace ansio::analyse {

struct MovingValue {
  ValueKind kind = ValueKind::constant;
  bool logical = false;               // `and`, `or`: follows its operands, decides nothing
  bool coarse = false;                // a rounding that is a decision
  std::uint32_t a = 0, b = 0, c = 0;  // places; look_up: b is the table; constant: a and b are its bits

  static MovingValue constant(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return {.a = static_cast<std::uint32_t>(bits), .b = static_cast<std::uint32_t>(bits >> 32)};
  }
  [[nodiscard]] std::int64_t number() const {  // of a constant
    return static_cast<std::int64_t>(std::uint64_t{b} << 32 | a);
  }
};

// The operand that a choice, a minimum or a maximum takes; a forced one by the grounds of its reference.
inline std::uint32_t picked(const MovingValue& value, const std::vector<Int128>& values,
                            const std::vector<Int128>& grounds) {
  if (value.kind == ValueKind::select)
    return values[value.a] != 0 ? value.b : value.c;
  return (grounds[value.a] < grounds[value.b]) == (value.kind == ValueKind::minimum) ? value.a : value.b;
}

// A value with its place: what is computed, in order, within some part of the axis (see Enclosure::narrowed).
struct PlacedValue {
  std::uint32_t place = 0;
  MovingValue value;
};
using MovingList = std::vector<PlacedValue>;

struct AxisScale {
  std::int64_t first = 0, step = 1;
};

// The values at one point: what is fixed, then what moves.
using PointValues = std::vector<Int128>;

// The values at up to so many points in a row, place by place.
using RunValues = std::vector<Int128>;
inline constexpr std::int64_t longest_run = 32;
constexpr std::size_t run_place(std::uint32_t place, std::int64_t point) {
  return place * static_cast<std::size_t>(longest_run) + static_cast<std::size_t>(point);
}

struct Ratio {  // numerator / (denominator · divisor), as Exact
  std::uint32_t numerator = 0, divisor = no_value;
  Int128 denominator = 1;
};

struct Slope {
  Fraction value;       // change a point; invalid when 128 bits do not hold it
  bool curved = false;  // only at this very point
};

// A decision that falls as in another point's values.
struct ForcedDecision {
  std::uint32_t decision = no_value;
  const PointValues* reference = nullptr;
};

class MovingValues {
 public:
  // `inputs[i]` is the whole number of input i, unless `moves[i]`.
  MovingValues(const ValueGraph& graph, const std::vector<ValueId>& roots, std::span<const std::int64_t> inputs,
               const std::vector<bool>& moves, AxisScale scale);

  [[nodiscard]] std::uint32_t place(ValueId root) const { return places_[root]; }
  [[nodiscard]] std::uint32_t fixed_count() const { return static_cast<std::uint32_t>(fixed_.size()); }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(fixed_.size() + moving_.size()); }
  [[nodiscard]] bool moves(std::uint32_t place) const { return place >= fixed_.size(); }
  [[nodiscard]] const MovingValue& operator[](std::uint32_t place) const { return moving_[place - fixed_.size()]; }
  [[nodiscard]] const std::vector<std::int64_t>& table(std::uint32_t number) const { return graph_.tables()[number]; }
  [[nodiscard]] const Interval& range(std::uint32_t place) const { return ranges_[place]; }
  [[nodiscard]] ValueId source(std::uint32_t place) const { return sources_[place]; }

  [[nodiscard]] bool is_decision(std::uint32_t place) const;
  void set_coarse(std::uint32_t rounding) { moving_[rounding - fixed_.size()].coarse = true; }

  // All that moves; lists of the same places with less to do are as good for the points they were made for.
  [[nodiscard]] MovingList list() const;
  // What these places need of it.
  [[nodiscard]] MovingList list(const std::vector<std::uint32_t>& places) const;

  void evaluate(std::int64_t point, PointValues& values) const;
  void evaluate(std::int64_t point, const MovingList& list, PointValues& values) const;

  // The same at `length` points in a row: run[run_place(place, i)] at point first + i.
  void evaluate_run(std::int64_t first, std::int64_t length, const MovingList& list, RunValues& run) const;

  // As evaluate of what is `within` (with all that it rests on in `reference`), but every decision falls as in
  // `reference`. Into `turned` go those that would have fallen otherwise though all before them fell alike: those that
  // turn by themselves.
  void evaluate_as(std::int64_t point, const PointValues& reference, const std::vector<bool>& within,
                   PointValues& values, std::vector<std::uint32_t>& turned) const;
  // As evaluate, but this one decision falls as in `reference`.
  void evaluate_with(std::int64_t point, const PointValues& reference, std::uint32_t decision,
                     PointValues& values) const;

  [[nodiscard]] Int128 choice(std::uint32_t decision, const PointValues& values) const;

  // Of every place in the list; alike for two points when the same decisions lead to the same expression.
  void signatures(const PointValues& values, const MovingList& list, std::vector<std::uint64_t>& signatures) const;

  // `forced`: of values that evaluate_with made.
  [[nodiscard]] Slope slope(const PointValues& values, const Ratio& root, ForcedDecision forced = {}) const;

  // Marks what the root depends on, decisions and their grounds included.
  void mark_grounds(const PointValues& values, std::uint32_t root, std::vector<bool>& marks) const;

  [[nodiscard]] Fraction ratio(const PointValues& values, const Ratio& root) const;

 private:
  [[nodiscard]] Int128 compute(const MovingValue& value, const PointValues& values, std::int64_t point) const;
  [[nodiscard]] Int128 forced(const MovingValue& value, std::uint32_t place, const PointValues& reference,
                              const PointValues& values) const;
  void mark_expression(const PointValues& values, const Ratio& root, std::vector<bool>& marks,
                       ForcedDecision forced = {}) const;
  void prepare(PointValues& values) const;

  const ValueGraph& graph_;
  AxisScale scale_;
  std::vector<Int128> fixed_;
  std::vector<MovingValue> moving_;
  std::vector<Interval> ranges_;       // by place
  std::vector<ValueId> sources_;       // by place
  std::vector<std::uint32_t> places_;  // by ValueId
};

}  // namespace ansio::analyse
