// The checked tree: what a formula means once every name, unit, period and entity is settled.
//
// All formulas of a rule set live in one Tree: an array of nodes and an array of child lists, so that it is saved,
// loaded and walked without allocation. The definition evaluates it, the compiler lowers it, the explanation prints it:
// they agree because they read the same nodes. Children always have smaller ids than their parent.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "calc/base/number/fraction.h"
#include "calc/language/floor.h"
#include "calc/language/tree/node_kinds.h"
#include "calc/language/tree/type.h"

namespace ansio::language {

using NodeId = std::uint32_t;
using VariableId = std::uint32_t;
using ParameterId = std::uint32_t;
inline constexpr NodeId no_node = 0xffffffff;
inline constexpr VariableId no_variable = 0xffffffff;

enum class NodeKind : std::uint8_t {
#define CALC_NODE_ENUMERATOR(name, ...) name,
  CALC_NODE_KINDS(CALC_NODE_ENUMERATOR)
#undef CALC_NODE_ENUMERATOR
};

// Whose variable: the household's, the person's at hand (the element inside an aggregate), the rule's own person seen
// from inside an aggregate, or a role's.
enum class Selector : std::uint8_t { household, element, self, client, spouse, partner, child };

enum class People : std::uint8_t { persons, adults, children, others };

struct Node {
  NodeKind kind = NodeKind::constant;
  Selector selector = Selector::household;
  People people = People::persons;
  Type type;
  std::uint32_t reference = 0;
  std::uint32_t first_child = 0;  // into Tree::children
  std::uint32_t child_count = 0;
  std::uint32_t source_begin = 0;  // bytes of the formula's text that this node covers
  std::uint32_t source_end = 0;
};

struct Tree {
  std::vector<Node> nodes;
  std::vector<NodeId> children;
  std::vector<Fraction> constants;

  [[nodiscard]] std::span<const NodeId> children_of(const Node& node) const {
    return std::span(children).subspan(node.first_child, node.child_count);
  }
};

}  // namespace ansio::language
