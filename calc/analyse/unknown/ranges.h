// Between what figures may lie while something is not known, and what of it moves them.
//
//   Result<Ranges> ranges = compute_ranges(rules, situation, variables, answering);
//   for (const RangeLine& line : ranges->lines) if (line.moves()) …
//
// A line is a figure of a scenario, or how much that differs from the same figure of the first scenario: the range of a
// difference is found on the difference, at the same values of what is open, never from two ranges. The values as
// assumed always lie within.
//
// Along one number the extremes are proven (extreme_search.h); so they are where all there may be has been computed.
// Else they are found: at all combinations of ends, members and values at which one item alone made an extreme, or,
// when these are too many, of the weightiest of them.
#pragma once

#include "calc/analyse/floor.h"
#include "calc/analyse/unknown/moved_cases.h"

namespace ansio::analyse {

struct RangeCause {
  std::size_t item = 0;     // into Ranges::items
  Value at_least, at_most;  // its value where it alone makes the line least and most, over all months together
  Value least, most;        // the line's sum there
  bool proven = false;

  [[nodiscard]] Value width() const { return most - least; }
};

struct RangeLine {
  std::size_t scenario = 0;
  bool is_difference = false;
  VariableId variable = 0;
  std::string person;                      // "" for the household
  std::vector<Value> values, least, most;  // by month shown, of a yearly figure by year
  std::optional<Value> total, total_least, total_most;
  bool proven = false;
  std::vector<RangeCause> because;  // the weightiest first

  [[nodiscard]] bool moves() const { return least != values || most != values; }
};

struct Ranges {
  std::vector<OpenItem> items;
  std::vector<RangeLine> lines;
  bool is_whole = true;  // false: at some values a scenario has no answer
};

struct RangeOptions {
  WhichItems which = WhichItems::of_case;
  bool together = true;  // false: each item alone
};

// Numbers only. Errors are those of the case as assumed.
Result<Ranges> compute_ranges(const RuleSet& rules, const Case& situation, const std::vector<VariableId>& variables,
                              const Answering& answering, const RangeOptions& options = {});

}  // namespace ansio::analyse
