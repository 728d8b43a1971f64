// Why a scenario leaves more or less than the first one: which of the figures that make up the leading one differ, from
// when, by how much, and what changed in them.
//
//   std::vector<Cause> causes = causes_of(rules, situation, results, leading_figure(rules).value(), 3);
//   sentence_of(rules, results, causes[0], Language::en)
//     == "Support falls by 100.00 € a month from 2026-06 because of: wage (client) 0.00 € → 300.00 €"
//
// The leading figure is opened as far as the rules only add, subtract and round: what is left are the benefits, taxes
// and wages that it is the sum of. Differences of a cause are followed into its formula, each time to what differs
// most tellingly (a truth that changed before an amount that did), down to what the case gives.
#pragma once

#include "calc/simulate/floor.h"
#include "calc/simulate/results/results.h"

namespace ansio::simulate {

// What differs inside the figure, or inside what it reads.
struct Reason {
  VariableId variable = 0;
  std::string person;  // "" for the household
  Value before, after;
};

struct Cause {
  std::size_t scenario = 0;  // compared with the first
  VariableId variable = 0;
  std::string person;
  YearMonth from;               // the first month shown in which it differs
  Fraction change;              // of the figure itself in that month
  Fraction effect;              // on the leading figure, over all months shown
  std::vector<Reason> because;  // what turned it, then what of the case changed; empty for what the case gives itself
};

inline constexpr std::size_t causes_shown = 3;  // of each scenario

// The figure that a table begins with, when it is an amount per month.
std::optional<VariableId> leading_figure(const RuleSet& rules);

// The weightiest of each scenario after the first, at most so many of each; in the order of the scenarios.
std::vector<Cause> causes_of(const RuleSet& rules, const Case& situation, const Results& results, VariableId leading,
                             std::size_t most);

std::string sentence_of(const RuleSet& rules, const Results& results, const Cause& cause, Language language);

}  // namespace ansio::simulate
