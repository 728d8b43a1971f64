// What was solved, as JSON: docs/json.md.
#pragma once

#include <string>
#include <string_view>

#include "calc/analyse/solve/solve.h"
#include "calc/analyse/unknown/open_items.h"
#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"

namespace ansio::answer {

// `assumed`: the open items of the case with what was taken of each.
std::string solve_json(const Envelope& envelope, const Solution& solution, std::string_view scenario,
                       const Diagnostics& warnings = {}, const std::vector<OpenItem>& assumed = {});

}  // namespace ansio::answer
