// Solving while something is not known: the most or the least such that a condition holds as assumed, whatever the open
// facts are, or if they are as good as they may be.
//
//   Result<AssumedSolution> found = solve_assuming(rules, situation, *request, Assume::worst, answering, definition);
//   found->solution.value                 // it holds there at all that was tried
//   found->items[i].assumed               // what binds
//
// Each combination of members, ends and values between is solved; when there are too many, item after item takes the
// value that leaves least, or most. The answer is found, not proven, where an item is a number.
#pragma once

#include "calc/analyse/floor.h"
#include "calc/analyse/solve/solve.h"
#include "calc/analyse/unknown/open_items.h"

namespace ansio::analyse {

enum class Assume : std::uint8_t { given, worst, best };
inline constexpr std::array<std::string_view, 3> assume_names{"given", "worst", "best"};

struct AssumedSolution {
  Solution solution;
  std::vector<OpenItem> items;  // of the case, each with the value that the answer assumes
  Assume assume = Assume::given;
};

Result<AssumedSolution> solve_assuming(const RuleSet& rules, const Case& situation, const SolveRequest& request,
                                       Assume assume, const Answering& answering,
                                       Machine::Definition definition = nullptr);

// The scenario with a value in place of what it leaves open there.
Scenario with_item(const Case& situation, const Scenario& scenario, const OpenItem& item, const Value& value);

}  // namespace ansio::analyse
