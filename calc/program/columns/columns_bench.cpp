// Columns against the scalar machine and against straight-line code, each exact. Repeat with:
// build-release/ansio_bench --benchmark_filter=Columns
//
// Columns<set>Graph and GraphStraightLine compute the same graph of about 300 instructions for the same wages;
// `per_case` is the time of one case. The graph is checked to be the same before it is measured.
#include <benchmark/benchmark.h>

#include "calc/program/code/compiler.h"
#include "calc/program/columns/columns.h"
#include "calc/program/machine/machine.h"
#include "calc/program/testing/bench_graph.h"
#include "calc/program/testing/rules_bench.h"

namespace ansio::program {
namespace {

void count_cases(benchmark::State& state) {
  state.counters["per_case"] = benchmark::Counter(
      static_cast<double>(bench_cases), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["instructions"] = static_cast<double>(graph_program().instructions.size() - 1);
}

bool agree(const BenchCases& cases, std::size_t at, const BenchAmounts& amounts) {
  return cases.amounts[at] == amounts;
}

void graph_straight_line(benchmark::State& state) {
  BenchCases cases;
  for (auto _ : state) {
    straight_line(cases);
    benchmark::ClobberMemory();
  }
  count_cases(state);
}

void graph_scalar(benchmark::State& state) {
  BenchCases cases;
  straight_line(cases);
  ScalarMachine machine(graph_program());
  bool same = true;
  for (auto _ : state)
    for (std::size_t i = 0; i < bench_cases; ++i) {
      const std::int64_t inputs[] = {cases.wages[i], cases.rents[i], cases.ages[i]};
      machine.run(inputs);
      same = same && machine.value(graph_program().outputs[bench_outputs - 1].numerator, false) ==
                         cases.amounts[i][bench_outputs - 1];
    }
  if (!same)
    return state.SkipWithError("the graph is not the same");
  count_cases(state);
}

void graph_columns(benchmark::State& state) {
  const std::vector<InstructionSet> sets = instruction_sets_here();
  const auto asked = static_cast<std::size_t>(state.range(0));
  if (asked >= sets.size())
    return state.SkipWithError("not on this processor");
  BenchCases cases;
  straight_line(cases);
  Columns columns(graph_program(), {false, false, false}, sets[asked]);
  columns.begin();
  bool same = true;
  for (auto _ : state)
    for (std::size_t first = 0; first < bench_cases; first += columns.cases()) {
      for (std::size_t at = 0; at < columns.cases(); ++at) {
        columns.set(0, at, cases.wages[first + at]);
        columns.set(1, at, cases.rents[first + at]);
        columns.set(2, at, cases.ages[first + at]);
      }
      columns.run(columns.cases());
      benchmark::ClobberMemory();
    }
  for (std::size_t at = 0; at < columns.cases(); ++at) {
    BenchAmounts amounts{};
    for (std::size_t output = 0; output < bench_outputs; ++output)
      amounts[output] = static_cast<std::int64_t>(columns.numerator(output, at));
    same = same && agree(cases, bench_cases - columns.cases() + at, amounts);
  }
  if (!same)
    return state.SkipWithError("the graph is not the same");
  state.SetLabel(std::string(name_of(sets[asked])));
  count_cases(state);
}

// The rules of the house, everything asked and given of a couple with two children: every input of the adults' money
// moves a little from case to case.
void household_columns(benchmark::State& state) {
  const std::vector<InstructionSet> sets = instruction_sets_here();
  const auto asked = static_cast<std::size_t>(state.range(0));
  if (asked >= sets.size())
    return state.SkipWithError("not on this processor");
  const RuleSet& rules = rules_of_the_house();
  const Question question = everything_of(rules, {true, 2}, {true, YearMonth::of(2026, 5), 1});
  Form form;
  const std::optional<Program> program =
      form_of(rules, question, form) ? compile(rules, form) : std::optional<Program>();
  if (!program)
    return state.SkipWithError("not compiled");
  Columns columns(*program, std::vector<bool>(program->inputs.size(), false), sets[asked]);
  columns.begin();
  const std::vector<bool> moves = movable(rules, question);
  for (std::size_t i = 0; i < program->inputs.size(); ++i) {
    const InputSlot& slot = program->inputs[i];
    const Value value = *question.given[slot.given].values[slot.index] * Fraction::from_integer(slot.scale);
    for (std::size_t at = 0; at < columns.cases(); ++at) {
      const std::int64_t moved = static_cast<std::int64_t>(value.numerator()) +
                                 (moves[slot.given] ? static_cast<std::int64_t>(at * (i + 1) % 5000) : 0);
      columns.set(i, at, moved < slot.high ? moved : slot.high);
    }
  }
  std::size_t sound = 0;
  for (auto _ : state)
    columns.run(columns.cases());
  for (std::size_t at = 0; at < columns.cases(); ++at)
    sound += columns.is_sound(at) ? 1 : 0;
  state.SetLabel(std::string(name_of(sets[asked])));
  state.counters["instructions"] = static_cast<double>(program->instructions.size());
  state.counters["cases_a_block"] = static_cast<double>(columns.cases());
  state.counters["sound"] = static_cast<double>(sound) / static_cast<double>(columns.cases());
  state.counters["households"] =
      benchmark::Counter(static_cast<double>(columns.cases()), benchmark::Counter::kIsIterationInvariantRate);
}

// The same through Machine: values in, answers out, for growing numbers of cases.
void household_series(benchmark::State& state) {
  const RuleSet& rules = rules_of_the_house();
  Series series;
  series.question = everything_of(rules, {true, 2}, {true, YearMonth::of(2026, 5), 1});
  const std::vector<bool> moves = movable(rules, series.question);
  const auto cases = static_cast<std::size_t>(state.range(0));
  for (std::size_t i = 0; i < series.question.given.size(); ++i) {
    const Value value = *series.question.given[i].values[0];
    if (!moves[i] || series.moving.size() == 2)
      continue;
    series.moving.push_back(i);
    std::vector<Value>& values = series.values.emplace_back();
    for (std::size_t at = 0; at < cases; ++at)
      values.push_back(value + Fraction::from_ratio(static_cast<Int128>(at % 5000), 100));
  }
  series.question.wanted.resize(8);
  Machine machine(rules);
  std::size_t asked = 0;
  std::size_t answered = 0;
  for (auto _ : state)
    machine.answer(series, [&](std::size_t, const Result<Answer>& answer) {
      ++asked;
      answered += answer.ok() ? 1 : 0;
    });
  if (answered != asked)
    return state.SkipWithError("refusals");
  state.counters["in_columns"] = static_cast<double>(machine.counts().in_columns) / static_cast<double>(asked);
  state.counters["per_case"] = benchmark::Counter(
      static_cast<double>(cases), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK(household_columns)->Name("ColumnsHousehold")->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);
BENCHMARK(household_series)->Name("ColumnsSeries")->RangeMultiplier(10)->Range(100, 1'000'000);
BENCHMARK(graph_straight_line)->Name("ColumnsGraphStraightLine");
BENCHMARK(graph_scalar)->Name("ColumnsGraphScalar");
BENCHMARK(graph_columns)->Name("ColumnsGraph")->DenseRange(0, 3);

}  // namespace
}  // namespace ansio::program
