// Weighs roundings along the expression that a point picks; effects are whole numbers of 2^-48.
//
// Idea: the derivative backwards. One unit of the root is passed down from each value to its operands, times what the
// value changes by when that operand does; where it arrives at a rounding, it is what one step of this rounding does to
// the root. One pass weighs all roundings, however many there are, where a pass upwards would weigh one.
#include "calc/analyse/enclosure/rounding_effects.h"

#include <algorithm>
#include <bit>

namespace ansio::analyse {
namespace {

// Effects of roundings are whole numbers of 2^-48 and stop growing far beyond any figure. They bear signs: what a
// rounded tax takes, a support may give back. A little is added for the fractions lost on the way.
constexpr Int128 one_effect = Int128{1} << 48;
constexpr Int128 lost_effect = Int128{1} << 16;
constexpr Int128 most_effect = Int128{1} << 100;

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

Int128 effect_times(Int128 effect, Int128 factor) {
  Int128 product = 0;
  if (__builtin_mul_overflow(effect, factor, &product))
    return (effect < 0) == (factor < 0) ? most_effect : -most_effect;
  return std::clamp(product, -most_effect, most_effect);
}

// Most divisors and effects are short, for which the processor divides by itself.
Int128 quotient(Int128 effect, Int128 by) {
  const auto short_effect = static_cast<std::int64_t>(effect), short_by = static_cast<std::int64_t>(by);
  return short_effect == effect && short_by == by ? short_effect / short_by : effect / by;
}

Int128 divisor_of(const PointValues& values, const Ratio& root) {
  return root.divisor == no_value ? 1 : std::max<Int128>(values[root.divisor], 1);
}

Fraction unit_of(const PointValues& values, const Ratio& root) {
  return Fraction::from_ratio(one_effect, 1) * Fraction::from_ratio(root.denominator, 1) *
         Fraction::from_ratio(divisor_of(values, root), 1);
}

}  // namespace

Int128 RoundingEffects::most_of(const Fraction& figure, const PointValues& values, const Ratio& root) {
  const Fraction most = round_to(figure * unit_of(values, root), Fraction::from_integer(1), Rounding::down);
  return most.is_valid() ? most.numerator() : 2 * most_effect;  // no effect is more than what 128 bits do not hold
}

Fraction RoundingEffects::in_units(Int128 effect, const PointValues& values, const Ratio& root) {
  return Fraction::from_ratio(effect, 1) / unit_of(values, root);
}

RoundingEffects::Effect RoundingEffects::weigh(const PointValues& values, const PointValues& others, const Ratio& root,
                                               Int128 most) {
  return weigh_along(values, others, root, most,
                     [&](std::uint32_t place) -> const MovingValue& { return values_[place]; });
}

RoundingEffects::Effect RoundingEffects::weigh(const PointValues& values, const PointValues& others, const Ratio& root,
                                               Int128 most, const Enclosure& enclosure) {
  return weigh_along(values, others, root, most,
                     [&](std::uint32_t place) -> const MovingValue& { return enclosure.value_at(place); });
}

void RoundingEffects::pass(std::uint32_t place, Int128 share) {
  if (share == 0 || !values_.moves(place))
    return;
  effects_[place] = std::clamp(effects_[place] + share, -most_effect, most_effect);
  reached_[place / 64] |= std::uint64_t{1} << (place % 64);
}

template <typename ValueAt>
RoundingEffects::Effect RoundingEffects::weigh_along(const PointValues& values, const PointValues& others,
                                                     const Ratio& root, Int128 most, const ValueAt& value_at) {
  effects_.resize(values_.count());
  reached_.resize((values_.count() + 63) / 64);
  Effect found;
  found.weighed = root.divisor != no_value;
  pass(root.numerator, one_effect);
  std::uint32_t last = root.numerator;
  if (root.divisor != no_value) {
    // A quotient n / d changes by −n / d² for a unit of d, and units here are those of 1 / d.
    pass(root.divisor, -effect_times(one_effect, values[root.numerator] / divisor_of(values, root)));
    last = std::max(last, root.divisor);
  }
  // What a factor is: exact when only one of the two moves, else the larger of what it is at two points. Then the
  // weight holds between them and not for the signature as a whole.
  const auto weight = [&](std::uint32_t factor, std::uint32_t other) {
    if (!values_.moves(factor) || !values_.moves(other))
      return values[factor];
    found.weighed = true;
    return std::max(magnitude(values[factor]), magnitude(others[factor]));
  };
  // Operands stand before what rests on them: from the last place downwards all of an effect has come together.
  for (std::size_t word = last / 64 + 1; word-- > 0;) {
    while (reached_[word] != 0) {
      const auto bit = static_cast<unsigned>(std::bit_width(reached_[word]) - 1);
      reached_[word] &= ~(std::uint64_t{1} << bit);
      const auto place = static_cast<std::uint32_t>(word * 64 + bit);
      const Int128 effect = effects_[place];
      // Left clean for the next weighing.
      effects_[place] = 0;
      if (effect == 0)
        continue;
      const MovingValue& value = value_at(place);
      switch (value.kind) {
        case ValueKind::add:
          pass(value.a, effect);
          pass(value.b, effect);
          break;
        case ValueKind::subtract:
          pass(value.a, effect);
          pass(value.b, -effect);
          break;
        case ValueKind::multiply:
          pass(value.a, effect_times(effect, weight(value.b, value.a)));
          pass(value.b, effect_times(effect, weight(value.a, value.b)));
          break;
        case ValueKind::divide_half_away:
        case ValueKind::divide_down:
        case ValueKind::divide_up: {
          // A coarse rounding is a decision: between two of its steps it does not move, and nothing below it matters.
          if (value.coarse)
            break;
          const Int128 own = magnitude(effect) + lost_effect;
          found.total = std::min(found.total + own, most_effect);
          // Alone it may shift the figure visibly: whoever looks at the figure must see where it jumps.
          if (own > most)
            found.coarse.push_back(place);
          const Int128 by = std::max<Int128>(values[value.b], 1);
          const Int128 share = quotient(effect, by);
          pass(value.a, share);
          if (values_.moves(value.b)) {
            found.weighed = true;
            pass(value.b, -effect_times(share, values[value.a] / by));
          }
          break;
        }
        case ValueKind::select:
        case ValueKind::minimum:
        case ValueKind::maximum:
          if (!value.logical)
            pass(picked(value, values, values), effect);
          break;
        case ValueKind::absolute:
          // A magnitude falls where what is below zero rises.
          pass(value.a, values[value.a] < 0 ? -effect : effect);
          break;
        default:
          break;
      }
    }
  }
  return found;
}

}  // namespace ansio::analyse
