// Results for people: tables, notices, assumptions; and as CSV, one value a line.
#pragma once

#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/simulate/compare/causes.h"
#include "calc/simulate/compare/compare.h"
#include "calc/simulate/results/results.h"

namespace ansio::cli {

void print_results(Session& session, const RuleSet& rules, const Results& results);
void print_results_csv(Session& session, const RuleSet& rules, const Results& results);

void print_comparison(Session& session, const RuleSet& rules, const Results& results, const std::vector<Cause>& causes);
void print_comparison_csv(Session& session, const RuleSet& rules, const Results& results);

}  // namespace ansio::cli
