// Divisions at their edges, and every kind of lanes against the scalar machine.
#include "calc/program/columns/columns.h"

#include <gtest/gtest.h>

#include "calc/program/testing/column_tester.h"
#include "calc/program/values/interval.h"

namespace ansio::program {
namespace {

// One instruction on inputs of these ranges.
Program program_of(Operation operation, int operands, std::vector<Interval> ranges, bool fits_double) {
  Program program;
  for (Register i = 0; i < ranges.size(); ++i) {
    InputSlot slot;
    slot.low = static_cast<std::int64_t>(ranges[i].low);
    slot.high = static_cast<std::int64_t>(ranges[i].high);
    slot.place = i;
    program.inputs.push_back(slot);
  }
  const auto target = static_cast<Register>(ranges.size());
  program.instructions.push_back({operation, fits_double, target, 0, operands > 1 ? 1U : 0U, operands > 2 ? 2U : 0U});
  program.instructions.push_back({Operation::stop, true, 0, 0, 0, 0});
  program.register_count = target + 1;
  OutputSlot output;
  output.numerator = target;
  program.outputs.push_back(output);
  return program;
}

struct Random {
  std::uint64_t state = 88172645463325252ULL;
  std::uint64_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
  }
  // Of any size up to `bits`: small numbers are as likely as large ones.
  std::int64_t below(int bits) {
    return static_cast<std::int64_t>(next() & ((std::uint64_t{1} << (next() % static_cast<unsigned>(bits) + 1)) - 1));
  }
};

constexpr Operation divisions[] = {Operation::divide_half_away, Operation::divide_down, Operation::divide_up};

// For all whole x and d with |x| + d < 2^51, doubles divide and round as integers do: just below, at and just above
// every half and every multiple, for small and for the largest quotients.
TEST(Columns, doubles_divide_as_integers_do) {
  constexpr std::int64_t limit = std::int64_t{1} << 51;
  Random random;
  std::vector<std::vector<std::int64_t>> cases;
  const auto add = [&](std::int64_t x, std::int64_t d) {
    if (d >= 1 && x + d < limit && x - d > -limit)
      cases.push_back({x, d});
  };
  for (int i = 0; i < 4000; ++i) {
    const std::int64_t d = random.below(50) + 1;
    const std::int64_t largest = (limit - 1 - d) / d;
    const std::int64_t quotient = i % 4 == 0 ? largest : std::min(largest, random.below(51));
    for (const std::int64_t x : {quotient * d, quotient * d + d / 2, quotient * d + (d + 1) / 2})
      for (const std::int64_t near : {x - 1, x, x + 1}) {
        add(near, d);
        add(-near, d);
      }
  }
  for (const std::int64_t d : {1, 2, 3, 5, 7, 12, 43, 100, 1200, 4300})
    for (std::int64_t back = 0; back < 300; ++back) {
      add(limit - 1 - d - back, d);
      add(back - (limit - 1 - d), d);
      add(back, d);
      add(-back, d);
    }
  ASSERT_GT(cases.size(), 30000U);
  for (const Operation operation : divisions) {
    const Program program = program_of(operation, 2, {{-limit + 1, limit - 1}, {1, limit - 1}}, true);
    for (const InstructionSet set : instruction_sets_here())
      EXPECT_EQ(difference_in_columns(program, cases, {false, false}, set), "");
  }
}

// The same with the divisor steady, when its reciprocal multiplies.
TEST(Columns, doubles_divide_by_steady_divisors_as_integers_do) {
  constexpr std::int64_t limit = std::int64_t{1} << 51;
  Random random;
  for (int round = 0; round < 300; ++round) {
    const std::int64_t d = round < 60 ? round + 1 : random.below(50) + 1;
    std::vector<std::vector<std::int64_t>> cases;
    const std::int64_t largest = (limit - 1 - d) / d;
    for (int i = 0; i < 60; ++i) {
      const std::int64_t quotient = i < 3 ? largest - i : std::min(largest, random.below(51));
      for (const std::int64_t part : {std::int64_t{0}, d / 2, (d + 1) / 2})
        for (std::int64_t x = quotient * d + part - 1; x <= quotient * d + part + 1; ++x)
          if (x + d < limit && x - d > -limit) {
            cases.push_back({x, d});
            cases.push_back({-x, d});
          }
    }
    for (const Operation operation : divisions) {
      const Program program = program_of(operation, 2, {{-limit + 1, limit - 1}, {1, limit - 1}}, true);
      for (const InstructionSet set : instruction_sets_here())
        ASSERT_EQ(difference_in_columns(program, cases, {false, true}, set), "") << d;
    }
  }
}

TEST(Columns, every_instruction_is_that_of_the_scalar_machine_on_doubles_and_integers) {
  Random random;
  const auto check = [&](Operation operation, int operands, bool divides, int bits, bool fits_double) {
    const std::int64_t limit = std::int64_t{1} << bits;
    const Interval any{-limit, limit};
    const Program program =
        program_of(operation, operands, {any, divides ? Interval{1, limit} : any, any}, fits_double);
    std::vector<std::vector<std::int64_t>> cases;
    for (int i = 0; i < 700; ++i) {
      std::vector<std::int64_t> values;
      for (int operand = 0; operand < 3; ++operand) {
        const std::int64_t size = i % 5 == 0 ? random.below(2) : random.below(bits);
        values.push_back(operand == 1 && divides ? size + 1 : random.next() % 2 == 0 ? size : -size);
      }
      if (i % 7 == 0)
        values[1] = divides ? values[1] : values[0];
      cases.push_back(std::move(values));
    }
    EXPECT_EQ(difference_in_columns(program, cases), "");
  };
#define CALC_CHECK(name, operands, expression, text)                                                              \
  {                                                                                                               \
    const bool divides = Operation::name >= Operation::divide_half_away;                                          \
    const bool multiplies = Operation::name == Operation::multiply || Operation::name == Operation::multiply_add; \
    check(Operation::name, operands, divides, multiplies ? 25 : 49, true);                                        \
    check(Operation::name, operands, divides, multiplies ? 30 : 60, false);                                       \
  }
  CALC_ARITHMETIC_INSTRUCTIONS(CALC_CHECK)
#undef CALC_CHECK
}

}  // namespace
}  // namespace ansio::program
