// The functions of the language: their names, how they are written, how many arguments they take.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "calc/language/floor.h"
#include "calc/language/tree/node_facts.h"

namespace ansio::language {

struct Function {
  std::string_view name;
  std::string_view usage;  // "round(x, step)"
  std::size_t fewest = 1;
  std::size_t most = 1;
  FunctionFamily family = FunctionFamily::none;
  NodeKind node = NodeKind::constant;
};

std::span<const Function> all_functions();
const Function* find_function(std::string_view name);  // nullptr for no function

}  // namespace ansio::language
