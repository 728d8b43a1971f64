// How long edges take from a case to every jump and kink with its causes: wages of 0–6,000 by the cent, in a typical
// month and in a plan of so many months (each month's curve and their sum).
// Repeat with: build-release/ansio_bench --benchmark_filter=Edges
#include <benchmark/benchmark.h>

#include "calc/analyse/axis_bench.h"
#include "calc/analyse/edge_request.h"
#include "calc/analyse/edges.h"

namespace calc {
namespace {

constexpr const char* with_work =
    "municipality: Tampere\n"
    "housing: {tenure: rented, rent: 620, water: separate, heating: included}\n"
    "client: {birth_month: 1990-05, on_kela_disability_pension: true, hourly_wage: 14.50, supplements: 40}\n";

void edges_along(benchmark::State& state, const char* vary, const char* figure) {
  const RuleSet& rules = rules_of_the_house();
  const Case situation = bench_case(static_cast<int>(state.range(0)), with_work);
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
    state.counters["pieces"] = static_cast<double>(edges->pieces);
  }
}

void EdgesOfWhatIsLeft(benchmark::State& state) {
  edges_along(state, "client.wage=0:6000", "disposable_income");
}
void EdgesFinelyStepped(benchmark::State& state) {
  edges_along(state, "client.wage=0:6000", "income_after_costs");
}
void EdgesByHours(benchmark::State& state) {
  edges_along(state, "client.hours_per_week=0:40", "disposable_income");
}

BENCHMARK(EdgesOfWhatIsLeft)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);
BENCHMARK(EdgesFinelyStepped)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);
BENCHMARK(EdgesByHours)->Arg(1)->Arg(24)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace calc
