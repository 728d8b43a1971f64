// Where a plan ends: what the rules remember of it, so that another plan goes on from there.
//
// A variable read through previous() or last_year() is carried with its last value; one read through a sum, an average
// or January's value with its months, from January of the year in which the next plan starts (of an average: as far
// back as it reaches). Given as `before:` of a case that starts in the next month, they make it continue exactly as one
// plan would have. Notices that hold at the end are carried, so that they do not begin anew.
//
//   question.wanted: append carried_instances(rules, shape, question.wanted);
//   scenario.before = carried_values(rules, situation, question, answer);
#pragma once

#include <vector>

#include "calc/case/read/case.h"
#include "calc/simulate/floor.h"

namespace ansio::simulate {

// What has to be known besides `wanted` to carry on computing it.
std::vector<Instance> carried_instances(const RuleSet& rules, const Shape& shape, const std::vector<Instance>& wanted);

// Of a plan whose question wants all carried instances.
std::vector<CaseValue> carried_values(const RuleSet& rules, const Case& situation, const Question& question,
                                      const Answer& answer);

}  // namespace ansio::simulate
