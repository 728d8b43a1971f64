// Runs a Program, one question at a time: the fastest way to one answer.
//
//   ScalarMachine machine(program);
//   if (machine.run(inputs))                      // whole numbers, in the order of program.inputs, within their ranges
//     use(machine.output(0));
//
// Running allocates nothing. Not thread-safe: one machine a thread.
#pragma once

#include <span>

#include "calc/program/code/program.h"
#include "calc/program/floor.h"

namespace ansio::program {

class ScalarMachine {
 public:
  explicit ScalarMachine(const Program& program);  // keeps a reference

  // False when the program is not sound for these inputs: ask the definition.
  bool run(std::span<const std::int64_t> inputs);

  // The value of program.outputs[number] after run; invalid when 128 bits do not hold its ratio.
  [[nodiscard]] Fraction output(std::size_t number) const;

  // What a register holds after run.
  [[nodiscard]] Int128 value(Register place, bool wide) const {
    return wide ? wide_registers_[place] : registers_[place];
  }

 private:
  const Program& program_;
  std::vector<std::int64_t> registers_;
  std::vector<Int128> wide_registers_;
};

}  // namespace ansio::program
