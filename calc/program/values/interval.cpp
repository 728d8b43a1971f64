#include "calc/program/values/interval.h"

#include <algorithm>

namespace ansio::program {
namespace {

MaybeInterval within_limit(bool overflow, const Interval& interval) {
  if (overflow || !interval.below(wide_limit))
    return std::nullopt;
  return interval;
}

}  // namespace

MaybeInterval operator+(const Interval& a, const Interval& b) {
  return within_limit(false, {a.low + b.low, a.high + b.high});
}

MaybeInterval operator-(const Interval& a, const Interval& b) {
  return within_limit(false, {a.low - b.high, a.high - b.low});
}

MaybeInterval operator*(const Interval& a, const Interval& b) {
  if (a.below(narrow_limit) && b.below(narrow_limit)) {
    const Int128 corners[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
    const auto [low, high] = std::minmax_element(std::begin(corners), std::end(corners));
    return within_limit(false, {*low, *high});
  }
  Int128 corners[4];
  bool overflow = __builtin_mul_overflow(a.low, b.low, &corners[0]);
  overflow = __builtin_mul_overflow(a.low, b.high, &corners[1]) || overflow;
  overflow = __builtin_mul_overflow(a.high, b.low, &corners[2]) || overflow;
  overflow = __builtin_mul_overflow(a.high, b.high, &corners[3]) || overflow;
  const auto [low, high] = std::minmax_element(std::begin(corners), std::end(corners));
  return within_limit(overflow, {*low, *high});
}

Interval minimum(const Interval& a, const Interval& b) {
  return {std::min(a.low, b.low), std::min(a.high, b.high)};
}

Interval maximum(const Interval& a, const Interval& b) {
  return {std::max(a.low, b.low), std::max(a.high, b.high)};
}

Interval hull(const Interval& a, const Interval& b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

Interval absolute(const Interval& a) {
  const Int128 largest = std::max(-a.low, a.high);
  if (a.contains(0))
    return {0, largest};
  return {std::min(a.low < 0 ? -a.low : a.low, a.high < 0 ? -a.high : a.high), largest};
}

Interval divided(const Interval& a, const Interval& b, Rounding mode) {
  // Rounded division grows with the value; towards which end the divisor pulls depends on the value's sign.
  return {divide(a.low, a.low < 0 ? b.low : b.high, mode), divide(a.high, a.high < 0 ? b.high : b.low, mode)};
}

Int128 divide(Int128 value, Int128 divisor, Rounding mode) {
  const Int128 quotient = value / divisor;
  const Int128 remainder = value % divisor;
  switch (mode) {
    case Rounding::down:
      return remainder < 0 ? quotient - 1 : quotient;
    case Rounding::up:
      return remainder > 0 ? quotient + 1 : quotient;
    case Rounding::half_away:
      break;
  }
  const Int128 rest = remainder < 0 ? -remainder : remainder;
  if (rest < divisor - rest)
    return quotient;
  return value < 0 ? quotient - 1 : quotient + 1;
}

}  // namespace ansio::program
