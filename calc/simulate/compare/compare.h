// Scenarios side by side: what differs from the first one, month by month.
#pragma once

#include <string>
#include <vector>

#include "calc/simulate/floor.h"
#include "calc/simulate/results/results.h"

namespace ansio::simulate {

struct Difference {
  VariableId variable = 0;
  std::string person;                           // "" for the household; scenarios may number persons differently
  std::vector<std::vector<Value>> by_scenario;  // that scenario's value minus the first one's
  std::vector<Fraction> totals;                 // amounts per month only
  std::vector<bool> expected{};  // a value each: whether a scenario's rests on what is expected; or empty
};

// Numbers that differ in at least one month, in the order shown. A person whom one of the scenarios does not have
// counts as zero there.
std::vector<Difference> differences_of(const RuleSet& rules, const Results& results);

}  // namespace ansio::simulate
