#include "calc/explain/trace/parameter_uses.h"

#include <algorithm>

namespace ansio::explain {
namespace {

// The keys were evaluated just before the lookup.
std::vector<std::string> keys_of(const RuleSet& rules, const FormulaTrace& trace, std::size_t lookup,
                                 const Node& node) {
  std::vector<std::string> keys;
  const auto children = rules.tree.children_of(node);
  for (std::size_t key = 0; key < children.size(); ++key) {
    const TableKey& table_key = rules.parameters[node.reference].keys[key];
    for (std::size_t i = lookup; i-- > 0;) {
      if (trace.nodes[i].node != children[key])
        continue;
      const auto index = static_cast<std::size_t>(trace.nodes[i].value.numerator());
      keys.push_back(table_key.is_enumeration ? rules.enums[table_key.enumeration].members[index]
                                              : std::to_string(index));
      break;
    }
  }
  return keys;
}

}  // namespace

bool is_under(const Tree& tree, NodeId root, NodeId node) {
  if (node >= root)
    return node == root;
  for (const NodeId child : tree.children_of(tree.nodes[root]))
    if (is_under(tree, child, node))
      return true;
  return false;
}

std::vector<ParameterUse> parameter_uses(const RuleSet& rules, const FormulaTrace& trace, NodeId within) {
  std::vector<ParameterUse> uses;
  for (std::size_t i = 0; i < trace.nodes.size(); ++i) {
    const Node& node = rules.tree.nodes[trace.nodes[i].node];
    if (node.kind != NodeKind::parameter && node.kind != NodeKind::scale)
      continue;
    if (within != no_node && !is_under(rules.tree, within, trace.nodes[i].node))
      continue;
    ParameterUse use{node.reference, {}, value_at(rules.parameters[node.reference], trace.month), trace.nodes[i].value};
    if (node.kind == NodeKind::parameter)
      use.keys = keys_of(rules, trace, i, node);
    const bool known = std::any_of(uses.begin(), uses.end(), [&](const ParameterUse& other) {
      return other.parameter == use.parameter && other.keys == use.keys;
    });
    if (!known)
      uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace ansio::explain
