// Which variables a formula reads, and which of them it reads from an earlier month or year.
//
//   Dependencies needed = dependencies_of(rules, question.wanted);
//   needed.remembered   // variables that some needed formula reads through previous() or last_year()
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

struct Read {
  VariableId variable = 0;
  NodeKind how = NodeKind::variable;  // variable, previous, year_sum, …
  std::uint32_t months = 0;           // of an average
};

// Every read in the formula at `root`, in the order of the text; a variable read twice is listed twice.
std::vector<Read> reads_of(const RuleSet& rules, NodeId root);

struct Dependencies {
  std::vector<VariableId> needed;      // in ascending order, the wanted ones included
  std::vector<VariableId> remembered;  // in ascending order
  std::vector<VariableId> summed;      // likewise: read through a sum, an average or January's value of a year
  int longest_average = 0;             // months
};

// Follows the formulas of all dates, the initial ones too: a superset of what any question can need.
Dependencies dependencies_of(const RuleSet& rules, const std::vector<Instance>& wanted);

}  // namespace ansio::program
