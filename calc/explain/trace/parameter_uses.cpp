#include "calc/explain/trace/parameter_uses.h"

#include <algorithm>

namespace ansio::explain {
namespace {

// The keys were evaluated just before the lookup; the last one runs fastest.
void look_up(const RuleSet& rules, const FormulaTrace& trace, std::size_t lookup, const Node& node, ParameterUse& use) {
  const auto children = rules.tree.children_of(node);
  for (std::size_t key = 0; key < children.size(); ++key) {
    const TableKey& table_key = rules.parameters[node.reference].keys[key];
    for (std::size_t i = lookup; i-- > 0;) {
      if (trace.nodes[i].node != children[key])
        continue;
      const auto index = static_cast<std::int64_t>(trace.nodes[i].value.numerator());
      use.keys.push_back(table_key.is_enumeration
                             ? rules.enums[table_key.enumeration].members[static_cast<std::size_t>(index)]
                             : std::to_string(index));
      use.cell =
          use.cell * static_cast<std::size_t>(table_key.size()) + static_cast<std::size_t>(index - table_key.low);
      break;
    }
  }
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
    const Parameter& parameter = rules.parameters[node.reference];
    ParameterUse use;
    use.parameter = node.reference;
    use.in_force = value_at(parameter, chosen_reading(*trace.question, parameter.choice), trace.month);
    use.value = trace.nodes[i].value;
    if (node.kind == NodeKind::parameter)
      look_up(rules, trace, i, node, use);
    const bool known = std::any_of(uses.begin(), uses.end(), [&](const ParameterUse& other) {
      return other.parameter == use.parameter && other.keys == use.keys;
    });
    if (!known)
      uses.push_back(std::move(use));
  }
  return uses;
}

bool is_expected(const RuleSet& rules, const ParameterUse& use) {
  if (use.in_force == nullptr)
    return false;
  if (rules.parameters[use.parameter].kind != Parameter::Kind::scale)
    return use.in_force->is_expected(use.cell);
  for (std::size_t cell = 0; cell < use.in_force->cells.size(); ++cell)
    if (use.in_force->is_expected(cell))
      return true;
  return false;
}

}  // namespace ansio::explain
