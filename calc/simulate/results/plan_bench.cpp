// How long a plan takes: four scenarios of a disability pensioner who starts to work, with notices, from the case to
// the results. Repeat with: build-release/ansio_bench --benchmark_filter=Plan
//
// PlanAgain: programs compiled before; PlanFirst: compiling included; PlanWithAssumptions: what figures rest on is
// traced, too; PlanByDefinition: by the definition. The argument is the number of months, so that growth is seen.
#include <benchmark/benchmark.h>

#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"
#include "calc/simulate/results/results.h"

namespace ansio::simulate {
namespace {

const RuleSet& rules_of_the_house() {
  static const RuleSet rules = [] {
    const Result<std::vector<SourceFile>> files = read_directory(ANSIO_SOURCE_DIR "/rules");
    Result<RuleSet> loaded = files ? load_rules(*files) : Result<RuleSet>(RuleSet{});
    return loaded ? *std::move(loaded) : RuleSet{};
  }();
  return rules;
}

Case four_scenarios(int months) {
  const Result<Document> document =
      read_yaml("plan", "ansiopolku: 1\nstart: 2025-01\nmonths: " + std::to_string(months) + R"(
municipality: Tampere
rent: 620
client: {birth_month: 1990-05, on_kela_disability_pension: true, care_allowance: basic}
scenarios:
  - {name: now}
  - {name: ten hours, client: {wage: {2025-01: 0, 2025-03: 560.10}}}
  - {name: a bonus, client: {wage: {2025-01: 0, 2025-03: 880},
                              holiday_bonus: {2025-01: 0, 2025-06: 200.50, 2025-07: 0}}}
  - {name: full time, client: {wage: {2025-01: 0, 2025-03: 2310}}}
)");
  Result<Case> situation = read_case(rules_of_the_house(), *document);
  return situation ? *std::move(situation) : Case{};
}

enum class Way { again, first, with_assumptions, by_definition };

void plan(benchmark::State& state, Way way) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = four_scenarios(static_cast<int>(state.range(0)));
  if (situation.scenarios.size() != 4)
    return state.SkipWithError("no rules");
  const ResultOptions options{{}, way == Way::with_assumptions};
  std::unique_ptr<Machine> machine = std::make_unique<Machine>(rules, answer_by_definition);
  const Answering answering = [&](const Question& question) {
    return way == Way::by_definition ? answer_by_definition(rules, question) : machine->answer(question);
  };
  std::size_t notices = 0;
  if (way == Way::again)
    (void)compute_results(rules, situation, answering, options);
  for (auto _ : state) {
    if (way == Way::first)
      machine = std::make_unique<Machine>(rules, answer_by_definition);
    const Result<Results> results = compute_results(rules, situation, answering, options);
    notices = 0;
    for (const ScenarioResult& scenario : results->scenarios)
      notices += scenario.notices.size();
  }
  state.counters["notices"] = static_cast<double>(notices);
  state.counters["by_tree"] = static_cast<double>(machine->counts().by_tree);
  state.counters["ms_a_month"] =
      benchmark::Counter(static_cast<double>(state.range(0)) / 1000,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK_CAPTURE(plan, PlanAgain, Way::again)->Arg(12)->Arg(24)->Arg(36)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plan, PlanFirst, Way::first)->Arg(12)->Arg(24)->Arg(36)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plan, PlanWithAssumptions, Way::with_assumptions)->Arg(24)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plan, PlanByDefinition, Way::by_definition)->Arg(24)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ansio::simulate
