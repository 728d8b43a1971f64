// Figures along an axis: the same household at every value of one variable.
//
//   Result<Sweep> sweep = sweep_along(rules, situation, situation.scenarios[0], axis, {net_income}, answering);
//   sweep->columns[0][i] belongs to axis.at(i)
//
// A plan's figure is that of its first month shown. Errors are the evaluators', and no_such_person when the axis or a
// figure is of somebody the household does not have.
#pragma once

#include <vector>

#include "calc/analyse/axis/axis.h"
#include "calc/analyse/floor.h"
#include "calc/program/machine/answering.h"

namespace ansio::analyse {

struct Sweep {
  std::vector<Value> points;
  std::vector<std::vector<Value>> columns;  // one for each wanted figure
};

Result<Sweep> sweep_along(const RuleSet& rules, const Case& situation, const Scenario& scenario, const Axis& axis,
                          const std::vector<VariableName>& wanted, const Answering& answering);

}  // namespace ansio::analyse
