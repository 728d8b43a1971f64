// From written names to instances in a household, and back.
#include "calc/case/names/names.h"

#include "calc/base/number/digits.h"
#include "calc/case/names/hints.h"
#include "calc/program/question/people.h"

namespace ansio::cases {
namespace {

Diagnostic no_such_person(std::string_view text, const Position& where, std::string message, std::string hint = {}) {
  return {.code = Code::no_such_person,
          .position = where,
          .message = std::move(message),
          .found = std::string(text),
          .expected = "client, spouse, child1, child2, …",
          .hint = std::move(hint)};
}

}  // namespace

std::optional<Owner> parse_person(std::string_view text) {
  if (text == "client")
    return Owner{Owner::Role::client};
  if (text == "spouse")
    return Owner{Owner::Role::spouse};
  if (!text.starts_with("child"))
    return std::nullopt;
  const std::string_view digits = text.substr(5);
  const auto number = parse_digits(digits);
  if (!number || digits[0] == '0' || *number > most_children)
    return std::nullopt;
  return Owner{Owner::Role::child, static_cast<std::uint8_t>(*number)};
}

Diagnostic unknown_variable(const RuleSet& rules, std::string_view text, const Position& where) {
  return worded([&] {
    return Diagnostic{.code = Code::unknown_variable,
                      .position = where,
                      .message = "no variable of this name",
                      .found = std::string(text),
                      .hint = nearest_variable(rules, text)};
  });
}

Result<VariableName> parse_variable_name(const RuleSet& rules, std::string_view text, const Position& where) {
  const std::size_t dot = text.find('.');
  if (dot != std::string_view::npos) {
    const std::string_view first = text.substr(0, dot);
    const std::string_view rest = text.substr(dot + 1);
    if (const auto owner = parse_person(first)) {
      const auto variable = rules.find_variable(rest);
      if (!variable)
        return worded([&] {
          Diagnostic unknown = unknown_variable(rules, rest, where);
          const std::string hint = unknown.hint;
          if (!hint.empty())
            unknown.hint = std::string(first) + "." + hint;
          return unknown;
        });
      if (rules.variables[*variable].entity == Entity::household)
        return no_such_person(text, where, "a household's figure belongs to no person", std::string(rest));
      return VariableName{*owner, *variable};
    }
    if (first.starts_with("child") && first.find_first_not_of("0123456789", 5) == first.npos)
      return no_such_person(text, where, "no such child");
  }
  const auto variable = rules.find_variable(text);
  if (!variable)
    return unknown_variable(rules, text, where);
  if (rules.variables[*variable].entity == Entity::person)
    return no_such_person(text, where, "a person's figure needs the person in front", "client." + std::string(text));
  return VariableName{Owner{}, *variable};
}

std::optional<std::uint8_t> person_number(const Shape& shape, const Owner& owner) {
  switch (owner.role) {
    case Owner::Role::household:
      return Instance::household;
    case Owner::Role::client:
      return std::uint8_t{0};
    case Owner::Role::spouse:
      return shape.spouse ? std::optional<std::uint8_t>(1) : std::nullopt;
    case Owner::Role::child:
      break;
  }
  if (owner.child < 1 || owner.child > shape.children)
    return std::nullopt;
  return static_cast<std::uint8_t>((shape.spouse ? 1 : 0) + owner.child);
}

Owner owner_of(const Shape& shape, std::uint8_t person) {
  if (person == Instance::household)
    return {};
  const int first_child = shape.spouse ? 2 : 1;
  if (person >= first_child)
    return {Owner::Role::child, static_cast<std::uint8_t>(person - first_child + 1)};
  return {person == 0 ? Owner::Role::client : Owner::Role::spouse};
}

std::optional<Instance> instance_in(const Shape& shape, const VariableName& name) {
  const auto person = person_number(shape, name.owner);
  if (!person)
    return std::nullopt;
  return Instance{name.variable, *person};
}

std::string person_name(const Shape& shape, std::uint8_t person) {
  return person == Instance::household ? std::string() : role_name(shape, person);
}

std::string person_name(const Owner& owner) {
  switch (owner.role) {
    case Owner::Role::client:
      return "client";
    case Owner::Role::spouse:
      return "spouse";
    case Owner::Role::child:
      return "child" + std::to_string(owner.child);
    case Owner::Role::household:
      break;
  }
  return {};
}

std::string instance_name(const RuleSet& rules, const Shape& shape, const Instance& instance) {
  return instance_name(rules.variables[instance.variable].name, shape, instance.person);
}

std::vector<Instance> instances_of(const RuleSet& rules, const Shape& shape, VariableId variable) {
  if (rules.variables[variable].entity == Entity::household)
    return {Instance{variable, Instance::household}};
  std::vector<Instance> instances;
  instances.reserve(static_cast<std::size_t>(shape.person_count()));
  for (int person = 0; person < shape.person_count(); ++person)
    instances.push_back(Instance{variable, static_cast<std::uint8_t>(person)});
  return instances;
}

std::string owned_name(const RuleSet& rules, const std::string& name) {
  const auto bare = rules.find_variable(name.substr(0, name.find('=')));
  return bare && rules.variables[*bare].entity == Entity::person ? "client." + name : name;
}

Result<std::vector<VariableId>> parse_bare_names(const RuleSet& rules, const std::vector<std::string>& names,
                                                 const std::string& option) {
  std::vector<VariableId> variables;
  Diagnostics diagnostics;
  for (const std::string& name : names) {
    if (const auto variable = rules.find_variable(name))
      variables.push_back(*variable);
    else
      diagnostics.push_back(unknown_variable(rules, name, {option, 0, 0}));
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return variables;
}

}  // namespace ansio::cases
