// Encloses values between two points, operation by operation: the chord of the exact values, and how far from it they
// may lie.
//
// Invariant, which every enclose_… keeps: for a place of the list and a whole point x from l to h, the value at x is at
// least chord(x) + low and at most chord(x) + high. The chord is the straight line through the exact values at l and h,
// and it is not rounded. low <= 0 <= high, because the ends lie on it.
//
// Idea: chords add like the values do, so an addition costs nothing but its operands' deviations. Intervals of values
// alone forget that two taxes rise with the same wage; deviations from chords stay as small as the roundings that made
// them, however long the stretch is. (It is affine arithmetic with one symbol and an interval beside it.)
//
// A bound that would leave 128 bits is not taken: the wider one that holds anyway, from the value's range, stays.
#include "calc/analyse/enclosure/enclosure.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace ansio::analyse {
namespace {

constexpr Int128 widest_spread = 2 * widest_moving;

// What the value rests on, each place by reference.
template <typename Value, typename Each>
void for_operands(Value& value, const Each& each) {
  switch (value.kind) {
    case ValueKind::constant:
    case ValueKind::input:
      return;
    case ValueKind::select:
      each(value.a);
      each(value.b);
      each(value.c);
      return;
    case ValueKind::absolute:
    case ValueKind::look_up:
      each(value.a);
      return;
    default:
      each(value.a);
      each(value.b);
  }
}

// A list has no kind for "the value of that place". The minimum of a value with itself is one, and every other function
// treats it rightly without knowing.
bool is_copy(const MovingValue& value) {
  return value.kind == ValueKind::minimum && !value.logical && value.a == value.b;
}

}  // namespace

Int128 Enclosure::least(std::uint32_t place) const {
  return std::min(left(place), right(place)) + spreads_[place].low;
}

Int128 Enclosure::most(std::uint32_t place) const {
  return std::max(left(place), right(place)) + spreads_[place].high;
}

Interval Enclosure::bounds(std::uint32_t place) const {
  const Interval& range = values_.range(place);
  return {std::max(least(place), range.low), std::min(most(place), range.high)};
}

// The value lies in `range` at all points between; what is known already stays. A chord never leaves its two ends, so
// value − chord is at least range.low − the higher end, and at most range.high − the lower one.
void Enclosure::settle(std::uint32_t place, const Interval& range, bool open) {
  Spread& spread = spreads_[place];
  spread.low = std::max(spread.low, range.low - std::max(left(place), right(place)));
  spread.high = std::min(spread.high, range.high - std::min(left(place), right(place)));
  open_[place] = open ? 1 : 0;
}

// The two are equal at every point between, so all that is known of one holds of the other. That they are one value is
// kept as well: a credit that takes a whole tax leaves exactly nothing, which two deviations could not tell.
void Enclosure::take(std::uint32_t place, std::uint32_t operand) {
  spreads_[place] = spreads_[operand];
  open_[place] = open_[operand];
  same_[place] = same_[operand];
}

bool Enclosure::is_exactly(std::uint32_t place, Int128 number) const {
  return left(place) == number && right(place) == number && spreads_[place].low == 0 && spreads_[place].high == 0;
}

void Enclosure::enclose(std::int64_t l, const PointValues& at_l, std::int64_t h, const PointValues& at_h,
                        const MovingList& list) {
  l_ = l;
  h_ = h;
  at_l_ = &at_l;
  at_h_ = &at_h;
  list_ = &list;
  if (spreads_.size() != values_.count()) {
    spreads_.assign(values_.count(), {});
    open_.assign(values_.count(), 0);
    same_.resize(values_.count());
    std::iota(same_.begin(), same_.end(), 0U);
    at_.resize(values_.count());
    needed_.assign(values_.count(), 0);
    wanted_.assign(values_.count(), 0);
    taken_from_ = same_;
  }
  // Operands stand before what rests on them: each is enclosed when it is asked for. Places that are not in the list
  // keep what an earlier one left there, and nobody asks for them.
  std::uint32_t at = 0;
  for (const auto& [place, value] : list) {
    at_[place] = at++;
    enclose_one(place, value);
  }
}

// A decision that falls one way at all points between has become what it picks. The narrowed list is right only there:
// each half of a cut narrows its own. Where the conditions differ from those of enclose_one, the cheaper one is enough.
MovingValue Enclosure::settled(std::uint32_t place, const MovingValue& value) const {
  MovingValue settled = value;
  const auto constant = [&] {
    const auto number = static_cast<std::int64_t>(left(place));
    // A constant of a list holds 64 bits; what is longer stays as it is and is computed.
    if (number == left(place))
      settled = MovingValue::constant(number);
  };
  const auto copy = [&](std::uint32_t operand) {
    settled.kind = ValueKind::minimum;
    settled.a = settled.b = operand;
  };
  switch (value.kind) {
    case ValueKind::less:
    case ValueKind::less_equal:
    case ValueKind::equal:
    case ValueKind::not_equal:
    case ValueKind::look_up:
      if (open_[place] == 0)
        constant();
      break;
    case ValueKind::select:
      if (least(value.a) == most(value.a))
        copy(left(value.a) != 0 ? value.b : value.c);
      break;
    case ValueKind::minimum:
    case ValueKind::maximum: {
      if (value.logical) {
        if (least(place) == most(place))
          constant();
        break;
      }
      const Interval apart = difference(value.a, value.b);
      if (apart.high < 0 || apart.low >= 0)
        copy((apart.high < 0) == (value.kind == ValueKind::minimum) ? value.a : value.b);
      break;
    }
    default:
      if (value.coarse && open_[place] == 0)
        constant();
  }
  return settled;
}

MovingList Enclosure::narrowed(const std::vector<std::uint32_t>& places) {
  for (const std::uint32_t place : places)
    needed_[place] = wanted_[place] = 1;
  MovingList narrowed;
  narrowed.reserve(list_->size());
  // From the last place to the first, settling before asking: what only a side that is not taken needs is never marked.
  for (std::size_t i = list_->size(); i-- > 0;) {
    const std::uint32_t place = (*list_)[i].place;
    if (needed_[place] == 0)
      continue;
    // Left clean for the next call.
    needed_[place] = 0;
    const MovingValue value = settled(place, (*list_)[i].value);
    for_operands(value, [&](std::uint32_t operand) {
      if (values_.moves(operand))
        needed_[operand] = 1;
    });
    narrowed.push_back({place, value});
  }
  std::reverse(narrowed.begin(), narrowed.end());
  // What only takes another value is left out: who needs it takes that itself.
  std::size_t kept = 0;
  for (PlacedValue& placed : narrowed) {
    for_operands(placed.value, [&](std::uint32_t& operand) { operand = taken_from_[operand]; });
    const bool is_left_out = is_copy(placed.value) && wanted_[placed.place] == 0;
    taken_from_[placed.place] = is_left_out ? placed.value.a : placed.place;
    if (!is_left_out)
      narrowed[kept++] = placed;
  }
  narrowed.resize(kept);
  for (const std::uint32_t place : places)
    wanted_[place] = 0;
  return narrowed;
}

// The range of a − b: the chord of the difference at its ends, and both deviations. Of one value under two names it is
// exactly 0, which their deviations do not show.
Interval Enclosure::difference(std::uint32_t a, std::uint32_t b) const {
  if (same_[a] == same_[b])
    return {0, 0};
  const Int128 from = left(a) - left(b), to = right(a) - right(b);
  return {std::min(from, to) + spreads_[a].low - spreads_[b].high,
          std::max(from, to) + spreads_[a].high - spreads_[b].low};
}

void Enclosure::enclose_one(std::uint32_t place, const MovingValue& value) {
  // Whatever follows, the value stays in its proven range.
  Spread& spread = spreads_[place];
  const Interval& range = values_.range(place);
  spread = {range.low - std::max(left(place), right(place)), range.high - std::min(left(place), right(place))};
  const Spread widest = spread;
  same_[place] = place;
  const auto narrowed = [&](Int128 low, Int128 high) {
    spread = {std::max(widest.low, low), std::min(widest.high, high)};
  };
  switch (value.kind) {
    case ValueKind::constant:
    case ValueKind::input:
      spread = {0, 0};
      open_[place] = 0;
      return;
    case ValueKind::add:
      if (is_exactly(value.b, 0))
        take(place, value.a);
      else if (is_exactly(value.a, 0))
        take(place, value.b);
      else
        narrowed(spreads_[value.a].low + spreads_[value.b].low, spreads_[value.a].high + spreads_[value.b].high);
      // Open speaks of decisions, not of amounts: a term that is 0 throughout may still be 0 by several ways.
      open_[place] = open_[value.a] | open_[value.b];
      return;
    case ValueKind::subtract:
      if (is_exactly(value.b, 0))
        take(place, value.a);
      else if (same_[value.a] == same_[value.b])
        narrowed(0, 0);
      else
        narrowed(spreads_[value.a].low - spreads_[value.b].high, spreads_[value.a].high - spreads_[value.b].low);
      open_[place] = open_[value.a] | open_[value.b];
      return;
    case ValueKind::multiply:
      enclose_product(place, value);
      return;
    case ValueKind::minimum:
    case ValueKind::maximum:
      enclose_extreme(place, value, value.kind == ValueKind::minimum);
      return;
    case ValueKind::absolute:
      if (least(value.a) >= 0) {
        take(place, value.a);
      } else if (most(value.a) < 0) {
        spread = {-spreads_[value.a].high, -spreads_[value.a].low};
        open_[place] = open_[value.a];
      } else {
        settle(place, {0, std::max(-least(value.a), most(value.a))}, true);
      }
      return;
    case ValueKind::less:
    case ValueKind::less_equal:
    case ValueKind::equal:
    case ValueKind::not_equal: {
      const Interval apart = difference(value.a, value.b);
      // Ties count: at a point where both are equal `less` is false and `less_equal` true, so each asks for its own
      // strictness on either side.
      const bool ordered = value.kind == ValueKind::less         ? apart.high < 0 || apart.low >= 0
                           : value.kind == ValueKind::less_equal ? apart.high <= 0 || apart.low > 0
                                                                 : apart.high < 0 || apart.low > 0 || apart.is_single();
      if (ordered)
        settle(place, {left(place), left(place)}, false);
      else
        settle(place, {0, 1}, true);
      return;
    }
    case ValueKind::select:
      enclose_choice(place, value);
      return;
    case ValueKind::divide_half_away:
    case ValueKind::divide_down:
    case ValueKind::divide_up:
      enclose_quotient(place, value);
      return;
    case ValueKind::look_up: {
      const auto& cells = values_.table(value.b);
      const Int128 last = static_cast<Int128>(cells.size()) - 1;
      const auto from = static_cast<std::size_t>(std::clamp<Int128>(least(value.a), 0, last));
      const auto until = static_cast<std::size_t>(std::clamp<Int128>(most(value.a), 0, last));
      // All cells that the index may reach; unlike a chord they need not lie in a row.
      Interval found{cells[from], cells[from]};
      for (std::size_t i = from; i <= until; ++i)
        found = hull(found, {cells[i], cells[i]});
      settle(place, found, !found.is_single());
      return;
    }
  }
}

void Enclosure::enclose_extreme(std::uint32_t place, const MovingValue& value, bool least_of_both) {
  const Interval apart = difference(value.a, value.b);
  if (apart.high < 0 || apart.low >= 0) {
    // A tie takes b, as picked() does: the proof and the evaluation name the same side.
    const bool takes_a = (apart.high < 0) == least_of_both;
    take(place, takes_a ? value.a : value.b);
    return;
  }
  if (value.logical) {
    // One of two truths is settled, and if it decided the other would not matter.
    for (const auto& [known, other] : {std::pair(value.a, value.b), std::pair(value.b, value.a)}) {
      if (least(known) != most(known))
        continue;
      take(place, (least(known) == (least_of_both ? 1 : 0)) ? other : known);
      return;
    }
  }
  // A minimum of lines is concave: it lies above the chord between its ends, and nowhere above either line. How far a
  // line is above the chord is itself a line, so it is greatest at an end. A maximum is the mirror image.
  const Spread &a = spreads_[value.a], &b = spreads_[value.b];
  Spread& spread = spreads_[place];
  const auto gap = [&](std::uint32_t operand) {
    const Int128 at_left = left(operand) - left(place), at_right = right(operand) - right(place);
    return least_of_both ? std::max(at_left, at_right) : std::min(at_left, at_right);
  };
  if (least_of_both) {
    spread.low = std::max(spread.low, std::min(a.low, b.low));
    spread.high = std::min({spread.high, gap(value.a) + a.high, gap(value.b) + b.high});
  } else {
    spread.low = std::max({spread.low, gap(value.a) + a.low, gap(value.b) + b.low});
    spread.high = std::min(spread.high, std::max(a.high, b.high));
  }
  open_[place] = 1;
}

void Enclosure::enclose_choice(std::uint32_t place, const MovingValue& value) {
  if (least(value.a) == most(value.a)) {
    take(place, left(value.a) != 0 ? value.b : value.c);
    return;
  }
  // Whichever side is taken at a point, the value is one of them. Each side is seen from the chord of the choice; what
  // lies between two chords is a line, with its extremes at the ends.
  Spread either{widest_spread, -widest_spread};
  for (const std::uint32_t operand : {value.b, value.c}) {
    const Int128 at_left = left(operand) - left(place), at_right = right(operand) - right(place);
    either.low = std::min(either.low, std::min(at_left, at_right) + spreads_[operand].low);
    either.high = std::max(either.high, std::max(at_left, at_right) + spreads_[operand].high);
  }
  Spread& spread = spreads_[place];
  spread = {std::max(spread.low, either.low), std::min(spread.high, either.high)};
  open_[place] = 1;
}

void Enclosure::enclose_product(std::uint32_t place, const MovingValue& value) {
  open_[place] = open_[value.a] | open_[value.b];
  const Spread &a = spreads_[value.a], &b = spreads_[value.b];
  Spread& spread = spreads_[place];
  if (!values_.moves(value.b) || !values_.moves(value.a)) {
    // The same factor at both ends: the chord of the product is the product of the chord, and nothing bends.
    const bool b_is_fixed = !values_.moves(value.b);
    const Int128 factor = b_is_fixed ? left(value.b) : left(value.a);
    const Spread& of = b_is_fixed ? a : b;
    Int128 one = 0, other = 0;
    if (__builtin_mul_overflow(of.low, factor, &one) || __builtin_mul_overflow(of.high, factor, &other))
      return;
    spread = {std::max(spread.low, std::min(one, other)), std::min(spread.high, std::max(one, other))};
    return;
  }
  // With A, B the chords and a = A + da, b = B + db: a · b = A · B + da · B + a · db. So da weighs as much as the chord
  // B is large, and db as much as the value a is: once with chord and once with value, or da · db would be missing.
  // A · B bends away from its own chord by t (1 − t) times the product of the two rises, at most a quarter of it; one
  // more pays for the division.
  Int128 bend = 0;
  if (__builtin_mul_overflow(right(value.a) - left(value.a), right(value.b) - left(value.b), &bend))
    return;
  bend = -bend;
  Spread total{std::min<Int128>(bend / 4 - 1, 0), std::max<Int128>(bend / 4 + 1, 0)};
  const auto weigh = [&](const Spread& deviation, Int128 low, Int128 high) {
    Int128 corners[4];
    if (__builtin_mul_overflow(deviation.low, low, &corners[0]) ||
        __builtin_mul_overflow(deviation.low, high, &corners[1]) ||
        __builtin_mul_overflow(deviation.high, low, &corners[2]) ||
        __builtin_mul_overflow(deviation.high, high, &corners[3]))
      return false;
    const auto [least_corner, most_corner] = std::minmax_element(std::begin(corners), std::end(corners));
    return !__builtin_add_overflow(total.low, *least_corner, &total.low) &&
           !__builtin_add_overflow(total.high, *most_corner, &total.high);
  };
  if (weigh(a, std::min(left(value.b), right(value.b)), std::max(left(value.b), right(value.b))) &&
      weigh(b, least(value.a), most(value.a)))
    spread = {std::max(spread.low, total.low), std::min(spread.high, total.high)};
}

void Enclosure::enclose_quotient(std::uint32_t place, const MovingValue& value) {
  const Rounding mode = value.kind == ValueKind::divide_half_away ? Rounding::half_away
                        : value.kind == ValueKind::divide_down    ? Rounding::down
                                                                  : Rounding::up;
  // A divisor is proven to be at least 1 where its quotient is used; elsewhere computing takes 1 for it as well.
  const Int128 low_divisor = std::max<Int128>(least(value.b), 1);
  const Interval quotient =
      program::divided({least(value.a), most(value.a)}, {low_divisor, std::max(most(value.b), low_divisor)}, mode);
  const bool open = (open_[value.a] | open_[value.b]) != 0;
  Spread& spread = spreads_[place];
  if (!values_.moves(value.b)) {
    const Spread& a = spreads_[value.a];
    const Int128 divisor = left(value.b);
    // A multiple of the divisor is divided without rounding: (a · 12) / 12 is a, with its decisions.
    const std::uint32_t whole = same_[value.a];
    if (!value.coarse && values_.moves(whole) && value_at(whole).kind == ValueKind::multiply &&
        is_exactly(value_at(whole).b, divisor)) {
      take(place, value_at(whole).a);
      open_[place] = open_[value.a];
      return;
    }
    // A rounding moves a value by at most half a unit, or by less than one unit to one side. So do the two ends that
    // the chord goes through: together never more than one unit away from it.
    spread.low = std::max(spread.low, divide(a.low, divisor, Rounding::down) - 1);
    spread.high = std::min(spread.high, divide(a.high, divisor, Rounding::up) + 1);
  }
  // A coarse rounding is a decision: which of its steps it stands on must be one and the same throughout.
  if (value.coarse)
    settle(place, quotient, !quotient.is_single());
  else
    settle(place, quotient, open);
}

// Down from an open value to the decision it waits for whose own grounds are not open. Cutting at any other would be
// guesswork: where its operands cross is known only when they follow one expression. Ends, since operands stand before
// what rests on them.
std::uint32_t Enclosure::waits_for(std::uint32_t place) const {
  for (;;) {
    const MovingValue& value = value_at(place);
    const auto open = [&](std::uint32_t operand) { return values_.moves(operand) && open_[operand] != 0; };
    switch (value.kind) {
      case ValueKind::select:
        place = least(value.a) != most(value.a) ? value.a : left(value.a) != 0 ? value.b : value.c;
        continue;
      case ValueKind::input:
      case ValueKind::constant:
        return place;
      case ValueKind::absolute:
      case ValueKind::look_up:
        if (!open(value.a))
          return place;
        place = value.a;
        continue;
      default:
        if (open(value.a))
          place = value.a;
        else if (open(value.b))
          place = value.b;
        else
          return place;
    }
  }
}

// The first or the last point where the chord plus its deviation may be zero, whichever settles more; the middle when
// that is little. A cut need not be exact: a poor one costs another cut, never a wrong answer. So whole digits may go
// where 128 bits would not hold the product.
std::int64_t Enclosure::crossing(Int128 from, Int128 to, const Spread& spread) const {
  const std::int64_t length = h_ - l_;
  const std::int64_t middle = l_ + length / 2;
  const auto settled_until = [&](Int128 start, Int128 end, Int128 low, Int128 high) -> std::int64_t {
    if (start < 0) {  // mirrored
      start = -start;
      end = -end;
      low = -std::exchange(high, -low);
    }
    Int128 room = start + low;  // by how much it is surely above zero
    // After k of `length` steps the chord has fallen by fall · k / length, so the value is surely above zero as long as
    // k < room · length / fall.
    Int128 fall = start - end;
    if (room <= 0 || fall <= 0)
      return room <= 0 ? 0 : length;
    while (room > Int128{1} << 61) {
      room >>= 8;
      fall >>= 8;
    }
    return fall == 0 ? 0 : static_cast<std::int64_t>(std::min<Int128>(room * length / fall, length));
  };
  const std::int64_t after_left = settled_until(from, to, spread.low, spread.high);
  const std::int64_t before_right = settled_until(to, from, spread.low, spread.high);
  if (std::max(after_left, before_right) < length / 4)
    return middle;
  const std::int64_t cut = after_left >= before_right ? l_ + after_left : h_ - before_right;
  return std::clamp(cut, l_ + 1, h_ - 1);
}

std::int64_t Enclosure::cut(std::uint32_t place) const {
  const std::uint32_t decision = waits_for(place);
  const MovingValue& value = value_at(decision);
  switch (value.kind) {
    case ValueKind::less:
    case ValueKind::less_equal:
    case ValueKind::equal:
    case ValueKind::not_equal:
    case ValueKind::minimum:
    case ValueKind::maximum: {
      const Spread &a = spreads_[value.a], &b = spreads_[value.b];
      return crossing(left(value.a) - left(value.b), right(value.a) - right(value.b), {a.low - b.high, a.high - b.low});
    }
    case ValueKind::absolute:
      return crossing(left(value.a), right(value.a), spreads_[value.a]);
    default:
      return l_ + (h_ - l_) / 2;
  }
}

}  // namespace ansio::analyse
