// From a form to a program: lower the formulas, then emit what the wanted values need.
#include "calc/program/code/compiler.h"

#include "calc/program/code/emission.h"
#include "calc/program/lowering/lowering.h"
#include "calc/program/question/question_check.h"

namespace ansio::program {
namespace {

struct Wanted {
  std::uint32_t wanted = 0, index = 0;
  Exact value;
};

// Month by month, so that what a month remembers of the one before is already lowered.
std::vector<Wanted> lower_wanted(const RuleSet& rules, const Form& form, Lowering& lowering) {
  std::vector<Wanted> values;
  for (int month = 0; month < form.timeline.months; ++month) {
    for (std::size_t i = 0; i < form.wanted.size(); ++i) {
      const bool yearly = rules.variables[form.wanted[i].variable].period == Period::year;
      if (yearly && month % 12 != 0)
        continue;
      const int index = yearly ? month / 12 : month;
      values.push_back(
          {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(index), lowering.value(form.wanted[i], index)});
      if (lowering.graph().has_given_up())
        return values;
    }
  }
  return values;
}

}  // namespace

std::optional<Program> compile(const RuleSet& rules, const Form& form) {
  Lowering lowering(rules, form);
  const std::vector<Wanted> wanted = lower_wanted(rules, form, lowering);
  const ValueGraph& graph = lowering.graph();
  if (graph.has_given_up() || graph.is_constant(lowering.sound(), 0))
    return std::nullopt;

  std::vector<ValueId> roots;
  for (const Wanted& output : wanted) {
    roots.push_back(output.value.numerator);
    if (output.value.divisor != no_value)
      roots.push_back(output.value.divisor);
  }
  const bool always_sound = graph.is_constant(lowering.sound());
  if (!always_sound)
    roots.push_back(lowering.sound());

  Emission emission(graph, roots, lowering.inputs().size());
  Program program = emission.take_program();
  if (!always_sound)
    program.sound = emission.place_of(lowering.sound()).place;
  for (const Wanted& output : wanted) {
    const Emission::Place numerator = emission.place_of(output.value.numerator);
    OutputSlot slot;
    slot.wanted = output.wanted;
    slot.index = output.index;
    slot.numerator = numerator.place;
    slot.numerator_wide = numerator.wide;
    slot.denominator = output.value.denominator;
    if (output.value.divisor != no_value) {
      const Emission::Place divisor = emission.place_of(output.value.divisor);
      slot.divisor = divisor.place;
      slot.divisor_wide = divisor.wide;
    }
    program.outputs.push_back(slot);
  }
  const auto first_input = static_cast<Register>(program.constants.size());
  for (std::uint32_t i = 0; i < lowering.inputs().size(); ++i) {
    const Lowering::Input& input = lowering.inputs()[i];
    InputSlot slot;
    slot.instance = input.instance;
    slot.given = input.given;
    slot.index = input.index;
    slot.scale = input.scale;
    slot.low = static_cast<std::int64_t>(input.range.low);
    slot.high = static_cast<std::int64_t>(input.range.high);
    slot.place = first_input + i;
    program.inputs.push_back(slot);
  }
  return program;
}

}  // namespace ansio::program
