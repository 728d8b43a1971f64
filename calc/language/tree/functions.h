// The functions of the language: their names, how they are written, how many arguments they take.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "calc/language/floor.h"
#include "calc/language/tree/tree.h"

namespace ansio::language {

// Which part of the checker knows the function's arguments.
enum class FunctionFamily : std::uint8_t {
  extreme,  // min, max
  clamp,
  absolute,
  rounding,
  scale,
  conversion,  // per_year, per_month
  if_given,
  given,
  to_number,
  aggregate,
  exists,
  is_role,
  calendar,  // of months
  dates,     // of days
  days,
  over_time,  // of a variable in other months
  average,
};

struct Function {
  std::string_view name;
  std::string_view usage;  // "round(x, step)"
  std::size_t fewest = 1;
  std::size_t most = 1;
  FunctionFamily family = FunctionFamily::extreme;
  NodeKind node = NodeKind::constant;
};

inline constexpr std::size_t any_number = 1'000'000;

std::span<const Function> all_functions();
const Function* find_function(std::string_view name);  // nullptr for no function

}  // namespace ansio::language
