// A formula with the amounts put in: "round(0.85 × 8 400,00 €/v ÷ 12, 0,01 €/kk)".
//
// Only what was evaluated is shown: of an `if` the branch taken, of an aggregate its elements. Every `let` is a line of
// its own.
#pragma once

#include <string>
#include <vector>

#include "calc/explain/figure/explain.h"
#include "calc/explain/floor.h"
#include "calc/language/tree/node_facts.h"

namespace ansio::explain {

class FormulaAmounts {
 public:
  FormulaAmounts(const RuleSet& rules, const FormulaTrace& trace, Language language);

  std::string text();

  // In the order of the formula; what stands inside an aggregate is left to the figures it reads.
  std::vector<Branch> branches;
  std::vector<RoundingStep> roundings;

 private:
  // Append to a text what stands for a node.
  void print(std::string& text, NodeId id, Strength outer_strength);
  void print_operator(std::string& text, NodeId id, Strength outer_strength);
  void print_call(std::string& text, std::string_view name, std::span<const NodeId> arguments);
  void print_let(std::string& text, NodeId id);
  void print_if(std::string& text, NodeId id, Strength outer_strength);
  void print_convert(std::string& text, NodeId id, Strength outer_strength);
  void print_aggregate(std::string& text, NodeId id, Strength outer_strength);
  void print_rounding(std::string& text, NodeId id, Rounding mode);
  std::string amount(NodeId id);
  [[nodiscard]] const Node* variable_read(const Node& node) const;
  [[nodiscard]] const Value* value_of(NodeId id) const;
  [[nodiscard]] std::string source_of(NodeId id) const;

  const RuleSet& rules_;
  const FormulaTrace& trace_;
  Language language_;
  std::string lines_;
};

}  // namespace ansio::explain
