#include "calc/program/scalar/scalar_machine.h"

#include <algorithm>

namespace ansio::program {
namespace {

// Each instruction jumps straight to the next one's code, which a processor predicts better than one switch for all.
// Labels as values are an extension that both our compilers have.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
void execute(const Program& program, std::int64_t* narrow_file, Int128* wide_file) {
  static const void* const labels[] = {
#define CALC_LABEL(name, operands, expression, text) &&do_##name, &&do_##name##_wide,
      CALC_ARITHMETIC_INSTRUCTIONS(CALC_LABEL)
#undef CALC_LABEL
#define CALC_LABEL(name, operands, text) &&do_##name,
          CALC_OTHER_INSTRUCTIONS(CALC_LABEL)
#undef CALC_LABEL
  };
  const Instruction* at = program.instructions.data();
  const std::int64_t* const tables = program.tables.data();
#define CALC_NEXT goto* labels[static_cast<std::size_t>((++at)->operation)]
  goto* labels[static_cast<std::size_t>(at->operation)];
#define CALC_EXECUTE(name, operands, expression, text)                             \
  do_##name : {                                                                    \
    [[maybe_unused]] const std::int64_t a = narrow_file[at->a];                    \
    [[maybe_unused]] const std::int64_t b = operands > 1 ? narrow_file[at->b] : 0; \
    [[maybe_unused]] const std::int64_t c = operands > 2 ? narrow_file[at->c] : 0; \
    narrow_file[at->target] = static_cast<std::int64_t>(expression);               \
    CALC_NEXT;                                                                     \
  }                                                                                \
  do_##name##_wide : {                                                             \
    [[maybe_unused]] const Int128 a = wide_file[at->a];                            \
    [[maybe_unused]] const Int128 b = operands > 1 ? wide_file[at->b] : 0;         \
    [[maybe_unused]] const Int128 c = operands > 2 ? wide_file[at->c] : 0;         \
    wide_file[at->target] = static_cast<Int128>(expression);                       \
    CALC_NEXT;                                                                     \
  }
  CALC_ARITHMETIC_INSTRUCTIONS(CALC_EXECUTE)
#undef CALC_EXECUTE
do_look_up:
  narrow_file[at->target] = tables[at->b + static_cast<std::size_t>(narrow_file[at->a])];
  CALC_NEXT;
do_widen:
  wide_file[at->target] = narrow_file[at->a];
  CALC_NEXT;
do_narrow:
  narrow_file[at->target] = static_cast<std::int64_t>(wide_file[at->a]);
  CALC_NEXT;
do_stop:
  return;
#undef CALC_NEXT
}
#pragma GCC diagnostic pop

}  // namespace

ScalarMachine::ScalarMachine(const Program& program)
    : program_(program), registers_(program.register_count), wide_registers_(program.wide_register_count) {
  std::copy(program.constants.begin(), program.constants.end(), registers_.begin());
  std::copy(program.wide_constants.begin(), program.wide_constants.end(), wide_registers_.begin());
}

bool ScalarMachine::run(std::span<const std::int64_t> inputs) {
  std::copy(inputs.begin(), inputs.end(), registers_.begin() + static_cast<std::ptrdiff_t>(program_.constants.size()));
  execute(program_, registers_.data(), wide_registers_.data());
  return program_.sound == no_register || registers_[program_.sound] != 0;
}

Fraction ScalarMachine::output(std::size_t number) const {
  const OutputSlot& slot = program_.outputs[number];
  const Int128 numerator = slot.numerator_wide ? wide_registers_[slot.numerator] : registers_[slot.numerator];
  const Fraction value = Fraction::from_ratio(numerator, slot.denominator);
  if (slot.divisor == no_register)
    return value;
  return value / Fraction::from_ratio(slot.divisor_wide ? wide_registers_[slot.divisor] : registers_[slot.divisor], 1);
}

}  // namespace ansio::program
