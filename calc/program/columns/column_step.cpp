// The loops over columns, compiled for each width of vectors that processors have.
#include "calc/program/columns/column_step.h"

#include "calc/base/number/fraction.h"

// Each function is compiled for its own instruction set, whatever the rest of the program is compiled for; nothing is
// inlined into or out of it, so that no other code ever runs on instructions the processor lacks.
#if defined(__x86_64__)
#define CALC_X86 1
#endif

namespace ansio::program {
namespace {

// Strict aliasing: a column is written and read through the same types, vectors of them and their elements.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpsabi"

// Several vectors a round save steps of the loop, most where vectors are short. In the browser each would be fetched.
#define CALC_VECTOR_BYTES 16
#define CALC_VECTORS_A_ROUND 1
void baseline_loops(const ColumnStep* step, std::byte* memory, std::size_t count)
#include "calc/program/columns/column_loops.inc"

#if CALC_X86
#define CALC_VECTOR_BYTES 16
#define CALC_VECTORS_A_ROUND 4
    __attribute__((target("sse4.2"))) void v2_loops(const ColumnStep* step, std::byte* memory, std::size_t count)
#include "calc/program/columns/column_loops.inc"

#define CALC_VECTOR_BYTES 32
#define CALC_VECTORS_A_ROUND 2
        __attribute__((target("avx2,fma,bmi,bmi2"))) void v3_loops(const ColumnStep* step, std::byte* memory,
                                                                   std::size_t count)
#include "calc/program/columns/column_loops.inc"

#define CALC_VECTOR_BYTES 64
#define CALC_VECTORS_A_ROUND 2
            __attribute__((target("avx2,fma,bmi,bmi2,avx512f,avx512vl,avx512dq,avx512bw,avx512cd"))) void v4_loops(
                const ColumnStep* step, std::byte* memory, std::size_t count)
#include "calc/program/columns/column_loops.inc"
#endif
#pragma GCC diagnostic pop

}  // namespace

ColumnLoops column_loops(InstructionSet set) {
  switch (set) {
#if CALC_X86
    case InstructionSet::x86_64_v2:
      return v2_loops;
    case InstructionSet::x86_64_v3:
      return v3_loops;
    case InstructionSet::x86_64_v4:
      return v4_loops;
#endif
    default:
      return baseline_loops;
  }
}

std::string_view name_of(InstructionSet set) {
  constexpr std::string_view names[] = {"baseline", "x86-64-v2", "x86-64-v3", "x86-64-v4"};
  return names[static_cast<std::size_t>(set)];
}

std::vector<InstructionSet> instruction_sets_here() {
  std::vector<InstructionSet> sets{InstructionSet::baseline};
#if CALC_X86
  if (__builtin_cpu_supports("sse4.2"))
    sets.push_back(InstructionSet::x86_64_v2);
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2"))
    sets.push_back(InstructionSet::x86_64_v3);
  if (sets.back() == InstructionSet::x86_64_v3 && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512cd"))
    sets.push_back(InstructionSet::x86_64_v4);
#endif
  return sets;
}

}  // namespace ansio::program
