// What a household keeps of more income, and which tax, contribution, benefit or fee takes the rest.
//
//   Result<std::vector<Rate>> rates = read_rates(*read_yaml("rates.yaml", text), rules);
//   auto rate = compute_rate(rules, situation, scenario, (*rates)[0], 0, {month}, answering);
//   rate->front().value == 0.655: of the next euro 65.5 cents are lost
//
// A rate compares two households that differ in one number of one person, in every month of the case: by a step (an
// effective marginal rate), or between what it is and nothing (a participation tax rate). It is 1 less the share of the
// difference that is left. The shares of the summands (summands.h) say by cause where the difference goes; what
// roundings make of it stands apart. Errors of the file: unknown_key, missing_key, wrong_kind, unknown_variable,
// no_such_person.
#pragma once

#include <string>
#include <vector>

#include "calc/base/document.h"
#include "calc/simulate/answering.h"
#include "calc/simulate/case.h"

namespace calc {

struct Rate {
  std::string name;
  Texts title;
  VariableId of = 0;             // a person's number that cases give
  VariableId leaves = 0;         // the household's amount
  std::optional<Fraction> step;  // nothing: all of it, down to 0
};

Result<std::vector<Rate>> read_rates(const Document& document, const RuleSet& rules);

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

// In each of the months, which are some of those that the case shows.
Result<std::vector<RateOfPerson>> compute_rate(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                                               const Rate& rate, std::uint8_t person,
                                               const std::vector<YearMonth>& months, const Answering& answering);

}  // namespace calc
