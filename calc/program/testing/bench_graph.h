// A graph of about 300 instructions for benchmarks: deductions, brackets, tapers, caps and roundings, four parts along
// a wage and three along a rent. Written once over `Operations`, so that a ValueGraph, and plain 64-bit integers that
// the compiler turns into straight-line code without any check, compute the same.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "calc/program/code/emission.h"
#include "calc/program/code/instructions.h"
#include "calc/program/floor.h"

namespace ansio::program {

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

// What makes a Program of the graph.
inline constexpr std::int64_t highest_bench_wage = 2'000'000, highest_bench_rent = 300'000;

struct GraphOperations {
  ValueGraph& graph;
  [[nodiscard]] ValueId constant(std::int64_t value) const { return graph.constant(value); }
  [[nodiscard]] ValueId add(ValueId a, ValueId b) const { return graph.add(a, b); }
  [[nodiscard]] ValueId subtract(ValueId a, ValueId b) const { return graph.subtract(a, b); }
  [[nodiscard]] ValueId multiply(ValueId a, ValueId b) const { return graph.multiply(a, b); }
  [[nodiscard]] ValueId minimum(ValueId a, ValueId b) const { return graph.minimum(a, b); }
  [[nodiscard]] ValueId maximum(ValueId a, ValueId b) const { return graph.maximum(a, b); }
  [[nodiscard]] ValueId less(ValueId a, ValueId b) const { return graph.less(a, b); }
  [[nodiscard]] ValueId select(ValueId a, ValueId b, ValueId c) const { return graph.select(a, b, c); }
  [[nodiscard]] ValueId divide(ValueId a, std::int64_t b, int mode) const {
    return graph.divide(a, graph.constant(b),
                        mode < 0   ? Rounding::down
                        : mode > 0 ? Rounding::up
                                   : Rounding::half_away);
  }
};

inline const Program& graph_program() {
  static const Program program = [] {
    ValueGraph graph;
    const Interval ranges[] = {{0, highest_bench_wage}, {0, highest_bench_rent}, {0, 120}};
    ValueId inputs[3];
    for (std::uint32_t i = 0; i < 3; ++i)
      inputs[i] = graph.input(i, ranges[i]);
    std::vector<ValueId> roots;
    GraphOperations operations{graph};
    graph_of(operations, inputs[0], inputs[1], inputs[2], [&](ValueId amount) { roots.push_back(amount); });
    Emission emission(graph, roots, 3);
    Program made = emission.take_program();
    for (std::uint32_t i = 0; i < 3; ++i) {
      InputSlot slot;
      slot.low = static_cast<std::int64_t>(ranges[i].low);
      slot.high = static_cast<std::int64_t>(ranges[i].high);
      slot.place = static_cast<Register>(made.constants.size()) + i;
      made.inputs.push_back(slot);
    }
    for (const ValueId root : roots) {
      OutputSlot slot;
      slot.numerator = emission.place_of(root).place;
      made.outputs.push_back(slot);
    }
    return made;
  }();
  return program;
}

// Cases to compute it for, and their amounts by straight-line code.
inline constexpr std::size_t bench_cases = 4096;
using BenchAmounts = std::array<std::int64_t, bench_outputs>;

struct BenchCases {
  std::vector<std::int64_t> wages, rents, ages;
  std::vector<BenchAmounts> amounts = std::vector<BenchAmounts>(bench_cases);
  BenchCases() {
    for (std::size_t i = 0; i < bench_cases; ++i) {
      wages.push_back(static_cast<std::int64_t>(i * 197 % 600'000));
      rents.push_back(static_cast<std::int64_t>(i * 71 % 180'000));
      ages.push_back(static_cast<std::int64_t>(18 + i * 13 % 60));
    }
  }
};

[[gnu::noinline]] inline void straight_line(BenchCases& cases) {
  PlainOperations operations;
  for (std::size_t i = 0; i < bench_cases; ++i) {
    std::size_t next = 0;
    graph_of(operations, cases.wages[i], cases.rents[i], cases.ages[i],
             [&](std::int64_t amount) { cases.amounts[i][next++] = amount; });
  }
}

}  // namespace ansio::program
