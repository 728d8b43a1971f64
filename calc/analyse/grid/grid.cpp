// Answers every point of one or two axes, whole series at a time.
#include "calc/analyse/grid/grid.h"

#include <algorithm>

namespace ansio::analyse {
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

std::size_t place_given(const Question& question, const Instance& instance) {
  const auto found = std::find_if(question.given.begin(), question.given.end(),
                                  [&](const Given& value) { return value.instance == instance; });
  return static_cast<std::size_t>(found - question.given.begin());
}

}  // namespace

std::vector<YearMonth> months_of(const Case& situation) {
  std::vector<YearMonth> months;
  months.reserve(static_cast<std::size_t>(situation.months));
  for (int month = 0; month < situation.months; ++month)
    months.push_back(YearMonth{situation.start.index + month});
  return months;
}

Result<GridSeries> series_over(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                               const std::vector<Axis>& axes) {
  if (Diagnostics problems = problems_of(rules, scenario, axes); !problems.empty())
    return problems;
  GridSeries grid;
  Series& series = grid.series;
  Scenario varied = scenario;
  for (const Axis& axis : axes)
    varied = with_value(varied, axis.name, axis.from);
  series.question = make_question(rules, situation, varied, {});
  for (const Axis& axis : axes)
    series.moving.push_back(place_given(series.question, *instance_in(scenario.shape, axis.name)));
  series.values.resize(axes.size());
  std::vector<std::size_t> at(axes.size(), 0);
  for (bool more = true; more;) {
    std::vector<Value> point;
    for (std::size_t i = 0; i < axes.size(); ++i) {
      point.push_back(axes[i].at(at[i]));
      series.values[i].push_back(point.back());
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

Result<Grid> compute_grid(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                          const std::vector<Axis>& axes, const std::vector<Instance>& wanted,
                          const std::vector<YearMonth>& months, const Answering& answering) {
  Result<GridSeries> made = series_over(rules, situation, scenario, axes);
  if (!made)
    return made.diagnostics();
  Series& series = made->series;
  series.question.wanted = wanted;
  Grid grid{axes, months, std::move(made->points), {}};
  std::vector<std::vector<std::size_t>> places(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (const YearMonth month : months)
      places[i].push_back(place_of(rules, series.question.timeline, wanted[i], month));
    grid.figures.push_back(
        {wanted[i], std::vector<std::vector<Value>>(grid.points.size(), std::vector<Value>(months.size()))});
  }
  SeriesProblems problems;
  answering.answer(series, [&](std::size_t point, const Result<Answer>& answer) {
    if (problems.note(point, answer))
      return;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      for (std::size_t month = 0; month < months.size(); ++month)
        grid.figures[i].values[point][month] = answer->values[i][places[i][month]];
  });
  if (problems.any())
    return problems.first();
  return grid;
}

}  // namespace ansio::analyse
