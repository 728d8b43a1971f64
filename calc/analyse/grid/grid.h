// Figures over one axis or two: the same household at every value, or every pair of values, of what it gives.
//
//   Result<Grid> grid = compute_grid(rules, situation, scenario, {wage, rent}, {disposable_income}, months, answering);
//   grid->points[row] == {wage, rent}, the last axis running fastest
//   grid->figures[i].values[row][m] belongs to months[m]
//
// A plan is computed anew at every point, with the varied value in all of its months; a yearly figure is that of the
// month's year. Errors: no_such_person, wrong_use (two axes of the same variable, more than 1,000,001 points), and the
// evaluators'.
#pragma once

#include <vector>

#include "calc/analyse/axis/axis.h"
#include "calc/analyse/floor.h"
#include "calc/program/machine/answering.h"

namespace ansio::analyse {

struct GridFigure {
  Instance instance;
  std::vector<std::vector<Value>> values;  // by point, then by month
};

struct Grid {
  std::vector<Axis> axes;
  std::vector<YearMonth> months;
  std::vector<std::vector<Value>> points;  // one value an axis
  std::vector<GridFigure> figures;
};

// Every month that the case shows.
std::vector<YearMonth> months_of(const Case& situation);

// The points of the axes as one question: only the varied values change. Errors as those of compute_grid, but for the
// evaluators'.
struct GridSeries {
  Series series;
  std::vector<std::vector<Value>> points;
};
Result<GridSeries> series_over(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                               const std::vector<Axis>& axes);

// `months` are some of those.
Result<Grid> compute_grid(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                          const std::vector<Axis>& axes, const std::vector<Instance>& wanted,
                          const std::vector<YearMonth>& months, const Answering& answering);

}  // namespace ansio::analyse
