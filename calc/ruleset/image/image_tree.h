// Formulas in an image: the nodes of a tree in the order in which they are computed.
//
// In that order a node follows its children at once, so that the number of children is all that must be said about
// them: children are the latest subtrees that no node has taken yet. Where a node stands in the formula's text is told
// from its neighbours: of a leaf, the distance from the leaf before and its length; of any other, how far it reaches
// beyond its children.
#pragma once

#include <cstddef>

#include "calc/base/limits/limits.h"
#include "calc/language/tree/node_facts.h"
#include "calc/ruleset/floor.h"

namespace ansio::ruleset {

// What a node of this kind carries beside its type; what is not asked for is zero.
struct NodeForm {
  bool selector = false;
  bool people = false;
  Reference reference = Reference::none;
  std::uint32_t fewest_children = 0;
  std::uint32_t most_children = 0;
};

NodeForm form_of(NodeKind kind);

}  // namespace ansio::ruleset
