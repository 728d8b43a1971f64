// The range a whole number is proven to lie in, and how ranges follow from one another.
//
// The compiler keeps an interval for every value, so that it knows before running which width is enough, which
// comparison is settled and which branch is dead. For all a in A, b in B: a + b is in A + B, and so on. What would
// leave ±2^126 has no interval: the operation gives nothing and the question is left to the definition.
//
//   Interval wage{0, 10'000'000};           // cents
//   (wage * Interval{43, 43})->high == 430'000'000
#pragma once

#include <optional>

#include "calc/base/limits/limits.h"
#include "calc/base/number/fraction.h"
#include "calc/program/floor.h"

namespace ansio::program {

struct Interval {
  Int128 low = 0;
  Int128 high = 0;

  [[nodiscard]] constexpr bool is_single() const { return low == high; }
  [[nodiscard]] constexpr bool contains(Int128 value) const { return low <= value && value <= high; }
  // True when every value is smaller in magnitude than the limit.
  [[nodiscard]] constexpr bool below(Int128 limit) const { return -limit < low && high < limit; }
  friend constexpr bool operator==(const Interval&, const Interval&) = default;
};

using MaybeInterval = std::optional<Interval>;

MaybeInterval operator+(const Interval& a, const Interval& b);
MaybeInterval operator-(const Interval& a, const Interval& b);
MaybeInterval operator*(const Interval& a, const Interval& b);
Interval minimum(const Interval& a, const Interval& b);
Interval maximum(const Interval& a, const Interval& b);
Interval hull(const Interval& a, const Interval& b);  // the least that holds both
Interval absolute(const Interval& a);

// a / b rounded, for b.low ≥ 1.
Interval divided(const Interval& a, const Interval& b, Rounding mode);

// The rounded quotient of two whole numbers, divisor ≥ 1, |value| and divisor below 2^126.
Int128 divide(Int128 value, Int128 divisor, Rounding mode);

}  // namespace ansio::program
