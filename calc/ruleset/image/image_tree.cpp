#include "calc/ruleset/image/image_tree.h"

#include <algorithm>
#include <array>

namespace ansio::ruleset {
namespace {

constexpr auto forms = [] {
  std::array<NodeForm, node_kind_count> all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const NodeFacts& facts = facts_of(static_cast<NodeKind>(i));
    all[i] = {facts.selector, facts.people, facts.reference, facts.children.fewest,
              std::min(facts.children.most, most_node_children)};
  }
  return all;
}();

}  // namespace

NodeForm form_of(NodeKind kind) {
  return forms[static_cast<std::size_t>(kind)];
}

}  // namespace ansio::ruleset
