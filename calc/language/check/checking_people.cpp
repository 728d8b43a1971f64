// People: sums over them, roles that may or may not exist, who the person at hand is.
#include "calc/language/check/checking.h"

#include <array>

namespace ansio::language {
namespace {

struct NamedPeople {
  std::string_view name;
  People people;
};
constexpr std::array<NamedPeople, 4> sets{{{"persons", People::persons},
                                           {"adults", People::adults},
                                           {"children", People::children},
                                           {"others", People::others}}};

struct NamedRole {
  std::string_view name;
  Selector selector;
};
constexpr std::array<NamedRole, 4> roles{{{"client", Selector::client},
                                          {"spouse", Selector::spouse},
                                          {"partner", Selector::partner},
                                          {"child", Selector::child}}};

std::optional<Selector> find_role(const Syntax& syntax) {
  for (const NamedRole& role : roles)
    if (syntax.kind == Syntax::Kind::name && syntax.text == role.name)
      return role.selector;
  return std::nullopt;
}

std::string nearest(std::string_view word, const std::vector<std::string>& names) {
  const std::string near = nearest_name(word, names);
  return near.empty() ? near : "did you mean " + near + "?";
}

}  // namespace

Operand Checking::check_aggregate(const Syntax& syntax, const Function& function, const Type* hint) {
  const Syntax& set = at(syntax.children[0]);
  std::optional<People> people;
  for (const NamedPeople& candidate : sets)
    if (set.kind == Syntax::Kind::name && set.text == candidate.name)
      people = candidate.people;
  if (!people && set.kind != Syntax::Kind::error)
    report_.error(
        Code::wrong_arguments, set.range, "this is no set of people",
        {"persons, adults, children or others", nearest(set.text, {"persons", "adults", "children", "others"})});
  if (people == People::others && !person_at_hand_)
    report_.error(Code::entity_mismatch, set.range, "a household has no others", {"persons, adults or children", {}});

  const bool asks =
      function.node == NodeKind::count || function.node == NodeKind::any || function.node == NodeKind::all;
  const Facts outside = facts_;
  const bool outer_person = person_at_hand_;
  facts_ = guards_.without_person(facts_);
  std::vector<BoundFacts> bound = guards_.enter_people();
  person_at_hand_ = true;
  ++people_depth_;
  const Operand body = asks ? check_boolean(syntax.children[1]) : check(syntax.children[1], hint);
  --people_depth_;
  person_at_hand_ = outer_person;
  guards_.leave_people(std::move(bound));
  facts_ = outside;

  Type type = function.node == NodeKind::count ? plain_number : boolean_type;
  if (!asks) {
    if (!expect_number(body, at(syntax.children[1])))
      return unknown(syntax);
    type = body.type;
  }
  std::vector<NodeId> children{body.node};
  if (const auto belongs = membership_of(Selector::element, syntax))
    children.push_back(*belongs);
  return emit(function.node, type, syntax, children, 0, Selector::household, people.value_or(People::persons));
}

// A yearly formula speaks of those who belong at the end of the year, as tax law does.
std::optional<NodeId> Checking::membership_of(Selector selector, const Syntax& syntax) {
  const auto found = symbols_.variables.find(symbols_.membership);
  if (found == symbols_.variables.end())
    return std::nullopt;
  const NodeId now = emit(NodeKind::variable, boolean_type, syntax, {}, found->second.id, selector).node;
  if (expectation_.period == Period::month)
    return now;
  return emit(NodeKind::at_year_end, boolean_type, syntax, {now}).node;
}

Operand Checking::check_exists(const Syntax& syntax) {
  const Syntax& argument = at(syntax.children[0]);
  const auto role = find_role(argument);
  if (role != Selector::spouse && role != Selector::partner) {
    if (argument.kind != Syntax::Kind::error)
      report_.error(Code::wrong_arguments, argument.range,
                    role == Selector::client ? "the client always exists" : "this is no role that may exist or not",
                    {"spouse or partner", role == Selector::child ? "write count(children, true) > 0" : ""});
    return mistyped(boolean_type, syntax);
  }
  if (role == Selector::partner && !person_at_hand_) {
    report_.error(Code::entity_mismatch, argument.range, "a household has no partner: only a person has",
                  {"spouse", "write exists(spouse)"});
    return mistyped(boolean_type, syntax);
  }
  std::vector<NodeId> condition;
  if (const auto belongs = membership_of(*role, syntax))
    condition.push_back(*belongs);
  // Whoever has left the household has no partner in it.
  if (!condition.empty() && role == Selector::partner)
    if (const auto own = membership_of(Selector::element, syntax))
      condition = {emit(NodeKind::logical_and, boolean_type, syntax, {condition[0], *own}).node};
  return emit(NodeKind::exists, boolean_type, syntax, condition, 0, *role);
}

Operand Checking::check_is_role(const Syntax& syntax) {
  const Syntax& argument = at(syntax.children[0]);
  const auto role = find_role(argument);
  if (!role || role == Selector::partner) {
    if (argument.kind != Syntax::Kind::error)
      report_.error(Code::wrong_arguments, argument.range, "this is nothing a person can be",
                    {"client, spouse or child", {}});
    return mistyped(boolean_type, syntax);
  }
  if (!person_at_hand_) {
    report_.error(Code::entity_mismatch, syntax.range, "a household is no person",
                  {"a person's rule, or the inside of a sum over people", {}});
    return mistyped(boolean_type, syntax);
  }
  return emit(NodeKind::is_role, boolean_type, syntax, {}, 0, *role);
}

Operand Checking::check_position(const Syntax& syntax) {
  const bool own = syntax.text.starts_with("self.");
  if (own ? expectation_.entity != Entity::person : !person_at_hand_) {
    report_.error(Code::entity_mismatch, syntax.range, "a household has no position",
                  {"a person's rule, or the inside of a sum over people", {}});
    return mistyped(plain_number, syntax);
  }
  const Selector selector = own && people_depth_ > 0 ? Selector::self : Selector::element;
  return emit(NodeKind::position, plain_number, syntax, {}, 0, selector);
}

}  // namespace ansio::language
