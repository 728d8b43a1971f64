// How long ranges and stakes take beside the figures themselves: one number open in a typical month, and twelve open
// items over 24 months and four scenarios. Repeat with: build-release/ansio_bench --benchmark_filter='Open|Stakes'
#include <benchmark/benchmark.h>

#include "calc/analyse/unknown/stakes.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/program/testing/rules_bench.h"
#include "calc/simulate/results/results.h"

namespace ansio::analyse {
namespace {

constexpr const char* one_open =
    "ansiopolku: 1\nstart: 2026-06\nmunicipality: Tampere\nhousing: {tenure: rented, rent: 620}\n"
    "client: {birth_month: 1977-08, earnings_related_pension: 1250, earnings_related_pension_kind: full_disability,\n"
    "  wage: 995, established_earnings: {between: [1500, 4000]}}\n";

constexpr const char* twelve_open =
    "ansiopolku: 1\nstart: 2025-01\nmonths: 24\nmunicipality: Tampere\n"
    "rent: {between: [500, 700]}\nheating: {one_of: [included, separate]}\nwater: {one_of: [included, separate]}\n"
    "client: {birth_month: 1990-05, on_kela_disability_pension: true, care_allowance: {one_of: [none, basic]},\n"
    "  commuting_cost: {between: [0, 150]}, church_member: {one_of: [false, true]}, union_fee: {between: [0, 500]},\n"
    "  dependants: {between: [0, 2]}, capital_income: {between: [0, 50]}}\n"
    "spouse: {birth_month: 1988-01, wage: {between: [0, 2500]}, church_member: {one_of: [true, false]},\n"
    "  union_fee: {between: [0, 500]}}\n"
    "scenarios: [{name: now}, {name: ten hours, client: {wage: 560}}, {name: more, client: {wage: 880}},\n"
    "  {name: full time, client: {wage: 2310}}]\n";

Case read(const char* text) {
  const Result<Document> document = read_yaml("case", text);
  Result<Case> situation = read_case(rules_of_the_house(), *document);
  return situation ? *std::move(situation) : Case{};
}

void figures(benchmark::State& state, const char* text) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = read(text);
  Machine machine(rules);
  const Answering answering(machine);
  for (auto _ : state)
    if (!compute_results(rules, situation, answering, {headlines(rules)}))
      return state.SkipWithError("no results");
}

void ranges(benchmark::State& state, const char* text) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = read(text);
  Machine machine(rules);
  const Answering answering(machine);
  for (auto _ : state) {
    const Result<Ranges> found = compute_ranges(rules, situation, headlines(rules), answering);
    if (!found)
      return state.SkipWithError("no ranges");
    state.SetLabel(std::to_string(found->items.size()) + " items, " + std::to_string(found->lines.size()) + " lines");
  }
}

void OpenOneFigures(benchmark::State& state) {
  figures(state, one_open);
}
void OpenOneRanges(benchmark::State& state) {
  ranges(state, one_open);
}
void OpenTwelveFigures(benchmark::State& state) {
  figures(state, twelve_open);
}
void OpenTwelveRanges(benchmark::State& state) {
  ranges(state, twelve_open);
}
void StakesOfAPlan(benchmark::State& state) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = read(twelve_open);
  Machine machine(rules);
  const Answering answering(machine);
  for (auto _ : state) {
    const Result<StakesRequest> request = read_stakes_request(rules, situation, {.against = "now"});
    if (!request || !find_stakes(rules, situation, *request, answering))
      return state.SkipWithError("no stakes");
  }
}

BENCHMARK(OpenOneFigures)->Unit(benchmark::kMillisecond);
BENCHMARK(OpenOneRanges)->Unit(benchmark::kMillisecond);
BENCHMARK(OpenTwelveFigures)->Unit(benchmark::kMillisecond);
BENCHMARK(OpenTwelveRanges)->Unit(benchmark::kMillisecond);
BENCHMARK(StakesOfAPlan)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ansio::analyse
