#include "calc/ruleset/declare/default_value.h"

#include <algorithm>

namespace ansio::ruleset {
namespace {

std::optional<Fraction> plain_value(const Document& document, const Variable& input, const RuleSet& rules) {
  if (!document.is_scalar())
    return std::nullopt;
  if (input.type.kind == Type::Kind::enumeration) {
    const std::vector<std::string>& members = rules.enums[input.type.enumeration].members;
    const auto member = std::find(members.begin(), members.end(), document.scalar);
    if (member != members.end())
      return Fraction::from_integer(member - members.begin());
  }
  if (input.type.kind == Type::Kind::number && !document.quoted) {
    const std::optional<Fraction> number = parse_fraction(document.scalar);
    return number && input.percent ? std::optional(*number / Fraction::from_integer(100)) : number;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DatedFormula> read_default_value(const Document& document, const Variable& input, Draft& draft) {
  const std::optional<Fraction> value = plain_value(document, input, draft.rules);
  if (!value)
    return std::nullopt;
  if ((input.lowest && *value < *input.lowest) || (input.highest && *input.highest < *value))
    report(draft.diagnostics, Code::out_of_bounds, document.position, "the default is outside the bounds",
           document.scalar);
  Tree& tree = draft.rules.tree;
  Node node;
  node.kind = NodeKind::constant;
  node.type = input.type;
  node.reference = static_cast<std::uint32_t>(tree.constants.size());
  node.source_end = static_cast<std::uint32_t>(document.scalar.size());
  tree.constants.push_back(*value);
  tree.nodes.push_back(node);
  return DatedFormula{YearMonth{}, static_cast<NodeId>(tree.nodes.size() - 1), document.scalar};
}

}  // namespace ansio::ruleset
