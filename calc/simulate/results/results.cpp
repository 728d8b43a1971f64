// Computes all scenarios of a case: figures first, then what they rest on and what goes on after the plan.
#include "calc/simulate/results/results.h"

#include <algorithm>

#include "calc/base/order/stable_sort.h"
#include "calc/simulate/results/carry.h"
#include "calc/simulate/results/scenario_figures.h"

namespace ansio::simulate {
namespace {

// The leading figure over the months shown; nothing where it has no value.
std::optional<Fraction> leading_total(const RuleSet& rules, const Answering& answering, Question question,
                                      const Shown& shown) {
  const std::vector<VariableId> leading = headlines(rules);
  if (leading.empty() || rules.variables[leading.front()].entity != Entity::household)
    return std::nullopt;
  question.wanted = {{leading.front(), Instance::household}};
  const Result<Answer> answer = answering(question);
  if (!answer)
    return std::nullopt;
  Fraction total;
  for (const Value& value : shown.of(rules.variables[leading.front()], answer->values.front()))
    total = total + value;
  return total.is_valid() ? std::optional(total) : std::nullopt;
}

// The same question with what an input is at the start in the months before, too.
Question continued_backwards(Question question, const Instance& instance) {
  for (Given& given : question.given) {
    if (given.instance != instance)
      continue;
    const auto january = given.values.begin() + given.before;
    const std::optional<Value> at_start = january[question.timeline.start];
    std::replace(january, january + question.timeline.start, std::optional<Value>(), at_start);
  }
  return question;
}

// Inputs of which the case says nothing before the start, where that matters. A payment was paid only when it is said.
void add_unsaid(const RuleSet& rules, Tracer& tracer, const Question& question, const Answering& answering,
                const Shown& shown, const std::vector<FigureAt>& unsaid, ScenarioResult& result) {
  if (unsaid.empty())
    return;
  const std::optional<Fraction> total = leading_total(rules, answering, question, shown);
  for (const FigureAt& figure : unsaid) {
    if (rules.variables[figure.instance.variable].is_single)
      continue;
    const Result<Value> value = tracer.value(figure);
    const auto other = leading_total(rules, answering, continued_backwards(question, figure.instance), shown);
    if (!value || !total || !other)
      continue;
    const Fraction effect = *other - *total;
    if (effect.is_valid() && effect.sign() != 0)
      result.assumed_before.push_back({figure.instance, *value, effect});
  }
}

void add_assumptions(const RuleSet& rules, const Question& question, const Answering& answering, const Wanted& wanted,
                     const Shown& shown, ScenarioResult& result) {
  Tracer tracer(rules, question);
  if (!tracer.start().empty())
    return;
  // Month by month, so that no chain of previous() is followed all at once.
  struct Place {
    std::size_t figure, value;
  };
  std::vector<FigureAt> figures;
  std::vector<Place> places;  // beside `figures`: what is shown of them
  for (std::size_t index = 0; index < std::max(shown.first + shown.count, shown.years); ++index)
    for (std::size_t i = 0; i < wanted.figures; ++i) {
      const Variable& variable = rules.variables[wanted.instances[i].variable];
      const bool yearly = variable.period == Period::year;
      // A rate rests on what the amount it is of rests on.
      const Instance figure =
          variable.rate ? Instance{variable.rate->leaves, Instance::household} : wanted.instances[i];
      if (yearly ? index < shown.years : index >= shown.first && index < shown.first + shown.count) {
        figures.push_back({figure, static_cast<int>(index)});
        places.push_back({i, yearly ? index : index - shown.first});
      }
    }
  for (const FigureAt& figure : figures)
    (void)tracer.value(figure);
  Foundations found = foundations_of(rules, tracer, question, figures);
  result.assumptions = std::move(found.assumptions);
  result.expected = std::move(found.expected);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!found.rests_on_expected[i])
      continue;
    Figure& figure = result.figures[places[i].figure];
    figure.expected.resize(figure.values.size());
    figure.expected[places[i].value] = true;
  }
  for (const FigureAt& figure : found.assumed_before)
    if (const Result<Value> value = tracer.value(figure))
      result.assumed_before.push_back({figure.instance, *value, std::nullopt});
  add_unsaid(rules, tracer, question, answering, shown, found.unsaid_before, result);
  std::sort(result.assumed_before.begin(), result.assumed_before.end(),
            [](const AssumedBefore& a, const AssumedBefore& b) { return a.instance < b.instance; });
}

std::vector<ChosenReading> chosen_readings(const RuleSet& rules, const Question& question) {
  std::vector<ChosenReading> chosen;
  for (std::size_t i = 0; i < rules.choices.size(); ++i)
    for (const Given& given : question.given)
      if (given.instance.variable == rules.choices[i].variable && !given.values.empty() && given.values.front())
        chosen.push_back({i, static_cast<std::size_t>(given.values.front()->numerator())});
  return chosen;
}

}  // namespace

std::vector<VariableId> default_outputs(const RuleSet& rules) {
  std::vector<VariableId> outputs;
  for (VariableId id = 0; id < rules.variables.size(); ++id)
    if (rules.variables[id].output && !rules.variables[id].rate)
      outputs.push_back(id);
  return outputs;
}

std::vector<VariableId> all_outputs(const RuleSet& rules) {
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
  const bool carries = options.with_carry && !situation.is_typical();
  const auto compute = [&](const Scenario& scenario, const std::vector<VariableId>& figures) {
    Wanted wanted = wanted_of(rules, scenario.shape, figures);
    if (carries)
      for (const Instance& instance : carried_instances(rules, scenario.shape, wanted.instances))
        wanted.add(instance);
    Result<ComputedScenario> computed = compute_scenario(rules, situation, scenario, answering, wanted);
    if (computed && carries)
      computed->result.carry = carried_values(rules, situation, computed->question, computed->answer);
    if (computed)
      computed->result.readings = chosen_readings(rules, computed->question);
    if (computed && options.with_assumptions)
      add_assumptions(rules, computed->question, answering, wanted, shown_of(situation), computed->result);
    return computed;
  };
  return results_of_each(situation, options.variables.empty() ? default_outputs(rules) : options.variables, compute);
}

int shown_years(const Results& results) {
  if (results.typical)
    return 1;
  return YearMonth{results.start.index + results.months - 1}.year() - results.start.year() + 1;
}

std::optional<Fraction> total_of(const RuleSet& rules, const Figure& figure) {
  const Variable& variable = rules.variables[figure.instance.variable];
  if (!variable.adds_up || variable.type.kind != Type::Kind::number || variable.period != Period::month ||
      variable.type.unit.powers[Unit::month] != -1)
    return std::nullopt;
  Fraction total;
  for (const Value& value : figure.values)
    total = total + value;
  if (!total.is_valid())
    return std::nullopt;
  return total;
}

}  // namespace ansio::simulate
