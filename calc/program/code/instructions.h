// The instruction set: one table from which the compiler, the scalar machine, the disassembler and the documentation
// follow.
//
// Every value is a whole number. Each arithmetic instruction exists twice: on 64-bit registers, used where the compiler
// has proven that operands and result stay below 2^62 in magnitude, and (with `_wide`) on 128-bit registers, below
// 2^126. Truth is 0 and 1, so that `and` is minimum, `or` is maximum, `not a` is 1 − a. There are no jumps: both sides
// of an `if` are computed and `select` takes one.
#pragma once

#include <cstdint>

#include "calc/program/floor.h"

namespace ansio::program {

// X(name, operands, expression, text): `expression` in the operands a, b, c; `text` as the disassembler prints it.
#define CALC_ARITHMETIC_INSTRUCTIONS(X)                                                 \
  X(add, 2, a + b, "a + b")                                                             \
  X(subtract, 2, a - b, "a - b")                                                        \
  X(multiply, 2, a* b, "a * b")                                                         \
  X(multiply_add, 3, a* b + c, "a * b + c")                                             \
  X(minimum, 2, a < b ? a : b, "min(a, b)")                                             \
  X(maximum, 2, a < b ? b : a, "max(a, b)")                                             \
  X(absolute, 1, a < 0 ? -a : a, "abs(a)")                                              \
  X(less, 2, a < b, "a < b")                                                            \
  X(less_equal, 2, a <= b, "a <= b")                                                    \
  X(equal, 2, a == b, "a = b")                                                          \
  X(not_equal, 2, a != b, "a != b")                                                     \
  X(select, 3, a != 0 ? b : c, "if a then b else c")                                    \
  X(divide_half_away, 2, divided_half_away(a, b), "round(a / b)") /* b > 0, as below */ \
  X(divide_down, 2, divided_down(a, b), "round_down(a / b)")                            \
  X(divide_up, 2, divided_up(a, b), "round_up(a / b)")

// X(name, operands, text): the others. `table` is a place in Program::tables.
#define CALC_OTHER_INSTRUCTIONS(X)       \
  X(look_up, 1, "table[a]")              \
  X(widen, 1, "a, from 64 to 128 bits")  \
  X(narrow, 1, "a, from 128 to 64 bits") \
  X(stop, 0, "the end, the last of every program")

enum class Operation : std::uint8_t {
#define CALC_OPERATION(name, operands, expression, text) name, name##_wide,
  CALC_ARITHMETIC_INSTRUCTIONS(CALC_OPERATION)
#undef CALC_OPERATION
#define CALC_OPERATION(name, operands, text) name,
      CALC_OTHER_INSTRUCTIONS(CALC_OPERATION)
#undef CALC_OPERATION
};

template <class Integer>
constexpr Integer divided_half_away(Integer a, Integer b) {
  const Integer half = b >> 1;
  return a < 0 ? -((half - a) / b) : (a + half) / b;
}

template <class Integer>
constexpr Integer divided_down(Integer a, Integer b) {
  const Integer quotient = a / b;
  return quotient - (quotient * b > a ? 1 : 0);
}

template <class Integer>
constexpr Integer divided_up(Integer a, Integer b) {
  const Integer quotient = a / b;
  return quotient + (quotient * b < a ? 1 : 0);
}

}  // namespace ansio::program
