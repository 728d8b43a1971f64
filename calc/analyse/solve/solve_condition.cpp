// Makes a condition one more rule of a copy of the rule set, and each figure of the base another.
#include "calc/analyse/solve/solve_condition.h"

#include <algorithm>

#include "calc/explain/words/words.h"
#include "calc/language/check/checker.h"
#include "calc/program/question/people.h"
#include "calc/ruleset/check/formulas.h"

namespace ansio::analyse {
namespace {

constexpr std::string_view base_prefix = "base.";

Texts in_all_languages(const Word& which) {
  Texts texts;
  for (int language = 0; language < language_count; ++language)
    texts.by_language[static_cast<std::size_t>(language)] = word(which, static_cast<Language>(language));
  return texts;
}

// Every variable is named once more as that of the base: `base.x` is variable x + their number, until stand-ins exist.
Symbols symbols_with_base(const RuleSet& rules) {
  Symbols symbols = symbols_of(rules);
  const auto count = static_cast<VariableId>(rules.variables.size());
  for (VariableId id = 0; id < count; ++id) {
    const Variable& variable = rules.variables[id];
    VariableSymbol symbol;
    symbol.id = count + id;
    symbol.type = variable.type;
    symbol.entity = variable.entity;
    symbol.period = variable.period;
    symbol.aside = true;
    symbols.variables.emplace(std::string(base_prefix) + variable.name, symbol);
  }
  return symbols;
}

VariableId add_stand_in(RuleSet& rules, VariableId figure) {
  const Variable& original = rules.variables[figure];
  Variable variable;
  variable.name = std::string(base_prefix) + original.name;
  variable.module = original.module;
  variable.entity = original.entity;
  variable.period = original.period;
  variable.type = original.type;
  variable.percent = original.percent;
  variable.decimals = original.decimals;
  variable.title = original.title;
  rules.variables.push_back(std::move(variable));
  return static_cast<VariableId>(rules.variables.size() - 1);
}

// What a formula of the client reads, down the tree, with the persons at hand.
class Reads {
 public:
  Reads(const Tree& tree, const Shape& shape) : tree_(tree), shape_(shape) {}

  std::vector<Instance> of(NodeId root) {
    look(root, {0});
    return std::move(found_);
  }

 private:
  void look(NodeId id, const std::vector<std::uint8_t>& at_hand) {
    const Node& node = tree_.nodes[id];
    if (node.kind == NodeKind::variable || node.kind == NodeKind::given)
      for (const std::uint8_t person : at_hand)
        if (const auto whose = selected(shape_, node.selector, {0, person}))
          add({node.reference, *whose});
    const std::vector<std::uint8_t> inside = is_over_people(node.kind) ? people(node.people, at_hand) : at_hand;
    for (const NodeId child : tree_.children_of(node))
      look(child, inside);
  }

  static bool is_over_people(NodeKind kind) {
    switch (kind) {
      case NodeKind::sum:
      case NodeKind::count:
      case NodeKind::any:
      case NodeKind::all:
      case NodeKind::max_of:
      case NodeKind::min_of:
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] std::vector<std::uint8_t> people(People set, const std::vector<std::uint8_t>& at_hand) const {
    std::vector<std::uint8_t> found;
    for (int person = 0; person < shape_.person_count(); ++person)
      if (std::any_of(at_hand.begin(), at_hand.end(),
                      [&](std::uint8_t from) { return belongs(shape_, set, person, from); }))
        found.push_back(static_cast<std::uint8_t>(person));
    return found;
  }

  static bool belongs(Shape shape, People set, int person, std::uint8_t from) {
    switch (set) {
      case People::persons:
        return true;
      case People::adults:
        return role_of(shape, person) != PersonRole::child;
      case People::children:
        return role_of(shape, person) == PersonRole::child;
      case People::others:
        return person != from;
    }
    return false;
  }

  void add(const Instance& instance) {
    if (std::find(found_.begin(), found_.end(), instance) == found_.end())
      found_.push_back(instance);
  }

  const Tree& tree_;
  Shape shape_;
  std::vector<Instance> found_;
};

// The numbers of a stand-in, as formulas: of the household one, of persons a choice by their place in the household.
class Numbers {
 public:
  explicit Numbers(Tree& tree) : tree_(tree) {}

  NodeId constant(const Value& value, const Type& type) {
    tree_.constants.push_back(value);
    return node(NodeKind::constant, type, {}, static_cast<std::uint32_t>(tree_.constants.size() - 1));
  }

  NodeId of_person(std::uint8_t person, NodeId then, NodeId otherwise) {
    const NodeId position = node(NodeKind::position, {}, {});
    tree_.nodes[position].selector = Selector::element;
    const NodeId number = constant(Fraction::from_integer(person + 1), {});
    const NodeId is_person = node(NodeKind::equal, {Type::Kind::boolean, 0, {}}, {position, number});
    return node(NodeKind::if_else, tree_.nodes[then].type, {is_person, then, otherwise});
  }

 private:
  NodeId node(NodeKind kind, const Type& type, std::initializer_list<NodeId> children, std::uint32_t reference = 0) {
    Node made;
    made.kind = kind;
    made.type = type;
    made.reference = reference;
    made.first_child = static_cast<std::uint32_t>(tree_.children.size());
    made.child_count = static_cast<std::uint32_t>(children.size());
    tree_.children.insert(tree_.children.end(), children.begin(), children.end());
    tree_.nodes.push_back(made);
    return static_cast<NodeId>(tree_.nodes.size() - 1);
  }

  Tree& tree_;
};

}  // namespace

Result<Condition> read_condition(const RuleSet& rules, const Shape& shape, std::string_view text,
                                 const Position& where) {
  Condition condition;
  condition.text = text;
  condition.rules = std::make_shared<RuleSet>(rules);
  RuleSet& extended = *condition.rules;
  Expectation expectation{Type{Type::Kind::boolean, 0, {}}, Entity::person, Period::month};
  expectation.has_spouse = shape.spouse;
  Diagnostics diagnostics;
  const NodeId root = check_formula(text, where, symbols_with_base(rules), expectation, extended.tree, diagnostics);
  if (root == no_node)
    return diagnostics;

  const auto count = static_cast<VariableId>(rules.variables.size());
  for (const Instance& read : Reads(extended.tree, shape).of(root)) {
    const bool of_base = read.variable >= count;
    const Instance figure{of_base ? read.variable - count : read.variable, read.person};
    if (std::find(condition.figures.begin(), condition.figures.end(), figure) == condition.figures.end())
      condition.figures.push_back(figure);
    if (!of_base)
      continue;
    const auto known = std::find_if(condition.base.begin(), condition.base.end(),
                                    [&](const BaseRead& other) { return other.figure.variable == figure.variable; });
    condition.base.push_back(
        {figure, known != condition.base.end() ? known->stand_in : add_stand_in(extended, figure.variable)});
  }
  for (std::size_t id = rules.tree.nodes.size(); id < extended.tree.nodes.size(); ++id) {
    Node& node = extended.tree.nodes[id];
    if (node.kind != NodeKind::variable || node.reference < count)
      continue;
    const auto read = std::find_if(condition.base.begin(), condition.base.end(), [&](const BaseRead& base) {
      return base.figure.variable == node.reference - count;
    });
    node.reference = read->stand_in;
  }

  Variable rule;
  rule.name = "condition";
  rule.entity = Entity::person;
  rule.type = {Type::Kind::boolean, 0, {}};
  rule.title = in_all_languages(Word::condition);
  rule.formulas.push_back({YearMonth{}, root, condition.text});
  extended.variables.push_back(std::move(rule));
  condition.instance = {static_cast<VariableId>(extended.variables.size() - 1), 0};
  return condition;
}

void give_base(Condition& condition, const Timeline& timeline, const std::vector<std::vector<Value>>& figures) {
  RuleSet& rules = *condition.rules;
  Numbers numbers(rules.tree);
  for (std::size_t i = 0; i < condition.base.size(); ++i) {
    const BaseRead& read = condition.base[i];
    Variable& stand_in = rules.variables[read.stand_in];
    const int months = stand_in.period == Period::year ? 12 : 1;
    for (std::size_t index = 0; index < figures[i].size(); ++index) {
      const NodeId number = numbers.constant(figures[i][index], stand_in.type);
      if (index == stand_in.formulas.size()) {
        const YearMonth from{timeline.typical ? 0 : timeline.first.index + months * static_cast<int>(index)};
        stand_in.formulas.push_back({from, number, {}});
      } else {
        // Another person's, of the same month.
        NodeId& formula = stand_in.formulas[index].root;
        formula = numbers.of_person(read.figure.person, number, formula);
      }
    }
  }
}

}  // namespace ansio::analyse
