// Gathers what is not known from three places: the open values of the case, inputs that nobody gave though the rules
// say what is plausible of them, and choices between readings that no scenario has made.
#include "calc/analyse/unknown/open_items.h"

#include <algorithm>

#include "calc/explain/trace/trace.h"
#include "calc/program/question/dependencies.h"
#include "calc/ruleset/certainty/expected_readings.h"
#include "calc/ruleset/model/choices.h"

namespace ansio::analyse {
namespace {

Value smallest_step(const Variable& variable) {
  Fraction step = Fraction::from_integer(1);
  if (variable.type.kind == Type::Kind::number)
    for (int i = variable.decimals + (variable.percent ? 2 : 0); i > 0; --i)
      step = step / Fraction::from_integer(10);
  return step;
}

Value clamped(const Variable& variable, Value value, Rounding mode) {
  value = round_to(value, smallest_step(variable), mode);
  if (variable.lowest && value < *variable.lowest)
    value = *variable.lowest;
  return variable.highest && *variable.highest < value ? *variable.highest : value;
}

class Gathering {
 public:
  Gathering(const RuleSet& rules, const Case& situation) : rules_(rules), situation_(situation) {}

  void add_facts() {
    for (const Scenario& scenario : situation_.scenarios)
      for (const CaseValue& value : scenario.values)
        for (const Step& step : value.steps)
          if (step.open != not_open && !is_known(step.open))
            add_fact(scenario, step);
  }

  void add_assumptions() {
    for (VariableId id = 0; id < rules_.variables.size(); ++id)
      if (rules_.variables[id].plausible)
        for (const Scenario& scenario : situation_.scenarios)
          for (const Instance& instance : instances_of(rules_, scenario.shape, id))
            add_assumption(scenario, {owner_of(scenario.shape, instance.person), id});
  }

  void add_readings() {
    for (const Choice& choice : rules_.choices) {
      const VariableName name{Owner{}, choice.variable};
      const bool is_free = std::any_of(situation_.scenarios.begin(), situation_.scenarios.end(),
                                       [&](const Scenario& scenario) { return is_silent(scenario, name); });
      if (!is_free)
        continue;
      OpenItem item{kind_of(choice), name};
      item.assumed = Value::from_integer(0);
      const Variable& variable = rules_.variables[choice.variable];
      for (Value number; number <= *variable.highest; number = number + Value::from_integer(1))
        item.members.push_back(number);
      items_.push_back(std::move(item));
    }
  }

  std::vector<OpenItem> take() { return std::move(items_); }

 private:
  // Of a value that has readings of the law beside the ends of its range, those weigh more.
  [[nodiscard]] OpenItem::Kind kind_of(const Choice& choice) const {
    const std::vector<Reading>& readings = readings_of(rules_, choice);
    return std::all_of(readings.begin(), readings.end(), is_expected_reading) ? OpenItem::Kind::expected
                                                                              : OpenItem::Kind::reading;
  }

  [[nodiscard]] bool is_known(std::int32_t open) const {
    return std::any_of(items_.begin(), items_.end(), [&](const OpenItem& item) { return item.open == open; });
  }

  // Whether the scenario says nothing of it.
  static bool is_silent(const Scenario& scenario, const VariableName& name) {
    return std::none_of(scenario.values.begin(), scenario.values.end(), [&](const CaseValue& value) {
      return value.name == name && std::any_of(value.steps.begin(), value.steps.end(), [](const Step& step) {
               return step.value.has_value() || step.open != not_open;
             });
    });
  }

  void add_fact(const Scenario& scenario, const Step& step) {
    const OpenValue& open = situation_.open[static_cast<std::size_t>(step.open)];
    OpenItem item{OpenItem::Kind::fact, open.name, step.open};
    item.assumed = step.value;
    item.step = smallest_step(rules_.variables[open.name.variable]);
    switch (open.kind) {
      case OpenValue::Kind::one_of:
        item.members = open.members;
        break;
      case OpenValue::Kind::unknown:
        if (!add_plausible(scenario, item))
          return;
        break;
      case OpenValue::Kind::varies:
        item.kind = OpenItem::Kind::varies;
        [[fallthrough]];
      case OpenValue::Kind::between:
        item.least = open.least;
        item.most = open.most;
        break;
    }
    if (rules_.variables[open.name.variable].kind == Variable::Kind::choice)
      item.kind = kind_of(choice_of(rules_, item));
    if (item.kind == OpenItem::Kind::varies && !situation_.is_typical()) {
      const int patterns = 2 * (situation_.months + 1);
      for (int i = 0; i < patterns; ++i)
        item.members.push_back(Value::from_integer(i));
    }
    items_.push_back(std::move(item));
  }

  void add_assumption(const Scenario& scenario, const VariableName& name) {
    const bool is_there = std::any_of(items_.begin(), items_.end(), [&](const OpenItem& item) {
      return item.name == name && item.kind == OpenItem::Kind::assumption;
    });
    if (is_there || !is_silent(scenario, name))
      return;
    OpenItem item{OpenItem::Kind::assumption, name};
    if (add_plausible(scenario, item))
      items_.push_back(std::move(item));
  }

  // What the rules take for plausible, in this household.
  bool add_plausible(const Scenario& scenario, OpenItem& item) {
    const Variable& variable = rules_.variables[item.name.variable];
    const Plausible& plausible = *variable.plausible;
    item.source = plausible.source;
    item.members = plausible.members;
    item.step = smallest_step(variable);
    if (item.has_members())
      return true;
    const auto instance = instance_in(scenario.shape, item.name);
    const Question question = make_question(rules_, situation_, scenario, {});
    Tracer tracer(rules_, question);
    if (!instance || !tracer.start().empty())
      return false;
    const Viewpoint here{instance->person, instance->person};
    const int month = question.timeline.typical ? 0 : question.timeline.start;
    const auto one = tracer.evaluate(plausible.least.root, here, month);
    const auto other = tracer.evaluate(plausible.most.root, here, month);
    if (!one || !other)
      return false;
    item.least = clamped(variable, std::min(*one, *other), Rounding::down);
    item.most = clamped(variable, std::max(*one, *other), Rounding::up);
    return true;
  }

  const RuleSet& rules_;
  const Case& situation_;
  std::vector<OpenItem> items_;
};

}  // namespace

// Numbers 0 and 1 are all the least and all the most; then come, month by month, those with one month of the other.
Pattern pattern_of(const Value& member) {
  const auto number = static_cast<std::size_t>(member.numerator());
  Pattern pattern{number % 2 == 1, std::nullopt};
  if (number >= 2)
    pattern.spike = number / 2 - 1;
  return pattern;
}

Value value_in(const OpenItem& item, const Pattern& pattern, std::size_t month) {
  return pattern.most != (pattern.spike == month) ? item.most : item.least;
}

std::vector<OpenItem> open_items(const RuleSet& rules, const Case& situation, WhichItems which) {
  Gathering gathering(rules, situation);
  gathering.add_facts();
  if (which == WhichItems::all) {
    gathering.add_assumptions();
    gathering.add_readings();
  }
  return gathering.take();
}

const Choice& choice_of(const RuleSet& rules, const OpenItem& item) {
  return *std::find_if(rules.choices.begin(), rules.choices.end(),
                       [&](const Choice& choice) { return choice.variable == item.name.variable; });
}

std::vector<OpenItem> that_may_move(const RuleSet& rules, std::vector<OpenItem> items,
                                    const std::vector<Instance>& wanted) {
  std::vector<Instance> roots = wanted;
  for (const Instance& instance : wanted)  // a rate rests on what the amount it is of rests on
    if (rules.variables[instance.variable].rate)
      roots.push_back({rules.variables[instance.variable].rate->leaves, Instance::household});
  const std::vector<VariableId> needed = dependencies_of(rules, roots).needed;
  const auto is_needed = [&](VariableId id) { return std::binary_search(needed.begin(), needed.end(), id); };
  std::vector<bool> read(rules.parameters.size());
  const auto mark = [&](NodeId root, const auto& self) -> void {
    if (root == no_node)
      return;
    const Node& node = rules.tree.nodes[root];
    if (node.kind == NodeKind::parameter || node.kind == NodeKind::scale)
      read[node.reference] = true;
    for (const NodeId child : rules.tree.children_of(node))
      self(child, self);
  };
  for (const VariableId id : needed) {
    const Variable& variable = rules.variables[id];
    for (const DatedFormula& formula : variable.formulas)
      mark(formula.root, mark);
    for (const Reading& reading : variable.readings)
      for (const DatedFormula& formula : reading.formulas)
        mark(formula.root, mark);
    mark(variable.initial.root, mark);
  }
  std::erase_if(items, [&](const OpenItem& item) {
    if (rules.variables[item.name.variable].kind != Variable::Kind::choice)
      return !is_needed(item.name.variable);
    const Choice& choice = choice_of(rules, item);
    return choice.of == Choice::Of::rule ? !is_needed(choice.id) : !read[choice.id];
  });
  return items;
}

}  // namespace ansio::analyse
