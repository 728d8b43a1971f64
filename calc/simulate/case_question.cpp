// From a case to the question the evaluators answer: months filled in, years made whole.
#include "calc/simulate/case.h"

namespace calc {
namespace {

// In the calendar year before a plan starts a value is what the case says of that month, else that of its first month.
std::optional<Value> value_in(const CaseValue& given, YearMonth month, YearMonth start) {
  const bool known = !given.steps.empty() && given.steps.front().from <= month;
  return value_of(given.steps, month < start && !known ? start : month);
}

std::vector<std::optional<Value>> values_of(const RuleSet& rules, const Case& situation, const Timeline& timeline,
                                            const CaseValue& given) {
  std::vector<std::optional<Value>> values;
  const bool yearly = rules.variables[given.name.variable].period == Period::year;
  for (int i = 0; i < timeline.months; i += yearly ? 12 : 1)
    values.push_back(value_in(given, YearMonth{timeline.first.index + i}, situation.start));
  return values;
}

}  // namespace

std::optional<Value> value_of(const std::vector<Step>& steps, YearMonth month) {
  std::optional<Value> value;
  for (const Step& step : steps)
    if (step.from <= month)
      value = step.value;
  return value;
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
  for (const CaseValue& given : scenario.values)
    if (const auto instance = instance_in(scenario.shape, given.name))
      question.given.push_back({*instance, values_of(rules, situation, question.timeline, given)});
  return question;
}

}  // namespace calc
