// How long solving takes from a case to the answer, every stretch and the cause: wages of 0–6,000 by the cent, weekly
// hours of 0–40 by the hundredth, in a typical month and in a plan of so many months.
// Repeat with: build-release/ansio_bench --benchmark_filter=Solve
//
// Of one figure (a margin that few rules make) and of all that is left, compared with the household without work.
#include <benchmark/benchmark.h>

#include "calc/analyse/axis_bench.h"
#include "calc/analyse/solve.h"

namespace calc {
namespace {

constexpr const char* with_work =
    "municipality: Tampere\n"
    "housing: {tenure: rented, rent: 620, water: separate, heating: included}\n"
    "client: {birth_month: 1990-05, on_kela_disability_pension: true, hourly_wage: 14.50, supplements: 40}\n";

void solve_along(benchmark::State& state, const char* vary, const char* condition) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = bench_case(static_cast<int>(state.range(0)), with_work);
  Machine machine(rules);
  const Answering answering(machine);
  for (auto _ : state) {
    const Result<SolveRequest> request = read_solve_request(rules, situation, {.vary = vary, .most = condition});
    if (!request)
      return state.SkipWithError("no request");
    const Result<Solution> solution = solve(rules, situation, *request, answering);
    if (!solution)
      return state.SkipWithError("no solution");
    state.counters["pieces"] = static_cast<double>(solution->pieces);
    state.counters["stretches"] = static_cast<double>(solution->stretches.size());
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
}  // namespace calc
