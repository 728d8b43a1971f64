// Builds the graph of whole numbers: folds constants, finds what is there already, proves what intervals alone do not.
//
// Every value that is added passes three sieves: a rule of algebra (x + 0, min(x, x)), its interval (a single number is
// that constant), the table of what is there. So equal expressions are one value, and asking whether two values are
// equal is often comparing two ids.
//
// Invariants: operands have smaller ids. The interval of a value holds it for all inputs within their bounds. Operands
// of a commutative operation stand in one order (in sums and products a constant last, else the smaller id first), or
// a + b and b + a would be two.
#include "calc/program/values/value_graph.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace ansio::program {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t part) {
  hash = (hash ^ part) * 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(const ValueNode& node) {
  std::uint64_t hash = mixed(static_cast<std::uint64_t>(node.kind), (std::uint64_t{node.a} << 32) | node.b);
  hash = mixed(hash, node.c);
  if (node.kind != ValueKind::constant)
    return hash;
  hash = mixed(hash, static_cast<std::uint64_t>(node.range.low));
  return mixed(hash, static_cast<std::uint64_t>(node.range.low >> 64));
}

bool same(const ValueNode& one, const ValueNode& other) {
  return one.kind == other.kind && one.a == other.a && one.b == other.b && one.c == other.c &&
         (one.kind != ValueKind::constant || one.range.low == other.range.low);
}

Int128 common_divisor(Int128 a, Int128 b) {
  b = b < 0 ? -b : b;
  while (b != 0)
    a = std::exchange(b, a % b);
  return a;
}

constexpr Interval truth{0, 1};
// Of a proof: steps back, and pairs of values looked at, so that no formula makes it long.
constexpr int deepest_proof = 8, most_looks = 300;

}  // namespace

ValueGraph::ValueGraph() {
  nodes_.reserve(1024);
  slots_.assign(4096, no_value);
}

ValueId ValueGraph::constant(Int128 value) {
  ValueNode node;
  node.range = {value, value};
  return found_or_added(node);
}

ValueId ValueGraph::input(std::uint32_t number, Interval range) {
  return made(ValueKind::input, number, no_value, no_value, range);
}

ValueId ValueGraph::add(ValueId a, ValueId b) {
  if (is_constant(a))
    std::swap(a, b);
  if (is_constant(b, 0))
    return a;
  // (x + 2) + 3 is x + 5: chains of months and limits grow no longer than one.
  if (is_constant(b) && nodes_[a].kind == ValueKind::add && is_constant(nodes_[a].b)) {
    const ValueId inner = nodes_[a].a;
    const MaybeInterval sum = nodes_[nodes_[a].b].range + nodes_[b].range;
    if (sum)
      return add(inner, constant(sum->low));
  }
  if (!is_constant(b) && b < a)
    std::swap(a, b);
  return made(ValueKind::add, a, b, no_value, nodes_[a].range + nodes_[b].range);
}

ValueId ValueGraph::subtract(ValueId a, ValueId b) {
  if (a == b)
    return constant(0);
  if (is_constant(b))
    return add(a, constant(-constant_of(b)));
  MaybeInterval range = nodes_[a].range - nodes_[b].range;
  // What is left of an amount after a part of it: intervals see two amounts and fear the worst. Everything after the
  // difference would inherit a sign that it never has, and with it the wider kind of number.
  if (range && range->low < 0 && is_at_most(b, a))
    range->low = 0;
  return made(ValueKind::subtract, a, b, no_value, range);
}

ValueId ValueGraph::multiply(ValueId a, ValueId b) {
  if (is_constant(a))
    std::swap(a, b);
  if (is_constant(b, 0))
    return b;
  if (is_constant(b, 1))
    return a;
  if (is_constant(b) && nodes_[a].kind == ValueKind::multiply && is_constant(nodes_[a].b)) {
    const ValueId inner = nodes_[a].a;
    const MaybeInterval product = nodes_[nodes_[a].b].range * nodes_[b].range;
    if (product)
      return multiply(inner, constant(product->low));
  }
  if (!is_constant(b) && b < a)
    std::swap(a, b);
  MaybeInterval range = nodes_[a].range * nodes_[b].range;
  // A square is not negative.
  if (range && a == b)
    range->low = range->low < 0 ? 0 : range->low;
  return made(ValueKind::multiply, a, b, no_value, range);
}

ValueId ValueGraph::minimum(ValueId a, ValueId b) {
  if (a == b || nodes_[a].range.high <= nodes_[b].range.low)
    return a;
  if (nodes_[b].range.high <= nodes_[a].range.low)
    return b;
  if (b < a)
    std::swap(a, b);
  return made(ValueKind::minimum, a, b, scope_, program::minimum(nodes_[a].range, nodes_[b].range));
}

ValueId ValueGraph::maximum(ValueId a, ValueId b) {
  if (a == b || nodes_[a].range.low >= nodes_[b].range.high)
    return a;
  if (nodes_[b].range.low >= nodes_[a].range.high)
    return b;
  if (b < a)
    std::swap(a, b);
  return made(ValueKind::maximum, a, b, scope_, program::maximum(nodes_[a].range, nodes_[b].range));
}

ValueId ValueGraph::absolute(ValueId a) {
  const Interval& range = nodes_[a].range;
  if (range.low >= 0)
    return a;
  if (range.high <= 0)
    return subtract(constant(0), a);
  return made(ValueKind::absolute, a, no_value, scope_, program::absolute(range));
}

ValueId ValueGraph::less(ValueId a, ValueId b) {
  if (a == b || nodes_[a].range.low >= nodes_[b].range.high)
    return constant(0);
  if (nodes_[a].range.high < nodes_[b].range.low)
    return constant(1);
  return made(ValueKind::less, a, b, scope_, truth);
}

ValueId ValueGraph::less_equal(ValueId a, ValueId b) {
  if (a == b || nodes_[a].range.high <= nodes_[b].range.low)
    return constant(1);
  if (nodes_[a].range.low > nodes_[b].range.high)
    return constant(0);
  return made(ValueKind::less_equal, a, b, scope_, truth);
}

ValueId ValueGraph::equal(ValueId a, ValueId b) {
  if (a == b)
    return constant(1);
  const Interval &left = nodes_[a].range, &right = nodes_[b].range;
  if (left.high < right.low || right.high < left.low)
    return constant(0);
  if (is_constant(a) || (!is_constant(b) && b < a))
    std::swap(a, b);
  // A truth compared with a truth that is known is the truth itself or its opposite.
  if (nodes_[a].range == truth && is_constant(b))
    return constant_of(b) == 1 ? a : logical_not(a);
  return made(ValueKind::equal, a, b, scope_, truth);
}

ValueId ValueGraph::logical_not(ValueId condition) {
  const ValueNode node = nodes_[condition];
  switch (node.kind) {
    case ValueKind::constant:
      return constant(node.range.low == 0 ? 1 : 0);
    case ValueKind::less:
      return less_equal(node.b, node.a);
    case ValueKind::less_equal:
      return less(node.b, node.a);
    case ValueKind::equal:
      return made(ValueKind::not_equal, node.a, node.b, scope_, truth);
    case ValueKind::not_equal:
      return made(ValueKind::equal, node.a, node.b, scope_, truth);
    case ValueKind::subtract:
      if (is_constant(node.a, 1) && nodes_[node.b].range == truth)
        return node.b;
      break;
    default:
      break;
  }
  return subtract(constant(1), condition);
}

ValueId ValueGraph::select(ValueId condition, ValueId then, ValueId otherwise) {
  if (is_constant(condition))
    return is_constant(condition, 0) ? otherwise : then;
  if (then == otherwise)
    return then;
  // Choices between truths are `and`, `or` and `not`, which proofs and enclosures know how to read.
  if (is_constant(then, 1) && is_constant(otherwise, 0))
    return condition;
  if (is_constant(then, 0) && is_constant(otherwise, 1))
    return logical_not(condition);
  if (is_constant(otherwise, 0) && nodes_[then].range == truth)
    return minimum(condition, then);
  if (is_constant(then, 1) && nodes_[otherwise].range == truth)
    return maximum(condition, otherwise);
  return made(ValueKind::select, condition, then, otherwise, hull(nodes_[then].range, nodes_[otherwise].range));
}

ValueId ValueGraph::divide(ValueId a, ValueId divisor, Rounding mode) {
  if (given_up_)
    return constant(0);
  if (is_constant(divisor)) {
    // x · 12 / 12 must not round, and x · 6 / 12 rounds as x / 2 does.
    const Int128 common = common_divisor(constant_of(divisor), factor_of(a));
    if (common > 1) {
      const ValueNode product = nodes_[a];
      a = multiply(product.a, constant(constant_of(product.b) / common));
      divisor = constant(constant_of(divisor) / common);
    }
    if (is_constant(divisor, 1))
      return a;
  }
  const ValueKind kind = mode == Rounding::half_away ? ValueKind::divide_half_away
                         : mode == Rounding::down    ? ValueKind::divide_down
                                                     : ValueKind::divide_up;
  return made(kind, a, divisor, scope_, share(a, divisor, divided(nodes_[a].range, nodes_[divisor].range, mode)));
}

// Of `range`, what product / divisor, however rounded, can be: of b · c / d with 0 ≤ b ≤ d it is between 0 and c.
Interval ValueGraph::share(ValueId product, ValueId divisor, Interval range) const {
  const ValueNode& node = nodes_[product];
  if (node.kind != ValueKind::multiply)
    return range;
  for (const auto& [part, whole] : {std::pair(node.a, node.b), std::pair(node.b, node.a)}) {
    if (nodes_[part].range.low < 0 || !is_at_most(part, divisor))
      continue;
    const Interval between = hull({0, 0}, nodes_[whole].range);
    range = {std::max(range.low, between.low), std::min(range.high, between.high)};
  }
  return range;
}

bool ValueGraph::is_at_most(ValueId a, ValueId b) const {
  int looks = most_looks;
  return is_at_most(a, b, 1, deepest_proof, looks);
}

// Intervals alone forget how values hang together: that min(a, b) is no more than a, a part no more than its sum.
bool ValueGraph::is_at_most(ValueId a, ValueId b, Int128 times, int depth, int& looks) const {
  const ValueNode &small = nodes_[a], &large = nodes_[b];
  if (times >= narrow_limit || !large.range.below(narrow_limit))
    return false;
  if (small.range.high <= times * large.range.low || (a == b && (times == 1 || small.range.low >= 0)))
    return true;
  if (depth == 0 || --looks < 0)
    return false;
  const auto holds = [&](ValueId one, ValueId other, Int128 factor) {
    return is_at_most(one, other, factor, depth - 1, looks);
  };
  const auto is_positive = [&](ValueId id) { return nodes_[id].range.low >= 0; };
  // First what makes a small: it is below when something that is above it is. Then what makes b large.
  switch (small.kind) {
    case ValueKind::minimum:
      if (holds(small.a, b, times) || holds(small.b, b, times))
        return true;
      break;
    case ValueKind::maximum:
      if (holds(small.a, b, times) && holds(small.b, b, times))
        return true;
      break;
    case ValueKind::select:
      if (holds(small.b, b, times) && holds(small.c, b, times))
        return true;
      break;
    case ValueKind::subtract:
      if (is_positive(small.b) && holds(small.a, b, times))
        return true;
      break;
    case ValueKind::multiply:
      if (is_constant(small.b) && constant_of(small.b) > 0 && times % constant_of(small.b) == 0 &&
          holds(small.a, b, times / constant_of(small.b)))
        return true;
      break;
    case ValueKind::divide_half_away:
    case ValueKind::divide_down:
    case ValueKind::divide_up:
      // times · b is whole, so that rounding does not pass it.
      if (is_constant(small.b) && constant_of(small.b) < narrow_limit &&
          holds(small.a, b, times * constant_of(small.b)))
        return true;
      break;
    default:
      break;
  }
  switch (large.kind) {
    case ValueKind::maximum:
      return holds(a, large.a, times) || holds(a, large.b, times);
    case ValueKind::minimum:
      return holds(a, large.a, times) && holds(a, large.b, times);
    case ValueKind::select:
      return holds(a, large.b, times) && holds(a, large.c, times);
    case ValueKind::add:
      return (is_positive(large.b) && holds(a, large.a, times)) || (is_positive(large.a) && holds(a, large.b, times));
    case ValueKind::multiply:
      return is_constant(large.b) && constant_of(large.b) > 0 && constant_of(large.b) < narrow_limit &&
             holds(a, large.a, times * constant_of(large.b));
    default:
      return false;
  }
}

ValueId ValueGraph::look_up(const std::vector<Int128>& cells, ValueId index) {
  const Interval& places = nodes_[index].range;
  if (places.is_single())
    return constant(cells[static_cast<std::size_t>(places.low)]);
  Interval range{cells[static_cast<std::size_t>(places.low)], cells[static_cast<std::size_t>(places.low)]};
  std::vector<std::int64_t> table;
  table.reserve(cells.size());
  for (Int128 place = 0; place < static_cast<Int128>(cells.size()); ++place) {
    const Int128 cell = cells[static_cast<std::size_t>(place)];
    if (cell >= narrow_limit || cell <= -narrow_limit) {
      given_up_ = true;
      return constant(0);
    }
    table.push_back(static_cast<std::int64_t>(cell));
    // The range is that of the cells that the index can reach; the others are there to keep places what they are.
    if (places.contains(place))
      range = hull(range, {cell, cell});
  }
  std::size_t number = 0;
  while (number < tables_.size() && tables_[number] != table)
    ++number;
  if (number == tables_.size())
    tables_.push_back(std::move(table));
  return made(ValueKind::look_up, index, static_cast<ValueId>(number), scope_, range);
}

void ValueGraph::restrict(ValueId value, Interval range) {
  if (is_constant(value))
    return;
  // The new knowledge holds for values added from now on. Those that exist keep what they were given: they are not
  // wrong, only wide.
  Interval& known = nodes_[value].range;
  known = {range.low < known.low ? known.low : range.low, known.high < range.high ? known.high : range.high};
}

Int128 ValueGraph::factor_of(ValueId id) const {
  const ValueNode& node = nodes_[id];
  return node.kind == ValueKind::multiply && is_constant(node.b) ? constant_of(node.b) : 1;
}

ValueId ValueGraph::made(ValueKind kind, ValueId a, ValueId b, ValueId c, const MaybeInterval& range) {
  if (!range || is_full())
    // From here on everything is a constant 0: whoever builds goes on without asking after every step and asks once at
    // the end.
    given_up_ = true;
  if (given_up_)
    return constant(0);
  if (range->is_single())
    return constant(range->low);
  return found_or_added({kind, a, b, c, *range});
}

ValueId ValueGraph::found_or_added(const ValueNode& node) {
  // Open addressing at most half full: a value is looked for far more often than the table grows.
  if (2 * nodes_.size() > slots_.size())
    grow();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash_of(node) & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == no_value) {
      slots_[slot] = static_cast<ValueId>(nodes_.size());
      nodes_.push_back(node);
      return slots_[slot];
    }
    if (same(nodes_[slots_[slot]], node))
      return slots_[slot];
  }
}

void ValueGraph::grow() {
  std::vector<ValueId> larger(2 * slots_.size(), no_value);
  const std::size_t mask = larger.size() - 1;
  for (ValueId id = 0; id < nodes_.size(); ++id) {
    std::size_t slot = hash_of(nodes_[id]) & mask;
    while (larger[slot] != no_value)
      slot = (slot + 1) & mask;
    larger[slot] = id;
  }
  slots_ = std::move(larger);
}

}  // namespace ansio::program
