// From nodes of the checked tree back to the text of a formula.
//
//   print_formula(tree, root, names) == "if a > 0 then min(a, 12.5 hour/week) else 0"
//
// Law: for all checked formulas, checking the printed text again gives a tree that computes the same.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "calc/language/floor.h"
#include "calc/language/tree/tree.h"

namespace ansio::language {

// Where the printer gets names from; RuleSet and Symbols both can fill it.
struct FormulaNames {
  std::function<std::string(VariableId)> variable;
  std::function<std::string(ParameterId)> parameter;
  std::function<std::string(std::uint16_t enumeration, std::uint32_t member)> member;
  std::span<const std::string> base_units;
  // The formula as written, for the names of its let bindings; without it they are called value_0, value_1, …
  std::string_view formula_text;
  // Text to put in place of a node, or nothing: how explanations put amounts into a formula. May be empty.
  std::function<std::optional<std::string>(NodeId)> instead;
};

std::string print_formula(const Tree& tree, NodeId node, const FormulaNames& names);

}  // namespace ansio::language
