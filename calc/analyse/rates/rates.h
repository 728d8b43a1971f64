// What a household keeps of more income, and which tax, contribution, benefit or fee takes the rest.
//
//   auto rate = compute_rate(rules, situation, scenario, rates_of(rules)[0], 0, {month}, answering);
//   rate->front().value == 0.655: of the next euro 65.5 cents are lost
//
// A rate (Variable::rate) compares two households that differ in one number of one person, in every month of the case:
// by a step (an effective marginal rate), or between what it is and nothing (a participation tax rate). It is 1 less
// the share of the difference that is left. The shares of the summands (summands.h) say by cause where the difference
// goes; what roundings make of it stands apart, so that shares and roundings add up to what is kept.
#pragma once

#include <vector>

#include "calc/analyse/axis/axis.h"
#include "calc/analyse/floor.h"
#include "calc/case/read/case.h"
#include "calc/program/machine/answering.h"

namespace ansio::analyse {

// The rates that the rules tell, in their order.
std::vector<VariableId> rates_of(const RuleSet& rules);

// Of each unit of the difference, so much more (below zero: less) by this figure.
struct RateShare {
  Instance instance;
  Fraction share;
};

struct RateOfPerson {
  std::uint8_t person = 0;
  Fraction from, to;              // what the two households have
  Fraction value;                 // invalid when they have the same: there is no rate
  std::vector<RateShare> shares;  // those that are not zero
  Fraction rounding;
};

// In each of the months, which are some of those that the case shows. Refuses where either household has no answer.
Result<std::vector<RateOfPerson>> compute_rate(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                                               VariableId rate, std::uint8_t person,
                                               const std::vector<YearMonth>& months, const Answering& answering);

// At every point of one axis or two (grid.h), then in each of the months. Where the other household has no answer there
// is no rate. Errors: those of compute_grid.
Result<std::vector<std::vector<RateOfPerson>>> compute_rates(const RuleSet& rules, const Case& situation,
                                                             const Scenario& scenario, const std::vector<Axis>& axes,
                                                             VariableId rate, std::uint8_t person,
                                                             const std::vector<YearMonth>& months,
                                                             const Answering& answering);

}  // namespace ansio::analyse
