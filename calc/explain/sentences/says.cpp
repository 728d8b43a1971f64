// Finds the names between braces in the rules' sentences and puts values in their place.
#include "calc/explain/sentences/says.h"

#include <algorithm>

#include "calc/case/names/names.h"
#include "calc/explain/words/format.h"

namespace ansio::explain {
namespace {

// Calls piece(text) for what stands between braces and gap(name) for what stands in them.
template <class Piece, class Gap>
void walk(std::string_view text, Piece piece, Gap gap) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) {
      piece(text);
      return;
    }
    piece(text.substr(0, open));
    gap(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

std::optional<VariableId> find_in_module(const RuleSet& rules, std::uint16_t module, std::string_view name) {
  if (module < rules.modules.size()) {
    const std::string own = rules.modules[module].name + "." + std::string(name);
    if (const auto variable = rules.find_variable(own))
      return variable;
  }
  return rules.find_variable(name);
}

std::optional<Instance> instance_named(const RuleSet& rules, const Shape& shape, std::uint16_t module,
                                       std::uint8_t person, std::string_view name) {
  std::optional<std::uint8_t> whose = person;
  const std::size_t dot = name.find('.');
  if (dot != name.npos)
    if (const auto owner = parse_person(name.substr(0, dot))) {
      whose = person_number(shape, *owner);
      name.remove_prefix(dot + 1);
    }
  const auto variable = find_in_module(rules, module, name);
  if (!variable || !whose)
    return std::nullopt;
  if (rules.variables[*variable].entity == Entity::household)
    return Instance{*variable, Instance::household};
  if (*whose == Instance::household)
    return std::nullopt;
  return Instance{*variable, *whose};
}

std::optional<std::string> parameter_text(const Saying& saying, std::string_view name) {
  const std::string own = saying.module < saying.rules.modules.size()
                              ? saying.rules.modules[saying.module].name + "." + std::string(name)
                              : std::string(name);
  for (const Parameter& parameter : saying.rules.parameters) {
    if (parameter.name != own && parameter.name != name)
      continue;
    const ParameterValue* value = value_at(parameter, saying.month);
    if (value == nullptr || value->none || parameter.kind != Parameter::Kind::scalar)
      return std::nullopt;
    return format_in_sentence(saying.rules, parameter.cell_type(), parameter.percent, value->cells.front(),
                              saying.language);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Instance> spoken_instances(const RuleSet& rules, const Shape& shape, std::uint16_t module,
                                       std::uint8_t person, const Texts& text) {
  std::vector<Instance> instances;
  for (const std::string& in_language : text.by_language)
    walk(
        in_language, [](std::string_view) {},
        [&](std::string_view name) {
          const auto instance = name == "amount" ? std::nullopt : instance_named(rules, shape, module, person, name);
          if (instance && std::find(instances.begin(), instances.end(), *instance) == instances.end())
            instances.push_back(Instance(*instance));
        });
  return instances;
}

std::string fill(const Saying& saying, const std::string& text) {
  std::string filled;
  const auto value_text = [&](std::string_view name) -> std::optional<std::string> {
    if (name == "amount")
      return saying.amount;
    const auto instance = instance_named(saying.rules, saying.shape, saying.module, saying.person, name);
    if (!instance)
      return parameter_text(saying, name);
    const auto value = saying.value_of(*instance);
    if (!value)
      return std::nullopt;
    const Variable& variable = saying.rules.variables[instance->variable];
    return format_in_sentence(saying.rules, variable.type, variable.percent, *value, saying.language);
  };
  walk(
      text, [&](std::string_view piece) { filled += piece; },
      [&](std::string_view name) {
        if (const auto value = value_text(name)) {
          filled += *value;
          return;
        }
        filled += '{';
        filled += name;
        filled += '}';
      });
  return filled;
}

}  // namespace ansio::explain
