// What was solved, as JSON: docs/json.md.
#pragma once

#include <string>
#include <string_view>

#include "calc/analyse/solve/solve.h"
#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"

namespace ansio::answer {

std::string solve_json(const Envelope& envelope, const Solution& solution, std::string_view scenario,
                       const Diagnostics& warnings = {});

}  // namespace ansio::answer
