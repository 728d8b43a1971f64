#include "calc/analyse/grid.h"

#include <algorithm>

namespace calc {
namespace {

Diagnostics problems_of(const RuleSet& rules, const Scenario& scenario, const std::vector<Axis>& axes) {
  Diagnostics diagnostics;
  std::size_t points = 1;
  for (const Axis& axis : axes) {
    if (!instance_in(scenario.shape, axis.name))
      diagnostics.push_back({.code = Code::no_such_person,
                             .message = "the household has no such person",
                             .found = rules.variables[axis.name.variable].name});
    points *= axis.count();
  }
  if (points > most_points)
    diagnostics.push_back({.code = Code::wrong_use,
                           .message = "more than 1,000,001 points",
                           .found = std::to_string(points),
                           .hint = "take larger steps"});
  if (axes.size() == 2 && axes[0].name == axes[1].name)
    diagnostics.push_back({.code = Code::wrong_use,
                           .message = "both axes are of the same variable",
                           .found = rules.variables[axes[0].name.variable].name});
  return diagnostics;
}

// Where on the timeline a figure's value for the month stands.
std::size_t place_of(const RuleSet& rules, const Timeline& timeline, const Instance& instance, YearMonth month) {
  if (timeline.typical)
    return 0;
  if (rules.variables[instance.variable].period == Period::year)
    return static_cast<std::size_t>(month.year() - timeline.first.year());
  return static_cast<std::size_t>(month.index - timeline.first.index);
}

// The values that a question gives an instance, to be overwritten point by point.
std::vector<std::optional<Value>>& given_values(Question& question, const Instance& instance) {
  return std::find_if(question.given.begin(), question.given.end(),
                      [&](const Given& value) { return value.instance == instance; })
      ->values;
}

}  // namespace

std::vector<YearMonth> months_of(const Case& situation) {
  std::vector<YearMonth> months;
  for (int month = 0; month < situation.months; ++month)
    months.push_back(YearMonth{situation.start.index + month});
  return months;
}

Result<Grid> compute_grid(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                          const std::vector<Axis>& axes, const std::vector<Instance>& wanted,
                          const std::vector<YearMonth>& months, const Answering& answering) {
  if (Diagnostics problems = problems_of(rules, scenario, axes); !problems.empty())
    return problems;
  // One question serves all points: only the varied values change, so the machine compiles once.
  Scenario varied = scenario;
  for (const Axis& axis : axes)
    varied = with_value(varied, axis.name, axis.from);
  Question question = make_question(rules, situation, varied, wanted);
  Grid grid{axes, months, {}, {}};
  for (const Instance& instance : wanted)
    grid.figures.push_back({instance, {}});

  std::vector<std::size_t> at(axes.size(), 0);
  for (bool more = true; more;) {
    std::vector<Value> point;
    for (std::size_t i = 0; i < axes.size(); ++i) {
      point.push_back(axes[i].at(at[i]));
      std::vector<std::optional<Value>>& values = given_values(question, *instance_in(scenario.shape, axes[i].name));
      std::fill(values.begin(), values.end(), point.back());
    }
    const Result<Answer> answer = answering(question);
    if (!answer)
      return answer.diagnostics();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      std::vector<Value> shown;
      for (const YearMonth month : months)
        shown.push_back(answer->values[i][place_of(rules, question.timeline, wanted[i], month)]);
      grid.figures[i].values.push_back(std::move(shown));
    }
    grid.points.push_back(std::move(point));
    more = false;
    for (std::size_t i = axes.size(); i-- > 0 && !more;) {
      more = ++at[i] < axes[i].count();
      if (!more)
        at[i] = 0;
    }
  }
  return grid;
}

}  // namespace calc
