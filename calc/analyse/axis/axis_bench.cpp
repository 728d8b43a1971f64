// How long edges and solving take along one input of a household, from the case to the answer with its causes: wages of
// 0–6,000 by the cent, weekly hours of 0–40 by the hundredth, in a typical month and in a plan of so many months.
// Repeat with: build-release/ansio_bench --benchmark_filter='Edges|Solve'
//
// Edges: each month's curve and their sum. Solving: of one figure (a margin that few rules make) and of all that is
// left, compared with the household without work.
#include <benchmark/benchmark.h>

#include <string>

#include "calc/analyse/edges/edge_request.h"
#include "calc/analyse/edges/edges.h"
#include "calc/analyse/solve/solve.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/case/read/case.h"
#include "calc/program/testing/rules_bench.h"

namespace ansio::analyse {
namespace {

constexpr const char* pensioner =
    "housing: {tenure: rented, rent: 620, water: separate, heating: included}\n"
    "client: {birth_month: 1990-05, on_kela_disability_pension: true, hourly_wage: 14.50, supplements: 40}\n";
// Days of allowance are stretched by what is earned, month upon month.
constexpr const char* unemployed =
    "housing: {tenure: rented, rent: 700}\n"
    "client: {birth_month: 1979-09, unemployment_benefit: earnings_related, wage_before_unemployment: 2600,\n"
    "         unemployment_days_used: 30, union_fee: 360, hourly_wage: 16}\n";

Case bench_case(int months, const char* household = pensioner) {
  const Result<Document> document =
      read_yaml("case", "ansiopolku: 1\nstart: 2025-01\nmonths: " + std::to_string(months) +
                            "\nmunicipality: Tampere\n" + household);
  Result<Case> situation = read_case(rules_of_the_house(), *document);
  return situation ? *std::move(situation) : Case{};
}

void edges_along(benchmark::State& state, const char* vary, const char* figure, const char* household = pensioner) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = bench_case(static_cast<int>(state.range(0)), household);
  Machine machine(rules);
  const Answering answering(machine);
  for (auto _ : state) {
    const Result<EdgeRequest> request = read_edge_request(rules, situation, {vary, {}, {figure}});
    if (!request)
      return state.SkipWithError("no request");
    const Result<Edges> edges =
        find_edges(rules, situation, *request->scenario, request->axis, request->wanted, answering);
    if (!edges)
      return state.SkipWithError("no edges");
    state.SetLabel(std::to_string(edges->pieces) + " pieces");
  }
}

void EdgesOfWhatIsLeft(benchmark::State& state) {
  edges_along(state, "client.wage=0:6000", "disposable_income");
}
void EdgesFinelyStepped(benchmark::State& state) {
  edges_along(state, "client.wage=0:6000", "income_after_costs");
}
void EdgesOfTheUnemployed(benchmark::State& state) {
  edges_along(state, "client.wage=0:6000", "disposable_income", unemployed);
}
void EdgesByHours(benchmark::State& state) {
  edges_along(state, "client.hours_per_week=0:40", "disposable_income");
}

BENCHMARK(EdgesOfWhatIsLeft)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);
BENCHMARK(EdgesFinelyStepped)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);
BENCHMARK(EdgesOfTheUnemployed)->Arg(1)->Arg(12)->Unit(benchmark::kMillisecond);
BENCHMARK(EdgesByHours)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);

void solve_along(benchmark::State& state, const char* vary, const char* condition) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = bench_case(static_cast<int>(state.range(0)));
  Machine machine(rules);
  const Answering answering(machine);
  for (auto _ : state) {
    const Result<SolveRequest> request = read_solve_request(rules, situation, {.vary = vary, .most = condition});
    if (!request)
      return state.SkipWithError("no request");
    const Result<Solution> solution = solve(rules, situation, *request, answering);
    if (!solution)
      return state.SkipWithError("no solution");
    state.SetLabel(std::to_string(solution->pieces) + " pieces, " + std::to_string(solution->stretches.size()) +
                   " stretches");
  }
}

void SolveMargin(benchmark::State& state) {
  solve_along(state, "client.wage=0:6000", "client.disability_pension.margin >= 0");
}
void SolveGain(benchmark::State& state) {
  solve_along(state, "client.wage=0:6000", "disposable_income >= 1.1 * base.disposable_income");
}
void SolveGainByHours(benchmark::State& state) {
  solve_along(state, "client.hours_per_week=0:40", "disposable_income >= 1.1 * base.disposable_income");
}

BENCHMARK(SolveMargin)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);
BENCHMARK(SolveGain)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);
BENCHMARK(SolveGainByHours)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ansio::analyse
