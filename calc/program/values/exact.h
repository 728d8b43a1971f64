// Exact arithmetic on whole numbers: a number is numerator / (denominator · divisor).
//
// The denominator is known when compiling and positive, so that aligning two numbers, multiplying by a rate and
// dividing by 12 cost a multiplication or nothing. The divisor is a value known only when running (and proven
// positive); most numbers have none. It is carried along until a rounding, a comparison or the answer needs it.
//
//   ExactArithmetic exact(graph);
//   Exact cents = exact.from(wage, 100);                          // wage / 100
//   Exact tax = exact.round(exact.multiply(cents, exact.constant(rate)), cent, Rounding::half_away);
//
// Laws: for all numbers, each operation has the value of the same operation on Fractions.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/values/value_graph.h"

namespace ansio::program {

struct Exact {
  ValueId numerator = no_value;
  ValueId divisor = no_value;
  Int128 denominator = 1;
};

class ExactArithmetic {
 public:
  explicit ExactArithmetic(ValueGraph& graph) : graph_(graph) {}

  Exact from(ValueId numerator, Int128 denominator = 1) const { return {numerator, no_value, denominator}; }
  Exact constant(const Fraction& value);
  Exact whole(std::int64_t value) { return from(graph_.constant(value)); }

  Exact add(const Exact& a, const Exact& b);
  Exact subtract(const Exact& a, const Exact& b);
  Exact multiply(const Exact& a, const Exact& b);
  // The quotient where b is not 0; where it is 0 some number.
  Exact divide(const Exact& a, const Exact& b);
  Exact minimum(const Exact& a, const Exact& b);
  Exact maximum(const Exact& a, const Exact& b);
  Exact absolute(const Exact& a);
  Exact select(ValueId condition, const Exact& then, const Exact& otherwise);
  Exact round(const Exact& value, const Fraction& step, Rounding mode);  // step > 0

  ValueId less(const Exact& a, const Exact& b);
  ValueId equal(const Exact& a, const Exact& b);
  ValueId is_positive(const Exact& a) { return graph_.less(graph_.constant(0), a.numerator); }

  // The number when it is constant.
  [[nodiscard]] std::optional<Fraction> constant_of(const Exact& a) const;

 private:
  // Gives both the same denominator and divisor.
  void align(Exact& a, Exact& b);
  ValueId times(ValueId value, Int128 factor) { return graph_.multiply(value, graph_.constant(factor)); }
  Int128 product(Int128 a, Int128 b);
  Exact scaled(const Exact& a, Int128 numerator, Int128 denominator);
  std::optional<Int128> quotient_bound(const Fraction& bound, Int128 denominator, Rounding mode);

  ValueGraph& graph_;
};

// The greatest common divisor of a ≥ 0 and b ≥ 0; of 0 and 0 it is 0.
Int128 greatest_common_divisor(Int128 a, Int128 b);

}  // namespace ansio::program
