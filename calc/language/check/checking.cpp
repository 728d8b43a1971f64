// Literals, bindings, conditions and the nodes that all checks make.
#include "calc/language/check/checking.h"

#include "calc/base/date/date.h"
#include "calc/language/tree/unit.h"

#include <algorithm>

namespace ansio::language {

NodeId Checking::run() {
  const Type* hint = expectation_.type ? &*expectation_.type : &anything;
  const Operand result = check(syntax_.root, hint);
  check_result(at(syntax_.root), result);
  return incomplete_ ? no_node : result.node;
}

// The value of lets and ifs is that of their branches: the mismatch belongs there.
void Checking::check_result(const Syntax& syntax, const Operand& result) {
  if (!expectation_.type || !result.known || result.type == *expectation_.type)
    return;
  const Syntax* place = &syntax;
  for (;;) {
    if (place->kind == Syntax::Kind::let)
      place = &at(place->children[1]);
    else if (place->kind == Syntax::Kind::if_else)
      place = &at(place->children[needs_hint(place->children[1]) ? 2 : 1]);
    else
      break;
  }
  expect_type(result, *expectation_.type, *place,
              result.type.kind == Type::Kind::number ? "the result has another unit" : "the result has another type");
}

Operand Checking::check(SyntaxId id, const Type* hint) {
  const Syntax& syntax = at(id);
  switch (syntax.kind) {
    case Syntax::Kind::error:
      return unknown(syntax);
    case Syntax::Kind::number:
      return check_number(syntax, hint);
    case Syntax::Kind::month:
      return check_month(syntax);
    case Syntax::Kind::date:
      return check_date(syntax);
    case Syntax::Kind::member:
      return check_member(syntax, hint);
    case Syntax::Kind::name:
      return check_name(syntax);
    case Syntax::Kind::unary:
      return check_unary(syntax, hint);
    case Syntax::Kind::binary:
      return check_binary(syntax, hint);
    case Syntax::Kind::contains:
      return check_contains(syntax);
    case Syntax::Kind::if_else:
      return check_if(syntax, hint);
    case Syntax::Kind::let:
      return check_let(syntax, hint);
    case Syntax::Kind::lookup:
      return check_lookup(syntax);
    case Syntax::Kind::call:
      return check_call(syntax, hint);
  }
  return unknown(syntax);
}

// A bare 0 fits every unit; every other number has the unit it is written with.
Operand Checking::check_number(const Syntax& syntax, const Type* hint) {
  Type type;
  type.unit = syntax.unit;
  if (syntax.bare && syntax.number.sign() == 0 && hint != nullptr && hint->kind == Type::Kind::number)
    type.unit = hint->unit;
  return emit_constant(syntax.number, type, syntax);
}

Operand Checking::check_month(const Syntax& syntax) {
  const auto month = parse_year_month(syntax.text);
  if (!month) {
    report_.error(Code::bad_number, syntax.range, "no such month", {"a month from 1900-01 to 2199-12", {}});
    return mistyped(month_type, syntax);
  }
  return emit_constant(Fraction::from_integer(month->index), month_type, syntax);
}

Operand Checking::check_date(const Syntax& syntax) {
  const auto date = parse_date(syntax.text);
  if (!date) {
    report_.error(Code::bad_number, syntax.range, "no such day", {"a date from 1900-01-01 to 2199-12-31", {}});
    return mistyped(date_type, syntax);
  }
  return emit_constant(Fraction::from_integer(date->days), date_type, syntax);
}

Operand Checking::check_member(const Syntax& syntax, const Type* hint) {
  if (hint == &anything)
    return unknown(syntax);
  if (hint == nullptr) {
    report_.error(Code::type_mismatch, syntax.range, "nothing tells which enum this is of",
                  {{}, "compare it with a value of the enum, or look it up in a table"});
    return unknown(syntax);
  }
  if (hint->kind != Type::Kind::enumeration || hint->enumeration >= symbols_.enums.size()) {
    report_.error(Code::type_mismatch, syntax.range, "a member of an enum does not fit here", {text_of(*hint), {}});
    return unknown(syntax);
  }
  const EnumSymbol& enumeration = symbols_.enums[hint->enumeration];
  const auto member = std::find(enumeration.members.begin(), enumeration.members.end(), syntax.text);
  if (member == enumeration.members.end()) {
    const std::string near = nearest_name(syntax.text, enumeration.members);
    std::string members;
    for (std::size_t i = 0; i < enumeration.members.size() && i < 12; ++i)
      members += (i > 0 ? ", " : "") + enumeration.members[i];
    if (enumeration.members.size() > 12)
      members += ", …";
    report_.error(Code::unknown_member, syntax.range, "no such member of " + enumeration.name,
                  {std::move(members), near.empty() ? "" : "did you mean '" + near + "'?"});
    return mistyped(*hint, syntax);
  }
  return emit_constant(Fraction::from_integer(member - enumeration.members.begin()), *hint, syntax);
}

Operand Checking::check_let(const Syntax& syntax, const Type* hint) {
  if (is_taken(syntax.text))
    report_.error(Code::name_taken, syntax.name_range, "the name is already in use", {"a name of its own", {}});
  const Operand value = check(syntax.children[0], nullptr);
  const std::uint32_t number = let_count_++;
  guards_.bind(value.node, facts_);
  lets_.push_back({syntax.text, number, value});
  const Operand body = check(syntax.children[1], hint);
  lets_.pop_back();
  Operand let = emit(NodeKind::let, body.type, syntax, {value.node, body.node}, number);
  let.known = body.known;
  return let;
}

Operand Checking::check_if(const Syntax& syntax, const Type* hint) {
  const Operand condition = check_boolean(syntax.children[0]);
  const Facts outside = facts_;
  const SyntaxId ids[] = {syntax.children[1], syntax.children[2]};
  Operand branches[2];
  const auto check_branch = [&](int i, const Type* type) {
    facts_ = outside;
    facts_.add(guards_.facts_of(condition.node, i == 0));
    branches[i] = check(ids[i], type);
    facts_ = outside;
  };
  // A branch that needs a hint comes second and takes the other's type.
  const int first = needs_hint(ids[0]) && !needs_hint(ids[1]) ? 1 : 0;
  check_branch(first, hint);
  check_branch(1 - first, branches[first].known ? &branches[first].type : &anything);
  const bool alike =
      !branches[0].known || !branches[1].known ||
      expect_type(branches[1 - first], branches[first].type, at(ids[1 - first]), "the branches do not fit together");
  const Operand& typed = branches[first].known ? branches[first] : branches[1 - first];
  Operand result = emit(NodeKind::if_else, typed.type, syntax, {condition.node, branches[0].node, branches[1].node});
  result.known = typed.known && (alike || branches[first].known);
  return result;
}

Operand Checking::check_boolean(SyntaxId id) {
  Operand operand = check(id, &boolean_type);
  expect_type(operand, boolean_type, at(id));
  return operand;
}

bool Checking::needs_hint(SyntaxId id) const {
  const Syntax& syntax = at(id);
  switch (syntax.kind) {
    case Syntax::Kind::member:
      return true;
    case Syntax::Kind::number:
      return syntax.bare && syntax.number.sign() == 0;
    case Syntax::Kind::unary:
      return syntax.operation == NodeKind::negate && needs_hint(syntax.children[0]);
    case Syntax::Kind::let:
      return needs_hint(syntax.children[1]);
    case Syntax::Kind::if_else:
      return needs_hint(syntax.children[1]) && needs_hint(syntax.children[2]);
    case Syntax::Kind::call:
      return (syntax.text == "min" || syntax.text == "max") &&
             std::all_of(syntax.children.begin(), syntax.children.end(),
                         [&](SyntaxId child) { return needs_hint(child); });
    default:
      return false;
  }
}

std::pair<Operand, Operand> Checking::check_pair(SyntaxId left, SyntaxId right, const Type* hint) {
  if (needs_hint(left) && !needs_hint(right)) {
    const Operand second = check(right, hint);
    return {check(left, second.known ? &second.type : &anything), second};
  }
  const Operand first = check(left, hint);
  return {first, check(right, first.known ? &first.type : &anything)};
}

// Nodes
// -----------------------------------------------------------------------------------------------------------------

Operand Checking::emit(NodeKind kind, const Type& type, const Syntax& syntax, std::span<const NodeId> children,
                       std::uint32_t reference, Selector selector, People people) {
  Node node;
  node.kind = kind;
  node.selector = selector;
  node.people = people;
  node.type = type;
  node.reference = reference;
  node.first_child = static_cast<std::uint32_t>(tree_.children.size());
  node.child_count = static_cast<std::uint32_t>(children.size());
  node.source_begin = syntax.range.begin;
  node.source_end = syntax.range.end;
  tree_.children.insert(tree_.children.end(), children.begin(), children.end());
  tree_.nodes.push_back(node);
  return {static_cast<NodeId>(tree_.nodes.size() - 1), type, true};
}

std::uint32_t Checking::constant(const Fraction& value) {
  const auto known = std::find(tree_.constants.begin(), tree_.constants.end(), value);
  if (known == tree_.constants.end()) {
    tree_.constants.push_back(value);
    return static_cast<std::uint32_t>(tree_.constants.size() - 1);
  }
  return static_cast<std::uint32_t>(known - tree_.constants.begin());
}

Operand Checking::emit_constant(const Fraction& value, const Type& type, const Syntax& syntax) {
  return emit(NodeKind::constant, type, syntax, {}, constant(value));
}

Operand Checking::unknown(const Syntax& syntax) {
  incomplete_ = true;
  Operand operand = emit_constant(Fraction(), plain_number, syntax);
  operand.known = false;
  return operand;
}

Operand Checking::mistyped(const Type& type, const Syntax& syntax) {
  incomplete_ = true;
  return emit_constant(Fraction(), type, syntax);
}

// Errors
// ----------------------------------------------------------------------------------------------------------------

std::string Checking::text_of(const Unit& unit) const {
  return type_text(Type{Type::Kind::number, 0, unit}, symbols_);
}

bool Checking::expect_number(const Operand& operand, const Syntax& syntax) {
  if (!operand.known || operand.type.kind == Type::Kind::number)
    return operand.known;
  std::string hint;
  if (operand.type.kind == Type::Kind::boolean)
    hint = "number(x) is 1 when x is true and 0 when false";
  if (operand.type.kind == Type::Kind::month)
    hint = "add_months(m, n), months_between(a, b) and year_of(m) compute with months";
  if (operand.type.kind == Type::Kind::date)
    hint = "add_days(d, n), days_between(a, b) and day_of(d) compute with dates";
  report_.error(Code::type_mismatch, syntax.range, text_of(operand.type) + " where a number is due",
                {"a number", std::move(hint)});
  return false;
}

bool Checking::expect_type(const Operand& operand, const Type& type, const Syntax& syntax, std::string_view message) {
  if (!operand.known || operand.type == type)
    return operand.known;
  const bool numbers = operand.type.kind == Type::Kind::number && type.kind == Type::Kind::number;
  std::string text(message);
  if (text.empty())
    text = numbers ? "a unit that does not fit" : "a type that does not fit";
  text += ": " + text_of(operand.type);
  report_.error(numbers ? Code::unit_mismatch : Code::type_mismatch, syntax.range, std::move(text),
                {text_of(type), numbers ? conversion_hint(operand.type.unit, type.unit, syntax)
                                        : calendar_hint(operand.type, type, syntax)});
  return false;
}

std::string Checking::calendar_hint(const Type& found, const Type& expected, const Syntax& syntax) const {
  if (found.kind == Type::Kind::date && expected.kind == Type::Kind::month)
    return "write month_of(" + report_.quote(syntax.range) + ")";
  if (found.kind == Type::Kind::month && expected.kind == Type::Kind::date)
    return "write date_in(" + report_.quote(syntax.range) + ", 1) for its first day";
  return {};
}

std::string Checking::conversion_hint(const Unit& found, const Unit& expected, const Syntax& syntax) const {
  const std::string written = report_.quote(syntax.range);
  const std::string operand = written.size() > 40 ? "x" : written;
  const Unit months_a_year = unit_of(Unit::month) / unit_of(Unit::year);
  if (syntax.kind == Syntax::Kind::number && syntax.bare)
    return "write " + operand + " " + unit_text(expected, symbols_.base_units);
  if (expected == found * months_a_year)
    return "write per_year(" + operand + ")";
  if (found == expected * months_a_year)
    return "write per_month(" + operand + ")";
  const Unit factor = expected / found;
  if (found.is_none())
    return "multiply it by a value in " + unit_text(expected, symbols_.base_units);
  return is_reasonable(factor) ? "multiply it by a value in " + unit_text(factor, symbols_.base_units) : std::string();
}

}  // namespace ansio::language
