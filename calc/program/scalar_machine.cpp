#include "calc/program/scalar_machine.h"

#include <algorithm>

namespace calc {
namespace {

void execute(const Program& program, std::int64_t* narrow_file, Int128* wide_file) {
  for (const Instruction& instruction : program.instructions) {
    const Register ra = instruction.a, rb = instruction.b, rc = instruction.c;
    switch (instruction.operation) {
#define CALC_EXECUTE(name, operands, expression, text)                          \
  case Operation::name: {                                                       \
    [[maybe_unused]] const std::int64_t a = narrow_file[ra];                    \
    [[maybe_unused]] const std::int64_t b = operands > 1 ? narrow_file[rb] : 0; \
    [[maybe_unused]] const std::int64_t c = operands > 2 ? narrow_file[rc] : 0; \
    narrow_file[instruction.target] = static_cast<std::int64_t>(expression);    \
    break;                                                                      \
  }                                                                             \
  case Operation::name##_wide: {                                                \
    [[maybe_unused]] const Int128 a = wide_file[ra];                            \
    [[maybe_unused]] const Int128 b = operands > 1 ? wide_file[rb] : 0;         \
    [[maybe_unused]] const Int128 c = operands > 2 ? wide_file[rc] : 0;         \
    wide_file[instruction.target] = static_cast<Int128>(expression);            \
    break;                                                                      \
  }
      CALC_ARITHMETIC_INSTRUCTIONS(CALC_EXECUTE)
#undef CALC_EXECUTE
      case Operation::look_up:
        narrow_file[instruction.target] = program.tables[rb + static_cast<std::size_t>(narrow_file[ra])];
        break;
      case Operation::widen:
        wide_file[instruction.target] = narrow_file[ra];
        break;
      case Operation::narrow:
        narrow_file[instruction.target] = static_cast<std::int64_t>(wide_file[ra]);
        break;
    }
  }
}

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

}  // namespace calc
