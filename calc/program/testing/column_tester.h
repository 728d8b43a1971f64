// Runs questions of one form in columns and insists on what the scalar machine computes, on every instruction set this
// processor has and whichever inputs are steady; for tests.
//
//   EXPECT_EQ(difference_in_columns(rules, questions), "");
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/program/code/compiler.h"
#include "calc/program/columns/columns.h"
#include "calc/program/floor.h"
#include "calc/program/question/question_check.h"

namespace ansio::program {

// The inputs of a question as the program takes them; nothing when one is outside its range or its decimals.
inline std::optional<std::vector<std::int64_t>> whole_inputs(const Program& program, const Question& question) {
  std::vector<std::int64_t> inputs;
  for (const InputSlot& slot : program.inputs) {
    const Value value = *question.given[slot.given].values[slot.index] * Fraction::from_integer(slot.scale);
    if (!value.is_integer() || value.numerator() < slot.low || value.numerator() > slot.high)
      return std::nullopt;
    inputs.push_back(static_cast<std::int64_t>(value.numerator()));
  }
  return inputs;
}

// Empty when the columns of these cases hold what the scalar machine computes for each.
inline std::string difference_in_columns(const Program& program, const std::vector<std::vector<std::int64_t>>& cases,
                                         const std::vector<bool>& steady, InstructionSet set) {
  Columns columns(program, steady, set);
  for (std::size_t input = 0; input < steady.size(); ++input)
    if (steady[input])
      columns.set_steady(input, cases[0][input]);
  columns.begin();
  ScalarMachine scalar(program);
  for (std::size_t first = 0; first < cases.size(); first += columns.cases()) {
    const std::size_t count = std::min(columns.cases(), cases.size() - first);
    for (std::size_t input = 0; input < steady.size(); ++input)
      for (std::size_t at = 0; at < count && !steady[input]; ++at)
        columns.set(input, at, cases[first + at][input]);
    columns.run(count);
    for (std::size_t at = 0; at < count; ++at) {
      std::vector<std::int64_t> inputs = cases[first + at];
      for (std::size_t input = 0; input < steady.size(); ++input)
        if (steady[input])
          inputs[input] = cases[0][input];
      const bool sound = scalar.run(inputs);
      const std::string where = " of case " + std::to_string(first + at) + " on " + std::string(name_of(set));
      if (sound != columns.is_sound(at))
        return "soundness" + where;
      for (std::size_t output = 0; output < program.outputs.size(); ++output) {
        const OutputSlot& slot = program.outputs[output];
        if (columns.numerator(output, at) != scalar.value(slot.numerator, slot.numerator_wide) ||
            (slot.divisor != no_register &&
             columns.divisor(output, at) != scalar.value(slot.divisor, slot.divisor_wide)))
          return "output " + std::to_string(output) + where + "\n" + disassemble(program);
      }
    }
  }
  return {};
}

// The same for nothing steady, every second input steady, all but one.
inline std::string difference_in_columns(const Program& program, const std::vector<std::vector<std::int64_t>>& cases) {
  const std::size_t inputs = program.inputs.size();
  for (const InstructionSet set : instruction_sets_here()) {
    for (int pattern = 0; pattern < 4; ++pattern) {
      std::vector<bool> steady(inputs, pattern == 3);
      for (std::size_t i = 0; i < inputs; ++i)
        if (pattern > 0)
          steady[i] = pattern == 1 ? i % 2 == 0 : pattern == 2 ? i != inputs / 2 : i != 0;
      if (std::string found = difference_in_columns(program, cases, steady, set); !found.empty())
        return found;
    }
  }
  return {};
}

// Of questions, form by form: those whose form compiles.
inline std::string difference_in_columns(const RuleSet& rules, const std::vector<Question>& questions) {
  for (const Question& question : questions) {
    Form form;
    if (!check_question(rules, question).empty() || !form_of(rules, question, form))
      continue;
    const std::optional<Program> program = compile(rules, form);
    if (!program)
      continue;
    std::vector<std::vector<std::int64_t>> cases;
    for (const Question& other : questions)
      if (auto inputs = whole_inputs(*program, other))
        cases.push_back(*std::move(inputs));
    if (cases.empty())
      continue;
    // The ends of every range, too: all low, all high, and each input at its ends among the first case's others.
    for (const bool high : {false, true}) {
      std::vector<std::int64_t> extreme;
      for (const InputSlot& slot : program->inputs)
        extreme.push_back(high ? slot.high : slot.low);
      cases.push_back(std::move(extreme));
      for (std::size_t i = 0; i < program->inputs.size() && cases.size() < 40; ++i) {
        cases.push_back(cases[0]);
        cases.back()[i] = high ? program->inputs[i].high : program->inputs[i].low;
      }
    }
    if (std::string found = difference_in_columns(*program, cases); !found.empty())
      return found;
  }
  return {};
}

}  // namespace ansio::program
