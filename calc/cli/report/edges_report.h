// Edges for people and spreadsheets.
#pragma once

#include <string_view>

#include "calc/analyse/edges/edge_causes.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

// Months with the same edges share one table; the causes follow below it, by number.
void print_edges(Session& session, const RuleSet& rules, const Edges& edges, std::string_view scenario);

// A row an edge.
void print_edges_csv(Session& session, const RuleSet& rules, const Edges& edges);

}  // namespace ansio::cli
