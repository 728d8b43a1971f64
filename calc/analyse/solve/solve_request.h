// What is solved for, from the names people give.
//
//   Result<SolveRequest> request = read_solve_request(
//       rules, situation, {.vary = "client.wage=0:6000", .most = "disposable_income >= base.disposable_income"});
//   Result<Solution> solution = solve(rules, situation, *request, answering);
//
// `base.x` in the condition is figure x of the base: of the first scenario as the case has it, or what `against` names,
// another scenario or the same one with a value in every month ("client.wage=0").
//
// All that is wrong with them is reported at once.
#pragma once

#include <string>

#include "calc/analyse/axis/axis.h"
#include "calc/analyse/floor.h"
#include "calc/analyse/solve/solve_condition.h"

namespace ansio::analyse {

struct SolveRequestNames {
  std::string vary{};           // "NAME=FROM:TO" or "NAME=FROM:TO:STEP"
  std::string most{}, least{};  // the condition, as one of them
  std::string scenario{};       // empty: the first
  std::string against{};        // empty: the first scenario
};

enum class Goal : std::uint8_t { most, least };

struct SolveRequest {
  const Scenario* scenario = nullptr;  // of the case
  Axis axis;
  Goal goal = Goal::most;
  Condition condition;
  Scenario base;  // when the condition reads it
};

// The same figure of the same person in the base; nothing when the base has no such person.
std::optional<Instance> base_instance(const Scenario& scenario, const Scenario& base, const Instance& figure);

Result<SolveRequest> read_solve_request(const RuleSet& rules, const Case& situation, const SolveRequestNames& names);

}  // namespace ansio::analyse
