// One scenario on the way to its results: what compute_figures and compute_results (results.h) share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "calc/simulate/floor.h"
#include "calc/simulate/results/results.h"

namespace ansio::simulate {

// What is asked of the evaluators for one scenario: the figures shown, then notices, then what sentences name.
struct Wanted {
  std::vector<Instance> instances;
  std::size_t figures = 0;
  std::vector<std::pair<std::size_t, Instance>> notices;  // notice, instance

  std::size_t add(const Instance& instance) {
    const auto found = std::find(instances.begin(), instances.end(), instance);
    if (found != instances.end())
      return static_cast<std::size_t>(found - instances.begin());
    instances.push_back(instance);
    return instances.size() - 1;
  }
};

Wanted wanted_of(const RuleSet& rules, const Shape& shape, const std::vector<VariableId>& variables);

// The stretch of the timeline that is shown, for monthly and yearly values.
struct Shown {
  std::size_t first = 0, count = 0;
  std::size_t years = 0;

  [[nodiscard]] std::vector<Value> of(const Variable& variable, const std::vector<Value>& all) const {
    const bool yearly = variable.period == Period::year;
    const std::size_t from = yearly ? 0 : first;
    const std::size_t number = yearly ? years : count;
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(from + number)};
  }
};

Shown shown_of(const Case& situation);

// A scenario's figures and notices, with the question and the answer they come from.
struct ComputedScenario {
  Question question;
  Answer answer;
  ScenarioResult result;
};

// Errors are the evaluators'; each names its scenario.
Result<ComputedScenario> compute_scenario(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                                          const Answering& answering, const Wanted& wanted);

// The results of all scenarios, each computed by `compute`, or all that refuses them.
template <class Compute>
Result<Results> results_of_each(const Case& situation, std::vector<VariableId> variables, Compute compute) {
  Results results;
  results.typical = situation.is_typical();
  results.start = situation.start;
  results.months = situation.months;
  results.variables = std::move(variables);
  Diagnostics diagnostics;
  for (const Scenario& scenario : situation.scenarios) {
    Result<ComputedScenario> computed = compute(scenario, results.variables);
    if (computed)
      results.scenarios.push_back(std::move(computed->result));
    else
      diagnostics.insert(diagnostics.end(), computed.diagnostics().begin(), computed.diagnostics().end());
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return results;
}

}  // namespace ansio::simulate
