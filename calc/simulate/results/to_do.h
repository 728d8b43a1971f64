// What a client must do, in the order of the days it is due: the notices of a scenario as a list.
//
//   for (const Task& task : to_do_list(scenario)) …
//
// What has no day of its own stands where its month begins.
#pragma once

#include <optional>
#include <vector>

#include "calc/simulate/floor.h"
#include "calc/simulate/results/results.h"

namespace ansio::simulate {

struct Task {
  const FiredNotice* fired = nullptr;  // of the scenario
  YearMonth month;                     // in which the notice begins to hold
  std::optional<Date> due;
};

std::vector<Task> to_do_list(const ScenarioResult& scenario);

}  // namespace ansio::simulate
