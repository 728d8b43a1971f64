// Evaluates the part of a graph that moves with the input, point by point or over runs, and watches its decisions.
//
// Places: what does not move comes first and is computed once, then what moves, each part in the order of the graph.
// Invariant: operands have smaller places than what rests on them. So one pass upwards computes, and one pass downwards
// finds all that something rests on.
//
// A signature is a hash of the expression that a point's decisions leave: operations and what they end in, without the
// sides not taken. Roundings that are fine are operations like others; what decides in steps (a lookup, a truth, a
// coarse rounding) counts by its result. Two points with one signature follow one expression, up to a chance of 2^-64.
#include "calc/analyse/enclosure/moving_values.h"

#include <algorithm>

namespace ansio::analyse {
namespace {

int operand_count(ValueKind kind) {
  switch (kind) {
    case ValueKind::constant:
    case ValueKind::input:
      return 0;
    case ValueKind::absolute:
    case ValueKind::look_up:
      return 1;
    case ValueKind::select:
      return 3;
    default:
      return 2;
  }
}

bool is_comparison(ValueKind kind) {
  return kind == ValueKind::less || kind == ValueKind::less_equal || kind == ValueKind::equal ||
         kind == ValueKind::not_equal;
}

// `and` and `or` are minimum and maximum of truths in a graph; here they must be told from choices between amounts,
// since the truths they join have decided already.
bool is_truth(const Interval& range) {
  return range.low >= 0 && range.high <= 1;
}

Int128 divided(Int128 a, Int128 b, Rounding mode) {
  // 128 bits are divided in software. Nearly all amounts are short and have no need of it.
  constexpr Int128 narrow = narrow_limit;
  b = std::max<Int128>(b, 1);  // where decisions are made to fall otherwise, a divisor may leave its range
  if (-narrow < a && a < narrow && b < narrow) {
    const auto short_a = static_cast<std::int64_t>(a), short_b = static_cast<std::int64_t>(b);
    return mode == Rounding::half_away ? divided_half_away(short_a, short_b)
           : mode == Rounding::down    ? divided_down(short_a, short_b)
                                       : divided_up(short_a, short_b);
  }
  return divide(a, b, mode);
}

// Where decisions are made to fall otherwise, a place in a table may leave its range too.
std::int64_t looked_up(const std::vector<std::int64_t>& table, Int128 place) {
  const auto last = static_cast<Int128>(table.size()) - 1;
  return table[static_cast<std::size_t>(std::clamp<Int128>(place, 0, last))];
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t part) {
  hash = (hash ^ part) * 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 32);
}

std::uint64_t folded(Int128 value) {
  return mixed(mixed(0x2545f4914f6cdd1dULL, static_cast<std::uint64_t>(value)),
               static_cast<std::uint64_t>(value >> 64));
}

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

}  // namespace

MovingValues::MovingValues(const ValueGraph& graph, const std::vector<ValueId>& roots,
                           std::span<const std::int64_t> inputs, const std::vector<bool>& moves, AxisScale scale)
    : graph_(graph), scale_(scale), places_(graph.size(), no_value) {
  // Downwards what the roots need, upwards what of it moves: a value moves when an operand does. How many are fixed
  // must be known before the first place of a moving one is given out.
  std::vector<bool> needed(graph.size()), moving(graph.size());
  for (const ValueId root : roots)
    needed[root] = true;
  for (auto id = static_cast<ValueId>(graph.size()); id-- > 0;) {
    if (!needed[id])
      continue;
    const ValueId operands[] = {graph[id].a, graph[id].b, graph[id].c};
    for (int i = 0; i < operand_count(graph[id].kind); ++i)
      needed[operands[i]] = true;
  }
  std::size_t fixed = 0;
  for (ValueId id = 0; id < graph.size(); ++id) {
    if (!needed[id])
      continue;
    const ValueNode& node = graph[id];
    const ValueId operands[] = {node.a, node.b, node.c};
    moving[id] = node.kind == ValueKind::input && moves[node.a];
    for (int i = 0; i < operand_count(node.kind); ++i)
      moving[id] = moving[id] || moving[operands[i]];
    fixed += moving[id] ? 0 : 1;
  }
  fixed_.reserve(fixed);
  PointValues values;
  values.reserve(fixed);
  for (const bool of_moving : {false, true}) {
    for (ValueId id = 0; id < graph.size(); ++id) {
      if (!needed[id] || moving[id] != of_moving)
        continue;
      const ValueNode& node = graph[id];
      MovingValue value;
      value.kind = node.kind;
      const int count = operand_count(node.kind);
      // Operands of a fixed value are fixed, those of a moving one have been placed before it: all have their places.
      value.a = count > 0 ? places_[node.a] : 0;
      value.b = count > 1 ? places_[node.b] : node.kind == ValueKind::look_up ? node.b : 0;
      value.c = count > 2 ? places_[node.c] : 0;
      value.logical = (node.kind == ValueKind::minimum || node.kind == ValueKind::maximum) && is_truth(node.range) &&
                      is_truth(graph.range(node.a)) && is_truth(graph.range(node.b));
      sources_.push_back(id);
      if (of_moving) {
        ranges_.push_back(node.range);
        places_[id] = static_cast<std::uint32_t>(fixed + moving_.size());
        moving_.push_back(value);
        continue;
      }
      places_[id] = static_cast<std::uint32_t>(fixed_.size());
      fixed_.push_back(node.kind == ValueKind::constant ? node.range.low
                       : node.kind == ValueKind::input  ? Int128{inputs[node.a]}
                                                        : compute(value, fixed_, 0));
      // What is fixed is known better than its range; enclosures profit from the point.
      ranges_.push_back({fixed_.back(), fixed_.back()});
    }
  }
}

Int128 MovingValues::compute(const MovingValue& value, const PointValues& values, std::int64_t point) const {
  switch (value.kind) {
    case ValueKind::constant:
      return value.number();
    case ValueKind::input:
      return Int128{scale_.first} + Int128{scale_.step} * point;
    case ValueKind::add:
      return values[value.a] + values[value.b];
    case ValueKind::subtract:
      return values[value.a] - values[value.b];
    case ValueKind::multiply:
      return values[value.a] * values[value.b];
    case ValueKind::minimum:
      return std::min(values[value.a], values[value.b]);
    case ValueKind::maximum:
      return std::max(values[value.a], values[value.b]);
    case ValueKind::absolute:
      return magnitude(values[value.a]);
    case ValueKind::less:
      return values[value.a] < values[value.b] ? 1 : 0;
    case ValueKind::less_equal:
      return values[value.a] <= values[value.b] ? 1 : 0;
    case ValueKind::equal:
      return values[value.a] == values[value.b] ? 1 : 0;
    case ValueKind::not_equal:
      return values[value.a] != values[value.b] ? 1 : 0;
    case ValueKind::select:
      return values[value.a] != 0 ? values[value.b] : values[value.c];
    case ValueKind::divide_half_away:
      return divided(values[value.a], values[value.b], Rounding::half_away);
    case ValueKind::divide_down:
      return divided(values[value.a], values[value.b], Rounding::down);
    case ValueKind::divide_up:
      return divided(values[value.a], values[value.b], Rounding::up);
    case ValueKind::look_up:
      return looked_up(table(value.b), values[value.a]);
  }
  return 0;
}

bool MovingValues::is_decision(std::uint32_t place) const {
  const MovingValue& value = (*this)[place];
  switch (value.kind) {
    case ValueKind::less:
    case ValueKind::less_equal:
    case ValueKind::equal:
    case ValueKind::not_equal:
    case ValueKind::absolute:
    case ValueKind::look_up:
      return true;
    case ValueKind::minimum:
    case ValueKind::maximum:
      return !value.logical;
    default:  // a select decides nothing itself: its condition is a value of its own
      return value.coarse;
  }
}

MovingList MovingValues::list() const {
  MovingList list;
  list.reserve(moving_.size());
  for (const MovingValue& value : moving_)
    list.push_back({fixed_count() + static_cast<std::uint32_t>(list.size()), value});
  return list;
}

MovingList MovingValues::list(const std::vector<std::uint32_t>& places) const {
  std::vector<bool> needed(count());
  for (const std::uint32_t place : places)
    needed[place] = true;
  std::size_t size = 0;
  for (std::uint32_t place = count(); place-- > fixed_count();) {
    if (!needed[place])
      continue;
    ++size;
    const MovingValue& value = (*this)[place];
    const std::uint32_t operands[] = {value.a, value.b, value.c};
    for (int i = 0; i < operand_count(value.kind); ++i)
      needed[operands[i]] = true;
  }
  MovingList list;
  list.reserve(size);
  for (std::uint32_t place = fixed_count(); place < count(); ++place)
    if (needed[place])
      list.push_back({place, (*this)[place]});
  return list;
}

void MovingValues::prepare(PointValues& values) const {
  if (values.size() == count())
    return;
  // Places outside a list keep these zeros or an earlier point's values. They are copied along and never read.
  values.assign(count(), 0);
  std::copy(fixed_.begin(), fixed_.end(), values.begin());
}

void MovingValues::evaluate(std::int64_t point, const MovingList& list, PointValues& values) const {
  prepare(values);
  for (const auto& [place, value] : list)
    values[place] = compute(value, values, point);
}

void MovingValues::evaluate(std::int64_t point, PointValues& values) const {
  prepare(values);
  std::size_t place = fixed_.size();
  for (const MovingValue& value : moving_)
    values[place++] = compute(value, values, point);
}

void MovingValues::evaluate_run(std::int64_t first, std::int64_t length, const MovingList& list, RunValues& run) const {
  if (run.size() != run_place(count(), 0)) {
    run.assign(run_place(count(), 0), 0);
    for (std::uint32_t place = 0; place < fixed_count(); ++place)
      std::fill_n(&run[run_place(place, 0)], longest_run, fixed_[place]);
  }
  const auto points = static_cast<std::size_t>(length);
  for (const PlacedValue& placed : list) {
    const MovingValue& value = placed.value;
    Int128* const here = &run[run_place(placed.place, 0)];
    const auto of = [&](std::uint32_t operand) { return &run[run_place(operand, 0)]; };
    const auto each = [&](const auto& compute_one) {
      const Int128 *const a = of(value.a), *const b = of(value.b);
      for (std::size_t i = 0; i < points; ++i)
        here[i] = compute_one(a[i], b[i]);
    };
    // Kind by kind over all points, so that each kind is one loop without a branch. The meanings are those of
    // compute(); a test holds the two together.
    switch (value.kind) {
      case ValueKind::constant:
        std::fill_n(here, points, value.number());
        break;
      case ValueKind::input:
        for (std::size_t i = 0; i < points; ++i)
          here[i] = Int128{scale_.first} + Int128{scale_.step} * (first + static_cast<std::int64_t>(i));
        break;
      case ValueKind::add:
        each([](Int128 a, Int128 b) { return a + b; });
        break;
      case ValueKind::subtract:
        each([](Int128 a, Int128 b) { return a - b; });
        break;
      case ValueKind::multiply:
        each([](Int128 a, Int128 b) { return a * b; });
        break;
      case ValueKind::minimum:
        each([](Int128 a, Int128 b) { return std::min(a, b); });
        break;
      case ValueKind::maximum:
        each([](Int128 a, Int128 b) { return std::max(a, b); });
        break;
      case ValueKind::absolute:
        for (std::size_t i = 0; i < points; ++i)
          here[i] = magnitude(of(value.a)[i]);
        break;
      case ValueKind::less:
        each([](Int128 a, Int128 b) { return Int128{a < b}; });
        break;
      case ValueKind::less_equal:
        each([](Int128 a, Int128 b) { return Int128{a <= b}; });
        break;
      case ValueKind::equal:
        each([](Int128 a, Int128 b) { return Int128{a == b}; });
        break;
      case ValueKind::not_equal:
        each([](Int128 a, Int128 b) { return Int128{a != b}; });
        break;
      case ValueKind::select:
        for (std::size_t i = 0; i < points; ++i)
          here[i] = of(value.a)[i] != 0 ? of(value.b)[i] : of(value.c)[i];
        break;
      case ValueKind::divide_half_away:
        each([](Int128 a, Int128 b) { return divided(a, b, Rounding::half_away); });
        break;
      case ValueKind::divide_down:
        each([](Int128 a, Int128 b) { return divided(a, b, Rounding::down); });
        break;
      case ValueKind::divide_up:
        each([](Int128 a, Int128 b) { return divided(a, b, Rounding::up); });
        break;
      case ValueKind::look_up:
        for (std::size_t i = 0; i < points; ++i)
          here[i] = looked_up(table(value.b), of(value.a)[i]);
        break;
    }
  }
}

// What a decision has picked, as a number that two points can be compared by. Of a minimum only the side counts: its
// value moves all the time.
Int128 MovingValues::choice(std::uint32_t decision, const PointValues& values) const {
  const MovingValue& value = (*this)[decision];
  switch (value.kind) {
    case ValueKind::minimum:
    case ValueKind::maximum:
      return values[value.a] < values[value.b] ? 1 : 0;
    case ValueKind::absolute:
      return values[value.a] < 0 ? 1 : 0;
    default:
      return values[decision];
  }
}

// The value when the decision falls as in `reference`, on today's operands: the side picked there, with the amount it
// has here. A truth, a lookup and a coarse rounding keep their result as a whole.
Int128 MovingValues::forced(const MovingValue& value, std::uint32_t place, const PointValues& reference,
                            const PointValues& values) const {
  switch (value.kind) {
    case ValueKind::minimum:
      return reference[value.a] < reference[value.b] ? values[value.a] : values[value.b];
    case ValueKind::maximum:
      return reference[value.a] < reference[value.b] ? values[value.b] : values[value.a];
    case ValueKind::absolute:
      return reference[value.a] < 0 ? -values[value.a] : values[value.a];
    default:
      return reference[place];
  }
}

void MovingValues::evaluate_as(std::int64_t point, const PointValues& reference, const std::vector<bool>& within,
                               PointValues& values, std::vector<std::uint32_t>& turned) const {
  // Each decision is computed on operands whose decisions fell as in the reference, and only then made to fall so
  // itself. One that comes out differently has turned by itself, not because another before it did.
  values = reference;
  turned.clear();
  for (std::uint32_t place = fixed_count(); place < count(); ++place) {
    if (!within[place])
      continue;
    const MovingValue& value = (*this)[place];
    values[place] = compute(value, values, point);
    if (!is_decision(place))
      continue;
    if (choice(place, values) != choice(place, reference))
      turned.push_back(place);
    values[place] = forced(value, place, reference, values);
  }
}

void MovingValues::evaluate_with(std::int64_t point, const PointValues& reference, std::uint32_t decision,
                                 PointValues& values) const {
  values = reference;
  for (std::uint32_t place = fixed_count(); place < count(); ++place) {
    const MovingValue& value = (*this)[place];
    // Later decisions are free: they answer for what this one does to them.
    values[place] = place == decision ? forced(value, place, reference, values) : compute(value, values, point);
  }
}

void MovingValues::signatures(const PointValues& values, const MovingList& list,
                              std::vector<std::uint64_t>& signatures) const {
  if (signatures.size() != count()) {
    signatures.resize(count());
    for (std::uint32_t place = 0; place < fixed_count(); ++place)
      signatures[place] = folded(fixed_[place]);
  }
  for (const auto& [place, value] : list) {
    const auto of = [&](std::uint32_t operand) { return signatures[operand]; };
    std::uint64_t signature = 0;
    switch (value.kind) {
      case ValueKind::input:
        // One input moves. Any number would do that no constant folds to on purpose.
        signature = 0x5bd1e995;
        break;
      case ValueKind::select:
      case ValueKind::minimum:
      case ValueKind::maximum:
        // Only the side taken: two ways to one expression are alike, and so may be looked at as one stretch.
        signature = of(picked(value, values, values));
        break;
      case ValueKind::absolute:
        // A mirrored expression is another one.
        signature = values[value.a] < 0 ? ~of(value.a) : of(value.a);
        break;
      case ValueKind::constant:
      case ValueKind::less:
      case ValueKind::less_equal:
      case ValueKind::equal:
      case ValueKind::not_equal:
      case ValueKind::look_up:
        // These jump: between two jumps they are constants of the expression, by their value.
        signature = folded(values[place]);
        break;
      default:
        signature = value.coarse ? folded(values[place])
                                 : mixed(mixed(of(value.a), static_cast<std::uint64_t>(value.kind) + 1), of(value.b));
    }
    // A truth counts by what it came to, not by which of its parts made it so.
    signatures[place] = value.logical ? folded(values[place]) : signature;
  }
}

Fraction MovingValues::ratio(const PointValues& values, const Ratio& root) const {
  const Fraction value = Fraction::from_ratio(values[root.numerator], root.denominator);
  return root.divisor == no_value ? value : value / Fraction::from_ratio(values[root.divisor], 1);
}

// Marks the expression at these values, from the root downwards. Of decisions only what was picked; grounds of
// decisions are left out: moving a wage by a point does not turn a decision, except at the very points that edges are
// made of.
void MovingValues::mark_expression(const PointValues& values, const Ratio& root, std::vector<bool>& marks,
                                   ForcedDecision forced) const {
  marks.assign(count(), false);
  marks[root.numerator] = true;
  std::uint32_t last = root.numerator;
  if (root.divisor != no_value) {
    marks[root.divisor] = true;
    last = std::max(last, root.divisor);
  }
  for (std::uint32_t place = last + 1; place-- > fixed_count();) {
    if (!marks[place])
      continue;
    const MovingValue& value = (*this)[place];
    if (value.logical || value.coarse || is_comparison(value.kind) || value.kind == ValueKind::look_up ||
        value.kind == ValueKind::input)
      continue;
    switch (value.kind) {
      case ValueKind::select:
      case ValueKind::minimum:
      case ValueKind::maximum:
        marks[picked(value, values, place == forced.decision ? *forced.reference : values)] = true;
        break;
      case ValueKind::absolute:
        marks[value.a] = true;
        break;
      default:
        marks[value.a] = true;
        marks[value.b] = true;
    }
  }
}

Slope MovingValues::slope(const PointValues& values, const Ratio& root, ForcedDecision forced) const {
  std::vector<bool> marks;
  mark_expression(values, root, marks, forced);
  const std::uint32_t last = root.divisor == no_value ? root.numerator : std::max(root.numerator, root.divisor);
  const Fraction zero = Fraction::from_integer(0);
  // The derivative, by the rules of school, place by place upwards. Roundings count as if they did not round: a step of
  // a cent is no slope. Fractions, so that a slope of 20 % is 1/5.
  std::vector<Fraction> slopes(std::max(last + 1, fixed_count()), zero);
  Slope slope;
  const auto at = [&](std::uint32_t place) { return Fraction::from_ratio(values[place], 1); };
  for (std::uint32_t place = fixed_count(); place <= last; ++place) {
    if (!marks[place])
      continue;
    const MovingValue& value = (*this)[place];
    if (value.logical || value.coarse)
      continue;
    const auto of = [&](std::uint32_t operand) -> const Fraction& { return slopes[operand]; };
    Fraction& here = slopes[place];
    switch (value.kind) {
      case ValueKind::input:
        here = Fraction::from_integer(scale_.step);
        break;
      case ValueKind::add:
        here = of(value.a).sign() == 0   ? of(value.b)
               : of(value.b).sign() == 0 ? of(value.a)
                                         : of(value.a) + of(value.b);
        break;
      case ValueKind::subtract:
        here = of(value.b).sign() == 0 ? of(value.a) : of(value.a) - of(value.b);
        break;
      case ValueKind::multiply:
        // A product of two that rise is no line: its slope holds at this point only.
        slope.curved = slope.curved || (of(value.a).sign() != 0 && of(value.b).sign() != 0);
        if (of(value.a).sign() != 0)
          here = of(value.a) * at(value.b);
        if (of(value.b).sign() != 0)
          here = here + of(value.b) * at(value.a);
        break;
      case ValueKind::divide_half_away:
      case ValueKind::divide_down:
      case ValueKind::divide_up:
        if (of(value.b).sign() != 0) {
          slope.curved = true;
          // (a / b)' = (a' − b' · a / b) / b
          here = (of(value.a) - of(value.b) * at(value.a) / at(value.b)) / at(value.b);
        } else if (of(value.a).sign() != 0) {
          here = of(value.a) / at(value.b);
        }
        break;
      case ValueKind::select:
      case ValueKind::minimum:
      case ValueKind::maximum:
        here = of(picked(value, values, place == forced.decision ? *forced.reference : values));
        break;
      case ValueKind::absolute: {
        const PointValues& grounds = place == forced.decision ? *forced.reference : values;
        here = grounds[value.a] < 0 ? -of(value.a) : of(value.a);
        break;
      }
      default:  // what jumps is a constant of the expression
        break;
    }
  }
  const Fraction denominator = Fraction::from_ratio(root.denominator, 1);
  slope.value = slopes[root.numerator] / denominator;
  if (root.divisor != no_value) {
    slope.curved = slope.curved || slopes[root.divisor].sign() != 0;
    slope.value = (slope.value - slopes[root.divisor] * ratio(values, root)) / at(root.divisor);
  }
  return slope;
}

// Other than an expression, grounds hold what made the decisions fall as they did: conditions and both sides of a
// minimum. The side of a choice that was not taken had no say.
void MovingValues::mark_grounds(const PointValues& values, std::uint32_t root, std::vector<bool>& marks) const {
  marks.resize(count());
  marks[root] = true;
  for (std::uint32_t place = root + 1; place-- > fixed_count();) {
    if (!marks[place])
      continue;
    const MovingValue& value = (*this)[place];
    switch (value.kind) {
      case ValueKind::input:
        break;
      case ValueKind::select:
        marks[value.a] = true;
        marks[values[value.a] != 0 ? value.b : value.c] = true;
        break;
      case ValueKind::absolute:
      case ValueKind::look_up:
        marks[value.a] = true;
        break;
      default:
        marks[value.a] = true;
        marks[value.b] = true;
    }
  }
}

}  // namespace ansio::analyse
