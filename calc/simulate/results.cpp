#include "calc/simulate/results.h"

#include <algorithm>

#include "calc/base/stable_sort.h"
#include "calc/simulate/carry.h"
#include "calc/simulate/says.h"

namespace calc {
namespace {

// What is asked of the evaluators for one scenario: the figures shown, then notices, then what sentences name.
struct Wanted {
  std::vector<Instance> instances;
  std::size_t figures = 0;
  std::vector<std::pair<std::size_t, Instance>> notices;  // notice, instance

  std::size_t add(const Instance& instance) {
    const auto found = std::find(instances.begin(), instances.end(), instance);
    if (found != instances.end())
      return static_cast<std::size_t>(found - instances.begin());
    instances.push_back(instance);
    return instances.size() - 1;
  }
};

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

// The stretch of the timeline that is shown, for monthly and yearly values.
struct Shown {
  std::size_t first = 0, count = 0;
  std::size_t years = 0;

  [[nodiscard]] std::vector<Value> of(const Variable& variable, const std::vector<Value>& all) const {
    const bool yearly = variable.period == Period::year;
    const std::size_t from = yearly ? 0 : first;
    const std::size_t number = yearly ? years : count;
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(from + number)};
  }
};

Shown shown_of(const Case& situation) {
  const Timeline timeline = timeline_of(situation);
  if (timeline.typical)
    return {0, 1, 1};
  return {static_cast<std::size_t>(situation.start.index - timeline.first.index),
          static_cast<std::size_t>(situation.months), static_cast<std::size_t>(timeline.months / 12)};
}

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

void add_assumptions(const RuleSet& rules, const Question& question, const Wanted& wanted, const Shown& shown,
                     ScenarioResult& result) {
  Tracer tracer(rules, question);
  if (!tracer.start().empty())
    return;
  // Month by month, so that no chain of previous() is followed all at once.
  std::vector<FigureAt> figures;
  for (std::size_t index = 0; index < std::max(shown.first + shown.count, shown.years); ++index)
    for (std::size_t i = 0; i < wanted.figures; ++i) {
      const bool yearly = rules.variables[wanted.instances[i].variable].period == Period::year;
      if (yearly ? index < shown.years : index >= shown.first && index < shown.first + shown.count)
        figures.push_back({wanted.instances[i], static_cast<int>(index)});
    }
  for (const FigureAt& figure : figures)
    (void)tracer.value(figure);
  Foundations found = foundations_of(rules, tracer, question, figures);
  result.assumptions = std::move(found.assumptions);
  for (const FigureAt& figure : found.assumed_before)
    if (const Result<Value> value = tracer.value(figure))
      result.assumed_before.push_back({figure.instance, {*value}, false});
  std::sort(result.assumed_before.begin(), result.assumed_before.end(),
            [](const Figure& a, const Figure& b) { return a.instance < b.instance; });
}

std::vector<Value> filled(const Given& given, const Value& otherwise) {
  std::vector<Value> values;
  for (auto value = given.values.begin() + given.before; value != given.values.end(); ++value)
    values.push_back(value->value_or(otherwise));
  return values;
}

Result<ScenarioResult> compute_scenario(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                                        const Answering& answering, const std::vector<VariableId>& variables,
                                        const ResultOptions& options) {
  Wanted wanted = wanted_of(rules, scenario.shape, variables);
  const bool carries = options.with_carry && !situation.is_typical();
  if (carries)
    for (const Instance& instance : carried_instances(rules, scenario.shape, wanted.instances))
      wanted.add(instance);
  const Question question = make_question(rules, situation, scenario, wanted.instances);
  Result<Answer> answer = answering(question);
  if (!answer) {
    Diagnostics diagnostics = std::move(answer).diagnostics();
    for (Diagnostic& diagnostic : diagnostics)
      if (situation.scenarios.size() > 1)
        diagnostic.message += " (scenario " + scenario.name + ")";
    return diagnostics;
  }
  const Shown shown = shown_of(situation);
  ScenarioResult result;
  result.name = scenario.name;
  result.shape = scenario.shape;
  for (std::size_t i = 0; i < wanted.instances.size(); ++i) {
    const Instance& instance = wanted.instances[i];
    std::vector<Value> values = shown.of(rules.variables[instance.variable], answer->values[i]);
    if (i < wanted.figures)
      result.figures.push_back({instance, values, is_overridden(rules, question, instance)});
    result.spoken.push_back({instance, std::move(values)});
  }
  for (const Given& given : question.given) {
    if (!is_given_at_all(given))
      continue;
    const Variable& variable = rules.variables[given.instance.variable];
    // A month without a value shows as invalid: null in JSON, empty in tables.
    result.given.push_back({given.instance, shown.of(variable, filled(given, Fraction::invalid())),
                            variable.kind == Variable::Kind::rule});
  }
  add_notices(rules, wanted, question, *answer, situation, shown, result);
  if (carries)
    result.carry = carried_values(rules, situation, question, *answer);
  if (options.with_assumptions)
    add_assumptions(rules, question, wanted, shown, result);
  return result;
}

}  // namespace

std::vector<VariableId> default_outputs(const RuleSet& rules) {
  std::vector<VariableId> outputs;
  for (VariableId id = 0; id < rules.variables.size(); ++id)
    if (rules.variables[id].output)
      outputs.push_back(id);
  return outputs;
}

std::vector<VariableId> headlines(const RuleSet& rules) {
  std::vector<VariableId> found;
  for (VariableId id = 0; id < rules.variables.size(); ++id)
    if (rules.variables[id].headline != 0)
      found.push_back(id);
  sort_stably(found,
              [&](VariableId a, VariableId b) { return rules.variables[a].headline < rules.variables[b].headline; });
  return found.empty() ? default_outputs(rules) : found;
}

Result<Results> compute_results(const RuleSet& rules, const Case& situation, const Answering& answering,
                                const ResultOptions& options) {
  Results results;
  results.typical = situation.is_typical();
  results.start = situation.start;
  results.months = situation.months;
  results.variables = options.variables.empty() ? default_outputs(rules) : options.variables;
  Diagnostics diagnostics;
  for (const Scenario& scenario : situation.scenarios) {
    Result<ScenarioResult> result = compute_scenario(rules, situation, scenario, answering, results.variables, options);
    if (result)
      results.scenarios.push_back(std::move(*result));
    else
      diagnostics.insert(diagnostics.end(), result.diagnostics().begin(), result.diagnostics().end());
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return results;
}

int shown_years(const Results& results) {
  if (results.typical)
    return 1;
  return YearMonth{results.start.index + results.months - 1}.year() - results.start.year() + 1;
}

std::optional<Fraction> total_of(const RuleSet& rules, const Figure& figure) {
  const Variable& variable = rules.variables[figure.instance.variable];
  if (variable.type.kind != Type::Kind::number || variable.period != Period::month ||
      variable.type.unit.powers[Unit::month] != -1)
    return std::nullopt;
  Fraction total;
  for (const Value& value : figure.values)
    total = total + value;
  if (!total.is_valid())
    return std::nullopt;
  return total;
}

}  // namespace calc
