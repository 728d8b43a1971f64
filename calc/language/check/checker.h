// From the text of a formula to nodes of the checked tree.
//
//   Symbols symbols = …;             // every name of the rule set, with its type
//   symbols.module = "bicycle_benefit";
//   Diagnostics diagnostics;
//   NodeId root = check_formula(document, symbols, {type, Entity::household, Period::month}, tree, diagnostics);
//   if (root == no_node) …           // diagnostics say why: all errors of the formula at once
//
// A checked formula has every name resolved, every unit, type, period and entity proven right; it divides only by what
// is not zero (parameters count as such) and reads a role only where it exists. What remains for evaluation: a table's
// key out of range, a parameter without value for the date or of value zero as a divisor, numbers too large.
//
// no_node without a diagnostic: a symbol that is not settled stands in the formula, and what is wrong with it has been
// said.
//
// Errors (all 2xx): position is that of the first wrong character in the file; found, expected and hint say what stands
// there, what would fit and what to write.
//
// Laws, for all formulas f that check:
//   nodes are appended only, children before their parent; a formula that fails leaves the tree as it was
//   every node lies within its formula: source_begin <= source_end <= f.size()
//   the tree is at most deepest_formula levels deep
#pragma once

#include <optional>
#include <string_view>

#include "calc/base/document/document.h"
#include "calc/base/limits/limits.h"
#include "calc/language/floor.h"
#include "calc/language/tree/symbols.h"

namespace ansio::language {

// What a formula must be, and from where it looks.
struct Expectation {
  std::optional<Type> type;  // nothing: whatever it is (a lone 'member' is then nothing)
  Entity entity = Entity::household;
  Period period = Period::month;
  bool has_spouse = false;  // a formula for one household that has a spouse: no exists(spouse) is needed
};

// `formula` is the scalar of a rule file; its positions are exact also in blocks over several lines.
NodeId check_formula(const Document& formula, const Symbols& symbols, const Expectation& expectation, Tree& tree,
                     Diagnostics& diagnostics);

// The same for a text from elsewhere that begins at `where`.
NodeId check_formula(std::string_view text, const Position& where, const Symbols& symbols,
                     const Expectation& expectation, Tree& tree, Diagnostics& diagnostics);

}  // namespace ansio::language
