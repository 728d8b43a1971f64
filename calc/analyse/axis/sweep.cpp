#include "calc/analyse/axis/sweep.h"

#include <algorithm>

namespace ansio::analyse {
namespace {

Diagnostic nobody(const RuleSet& rules, const VariableName& name) {
  return {.code = Code::no_such_person,
          .message = "the household has no such person",
          .found = rules.variables[name.variable].name};
}

// Which of a figure's values belongs to the first month the case shows.
std::size_t first_shown(const RuleSet& rules, const Case& situation, const Instance& instance) {
  const Timeline timeline = timeline_of(situation);
  if (timeline.typical)
    return 0;
  if (rules.variables[instance.variable].period == Period::year)
    return static_cast<std::size_t>(situation.start.year() - timeline.first.year());
  return static_cast<std::size_t>(situation.start.index - timeline.first.index);
}

}  // namespace

Result<Sweep> sweep_along(const RuleSet& rules, const Case& situation, const Scenario& scenario, const Axis& axis,
                          const std::vector<VariableName>& wanted, const Answering& answering) {
  const auto moved = instance_in(scenario.shape, axis.name);
  if (!moved)
    return nobody(rules, axis.name);
  std::vector<Instance> instances;
  std::vector<std::size_t> shown;
  for (const VariableName& name : wanted) {
    const auto instance = instance_in(scenario.shape, name);
    if (!instance)
      return nobody(rules, name);
    instances.push_back(*instance);
    shown.push_back(first_shown(rules, situation, *instance));
  }

  // One question serves all points: only the moved value changes.
  Series series;
  series.question = make_question(rules, situation, with_value(scenario, axis.name, axis.from), std::move(instances));
  const auto given = std::find_if(series.question.given.begin(), series.question.given.end(),
                                  [&](const Given& value) { return value.instance == *moved; });
  series.moving = {static_cast<std::size_t>(given - series.question.given.begin())};
  Sweep sweep;
  const std::size_t count = axis.count();
  for (std::size_t point = 0; point < count; ++point)
    sweep.points.push_back(axis.at(point));
  series.values = {sweep.points};
  sweep.columns.assign(wanted.size(), std::vector<Value>(count));
  SeriesProblems problems;
  answering.answer(series, [&](std::size_t point, const Result<Answer>& answer) {
    if (!problems.note(point, answer))
      for (std::size_t i = 0; i < wanted.size(); ++i)
        sweep.columns[i][point] = answer->values[i][shown[i]];
  });
  if (problems.any())
    return problems.first();
  return sweep;
}

}  // namespace ansio::analyse
