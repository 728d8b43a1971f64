#include "calc/simulate/results/to_do.h"

#include "calc/base/order/stable_sort.h"

namespace ansio::simulate {

std::vector<Task> to_do_list(const ScenarioResult& scenario) {
  std::vector<Task> tasks;
  for (const FiredNotice& fired : scenario.notices)
    for (std::size_t i = 0; i < fired.months.size(); ++i)
      tasks.push_back({&fired, fired.months[i], i < fired.due.size() ? std::optional(fired.due[i]) : std::nullopt});
  const auto day_of = [](const Task& task) { return task.due.value_or(Date::in(task.month, 1)); };
  sort_stably(tasks, [&](const Task& a, const Task& b) { return day_of(a) < day_of(b); });
  return tasks;
}

}  // namespace ansio::simulate
