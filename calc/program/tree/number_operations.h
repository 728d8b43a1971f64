// What an evaluator asks of a kind of number beyond + - * / and comparison.
//
// Specialised for Fraction here and for unlimited rationals in definition_numbers.h. Every operation is exact.
#pragma once

#include "calc/base/date/calendar.h"
#include "calc/base/number/fraction.h"
#include "calc/program/floor.h"

namespace ansio::program {

template <class Number>
struct NumberOperations;

template <>
struct NumberOperations<Fraction> {
  static Fraction from(const Fraction& value) { return value; }
  static Fraction from(std::int64_t value) { return Fraction::from_integer(value); }
  // False when an operation left what 128 bits hold; the value must not be compared then.
  static bool usable(const Fraction& value) { return value.is_valid(); }
  static Fraction round(const Fraction& value, const Fraction& step, Rounding mode) {
    return round_to(value, step, mode);
  }
  // Of a whole number that is known to be small: an index, a month, a count.
  static std::int64_t to_integer(const Fraction& value) {
    return static_cast<std::int64_t>(value.numerator() / value.denominator());
  }
  // As an answer carries it; invalid when 128 bits do not hold it.
  static Fraction to_fraction(const Fraction& value) { return value; }
  // What a calendar says of numbers rounded down; invalid where one of them is beyond 2^40 days or months.
  template <class Ask, class... Numbers>
  static Fraction in_calendar(Ask ask, const Numbers&... numbers) {
    bool are_small = true;
    const Fraction answer = from(ask(WholeDays(WholeNumbers{}), small_floor(numbers, are_small)...));
    return are_small ? answer : Fraction::invalid();
  }

 private:
  static std::int64_t small_floor(const Fraction& number, bool& are_small);
};

}  // namespace ansio::program
