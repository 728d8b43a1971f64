// The values of a Program before it becomes a list: whole numbers and how each follows from others.
//
// Adding a value simplifies at once: a value whose interval is a single number is that constant, a comparison that the
// intervals settle is 0 or 1, an operation that changes nothing is its operand, and the same operation on the same
// operands is the same value. Operands always have smaller ids than the values made from them.
//
//   ValueGraph graph;
//   const ValueId wage = graph.input(0, {0, 10'000'000});
//   graph.minimum(wage, graph.constant(20'000'000)) == wage;
//
// A value that cannot be held in 126 bits makes the graph give up: `has_given_up()`, and every later value is a
// constant 0.
#pragma once

#include <vector>

#include "calc/base/limits/limits.h"
#include "calc/program/code/instructions.h"
#include "calc/program/floor.h"
#include "calc/program/values/interval.h"

namespace ansio::program {

using ValueId = std::uint32_t;
inline constexpr ValueId no_value = 0xffffffff;

enum class ValueKind : std::uint8_t {
  constant,
  input,  // a: number of the input
  add,
  subtract,
  multiply,
  minimum,
  maximum,
  absolute,
  less,
  less_equal,
  equal,
  not_equal,
  select,
  divide_half_away,
  divide_down,
  divide_up,
  look_up,  // a: the index, b: the table's number
};

struct ValueNode {
  ValueKind kind = ValueKind::constant;
  ValueId a = no_value, b = no_value, c = no_value;
  Interval range;
};

class ValueGraph {
 public:
  ValueGraph();

  ValueId constant(Int128 value);
  ValueId input(std::uint32_t number, Interval range);
  ValueId add(ValueId a, ValueId b);
  ValueId subtract(ValueId a, ValueId b);
  ValueId multiply(ValueId a, ValueId b);
  ValueId minimum(ValueId a, ValueId b);
  ValueId maximum(ValueId a, ValueId b);
  ValueId absolute(ValueId a);
  ValueId less(ValueId a, ValueId b);
  ValueId less_equal(ValueId a, ValueId b);
  ValueId equal(ValueId a, ValueId b);
  ValueId logical_not(ValueId truth);
  ValueId select(ValueId condition, ValueId then, ValueId otherwise);
  ValueId divide(ValueId a, ValueId divisor, Rounding mode);         // the divisor's interval is above 0
  ValueId look_up(const std::vector<Int128>& cells, ValueId index);  // the index is within the cells

  // Of two scopes, equal decisions (comparisons, minima and maxima, roundings, lookups) are two values, so that whoever
  // traces a decision to its maker finds one. No scope: shared by all.
  void set_scope(std::uint32_t scope) { scope_ = scope; }

  // Both hold of the caller's own knowledge: the value lies in `range` as well.
  void restrict(ValueId value, Interval range);
  void give_up() { given_up_ = true; }
  // Forgets that the graph gave up: the caller throws away what could not be held.
  void resume() { given_up_ = false; }
  [[nodiscard]] bool is_full() const { return nodes_.size() > most_values; }

  [[nodiscard]] bool has_given_up() const { return given_up_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] const ValueNode& operator[](ValueId id) const { return nodes_[id]; }
  [[nodiscard]] const Interval& range(ValueId id) const { return nodes_[id].range; }
  [[nodiscard]] bool is_constant(ValueId id) const { return nodes_[id].kind == ValueKind::constant; }
  [[nodiscard]] bool is_constant(ValueId id, Int128 value) const {
    return is_constant(id) && nodes_[id].range.low == value;
  }
  [[nodiscard]] Int128 constant_of(ValueId id) const { return nodes_[id].range.low; }
  // k when the value is k times another one, else 1.
  [[nodiscard]] Int128 factor_of(ValueId id) const;
  [[nodiscard]] const std::vector<std::vector<std::int64_t>>& tables() const { return tables_; }

 private:
  ValueId made(ValueKind kind, ValueId a, ValueId b, ValueId c, const MaybeInterval& range);
  ValueId found_or_added(const ValueNode& node);
  // True only when a ≤ b whatever the inputs are.
  [[nodiscard]] bool is_at_most(ValueId a, ValueId b) const;
  // True only when a ≤ times · b; times ≥ 1. Looks `depth` steps back, at `looks` pairs of values.
  bool is_at_most(ValueId a, ValueId b, Int128 times, int depth, int& looks) const;
  [[nodiscard]] Interval share(ValueId product, ValueId divisor, Interval range) const;
  void grow();

  std::vector<ValueNode> nodes_;
  std::vector<ValueId> slots_;  // open addressing over the nodes
  std::vector<std::vector<std::int64_t>> tables_;
  std::uint32_t scope_ = no_value;  // the unused third operand of every decision
  bool given_up_ = false;
};

}  // namespace ansio::program
