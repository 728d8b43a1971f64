// Operators: logic, comparisons, sums, products and division.
#include "calc/language/check/checking.h"
#include "calc/language/tree/unit.h"

namespace ansio::language {

Operand Checking::check_unary(const Syntax& syntax, const Type* hint) {
  if (syntax.operation == NodeKind::logical_not) {
    const Operand operand = check_boolean(syntax.children[0]);
    return emit(NodeKind::logical_not, boolean_type, syntax, {operand.node});
  }
  const Operand operand = check(syntax.children[0], hint);
  if (!expect_number(operand, at(syntax.children[0])))
    return unknown(syntax);
  return emit(NodeKind::negate, operand.type, syntax, {operand.node});
}

Operand Checking::check_binary(const Syntax& syntax, const Type* hint) {
  switch (syntax.operation) {
    case NodeKind::logical_and:
    case NodeKind::logical_or:
      return check_logical(syntax);
    case NodeKind::add:
    case NodeKind::subtract:
      return check_sum(syntax, hint);
    case NodeKind::multiply:
    case NodeKind::divide:
      return check_product(syntax);
    default:
      return check_comparison(syntax);
  }
}

// What the left side says holds where the right side is read: the right of `and` is read when the left is true, that of
// `or` when it is false.
Operand Checking::check_logical(const Syntax& syntax) {
  const Operand left = check_boolean(syntax.children[0]);
  const Facts outside = facts_;
  facts_.add(guards_.facts_of(left.node, syntax.operation == NodeKind::logical_and));
  const Operand right = check_boolean(syntax.children[1]);
  facts_ = outside;
  return emit(syntax.operation, boolean_type, syntax, {left.node, right.node});
}

Operand Checking::check_comparison(const Syntax& syntax) {
  const auto [left, right] = check_pair(syntax.children[0], syntax.children[1], nullptr);
  const bool ordered = syntax.operation != NodeKind::equal && syntax.operation != NodeKind::not_equal;
  for (const auto& [operand, id] : {std::pair(left, syntax.children[0]), std::pair(right, syntax.children[1])}) {
    const bool has_order = operand.type.kind == Type::Kind::number || is_of_calendar(operand.type);
    if (ordered && operand.known && !has_order) {
      report_.error(Code::type_mismatch, at(id).range,
                    text_of(operand.type) + " has no order: no value of it is less than another",
                    {"a number, a month or a date", "compare with =, != or in"});
      return emit(syntax.operation, boolean_type, syntax, {left.node, right.node});
    }
  }
  if (left.known && right.known)
    expect_type(right, left.type, at(syntax.children[1]), "values that cannot be compared");
  return emit(syntax.operation, boolean_type, syntax, {left.node, right.node});
}

Operand Checking::check_sum(const Syntax& syntax, const Type* hint) {
  const auto [left, right] = check_pair(syntax.children[0], syntax.children[1], hint);
  const bool numbers =
      expect_number(left, at(syntax.children[0])) & static_cast<int>(expect_number(right, at(syntax.children[1])));
  if (!numbers) {
    if (left.known && left.type.kind == Type::Kind::number)
      return mistyped(left.type, syntax);
    return right.known && right.type.kind == Type::Kind::number ? mistyped(right.type, syntax) : unknown(syntax);
  }
  expect_type(right, left.type, at(syntax.children[1]), "units that do not fit together");
  return emit(syntax.operation, left.type, syntax, {left.node, right.node});
}

Operand Checking::check_product(const Syntax& syntax) {
  const Operand left = check(syntax.children[0], nullptr);
  const Operand right = check(syntax.children[1], nullptr);
  const bool left_is_number = expect_number(left, at(syntax.children[0]));
  const bool right_is_number = expect_number(right, at(syntax.children[1]));
  const bool divides = syntax.operation == NodeKind::divide;
  if (divides && right_is_number)
    check_divisor(at(syntax.children[1]), right);
  if (!left_is_number || !right_is_number)
    return unknown(syntax);
  Type type;
  type.unit = divides ? left.type.unit / right.type.unit : left.type.unit * right.type.unit;
  if (!is_reasonable(type.unit)) {
    report_.error(Code::unit_mismatch, syntax.range, "a unit with powers beyond all sense",
                  {"powers up to " + std::to_string(largest_power), {}});
    return unknown(syntax);
  }
  return emit(syntax.operation, type, syntax, {left.node, right.node});
}

void Checking::check_divisor(const Syntax& divisor, const Operand& operand) {
  if (!guards_.signs_of(operand.node, facts_).zero)
    return;
  const std::string written = report_.quote(divisor.range);
  const std::string name = written.size() > 40 ? "b" : written;
  report_.error(Code::unguarded_division, divisor.range, "the divisor may be zero",
                {"a divisor that cannot be: a constant, a parameter, max(b, 1), or b where b > 0 "
                 "is known",
                 "write if " + name + " > 0 then … else …"});
}

// x in ('a', 'b') is x = 'a' or x = 'b'; an x that is more than a name is computed once, in a let of its own.
Operand Checking::check_contains(const Syntax& syntax) {
  const Syntax& value_syntax = at(syntax.children[0]);
  const Operand value = check(syntax.children[0], nullptr);
  if (value.known && value.type.kind != Type::Kind::enumeration) {
    report_.error(Code::type_mismatch, value_syntax.range, text_of(value.type) + " where a value of an enum is due",
                  {"x in ('a', 'b') with x of an enum", {}});
    return mistyped(boolean_type, syntax);
  }
  if (syntax.children.size() < 2) {
    report_.error(Code::wrong_arguments, syntax.range, "a choice among nothing",
                  {"one member or more in brackets", {}});
    return mistyped(boolean_type, syntax);
  }
  const NodeKind kind = tree_.nodes[value.node].kind;
  const bool simple = kind == NodeKind::variable || kind == NodeKind::binding;
  std::uint32_t number = 0;
  if (!simple) {
    number = let_count_++;
    guards_.bind(value.node, facts_);
  }
  std::vector<NodeId> choices;
  for (std::size_t i = 1; i < syntax.children.size(); ++i) {
    const Syntax& member_syntax = at(syntax.children[i]);
    if (value.known && member_syntax.kind != Syntax::Kind::member && member_syntax.kind != Syntax::Kind::error) {
      report_.error(Code::type_mismatch, member_syntax.range, "only members are chosen among",
                    {"a member in single quotes", {}});
      continue;
    }
    if (!value.known)
      continue;
    const Operand member = check(syntax.children[i], &value.type);
    NodeId left = value.node;
    if (!simple) {
      left = emit(NodeKind::binding, value.type, value_syntax, {}, number).node;
    } else if (!choices.empty()) {
      // A node of its own for each comparison: a node has one parent.
      const Node again = tree_.nodes[value.node];
      left = emit(kind, value.type, value_syntax, {}, again.reference, again.selector).node;
    }
    choices.push_back(emit(NodeKind::equal, boolean_type, member_syntax, {left, member.node}).node);
  }
  if (choices.empty())
    return mistyped(boolean_type, syntax);
  // Pair by pair, so that a long list makes no deep tree.
  while (choices.size() > 1) {
    std::vector<NodeId> pairs;
    for (std::size_t i = 0; i + 1 < choices.size(); i += 2)
      pairs.push_back(emit(NodeKind::logical_or, boolean_type, syntax, {choices[i], choices[i + 1]}).node);
    if (choices.size() % 2 != 0)
      pairs.push_back(choices.back());
    choices = std::move(pairs);
  }
  if (!simple)
    return emit(NodeKind::let, boolean_type, syntax, {value.node, choices[0]}, number);
  return {choices[0], boolean_type, true};
}

}  // namespace ansio::language
