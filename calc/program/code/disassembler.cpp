// Programs as text, for people and tests.
#include "calc/program/code/program.h"

#include <iterator>

namespace ansio::program {
namespace {

struct Description {
  std::string_view text;
  int operands;
  bool wide_operands, wide_result;
};

Description describe(Operation operation) {
  switch (operation) {
#define CALC_DESCRIBE(name, operands, expression, text) \
  case Operation::name:                                 \
    return {text, operands, false, false};              \
  case Operation::name##_wide:                          \
    return {text, operands, true, true};
    CALC_ARITHMETIC_INSTRUCTIONS(CALC_DESCRIBE)
#undef CALC_DESCRIBE
#define CALC_DESCRIBE(name, operands, text) \
  case Operation::name:                     \
    return {text, operands, Operation::name == Operation::narrow, Operation::name == Operation::widen};
    CALC_OTHER_INSTRUCTIONS(CALC_DESCRIBE)
#undef CALC_DESCRIBE
  }
  return {"", 0, false, false};
}

std::string digits(Int128 value) {
  if (value == 0)
    return "0";
  std::string text;
  const bool negative = value < 0;
  for (; value != 0; value /= 10) {
    const int digit = static_cast<int>(value % 10);
    text.insert(text.begin(), static_cast<char>('0' + (digit < 0 ? -digit : digit)));
  }
  return negative ? "-" + text : text;
}

// "r5", "w2"; a constant as its digits.
std::string named(const Program& program, Register place, bool wide) {
  if (wide && place < program.wide_constants.size())
    return digits(program.wide_constants[place]);
  if (!wide && place < program.constants.size())
    return digits(program.constants[place]);
  return (wide ? "w" : "r") + std::to_string(place);
}

// The text with each lone operand letter replaced by its register.
std::string filled(const Program& program, const Instruction& instruction, const Description& description) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  std::string line;
  for (std::size_t i = 0; i < description.text.size(); ++i) {
    const char c = description.text[i];
    const bool alone = (i == 0 || !is_letter(description.text[i - 1])) &&
                       (i + 1 == description.text.size() || !is_letter(description.text[i + 1]));
    if (c >= 'a' && c < 'a' + description.operands && alone) {
      const Register places[] = {instruction.a, instruction.b, instruction.c};
      line += named(program, places[c - 'a'], description.wide_operands);
    } else {
      line += c;
    }
  }
  if (instruction.operation == Operation::look_up)
    line += " at " + std::to_string(instruction.b);
  return line;
}

}  // namespace

std::string disassemble(const Program& program, Listing listing) {
  constexpr std::string_view lanes[] = {"doubles", "64 bits", "128 bits"};
  std::size_t counts[] = {0, 0, 0};
  std::string text;
  for (const Instruction& instruction : program.instructions) {
    if (instruction.operation == Operation::stop)
      break;
    const Description description = describe(instruction.operation);
    text += named(program, instruction.target, description.wide_result);
    text += " = " + filled(program, instruction, description);
    if (listing == Listing::with_lanes) {
      const std::size_t here = description.wide_operands || description.wide_result ? 2
                               : instruction.fits_double                            ? 0
                                                                                    : 1;
      ++counts[here];
      text += "  ; " + std::string(lanes[here]);
    }
    text += '\n';
  }
  for (const OutputSlot& output : program.outputs) {
    text += "output " + std::to_string(output.wanted) + "[" + std::to_string(output.index) +
            "] = " + named(program, output.numerator, output.numerator_wide);
    if (output.denominator != 1)
      text += " / " + digits(output.denominator);
    if (output.divisor != no_register)
      text += " / " + named(program, output.divisor, output.divisor_wide);
    text += "\n";
  }
  if (program.sound != no_register)
    text += "sound = " + named(program, program.sound, false) + "\n";
  for (std::size_t i = 0; i < std::size(lanes) && listing == Listing::with_lanes; ++i)
    text += (i == 0 ? "" : ", ") + std::to_string(counts[i]) + " in " + std::string(lanes[i]);
  if (listing == Listing::with_lanes)
    text += '\n';
  return text;
}

}  // namespace ansio::program
