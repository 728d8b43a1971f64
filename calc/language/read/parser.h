// From tokens to the syntax tree, by precedence climbing.
//
// All errors of a formula are reported, not only the first: after an error the parser goes on at the next comma,
// closing bracket, then, else or let, and leaves an error node in the tree.
#pragma once

#include <span>
#include <string>

#include "calc/language/floor.h"
#include "calc/language/read/syntax.h"

namespace ansio::language {

// E201, E202, E214, E215.
SyntaxTree parse_formula(std::span<const std::string> base_units, FormulaReport& report);

}  // namespace ansio::language
