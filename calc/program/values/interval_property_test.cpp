// For all a in A and b in B, what an operation gives is in what it gives for A and B.
#include "calc/program/values/interval.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "calc/program/code/instructions.h"

namespace ansio::program {
namespace {

struct Sample {
  Interval interval;
  Int128 value = 0;
};

Int128 number(std::int64_t limit) {
  const auto low = *rc::gen::inRange<std::int64_t>(-limit, limit + 1);
  return *rc::gen::inRange<int>(0, 4) == 0 ? Int128{low} << 60 : Int128{low};
}

// Wide and narrow, about zero and away from it; the value often at an end.
Sample sample(Int128 least, std::int64_t limit = 1000) {
  const Int128 a = std::max(least, number(limit)), b = std::max(least, number(limit));
  const Interval interval{std::min(a, b), std::max(a, b)};
  const auto part = *rc::gen::inRange<int>(0, 5);
  return {interval, part == 0 ? interval.high : interval.low + (interval.high - interval.low) / 4 * part};
}

Rounding rounding() {
  return *rc::gen::element(Rounding::half_away, Rounding::down, Rounding::up);
}

TEST(IntervalProperty, holds_what_an_operation_gives) {
  EXPECT_TRUE(rc::check("operations stay inside", [] {
    const Sample a = sample(-wide_limit), b = sample(-wide_limit);
    RC_ASSERT((a.interval + b.interval)->contains(a.value + b.value));
    RC_ASSERT((a.interval - b.interval)->contains(a.value - b.value));
    RC_ASSERT(minimum(a.interval, b.interval).contains(std::min(a.value, b.value)));
    RC_ASSERT(maximum(a.interval, b.interval).contains(std::max(a.value, b.value)));
    RC_ASSERT(hull(a.interval, b.interval).contains(a.value));
    RC_ASSERT(absolute(a.interval).contains(a.value < 0 ? -a.value : a.value));
    if (const MaybeInterval product = a.interval * b.interval)
      RC_ASSERT(product->contains(a.value * b.value));
    const Sample divisor = sample(1);
    const Rounding mode = rounding();
    RC_ASSERT(divided(a.interval, divisor.interval, mode).contains(divide(a.value, divisor.value, mode)));
  }));
}

TEST(IntervalProperty, a_product_beyond_126_bits_has_none) {
  const Interval large{0, Int128{1} << 63};
  EXPECT_TRUE(large * Interval(0, (Int128{1} << 62)));
  EXPECT_FALSE(large * large);
  EXPECT_FALSE(Interval(-(wide_limit - 1), 0) - Interval(1, 1));
}

// The instructions' division, the compiler's and the fractions' are three programs with one meaning.
TEST(IntervalProperty, three_divisions_agree) {
  EXPECT_TRUE(rc::check("rounded quotients", [] {
    const std::int64_t divisor = *rc::gen::inRange<std::int64_t>(1, 2000);
    const std::int64_t value = *rc::gen::inRange<std::int64_t>(-100000, 100000);
    const auto expected = [&](Rounding mode) {
      return round_to(Fraction::from_ratio(value, divisor), Fraction::from_integer(1), mode).numerator();
    };
    RC_ASSERT(divide(value, divisor, Rounding::half_away) == expected(Rounding::half_away));
    RC_ASSERT(divide(value, divisor, Rounding::down) == expected(Rounding::down));
    RC_ASSERT(divide(value, divisor, Rounding::up) == expected(Rounding::up));
    RC_ASSERT(divided_half_away(value, divisor) == expected(Rounding::half_away));
    RC_ASSERT(divided_down(value, divisor) == expected(Rounding::down));
    RC_ASSERT(divided_up(value, divisor) == expected(Rounding::up));
  }));
}

}  // namespace
}  // namespace ansio::program
