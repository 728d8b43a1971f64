// Rule sets built by hand for the tests of this floor: formulas as nested calls instead of text.
//
//   RuleSetBuilder rules;
//   const VariableId wage = rules.input("wage", Entity::person, 0, 100000);
//   const VariableId tax = rules.rule("tax", Entity::person, rules.multiply(rules.read(wage), rules.number("0.25")));
#pragma once

#include "calc/program/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

class RuleSetBuilder {
 public:
  RuleSetBuilder() {
    rules_.law_from = YearMonth::of(2020, 1);
    rules_.law_until = YearMonth::of(2030, 12);
  }

  const RuleSet& rules() const { return rules_; }
  RuleSet& rules() { return rules_; }

  // A number that must be given, between the bounds.
  VariableId input(std::string name, Entity entity, std::int64_t low, std::int64_t high, int decimals = 2) {
    Variable variable;
    variable.kind = Variable::Kind::input;
    variable.name = std::move(name);
    variable.entity = entity;
    variable.decimals = decimals;
    variable.lowest = Fraction::from_integer(low);
    variable.highest = Fraction::from_integer(high);
    variable.required = true;
    return add(std::move(variable));
  }

  VariableId rule(std::string name, Entity entity, NodeId formula, NodeId initial = no_node,
                  Period period = Period::month) {
    Variable variable;
    variable.name = std::move(name);
    variable.entity = entity;
    variable.period = period;
    DatedFormula dated;
    dated.root = formula;
    variable.formulas.push_back(dated);
    variable.initial.root = initial;
    return add(std::move(variable));
  }

  // A rule whose formula comes later, so that it may read itself.
  VariableId rule_without_formula(std::string name, Entity entity) {
    Variable variable;
    variable.name = std::move(name);
    variable.entity = entity;
    return add(std::move(variable));
  }
  void set_formula(VariableId rule, NodeId formula, NodeId initial = no_node) {
    DatedFormula dated;
    dated.root = formula;
    rules_.variables[rule].formulas = {dated};
    rules_.variables[rule].initial.root = initial;
  }
  void set_default(VariableId input, NodeId formula) {
    set_formula(input, formula);
    rules_.variables[input].required = false;
  }

  ParameterId parameter(std::string name, std::vector<std::pair<YearMonth, std::string>> values) {
    Parameter parameter;
    parameter.name = std::move(name);
    for (const auto& [from, text] : values)
      parameter.values.push_back(cells(from, {text}));
    return add(std::move(parameter));
  }
  ParameterId table(std::string name, std::vector<TableKey> keys, std::vector<std::string> texts) {
    Parameter parameter;
    parameter.name = std::move(name);
    parameter.kind = Parameter::Kind::table;
    parameter.keys = std::move(keys);
    parameter.values.push_back(cells(YearMonth{}, texts));
    return add(std::move(parameter));
  }
  // Lower limit and rate of each band.
  ParameterId scale(std::string name, std::vector<std::string> texts) {
    Parameter parameter;
    parameter.name = std::move(name);
    parameter.kind = Parameter::Kind::scale;
    parameter.values.push_back(cells(YearMonth{}, texts));
    return add(std::move(parameter));
  }

  NodeId number(std::string_view text) {
    rules_.tree.constants.push_back(*parse_fraction(text));
    return node(NodeKind::constant, {}, static_cast<std::uint32_t>(rules_.tree.constants.size() - 1));
  }
  NodeId read(VariableId variable, std::optional<Selector> selector = {}) {
    const NodeId id = node(NodeKind::variable, {}, variable);
    const bool person = rules_.variables[variable].entity == Entity::person;
    rules_.tree.nodes[id].selector = selector.value_or(person ? Selector::element : Selector::household);
    return id;
  }
  NodeId read_through(NodeKind how, VariableId variable, std::uint32_t months = 0) {
    return node(how, {read(variable)}, months);
  }
  NodeId read_parameter(ParameterId parameter, std::vector<NodeId> keys = {}) {
    return node(NodeKind::parameter, std::move(keys), parameter);
  }
  NodeId read_scale(ParameterId parameter, NodeId x) { return node(NodeKind::scale, {x}, parameter); }
  NodeId role(NodeKind kind, Selector selector, std::uint32_t reference = 0) {
    const NodeId id = node(kind, {}, reference);
    rules_.tree.nodes[id].selector = selector;
    return id;
  }
  NodeId over(NodeKind kind, People people, NodeId body) {
    const NodeId id = node(kind, {body});
    rules_.tree.nodes[id].people = people;
    return id;
  }
  NodeId convert(NodeId x, const Fraction& factor) {
    rules_.tree.constants.push_back(factor);
    return node(NodeKind::convert, {x}, static_cast<std::uint32_t>(rules_.tree.constants.size() - 1));
  }
  NodeId node(NodeKind kind, std::vector<NodeId> children, std::uint32_t reference = 0) {
    Tree& tree = rules_.tree;
    Node node;
    node.kind = kind;
    node.reference = reference;
    node.first_child = static_cast<std::uint32_t>(tree.children.size());
    node.child_count = static_cast<std::uint32_t>(children.size());
    tree.children.insert(tree.children.end(), children.begin(), children.end());
    tree.nodes.push_back(node);
    return static_cast<NodeId>(tree.nodes.size() - 1);
  }

 private:
  VariableId add(Variable variable) {
    rules_.variables.push_back(std::move(variable));
    return static_cast<VariableId>(rules_.variables.size() - 1);
  }
  ParameterId add(Parameter parameter) {
    rules_.parameters.push_back(std::move(parameter));
    return static_cast<ParameterId>(rules_.parameters.size() - 1);
  }
  static ParameterValue cells(YearMonth from, const std::vector<std::string>& texts) {
    ParameterValue value;
    value.from = from;
    for (const std::string& text : texts)
      value.cells.push_back(*parse_fraction(text));
    return value;
  }

  RuleSet rules_;
};

}  // namespace ansio::program
