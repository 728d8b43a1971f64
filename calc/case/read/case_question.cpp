// From a case to the question the evaluators answer: months filled in, years made whole, the past before them.
#include "calc/case/read/case.h"

#include <algorithm>

namespace ansio::cases {
namespace {

const Step* last_step(const std::vector<Step>& steps, YearMonth month) {
  const Step* last = nullptr;
  for (const Step& step : steps)
    if (step.from <= month)
      last = &step;
  return last;
}

// What the case says of one instance: in the months of the timeline, in those before the plan, or in both.
struct Told {
  const CaseValue* now = nullptr;
  const CaseValue* before = nullptr;
};

int longest_average(const RuleSet& rules) {
  std::uint32_t longest = 1;
  for (const Node& node : rules.tree.nodes)
    if (node.kind == NodeKind::average)
      longest = std::max(longest, node.reference);
  return static_cast<int>(longest);
}

Given given_of(const RuleSet& rules, const Case& situation, const Timeline& timeline, const Instance& instance,
               const Told& told) {
  const Variable& variable = rules.variables[instance.variable];
  const bool yearly = variable.period == Period::year;
  Given given{instance, {}, 0, told.before != nullptr};
  if (told.before != nullptr)
    given.before = !yearly && variable.kind == Variable::Kind::input ? longest_average(rules) : 1;
  const int months = yearly ? 12 : 1;
  for (int i = -given.before; i * months < timeline.months; ++i) {
    const YearMonth month{timeline.first.index + i * months};
    std::optional<Value> value;
    if (told.before != nullptr && (yearly ? i < 0 : month < situation.start))
      value = value_of(told.before->steps, month);
    if (!value && told.now != nullptr && i >= 0)
      if (const Step* step = step_in(variable, *told.now, month, situation.start))
        value = step->value;
    given.values.push_back(value);
  }
  return given;
}

}  // namespace

std::optional<Value> value_of(const std::vector<Step>& steps, YearMonth month) {
  const Step* step = last_step(steps, month);
  return step == nullptr ? std::nullopt : step->value;
}

const Step* step_in(const Variable& variable, const CaseValue& given, YearMonth month, YearMonth start) {
  return last_step(given.steps, variable.period == Period::year ? std::max(month, start) : month);
}

Timeline timeline_of(const Case& situation) {
  if (situation.is_typical())
    return Timeline{true, situation.start, 1};
  const YearMonth first = YearMonth::of(situation.start.year(), 1);
  const int last_year = YearMonth{situation.start.index + situation.months - 1}.year();
  return Timeline{false, first, (last_year - situation.start.year() + 1) * 12, situation.start.index - first.index};
}

Question make_question(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                       std::vector<Instance> wanted) {
  Question question{scenario.shape, timeline_of(situation), {}, std::move(wanted)};
  const auto named = [](const std::vector<CaseValue>& values, const VariableName& name) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const CaseValue& value) { return value.name == name; });
    return found == values.end() ? nullptr : &*found;
  };
  const auto give = [&](const VariableName& name, const Told& told) {
    if (const auto instance = instance_in(scenario.shape, name))
      question.given.push_back(given_of(rules, situation, question.timeline, *instance, told));
  };
  for (const CaseValue& value : scenario.values)
    give(value.name, {&value, named(scenario.before, value.name)});
  for (const CaseValue& value : scenario.before)
    if (named(scenario.values, value.name) == nullptr)
      give(value.name, {nullptr, &value});
  return question;
}

}  // namespace ansio::cases
