// Exact numbers as a pair of 128-bit integers: the currency of every border between floors.
//
// A Fraction is always in lowest terms with a positive denominator. Arithmetic is checked: an operation whose exact
// result does not fit gives an invalid Fraction (`is_valid()` false), which spreads through later operations as NaN
// does, so that a caller tests once at the end. Never a rounded digit, never a silent overflow.
//
//   Fraction a = Fraction::from_integer(1) / Fraction::from_integer(3);
//   to_decimal_text(a) == "0.333333"; to_decimal_text(*parse_fraction("12.50")) == "12.50" is "12.5"
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ansio::base {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

class Fraction {
 public:
  constexpr Fraction() = default;
  static constexpr Fraction from_integer(std::int64_t value) { return Fraction(value, 1, Normalized{}); }
  static Fraction from_ratio(Int128 numerator, Int128 denominator);  // denominator 0: invalid
  static constexpr Fraction invalid() { return Fraction(0, 0, Normalized{}); }

  [[nodiscard]] constexpr bool is_valid() const { return denominator_ != 0; }
  [[nodiscard]] constexpr Int128 numerator() const { return numerator_; }
  [[nodiscard]] constexpr Int128 denominator() const { return denominator_; }
  [[nodiscard]] constexpr bool is_integer() const { return denominator_ == 1; }
  [[nodiscard]] constexpr int sign() const { return numerator_ < 0 ? -1 : numerator_ > 0 ? 1 : 0; }

  friend Fraction operator+(const Fraction& a, const Fraction& b);
  friend Fraction operator-(const Fraction& a, const Fraction& b);
  friend Fraction operator*(const Fraction& a, const Fraction& b);
  friend Fraction operator/(const Fraction& a, const Fraction& b);  // by zero: invalid
  friend Fraction operator-(const Fraction& a);
  friend bool operator==(const Fraction& a, const Fraction& b);
  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);  // both valid

 private:
  struct Normalized {};
  constexpr Fraction(Int128 numerator, Int128 denominator, Normalized)
      : numerator_(numerator), denominator_(denominator) {}
  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
};

// "-1234.50" → -2469/2; no exponent, no thousands; nothing for anything else or more than 30 digits.
std::optional<Fraction> parse_fraction(std::string_view text);

// Rounding to a multiple of `step` > 0.
enum class Rounding : std::uint8_t {
  half_away,
  down,
  up
};  // nearest with halves away from zero; towards −∞; towards +∞
Fraction round_to(const Fraction& value, const Fraction& step, Rounding mode);

// The one way a number is printed: exact when it has at most six decimals, else rounded (half away from zero) to six;
// at least `least_decimals` decimals are shown: (1/4, 0) → "0.25", (5, 2) → "5.00", (1/3, 2) → "0.333333".
std::string to_decimal_text(const Fraction& value, int least_decimals = 0);

// "-12".
std::string whole_text(std::int64_t value);

// "12.345678901" with every decimal, or "1/3" when no decimals hold it.
std::string exact_text(const Fraction& value);

// Decimals needed to write the value exactly (0…30), or -1 when no finite number suffices.
int decimals_of(const Fraction& value);

}  // namespace ansio::base
