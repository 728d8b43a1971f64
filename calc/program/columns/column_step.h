// The steps that columns are computed by, and the loops that run them, one set of loops for each instruction set.
//
// A column holds one whole number for each case of a block: as double (exact, proven below 2^51), as 64-bit or as
// 128-bit integer. A steady operand is the same for all cases; it stands once, repeated over the bytes of a vector.
//
//   ColumnLoops loops = column_loops(InstructionSet::x86_64_v3);
//   loops(step, memory, 256);       // until the step `stop`
//
// The loops are compiled from one text (column_loops.inc) for each instruction set; the processor's is found at run
// time. Elsewhere, and in Wasm with its 128-bit vectors, there is the baseline.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "calc/program/code/instructions.h"
#include "calc/program/floor.h"

namespace ansio::program {

// In which form a column's whole numbers are.
enum class Lanes : std::uint8_t { doubles, whole, wide };

// Each arithmetic instruction on each kind of lanes, and what takes one kind to another.
enum class ColumnOperation : std::uint8_t {
#define CALC_COLUMN_OPERATION(name, operands, expression, text) name##_doubles, name##_whole, name##_wide,
  CALC_ARITHMETIC_INSTRUCTIONS(CALC_COLUMN_OPERATION)
#undef CALC_COLUMN_OPERATION
  // Divisor steady, its reciprocal in c.
  divide_half_away_steady,
  divide_down_steady,
  divide_up_steady,
  look_up_doubles,  // c: where the tables lie, b: the begin of this one among their cells
  look_up_whole,
  doubles_to_whole,
  whole_to_doubles,
  doubles_to_wide,
  whole_to_wide,
  wide_to_doubles,
  wide_to_whole,
  stop,
};

// Places are counted in units of 64 bytes from the begin of the memory. An operand moves from case to case unless its
// bit (1 for a, 2 for b, 4 for c) is in `steady`.
struct ColumnStep {
  ColumnOperation operation = ColumnOperation::stop;
  std::uint8_t steady = 0;
  std::uint32_t target = 0;
  std::uint32_t a = 0, b = 0, c = 0;
};

inline constexpr std::size_t column_unit = 64;  // bytes: the widest vector
inline constexpr std::size_t cases_per_unit = column_unit / 8;

enum class InstructionSet : std::uint8_t { baseline, x86_64_v2, x86_64_v3, x86_64_v4 };

// `count` is a multiple of 2 · cases_per_unit.
using ColumnLoops = void (*)(const ColumnStep* step, std::byte* memory, std::size_t count);

ColumnLoops column_loops(InstructionSet set);
std::string_view name_of(InstructionSet set);

// What this processor has, the best last.
std::vector<InstructionSet> instruction_sets_here();

}  // namespace ansio::program
