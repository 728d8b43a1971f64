// Causes for people, as edges and solve print them.
#pragma once

#include <string>

#include "calc/analyse/edges/edge_causes.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

// "Over the limit (client): earnings > earnings_limit", then its parameters and its law, indented.
void print_cause(Session& session, const RuleSet& rules, const Question& question, const DescribedCause& described,
                 const std::string& mark);

// "2026-03", or "2026-03 – 2026-05, 2026-08": months or years of the timeline.
std::string months_text(const RuleSet& rules, const Timeline& timeline, VariableId variable,
                        const std::vector<int>& indexes);

// "act.limit 990.9 from 2026-01; …": one cell.
std::string parameters_text(const RuleSet& rules, const std::vector<ParameterUse>& uses);

// Four cells of a CSV line: the figure that made the cause, its condition, parameters and law; empty cells without one.
void append_cause_cells(std::string& line, const RuleSet& rules, const Shape& shape, const DescribedCause* described);

}  // namespace ansio::cli
