// A graph of about 300 instructions for benchmarks: deductions, brackets, tapers, caps and roundings, four parts along
// a wage and three along a rent. Written once over `Operations`, so that a ValueGraph, and plain 64-bit integers that
// the compiler turns into straight-line code without any check, compute the same.
#pragma once

#include <cstdint>

#include "calc/program/instructions.h"

namespace calc {

// The number of amounts that graph_of adds to `amounts`.
inline constexpr int bench_outputs = 8;

// Amounts in cents; `amounts` takes each figure as it is known.
template <class Operations, class Value, class Take>
[[gnu::always_inline]] inline void graph_of(Operations& o, Value wage, Value rent, Value age, Take&& amounts) {
  Value total = o.constant(0);
#pragma GCC unroll 8
  for (int part = 0; part < 7; ++part) {
    const Value& income = part % 2 == 0 ? wage : rent;
    const Value yearly = o.add(o.multiply(income, o.constant(12)), o.constant(1300 + 100 * part));
    const Value deduction =
        o.minimum(o.maximum(o.divide(o.multiply(yearly, o.constant(75 + part)), 1000, 0), o.constant(7500 + part)),
                  o.constant(255000 + part));
    const Value taxable = o.maximum(o.subtract(yearly, deduction), o.constant(0));
    Value tax = o.constant(0);
    std::int64_t begin = 1000 + 10 * part;
    std::int64_t rate = 60 + part;
    for (const std::int64_t width : {650000, 920000, 1730000, 9000000}) {
      const Value inside =
          o.minimum(o.maximum(o.subtract(taxable, o.constant(begin)), o.constant(0)), o.constant(width));
      tax = o.add(tax, o.divide(o.multiply(inside, o.constant(rate)), 1000, -1));
      begin += width;
      rate += 55;
    }
    const Value credit =
        o.maximum(o.subtract(o.constant(203000),
                             o.divide(o.multiply(o.maximum(o.subtract(yearly, o.constant(2200000)), o.constant(0)),
                                                 o.constant(20 + part)),
                                      1000, 1)),
                  o.constant(0));
    const Value due = o.maximum(o.subtract(tax, credit), o.constant(0));
    const Value net = o.subtract(yearly, due);
    const Value costs = o.minimum(income, o.constant(80000 + part));
    const Value full = o.divide(o.multiply(costs, o.constant(80)), 100, 0);
    const Value benefit =
        o.maximum(o.subtract(full, o.divide(o.multiply(net, o.constant(35 + part)), 1200, 0)), o.constant(0));
    const Value paid = o.select(o.less(benefit, o.constant(1500)), o.constant(0), benefit);
    const Value older = o.select(o.less(o.constant(60 + part), age), o.add(paid, o.constant(2500)), paid);
    const Value monthly = o.divide(o.add(net, o.multiply(older, o.constant(12))), 12, 0);
    amounts(monthly);
    total = o.add(total, monthly);
  }
  amounts(total);
}

// What a programmer writes who trusts the ranges: every constant a literal, no check.
struct PlainOperations {
  static constexpr std::int64_t constant(std::int64_t value) { return value; }
  static constexpr std::int64_t add(std::int64_t a, std::int64_t b) { return a + b; }
  static constexpr std::int64_t subtract(std::int64_t a, std::int64_t b) { return a - b; }
  static constexpr std::int64_t multiply(std::int64_t a, std::int64_t b) { return a * b; }
  static constexpr std::int64_t minimum(std::int64_t a, std::int64_t b) { return a < b ? a : b; }
  static constexpr std::int64_t maximum(std::int64_t a, std::int64_t b) { return a < b ? b : a; }
  static constexpr std::int64_t less(std::int64_t a, std::int64_t b) { return a < b ? 1 : 0; }
  static constexpr std::int64_t select(std::int64_t a, std::int64_t b, std::int64_t c) { return a != 0 ? b : c; }
  // Towards −∞ (−1), the nearest (0), +∞ (1).
  [[gnu::always_inline]] static constexpr std::int64_t divide(std::int64_t a, std::int64_t b, int mode) {
    return mode < 0 ? divided_down(a, b) : mode > 0 ? divided_up(a, b) : divided_half_away(a, b);
  }
};

}  // namespace calc
