// What was solved, as a page for people or a row for a spreadsheet.
#pragma once

#include <string_view>

#include "calc/analyse/solve/solve.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

void print_solution(Session& session, const Solution& solution, std::string_view scenario);

// A header and one row.
void print_solution_csv(Session& session, const Solution& solution, std::string_view scenario);

}  // namespace ansio::cli
