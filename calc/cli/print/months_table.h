// Figures of a plan, month by month: months in which nothing changes are one column.
//
//                  2026-01–02 (2)   2026-03   2026-04–12 (9)      total
//   Wage                     0.00    780.00           900.00   8,880.00
//
// Amounts that differ by two hundredths or less are alike (a year's tax shared over its months); each column shows the
// first of its months, a figure that is no amount per month (a balance, a count) the last.
#pragma once

#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/simulate/results/results.h"

namespace ansio::cli {

// What stands behind an amount that rests on values which are expected and not enacted.
inline constexpr const char* expected_mark = "*";

struct MonthsRow {
  std::string title;
  VariableId variable = 0;
  std::vector<Value> values;  // one a month shown
  bool signed_amounts = false;
  std::vector<bool> expected{};  // the months marked as resting on what is expected; empty for none
};

void print_months(Session& session, const RuleSet& rules, const Results& results, const std::vector<MonthsRow>& rows);

}  // namespace ansio::cli
