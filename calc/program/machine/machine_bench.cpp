// How fast rules compile and run. Repeat with: build-release/ansio_bench --benchmark_filter=Machine
//
// Asked of the rule set under rules/: every rule that has no required input among those it needs, of a typical month
// and of a plan, with every number input given.
#include <benchmark/benchmark.h>

#include "calc/program/code/compiler.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/program/question/dependencies.h"
#include "calc/program/scalar/scalar_machine.h"
#include "calc/program/testing/rules_bench.h"

namespace ansio::program {
namespace {

constexpr Shape alone{false, 0}, family{true, 2};
const Timeline typical{true, YearMonth::of(2026, 5), 1};
const Timeline plan{false, YearMonth::of(2026, 1), 24};

void compile_form(benchmark::State& state, Shape shape, const Timeline& timeline) {
  const RuleSet& rules = rules_of_the_house();
  const Question question = everything_of(rules, shape, timeline);
  Form form;
  if (question.wanted.empty() || !form_of(rules, question, form))
    return state.SkipWithError("no rules");
  std::size_t instructions = 0;
  for (auto _ : state) {
    const std::optional<Program> program = compile(rules, form);
    instructions = program ? program->instructions.size() : 0;
    benchmark::DoNotOptimize(instructions);
  }
  state.counters["instructions"] = static_cast<double>(instructions);
}

void run_program(benchmark::State& state, Shape shape, const Timeline& timeline) {
  const RuleSet& rules = rules_of_the_house();
  const Question question = everything_of(rules, shape, timeline);
  Form form;
  if (question.wanted.empty() || !form_of(rules, question, form))
    return state.SkipWithError("no rules");
  const std::optional<Program> program = compile(rules, form);
  if (!program)
    return state.SkipWithError("not compiled");
  std::vector<std::int64_t> inputs;
  for (const InputSlot& slot : program->inputs) {
    const Value value = *question.given[slot.given].values[slot.index] * Fraction::from_integer(slot.scale);
    inputs.push_back(static_cast<std::int64_t>(value.numerator()));
  }
  ScalarMachine machine(*program);
  bool sound = true;
  for (auto _ : state)
    sound = machine.run(inputs) && sound;
  std::size_t wide = 0;
  for (const Instruction& instruction : program->instructions)
    wide += instruction.fits_double ? 0 : 1;
  state.counters["instructions"] = static_cast<double>(program->instructions.size());
  state.counters["beyond_doubles"] = static_cast<double>(wide);
  state.counters["sound"] = sound;
  state.counters["per_second"] = benchmark::Counter(static_cast<double>(program->instructions.size()),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}

void answer_question(benchmark::State& state, bool by_machine, Shape shape, const Timeline& timeline) {
  const RuleSet& rules = rules_of_the_house();
  const Question question = everything_of(rules, shape, timeline);
  if (question.wanted.empty())
    return state.SkipWithError("no rules");
  Machine machine(rules, answer_by_definition);
  bool answered = true;
  for (auto _ : state)
    answered = (by_machine ? machine.answer(question) : answer_by_definition(rules, question)).ok() && answered;
  state.counters["answered"] = answered;
  state.counters["by_tree"] = static_cast<double>(machine.counts().by_tree);
}

BENCHMARK_CAPTURE(compile_form, MachineTypicalAlone, alone, typical)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile_form, MachineTypicalFamily, family, typical)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile_form, MachinePlanAlone, alone, plan)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile_form, MachinePlanFamily, family, plan)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_program, MachineTypicalAlone, alone, typical)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_program, MachineTypicalFamily, family, typical)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_program, MachinePlanFamily, family, plan)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_program, MachinePlanAlone, alone, plan)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(answer_question, MachineTypicalAlone, true, alone, typical)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(answer_question, MachineDefinitionTypicalAlone, false, alone, typical)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace ansio::program
