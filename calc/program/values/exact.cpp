// Arithmetic on numerators, divisors and denominators that cancels before anything is multiplied or rounded.
//
// Why not fractions in lowest terms: whether two numbers cancel is known only when running, and each cancelling costs
// divisions. A denominator known when compiling costs a multiplication or nothing. The price is that denominators only
// grow; so every step here cancels what it can see, and rounding, which makes a whole number of steps, starts anew.
#include "calc/program/values/exact.h"

#include <numeric>
#include <utility>

namespace ansio::program {
namespace {

constexpr Int128 short_limit = Int128{1} << 63;

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

}  // namespace

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  // Euclid, in 128 bits only until both are short: the library does the rest in hardware.
  while (b != 0) {
    if (a < short_limit && b < short_limit)
      return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
    a = std::exchange(b, a % b);
  }
  return a;
}

Exact ExactArithmetic::constant(const Fraction& value) {
  if (!value.is_valid() || magnitude(value.numerator()) >= wide_limit || value.denominator() >= wide_limit) {
    graph_.give_up();
    return whole(0);
  }
  return from(graph_.constant(value.numerator()), value.denominator());
}

std::optional<Fraction> ExactArithmetic::constant_of(const Exact& a) const {
  if (a.divisor != no_value || !graph_.is_constant(a.numerator))
    return std::nullopt;
  return Fraction::from_ratio(graph_.constant_of(a.numerator), a.denominator);
}

// A denominator that does not fit makes the graph give up; the number returned then is never used.
Int128 ExactArithmetic::product(Int128 a, Int128 b) {
  Int128 result = 1;
  if (__builtin_mul_overflow(a, b, &result) || magnitude(result) >= wide_limit) {
    graph_.give_up();
    return 1;
  }
  return result;
}

void ExactArithmetic::align(Exact& a, Exact& b) {
  if (a.denominator != b.denominator) {
    // Over the least common multiple: cents and tenths of a per cent meet in thousandths and not in hundred
    // thousandths.
    const Int128 common = greatest_common_divisor(a.denominator, b.denominator);
    const Int128 for_a = b.denominator / common, for_b = a.denominator / common;
    const Int128 denominator = product(a.denominator, for_a);
    a = {times(a.numerator, for_a), a.divisor, denominator};
    b = {times(b.numerator, for_b), b.divisor, denominator};
  }
  if (a.divisor == b.divisor)
    return;
  // Divisors are values, whose common parts are not known: each side takes the other one.
  const ValueId divisor_a = a.divisor, divisor_b = b.divisor;
  if (divisor_b != no_value)
    a.numerator = graph_.multiply(a.numerator, divisor_b);
  if (divisor_a != no_value)
    b.numerator = graph_.multiply(b.numerator, divisor_a);
  a.divisor = divisor_a == no_value   ? divisor_b
              : divisor_b == no_value ? divisor_a
                                      : graph_.multiply(divisor_a, divisor_b);
  b.divisor = a.divisor;
}

Exact ExactArithmetic::add(const Exact& a, const Exact& b) {
  Exact left = a, right = b;
  if (graph_.is_constant(a.numerator, 0))
    return b;
  if (graph_.is_constant(b.numerator, 0))
    return a;
  align(left, right);
  return {graph_.add(left.numerator, right.numerator), left.divisor, left.denominator};
}

Exact ExactArithmetic::subtract(const Exact& a, const Exact& b) {
  Exact left = a, right = b;
  if (graph_.is_constant(b.numerator, 0))
    return a;
  align(left, right);
  return {graph_.subtract(left.numerator, right.numerator), left.divisor, left.denominator};
}

Exact ExactArithmetic::scaled(const Exact& a, Int128 numerator, Int128 denominator) {
  if (numerator == 0)
    return whole(0);
  // Three places where something cancels: within the factor, against the denominator that the number has, and against a
  // factor that its numerator was multiplied by before.
  const Int128 own = greatest_common_divisor(magnitude(numerator), denominator);
  numerator /= own;
  denominator /= own;
  const Int128 with_denominator = greatest_common_divisor(magnitude(numerator), a.denominator);
  numerator /= with_denominator;
  ValueId value = a.numerator;
  const Int128 factor = graph_.factor_of(value);
  const Int128 with_factor = greatest_common_divisor(magnitude(factor), denominator);
  if (with_factor > 1) {
    const ValueId inner = graph_[value].a;
    value = times(inner, factor / with_factor);
    denominator /= with_factor;
  }
  return {times(value, numerator), a.divisor, product(a.denominator / with_denominator, denominator)};
}

Exact ExactArithmetic::multiply(const Exact& a, const Exact& b) {
  if (b.divisor == no_value && graph_.is_constant(b.numerator))
    return scaled(a, graph_.constant_of(b.numerator), b.denominator);
  if (a.divisor == no_value && graph_.is_constant(a.numerator))
    return scaled(b, graph_.constant_of(a.numerator), a.denominator);
  Exact result{graph_.multiply(a.numerator, b.numerator), a.divisor, product(a.denominator, b.denominator)};
  if (b.divisor != no_value)
    result.divisor = a.divisor == no_value ? b.divisor : graph_.multiply(a.divisor, b.divisor);
  return result;
}

Exact ExactArithmetic::divide(const Exact& a, const Exact& b) {
  if (const auto divisor = constant_of(b)) {
    // Where a division by 0 is reached the program is unsound already (Lowering::quotient); the number does not count.
    if (divisor->sign() == 0)
      return whole(0);
    const bool negative = divisor->sign() < 0;
    return scaled(a, negative ? -divisor->denominator() : divisor->denominator(), magnitude(divisor->numerator()));
  }
  // a / (n / (d · e)) = a · d · e / n; the sign of n moves to the numerator, and where n is 0 the result is not used.
  Exact result = scaled(a, b.denominator, 1);
  if (b.divisor != no_value)
    result.numerator = graph_.multiply(result.numerator, b.divisor);
  const Interval range = graph_.range(b.numerator);
  // A divisor is positive by invariant, or comparisons would have to turn with its sign.
  if (range.low < 0)
    result.numerator = graph_.select(graph_.less(b.numerator, graph_.constant(0)),
                                     graph_.subtract(graph_.constant(0), result.numerator), result.numerator);
  // 1 where b is 0: no branch that counts comes here, and the machine must not divide by 0 in one that does not.
  const ValueId size = graph_.maximum(graph_.absolute(b.numerator), graph_.constant(1));
  result.divisor = result.divisor == no_value ? size : graph_.multiply(result.divisor, size);
  return result;
}

Exact ExactArithmetic::minimum(const Exact& a, const Exact& b) {
  Exact left = a, right = b;
  align(left, right);
  return {graph_.minimum(left.numerator, right.numerator), left.divisor, left.denominator};
}

Exact ExactArithmetic::maximum(const Exact& a, const Exact& b) {
  Exact left = a, right = b;
  align(left, right);
  return {graph_.maximum(left.numerator, right.numerator), left.divisor, left.denominator};
}

Exact ExactArithmetic::absolute(const Exact& a) {
  return {graph_.absolute(a.numerator), a.divisor, a.denominator};
}

Exact ExactArithmetic::select(ValueId condition, const Exact& then, const Exact& otherwise) {
  if (graph_.is_constant(condition))
    return graph_.is_constant(condition, 0) ? otherwise : then;
  Exact left = then, right = otherwise;
  align(left, right);
  return {graph_.select(condition, left.numerator, right.numerator), left.divisor, left.denominator};
}

Exact ExactArithmetic::round(const Exact& value, const Fraction& step, Rounding mode) {
  // How many steps the value is, then one division that rounds, then back. Both scalings cancel: rounding cents to
  // cents divides by 1.
  const Exact steps = scaled(value, step.denominator(), step.numerator());
  ValueId divisor = graph_.constant(steps.denominator);
  if (steps.divisor != no_value)
    divisor = graph_.multiply(divisor, steps.divisor);
  return scaled(from(graph_.divide(steps.numerator, divisor, mode)), step.numerator(), step.denominator());
}

// The whole number n for which "numerator ≤ n" (rounded down) or "n ≤ numerator" (rounded up) says the same as the
// bound.
std::optional<Int128> ExactArithmetic::quotient_bound(const Fraction& bound, Int128 denominator, Rounding mode) {
  Int128 scaled_bound = 0;
  if (__builtin_mul_overflow(bound.numerator(), denominator, &scaled_bound) || magnitude(scaled_bound) >= wide_limit)
    return std::nullopt;
  return program::divide(scaled_bound, bound.denominator(), mode);
}

ValueId ExactArithmetic::less(const Exact& a, const Exact& b) {
  // Against a constant no alignment is needed: n / d < c holds just when n < c · d rounded up, since n is whole. It
  // saves a multiplication of every amount that is compared with a limit.
  if (b.denominator != a.denominator && a.divisor == no_value) {
    if (const auto bound = constant_of(b))
      if (const auto least = quotient_bound(*bound, a.denominator, Rounding::up))
        return graph_.less(a.numerator, graph_.constant(*least));
  }
  if (b.denominator != a.denominator && b.divisor == no_value) {
    if (const auto bound = constant_of(a))
      if (const auto most = quotient_bound(*bound, b.denominator, Rounding::down))
        return graph_.less(graph_.constant(*most), b.numerator);
  }
  Exact left = a, right = b;
  align(left, right);
  return graph_.less(left.numerator, right.numerator);
}

ValueId ExactArithmetic::equal(const Exact& a, const Exact& b) {
  Exact left = a, right = b;
  align(left, right);
  return graph_.equal(left.numerator, right.numerator);
}

}  // namespace ansio::program
