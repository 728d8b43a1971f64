// Rationals of 128 bits, always in lowest terms; what does not fit is invalid and stays so.
//
// Invariant: the denominator is positive and has no factor in common with the numerator; 0 is 0/1. So equal numbers
// have equal parts, and a constructor that is given such parts (Normalized) may leave out the search for common
// factors. The invalid number has a denominator that no other has; every operation looks for it first and never
// computes with it. -2^127 is no numerator: its magnitude would have no sign to turn.
#include "calc/base/number/fraction.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace ansio::base {
namespace {

constexpr UInt128 largest = (UInt128{1} << 127) - 1;

constexpr UInt128 magnitude(Int128 value) {
  return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

UInt128 greatest_common_divisor(UInt128 a, UInt128 b) {
  constexpr UInt128 word = std::numeric_limits<std::uint64_t>::max();
  while (b != 0) {
    if (a <= word && b <= word) {
      // Hardware division: nearly all values of a rule set are here.
      auto x = static_cast<std::uint64_t>(a);
      auto y = static_cast<std::uint64_t>(b);
      while (y != 0) {
        const std::uint64_t rest = x % y;
        x = y;
        y = rest;
      }
      return x;
    }
    const UInt128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// False where the product does not fit; -2^127 does not either.
bool multiply(Int128 a, Int128 b, Int128& product) {
  return !__builtin_mul_overflow(a, b, &product) && magnitude(product) <= largest;
}

// floor(numerator / denominator) and what is left, for denominator > 0.
struct Floor {
  Int128 quotient;
  Int128 rest;
};
Floor floor_divide(Int128 numerator, Int128 denominator) {
  Int128 quotient = numerator / denominator;
  Int128 rest = numerator % denominator;
  if (rest < 0) {
    rest += denominator;
    --quotient;
  }
  return {quotient, rest};
}

// The next decimal of rest/denominator; `rest` becomes what is left. Adds instead of multiplying by ten, so that it
// works for every denominator.
int next_digit(UInt128& rest, UInt128 denominator) {
  // Nearly all denominators are short.
  constexpr std::uint64_t longest_short = UINT64_MAX / 10;
  if (denominator <= longest_short) {
    const auto by = static_cast<std::uint64_t>(denominator);
    const std::uint64_t tenfold = static_cast<std::uint64_t>(rest) * 10;
    rest = tenfold % by;
    return static_cast<int>(tenfold / by);
  }
  UInt128 sum = 0;
  int digit = 0;
  for (int i = 0; i < 10; ++i) {
    if (sum >= denominator - rest) {
      sum -= denominator - rest;
      ++digit;
    } else {
      sum += rest;
    }
  }
  rest = sum;
  return digit;
}

// Digits before `end`, at least so many of them; returns the first.
char* write_integer(UInt128 value, int least_digits, char* end) {
  const auto write = [&](int digit) {
    *--end = static_cast<char>('0' + digit);
    --least_digits;
  };
  for (; value > UINT64_MAX; value /= 10)
    write(static_cast<int>(value % 10));
  for (auto rest = static_cast<std::uint64_t>(value); rest != 0 || least_digits > 0; rest /= 10)
    write(static_cast<int>(rest % 10));
  return end;
}

}  // namespace

Fraction Fraction::from_ratio(Int128 numerator, Int128 denominator) {
  if (denominator == 0)
    return invalid();
  // Nearly all are short, and dividing 128 bits takes ten times as long.
  const auto short_top = static_cast<std::int64_t>(numerator);
  const auto short_bottom = static_cast<std::int64_t>(denominator);
  if (short_top == numerator && short_bottom == denominator && short_bottom > 0) {
    const std::int64_t rest = short_top % short_bottom;
    if (rest == 0)
      return {short_top / short_bottom, 1, Normalized{}};
    const std::int64_t common = std::gcd(short_bottom, rest);
    return {short_top / common, short_bottom / common, Normalized{}};
  }
  const UInt128 divisor = greatest_common_divisor(magnitude(numerator), magnitude(denominator));
  const UInt128 top = magnitude(numerator) / divisor;
  const UInt128 bottom = magnitude(denominator) / divisor;
  if (top > largest || bottom > largest)
    return invalid();
  const bool negative = (numerator < 0) != (denominator < 0);
  const auto value = static_cast<Int128>(top);
  return {negative ? -value : value, static_cast<Int128>(bottom), Normalized{}};
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  if (!a.is_valid() || !b.is_valid())
    return Fraction::invalid();
  // Over the least common multiple, so that amounts in cents stay small.
  const auto shared =
      static_cast<Int128>(greatest_common_divisor(magnitude(a.denominator_), magnitude(b.denominator_)));
  Int128 left = 0;
  Int128 right = 0;
  Int128 numerator = 0;
  Int128 denominator = 0;
  if (!multiply(a.numerator_, b.denominator_ / shared, left) ||
      !multiply(b.numerator_, a.denominator_ / shared, right) || __builtin_add_overflow(left, right, &numerator) ||
      !multiply(a.denominator_, b.denominator_ / shared, denominator))
    return Fraction::invalid();
  return Fraction::from_ratio(numerator, denominator);
}

Fraction operator-(const Fraction& a) {
  return {-a.numerator_, a.denominator_, Fraction::Normalized{}};
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return a + -b;
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  if (!a.is_valid() || !b.is_valid())
    return Fraction::invalid();
  // Crosswise reduction first: a and b are in lowest terms, so only a numerator and the other denominator share
  // factors. Then the products are in lowest terms already, and as small as they can be before anything overflows.
  const auto left = static_cast<Int128>(greatest_common_divisor(magnitude(a.numerator_), magnitude(b.denominator_)));
  const auto right = static_cast<Int128>(greatest_common_divisor(magnitude(b.numerator_), magnitude(a.denominator_)));
  Int128 numerator = 0;
  Int128 denominator = 0;
  if (!multiply(a.numerator_ / left, b.numerator_ / right, numerator) ||
      !multiply(a.denominator_ / right, b.denominator_ / left, denominator))
    return Fraction::invalid();
  return {numerator, denominator, Fraction::Normalized{}};
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  if (!b.is_valid() || b.numerator_ == 0)
    return Fraction::invalid();
  const Int128 sign = b.numerator_ < 0 ? -1 : 1;
  return a * Fraction(sign * b.denominator_, sign * b.numerator_, Fraction::Normalized{});
}

bool operator==(const Fraction& a, const Fraction& b) {
  return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  if (!a.is_valid() || !b.is_valid())
    return a.is_valid() <=> b.is_valid();
  if (a.denominator_ == b.denominator_)
    return a.numerator_ <=> b.numerator_;
  // Continued fractions: compare the whole parts, then the reciprocals of what is left. No product, so nothing
  // overflows.
  Int128 a_top = a.numerator_, a_bottom = a.denominator_;
  Int128 b_top = b.numerator_, b_bottom = b.denominator_;
  bool flipped = false;
  for (;;) {
    const Floor left = floor_divide(a_top, a_bottom);
    const Floor right = floor_divide(b_top, b_bottom);
    std::strong_ordering order = left.quotient <=> right.quotient;
    // One of them is whole: it is the smaller one, unless both are.
    if (order == 0 && (left.rest == 0 || right.rest == 0))
      order = left.rest == 0 && right.rest == 0 ? std::strong_ordering::equal
              : left.rest == 0                  ? std::strong_ordering::less
                                                : std::strong_ordering::greater;
    // Of what is left, the reciprocals compare the other way round. Each turn is a step of Euclid: the loop is short.
    else if (order == 0) {
      a_top = a_bottom, a_bottom = left.rest;
      b_top = b_bottom, b_bottom = right.rest;
      flipped = !flipped;
      continue;
    }
    return flipped ? 0 <=> order : order;
  }
}

std::optional<Fraction> parse_fraction(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative)
    text.remove_prefix(1);
  Int128 numerator = 0;
  Int128 denominator = 1;
  int digits = 0;
  bool point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.' && !point && i > 0 && i + 1 < text.size()) {
      point = true;
      continue;
    }
    // Thirty digits fit 128 bits with room; more are no amount of anything.
    if (text[i] < '0' || text[i] > '9' || ++digits > 30)
      return std::nullopt;
    numerator = numerator * 10 + (text[i] - '0');
    if (point)
      denominator *= 10;
  }
  if (digits == 0)
    return std::nullopt;
  return Fraction::from_ratio(negative ? -numerator : numerator, denominator);
}

Fraction round_to(const Fraction& value, const Fraction& step, Rounding mode) {
  // Rounding is a question of whole steps: how many, then which of two neighbours.
  const Fraction steps = value / step;
  if (!steps.is_valid())
    return steps;
  const Floor floor = floor_divide(steps.numerator(), steps.denominator());
  bool up = false;
  switch (mode) {
    case Rounding::half_away:
      // A tie goes away from zero: up for positive values, down for negative ones.
      up = floor.rest > steps.denominator() - floor.rest ||
           (floor.rest == steps.denominator() - floor.rest && steps.sign() > 0);
      break;
    case Rounding::down:
      break;
    case Rounding::up:
      up = floor.rest != 0;
      break;
  }
  return Fraction::from_ratio(floor.quotient + (up ? 1 : 0), 1) * step;
}

std::string to_decimal_text(const Fraction& value, int least_decimals) {
  if (!value.is_valid())
    return "invalid";
  constexpr int most_decimals = 6;
  const auto denominator = static_cast<UInt128>(value.denominator());
  UInt128 whole = magnitude(value.numerator()) / denominator;
  UInt128 rest = magnitude(value.numerator()) % denominator;
  int decimals = 0;
  std::uint32_t fraction = 0;
  for (; decimals < most_decimals && rest != 0; ++decimals)
    fraction = fraction * 10 + static_cast<std::uint32_t>(next_digit(rest, denominator));
  // Half away from zero, as amounts are shown everywhere; 0.9999995 carries into the whole.
  if (rest != 0 && rest >= denominator - rest && ++fraction == 1'000'000) {
    fraction = 0;
    ++whole;
  }
  for (; decimals > 0 && fraction % 10 == 0; --decimals)
    fraction /= 10;

  char digits[64];
  char* const end = digits + sizeof digits;
  const int shown = std::max(decimals, least_decimals);
  char* first = write_integer(fraction, decimals, end);
  if (shown > 0)
    *--first = '.';
  first = write_integer(whole, 1, first);
  if (value.sign() < 0 && (whole != 0 || fraction != 0))
    *--first = '-';
  std::string text(first, end);
  text.append(static_cast<std::size_t>(shown - decimals), '0');
  return text;
}

std::string whole_text(std::int64_t value) {
  char digits[24];
  char* const end = digits + sizeof digits;
  char* first = write_integer(magnitude(value), 1, end);
  if (value < 0)
    *--first = '-';
  return std::string(first, end);
}

int decimals_of(const Fraction& value) {
  if (!value.is_valid())
    return -1;
  Int128 rest = value.denominator();
  // A denominator of twos and fives is a decimal; any other one never ends.
  int twos = 0;
  int fives = 0;
  for (; rest % 2 == 0; rest /= 2)
    ++twos;
  for (; rest % 5 == 0; rest /= 5)
    ++fives;
  const int decimals = std::max(twos, fives);
  return rest == 1 && decimals <= 30 ? decimals : -1;
}

std::string exact_text(const Fraction& value) {
  const int decimals = decimals_of(value);
  Int128 scale = 1;
  bool fits = decimals >= 0;
  for (int i = 0; i < decimals; ++i)
    fits = fits && !__builtin_mul_overflow(scale, Int128{10}, &scale);
  Int128 digits = 0;
  if (!fits || __builtin_mul_overflow(value.numerator(), scale / value.denominator(), &digits))
    return to_decimal_text(Fraction::from_ratio(value.numerator(), 1)) + '/' +
           to_decimal_text(Fraction::from_ratio(value.denominator(), 1));
  std::string text = to_decimal_text(Fraction::from_ratio(digits < 0 ? -digits : digits, 1));
  if (decimals > 0) {
    const auto places = static_cast<std::size_t>(decimals);
    if (text.size() <= places)
      text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
  }
  return digits < 0 ? '-' + text : text;
}

}  // namespace ansio::base
