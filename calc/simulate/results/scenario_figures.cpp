// Asks the evaluators one question a scenario and sorts its answer into figures, notices and values for sentences.
#include "calc/simulate/results/scenario_figures.h"

#include <algorithm>

#include "calc/explain/sentences/says.h"

namespace ansio::simulate {
namespace {

// What is given of the months before the timeline is history, not a figure of these months.
bool is_given_at_all(const Given& given) {
  return std::any_of(given.values.begin() + given.before, given.values.end(),
                     [](const auto& value) { return value.has_value(); });
}

bool is_overridden(const RuleSet& rules, const Question& question, const Instance& instance) {
  return rules.variables[instance.variable].kind == Variable::Kind::rule &&
         std::any_of(question.given.begin(), question.given.end(),
                     [&](const Given& given) { return given.instance == instance && is_given_at_all(given); });
}

// Whether the case says that the notice held in the month before the plan.
bool held_before(const Question& question, const Instance& notice) {
  const int last = question.timeline.start - 1;
  return std::any_of(question.given.begin(), question.given.end(), [&](const Given& given) {
    return given.instance == notice && given.continues && given.has(last) &&
           given.values[static_cast<std::size_t>(last + given.before)]->sign() != 0;
  });
}

void add_notices(const RuleSet& rules, const Wanted& wanted, const Question& question, const Answer& answer,
                 const Case& situation, const Shown& shown, ScenarioResult& result) {
  const auto values_of = [&](const Instance& instance) -> const std::vector<Value>& {
    const auto place = std::find(question.wanted.begin(), question.wanted.end(), instance);
    return answer.values[static_cast<std::size_t>(place - question.wanted.begin())];
  };
  for (const auto& [notice, instance] : wanted.notices) {
    const auto& values = values_of(instance);
    const std::optional<VariableId> due = rules.notices[notice].due;
    FiredNotice fired{notice, instance, {}, {}};
    for (std::size_t month = 0; month < shown.count; ++month) {
      const bool holds = values[shown.first + month].sign() != 0;
      const bool held = month > 0 ? values[shown.first + month - 1].sign() != 0 : held_before(question, instance);
      if (!holds || held)
        continue;
      fired.months.push_back(YearMonth{situation.start.index + static_cast<int>(month)});
      if (due)
        fired.due.push_back(
            {static_cast<std::int32_t>(values_of({*due, instance.person})[shown.first + month].numerator())});
    }
    if (!fired.months.empty())
      result.notices.push_back(std::move(fired));
  }
}

std::vector<Value> filled(const Given& given, const Value& otherwise) {
  std::vector<Value> values;
  for (auto value = given.values.begin() + given.before; value != given.values.end(); ++value)
    values.push_back(value->value_or(otherwise));
  return values;
}

}  // namespace

Wanted wanted_of(const RuleSet& rules, const Shape& shape, const std::vector<VariableId>& variables) {
  Wanted wanted;
  for (const VariableId variable : variables)
    for (const Instance& instance : instances_of(rules, shape, variable))
      wanted.add(instance);
  wanted.figures = wanted.instances.size();
  for (std::size_t notice = 0; notice < rules.notices.size(); ++notice)
    for (const Instance& instance : instances_of(rules, shape, rules.notices[notice].variable)) {
      wanted.notices.emplace_back(notice, instance);
      wanted.add(instance);
      if (rules.notices[notice].due)
        wanted.add({*rules.notices[notice].due, instance.person});
      for (const Instance& spoken :
           spoken_instances(rules, shape, rules.notices[notice].module, instance.person, rules.notices[notice].says))
        wanted.add(spoken);
    }
  for (std::size_t i = 0; i < wanted.figures; ++i) {
    const Instance instance = wanted.instances[i];
    const Variable& variable = rules.variables[instance.variable];
    for (const Instance& spoken : spoken_instances(rules, shape, variable.module, instance.person, variable.says))
      wanted.add(spoken);
  }
  return wanted;
}

Shown shown_of(const Case& situation) {
  const Timeline timeline = timeline_of(situation);
  if (timeline.typical)
    return {0, 1, 1};
  return {static_cast<std::size_t>(situation.start.index - timeline.first.index),
          static_cast<std::size_t>(situation.months), static_cast<std::size_t>(timeline.months / 12)};
}

Result<ComputedScenario> compute_scenario(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                                          const Answering& answering, const Wanted& wanted) {
  ComputedScenario computed{make_question(rules, situation, scenario, wanted.instances), {}, {}};
  const Question& question = computed.question;
  Result<Answer> answer = answering(question);
  if (!answer) {
    Diagnostics diagnostics = std::move(answer).diagnostics();
    if constexpr (says_why)
      for (Diagnostic& diagnostic : diagnostics)
        if (situation.scenarios.size() > 1)
          diagnostic.message += " (scenario " + scenario.name + ")";
    return diagnostics;
  }
  computed.answer = std::move(*answer);
  const Shown shown = shown_of(situation);
  ScenarioResult& result = computed.result;
  result.name = scenario.name;
  result.shape = scenario.shape;
  for (std::size_t i = 0; i < wanted.instances.size(); ++i) {
    const Instance& instance = wanted.instances[i];
    std::vector<Value> values = shown.of(rules.variables[instance.variable], computed.answer.values[i]);
    if (i < wanted.figures)
      result.figures.push_back({instance, values, is_overridden(rules, question, instance)});
    result.spoken.push_back({instance, std::move(values)});
  }
  for (const Given& given : question.given) {
    if (!is_given_at_all(given))
      continue;
    const Variable& variable = rules.variables[given.instance.variable];
    if (variable.kind == Variable::Kind::choice)
      continue;
    // A month without a value shows as invalid: null in JSON, empty in tables.
    result.given.push_back({given.instance, shown.of(variable, filled(given, Fraction::invalid())),
                            variable.kind == Variable::Kind::rule});
  }
  add_notices(rules, wanted, question, computed.answer, situation, shown, result);
  return computed;
}

Result<Results> compute_figures(const RuleSet& rules, const Case& situation, const Answering& answering,
                                const std::vector<VariableId>& variables) {
  const auto compute = [&](const Scenario& scenario, const std::vector<VariableId>& figures) {
    return compute_scenario(rules, situation, scenario, answering, wanted_of(rules, scenario.shape, figures));
  };
  return results_of_each(situation, variables.empty() ? default_outputs(rules) : variables, compute);
}

}  // namespace ansio::simulate
