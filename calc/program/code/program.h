// A compiled program: a flat list of integer instructions over registers, with the places of its inputs and outputs.
//
// It answers every question of one Form (form.h). The list has neither jumps nor loops: a plan is its months one after
// the other. Registers are numbered in two files, of 64 and of 128 bits; each file begins with constants, which are
// never overwritten, then come (in the file of 64 bits) the inputs, then what is computed.
//
//   std::optional<Program> program = compile(rules, form);
//   ScalarMachine machine(*program);                       // scalar_machine.h
//   machine.run(inputs);
//
// Where the rules ask something only some values answer (an input that is missing only when a branch needs it, a table
// looked up outside its keys), the program computes beside the answer whether it is `sound`. When it is not, the
// question goes to the definition, which finds the reason.
#pragma once

#include <string>
#include <vector>

#include "calc/program/code/instructions.h"
#include "calc/program/floor.h"
#include "calc/program/lowering/form.h"

namespace ansio::program {

using Register = std::uint32_t;
inline constexpr Register no_register = 0xffffffff;

struct Instruction {
  Operation operation = Operation::add;
  // Operands and result below 2^51 in magnitude, of a division dividend and divisor together: doubles compute it
  // exactly (column_loops.inc says why).
  bool fits_double = false;
  Register target = 0;
  Register a = 0, b = 0, c = 0;  // look_up: b is the table's begin in Program::tables
};

// A value given: its whole number is value · 10^decimals. Outside [low, high] the program does not hold.
struct InputSlot {
  Instance instance;
  std::uint32_t given = 0;  // place in Form::inputs
  std::uint32_t index = 0;  // place in Given::values
  std::int64_t scale = 1;   // 10^decimals
  std::int64_t low = 0, high = 0;
  Register place = 0;
};

// value = numerator / (denominator · divisor), the divisor being 1 when it has no register.
struct OutputSlot {
  std::uint32_t wanted = 0;  // place in Form::wanted
  std::uint32_t index = 0;
  Register numerator = 0, divisor = no_register;
  bool numerator_wide = false, divisor_wide = false;
  Int128 denominator = 1;
};

struct Program {
  std::vector<Instruction> instructions;
  std::vector<std::int64_t> constants;  // of registers 0, 1, …
  std::vector<Int128> wide_constants;
  std::vector<std::int64_t> tables;
  std::vector<InputSlot> inputs;
  std::vector<OutputSlot> outputs;
  Register sound = no_register;  // 0 there: leave the question to the definition; no_register: always sound
  std::uint32_t register_count = 0;
  std::uint32_t wide_register_count = 0;
};

// One line an instruction: "r12 = r3 * r4 + r5", wide registers as w0, w1, …; then the outputs. With lanes, each line
// also says what columns compute it in: "; doubles", "; 64 bits", "; 128 bits"; the last line counts them.
enum class Listing : std::uint8_t { plain, with_lanes };
std::string disassemble(const Program& program, Listing listing = Listing::plain);

}  // namespace ansio::program
