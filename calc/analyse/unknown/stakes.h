// What each thing that is not known may move one figure by, alone: what to ask or to verify next.
//
//   Result<StakesRequest> request = read_stakes_request(rules, situation, {.figure = "disposable_income"});
//   Result<Stakes> stakes = find_stakes(rules, situation, *request, answering);
//   stakes->stakes.front()        // the weightiest
//
// The figure is that of a scenario, or how much it differs there from another one; of a plan the sum over its months
// where it has one, else the sum of what it is in them. Errors: unknown_variable, no_such_person, wrong_use for a
// scenario that the case does not have, and those of the evaluators.
#pragma once

#include "calc/analyse/floor.h"
#include "calc/analyse/unknown/ranges.h"

namespace ansio::analyse {

struct StakesNames {
  std::string figure{};    // empty: the one that matters most
  std::string scenario{};  // empty: the last one when the case has several and `against` is named, else the first
  std::string against{};   // empty: nothing is compared
};

struct StakesRequest {
  VariableName figure;
  const Scenario* scenario = nullptr;  // of the case
  const Scenario* against = nullptr;
};

Result<StakesRequest> read_stakes_request(const RuleSet& rules, const Case& situation, const StakesNames& names);

struct Stakes {
  VariableName figure;
  std::string scenario, against;
  Shape shape;
  bool is_total = false;  // over the months of a plan
  YearMonth start;
  std::size_t months = 1;
  Value value;  // as assumed
  std::vector<OpenItem> items;
  std::vector<RangeCause> stakes;  // the weightiest first
  std::size_t without_effect = 0;  // items that move nothing
  std::vector<Value> values;       // of the figure, month by month, as assumed
};

Result<Stakes> find_stakes(const RuleSet& rules, const Case& situation, const StakesRequest& request,
                           const Answering& answering);

}  // namespace ansio::analyse
