// Collects what formulas read, variable by variable, and what of it in earlier months or years.
#include "calc/program/question/dependencies.h"

#include <algorithm>

namespace ansio::program {
namespace {

// The kinds whose child names the variable that is read.
bool reads_through(NodeKind kind) {
  switch (kind) {
    case NodeKind::previous:
    case NodeKind::year_to_date:
    case NodeKind::year_sum:
    case NodeKind::at_year_start:
    case NodeKind::at_year_end:
    case NodeKind::average:
    case NodeKind::this_year:
    case NodeKind::last_year:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<Read> reads_of(const RuleSet& rules, NodeId root) {
  std::vector<Read> reads;
  std::vector<NodeId> open;
  if (root != no_node)
    open.push_back(root);
  while (!open.empty()) {
    const Node& node = rules.tree.nodes[open.back()];
    open.pop_back();
    const auto children = rules.tree.children_of(node);
    if (node.kind == NodeKind::variable) {
      reads.push_back({node.reference, NodeKind::variable});
    } else if (reads_through(node.kind)) {
      reads.push_back({rules.tree.nodes[children[0]].reference, node.kind, node.reference});
    } else {
      for (std::size_t i = children.size(); i-- > 0;)
        open.push_back(children[i]);
    }
  }
  return reads;
}

Dependencies dependencies_of(const RuleSet& rules, const std::vector<Instance>& wanted) {
  enum Role : std::uint8_t { needed = 1, remembered = 2, summed = 4 };
  std::vector<std::uint8_t> roles(rules.variables.size());
  Dependencies dependencies;
  std::vector<VariableId> open;
  const auto need = [&](VariableId variable) {
    if ((roles[variable] & needed) == 0) {
      roles[variable] |= needed;
      open.push_back(variable);
    }
  };
  for (const Instance& instance : wanted)
    need(instance.variable);
  while (!open.empty()) {
    const Variable& variable = rules.variables[open.back()];
    open.pop_back();
    const auto follow = [&](NodeId root) {
      for (const Read& read : reads_of(rules, root)) {
        need(read.variable);
        if (read.how == NodeKind::previous || read.how == NodeKind::last_year)
          roles[read.variable] |= remembered;
        else if (read.how != NodeKind::variable && read.how != NodeKind::this_year)
          roles[read.variable] |= summed;
        if (read.how == NodeKind::average)
          dependencies.longest_average = std::max(dependencies.longest_average, static_cast<int>(read.months));
      }
    };
    for (const DatedFormula& formula : variable.formulas)
      follow(formula.root);
    for (const Reading& reading : variable.readings)
      for (const DatedFormula& formula : reading.formulas)
        follow(formula.root);
    follow(variable.initial.root);
    if (variable.unsupported != no_variable)
      need(variable.unsupported);
  }
  for (VariableId variable = 0; variable < rules.variables.size(); ++variable) {
    if ((roles[variable] & needed) != 0)
      dependencies.needed.push_back(variable);
    if ((roles[variable] & remembered) != 0)
      dependencies.remembered.push_back(variable);
    if ((roles[variable] & summed) != 0)
      dependencies.summed.push_back(variable);
  }
  return dependencies;
}

}  // namespace ansio::program
