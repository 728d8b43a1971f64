// The laws of exact numbers, each tried on random values against rationals of unlimited size.
#include "calc/base/number/fraction.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <boost/multiprecision/cpp_int.hpp>

namespace ansio::base {
namespace {

using Rational = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

Integer widened(Int128 value) {
  const bool negative = value < 0;
  const UInt128 magnitude = negative ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
  Integer wide = static_cast<std::uint64_t>(magnitude >> 64);
  wide <<= 64;
  wide += static_cast<std::uint64_t>(magnitude);
  return negative ? Integer(-wide) : wide;
}

Rational rational(const Fraction& value) {
  return {widened(value.numerator()), widened(value.denominator())};
}

// Amounts, rates and yearly quotients; now and then numbers that fill their 128 bits.
Fraction random_fraction() {
  const int kind = *rc::gen::inRange(0, 8);
  if (kind == 0) {
    const auto wide = [] {
      const Int128 high = *rc::gen::arbitrary<std::int64_t>();
      return (high << 63) + *rc::gen::inRange<std::int64_t>(0, std::numeric_limits<std::int64_t>::max());
    };
    return Fraction::from_ratio(wide(), wide() | 1);
  }
  const auto numerator =
      kind < 5 ? *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000) : *rc::gen::arbitrary<std::int64_t>();
  const auto denominator = *rc::gen::element<std::int64_t>(1, 2, 12, 100, 1000, 1200, 43, 365, 1'000'000, 999'999'937);
  return Fraction::from_ratio(numerator, denominator);
}

void expect_agreement(const Fraction& found, const Rational& exact) {
  if (found.is_valid()) {
    RC_ASSERT(rational(found) == exact);
    RC_ASSERT(found.denominator() > 0);
  } else {
    // Only what is large may be given up.
    RC_ASSERT(msb(abs(numerator(exact)) + 1) + msb(denominator(exact)) > 60);
  }
}

TEST(Fraction, computes_what_unlimited_rationals_compute_or_says_that_it_cannot) {
  EXPECT_TRUE(rc::check("+ - * / <=>", [] {
    const Fraction a = random_fraction();
    const Fraction b = random_fraction();
    RC_PRE(a.is_valid() && b.is_valid());
    expect_agreement(a + b, rational(a) + rational(b));
    expect_agreement(a - b, rational(a) - rational(b));
    expect_agreement(a * b, rational(a) * rational(b));
    if (b.sign() != 0)
      expect_agreement(a / b, rational(a) / rational(b));
    RC_ASSERT((a < b) == (rational(a) < rational(b)));
    RC_ASSERT((a == b) == (rational(a) == rational(b)));
    RC_ASSERT((a > b) == (b < a));
  }));
}

TEST(Fraction, never_gives_up_on_amounts_in_cents) {
  EXPECT_TRUE(rc::check("amounts below 10^12 with rates of four decimals", [] {
    const auto amount =
        Fraction::from_ratio(*rc::gen::inRange<std::int64_t>(-100'000'000'000'000, 100'000'000'000'000), 100);
    const auto rate = Fraction::from_ratio(*rc::gen::inRange<std::int64_t>(-20000, 20000), 10000);
    RC_ASSERT((amount * rate / Fraction::from_integer(12) + amount).is_valid());
  }));
}

TEST(Fraction, is_always_in_lowest_terms) {
  const Fraction half = Fraction::from_ratio(-50, -100);
  EXPECT_TRUE(half.numerator() == 1 && half.denominator() == 2);
  const Fraction negative = Fraction::from_ratio(3, -9);
  EXPECT_TRUE(negative.numerator() == -1 && negative.denominator() == 3);
  EXPECT_TRUE(Fraction::from_ratio(0, -7) == Fraction());
}

TEST(Fraction, an_impossible_value_spreads_like_a_stain) {
  const Fraction one = Fraction::from_integer(1);
  const Fraction impossible = one / Fraction();
  EXPECT_FALSE(impossible.is_valid());
  EXPECT_FALSE((impossible + one).is_valid());
  EXPECT_FALSE((one - impossible).is_valid());
  EXPECT_FALSE((impossible * Fraction()).is_valid());
  EXPECT_FALSE(round_to(impossible, one, Rounding::up).is_valid());
  EXPECT_EQ(to_decimal_text(impossible), "invalid");
  EXPECT_EQ(decimals_of(impossible), -1);
}

TEST(Fraction, compares_neighbours_whose_cross_products_do_not_fit) {
  const Int128 large = (Int128{1} << 126);
  const Fraction a = Fraction::from_ratio(large - 1, large - 3);
  const Fraction b = Fraction::from_ratio(large - 3, large - 5);
  EXPECT_TRUE(a < b);
  EXPECT_TRUE(-b < -a);
}

// Rounding
// -------------------------------------------------------------------------------------------------------------

TEST(Rounding, gives_the_multiple_of_the_step_that_its_name_says) {
  EXPECT_TRUE(rc::check("down <= value < down + step; up mirrors down; half away is the nearest", [] {
    const Fraction value = Fraction::from_ratio(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000),
                                                *rc::gen::element<std::int64_t>(1, 3, 12, 100, 1200, 2150));
    const Fraction step = Fraction::from_ratio(*rc::gen::element<std::int64_t>(1, 5, 100, 1000, 7), 100);
    const Fraction down = round_to(value, step, Rounding::down);
    const Fraction up = round_to(value, step, Rounding::up);
    const Fraction nearest = round_to(value, step, Rounding::half_away);
    RC_ASSERT((down / step).is_integer());
    RC_ASSERT(down <= value && value < down + step);
    RC_ASSERT(up == -round_to(-value, step, Rounding::down));
    RC_ASSERT(nearest == down || nearest == up);
    RC_ASSERT(nearest == -round_to(-value, step, Rounding::half_away));
    const Fraction distance = nearest < value ? value - nearest : nearest - value;
    RC_ASSERT(distance + distance <= step);
    if (distance + distance == step)
      RC_ASSERT((value.sign() > 0) == (nearest > value));
    RC_ASSERT(round_to(nearest, step, Rounding::half_away) == nearest);
  }));
}

TEST(Rounding, half_a_cent_goes_away_from_zero) {
  const Fraction cent = *parse_fraction("0.01");
  EXPECT_EQ(to_decimal_text(round_to(*parse_fraction("2.675"), cent, Rounding::half_away), 2), "2.68");
  EXPECT_EQ(to_decimal_text(round_to(*parse_fraction("-2.675"), cent, Rounding::half_away), 2), "-2.68");
  EXPECT_EQ(to_decimal_text(round_to(*parse_fraction("2.674999"), cent, Rounding::half_away), 2), "2.67");
  EXPECT_EQ(to_decimal_text(round_to(*parse_fraction("-2.671"), cent, Rounding::down), 2), "-2.68");
  EXPECT_EQ(to_decimal_text(round_to(*parse_fraction("-2.679"), cent, Rounding::up), 2), "-2.67");
}

// Text
// -----------------------------------------------------------------------------------------------------------------

TEST(FractionText, reads_back_every_number_of_at_most_six_decimals) {
  EXPECT_TRUE(rc::check([] {
    const Fraction value = Fraction::from_ratio(*rc::gen::arbitrary<std::int64_t>(), 1'000'000);
    const std::string text = to_decimal_text(value, *rc::gen::inRange(0, 7));
    RC_ASSERT(parse_fraction(text).has_value());
    RC_ASSERT(*parse_fraction(text) == value);
  }));
}

struct Printed {
  const char* value;
  int least_decimals;
  const char* text;
};

TEST(FractionText, shows_at_most_six_decimals_and_at_least_those_asked_for) {
  for (const Printed& example : {Printed{"0.25", 0, "0.25"},
                                 {"5", 2, "5.00"},
                                 {"12.50", 0, "12.5"},
                                 {"0", 0, "0"},
                                 {"-0.0000004", 0, "0"},
                                 {"-0.0000005", 0, "-0.000001"},
                                 {"0.9999995", 0, "1"},
                                 {"0.0000014999999999999", 0, "0.000001"},
                                 {"1000000000000000000000", 0, "1000000000000000000000"},
                                 {"3.1", 2, "3.10"},
                                 {"-0.05", 1, "-0.05"}})
    EXPECT_EQ(to_decimal_text(*parse_fraction(example.value), example.least_decimals), example.text) << example.value;
  EXPECT_EQ(to_decimal_text(Fraction::from_ratio(1, 3), 2), "0.333333");
  EXPECT_EQ(to_decimal_text(Fraction::from_ratio(-2, 3)), "-0.666667");
}

TEST(FractionText, refuses_what_is_no_plain_decimal) {
  for (const char* text : {"", "-", ".5", "5.", "1e5", "+1", "1,5", " 1", "1 ", "--1", "1.2.3", "0x10", "½", "1_000",
                           "1234567890123456789012345678901"})
    EXPECT_FALSE(parse_fraction(text).has_value()) << text;
  EXPECT_TRUE(parse_fraction("123456789012345678901234567890").has_value());
  EXPECT_TRUE(*parse_fraction("-0") == Fraction());
}

TEST(FractionText, counts_the_decimals_a_value_needs) {
  EXPECT_EQ(decimals_of(Fraction::from_integer(5)), 0);
  EXPECT_EQ(decimals_of(*parse_fraction("12.50")), 1);
  EXPECT_EQ(decimals_of(*parse_fraction("0.0625")), 4);
  EXPECT_EQ(decimals_of(Fraction::from_ratio(1, 12)), -1);
}

}  // namespace
}  // namespace ansio::base
