// Unlimited rationals for the definition.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/tree/number_operations.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace ansio::program {

using Rational = boost::multiprecision::cpp_rational;

template <>
struct NumberOperations<Rational> {
  using Integer = boost::multiprecision::cpp_int;

  static Rational from(const Fraction& value) {
    return Rational(Integer(value.numerator()), Integer(value.denominator()));
  }
  static Rational from(std::int64_t value) { return Rational(value); }
  static bool usable(const Rational&) { return true; }
  static Rational round(const Rational& value, const Rational& step, Rounding mode) {
    const Rational steps = value / step;
    const Integer numerator = boost::multiprecision::numerator(steps);
    const Integer denominator = boost::multiprecision::denominator(steps);
    Integer whole;
    switch (mode) {
      case Rounding::down:
        whole = floor_of(numerator, denominator);
        break;
      case Rounding::up:
        whole = -floor_of(-numerator, denominator);
        break;
      case Rounding::half_away:
        whole = floor_of(2 * boost::multiprecision::abs(numerator) + denominator, 2 * denominator);
        if (numerator < 0)
          whole = -whole;
        break;
    }
    return Rational(whole) * step;
  }
  static std::int64_t to_integer(const Rational& value) {
    return static_cast<std::int64_t>(boost::multiprecision::numerator(value) /
                                     boost::multiprecision::denominator(value));
  }
  static Fraction to_fraction(const Rational& value) {
    const Integer numerator = boost::multiprecision::numerator(value);
    const Integer denominator = boost::multiprecision::denominator(value);
    const Integer limit = Integer(1) << 126;
    if (numerator > limit || numerator < -limit || denominator > limit)
      return Fraction::invalid();
    return Fraction::from_ratio(static_cast<Int128>(numerator), static_cast<Int128>(denominator));
  }
  template <class Ask, class... Numbers>
  static Rational in_calendar(Ask ask, const Numbers&... numbers) {
    return ask(Calendar<Rational, Arithmetic>(Arithmetic{}), numbers...);
  }

 private:
  struct Arithmetic {  // of Calendar
    static Rational whole(std::int64_t value) { return Rational(value); }
    static Rational add(const Rational& a, const Rational& b) { return a + b; }
    static Rational subtract(const Rational& a, const Rational& b) { return a - b; }
    static Rational multiply(const Rational& a, std::int64_t b) { return a * b; }
    static Rational divide_down(const Rational& a, std::int64_t b) { return round(a / b, Rational(1), Rounding::down); }
    static Rational minimum(const Rational& a, const Rational& b) { return b < a ? b : a; }
    static Rational maximum(const Rational& a, const Rational& b) { return a < b ? b : a; }
  };

  static Integer floor_of(const Integer& numerator, const Integer& denominator) {
    Integer quotient, remainder;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
    return remainder < 0 ? Integer(quotient - 1) : quotient;
  }
};

}  // namespace ansio::program
