// From values to a list: leaves out what does not matter, chooses widths, assigns registers.
//
// A value is kept in 64 bits when its interval is below 2^62, else in 128; an instruction works in 64 bits when its
// operands and result do. A register is free again after the last use of what it holds. Inputs, constants and what the
// caller reads after the run keep theirs.
#pragma once

#include "calc/program/code/program.h"
#include "calc/program/floor.h"
#include "calc/program/values/value_graph.h"

namespace ansio::program {

class Emission {
 public:
  // `roots` are needed after the run; inputs are numbered 0 … input_count − 1 in the graph.
  Emission(const ValueGraph& graph, const std::vector<ValueId>& roots, std::size_t input_count);

  // Instructions, constants, tables and register counts.
  [[nodiscard]] Program take_program() { return std::move(program_); }

  struct Place {
    Register place = no_register;
    bool wide = false;
  };
  [[nodiscard]] Place place_of(ValueId root) const;

 private:
  // An instruction before registers are known.
  struct Step {
    ValueId value = no_value;
    ValueId operands[3] = {no_value, no_value, no_value};
    Operation narrow_operation = Operation::add, wide_operation = Operation::add;
    bool wide = false;
    bool fits_double = false;
  };
  struct RegisterFile {
    std::uint32_t count = 0;
    std::vector<Register> free;
    Register take();
  };

  void mark_uses(const std::vector<ValueId>& roots);
  void place_inputs_and_constants(const std::vector<ValueId>& roots, std::size_t input_count);
  void choose_steps();
  void order_steps();
  bool fuses(ValueId sum, Step& step) const;
  void assign_registers(const std::vector<ValueId>& roots);
  void emit(const Step& step, std::size_t number);
  Register operand(const Step& step, ValueId value);
  Register constant(ValueId value, bool wide);
  [[nodiscard]] bool is_narrow(ValueId value) const { return graph_.range(value).below(narrow_limit); }
  [[nodiscard]] bool is_instruction(ValueId value) const;

  const ValueGraph& graph_;
  Program program_;
  std::vector<std::uint32_t> uses_;
  std::vector<bool> fused_;
  std::vector<std::uint32_t> last_use_;  // number of the step
  std::vector<Place> places_;
  std::vector<Register> wide_constants_;  // of a value that is a narrow constant too
  std::vector<Step> steps_;
  std::vector<std::uint32_t> table_begin_;
  RegisterFile narrow_, wide_;
  std::vector<Register> borrowed_;  // by the step at hand, in the wide file
};

}  // namespace ansio::program
