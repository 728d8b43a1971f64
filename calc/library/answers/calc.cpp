// Figures, notices and assumptions of every scenario.
#include "calc/case/names/names.h"
#include "calc/library/rules/handles.h"
#include "calc/program/machine/answering.h"
#include "calc/simulate/results/results.h"

namespace ansio {

using namespace library;

namespace {

FigureAnswer figure_answer(const Told& told, const Results& results, const ScenarioResult& scenario,
                           const Figure& figure) {
  const Variable& variable = told.rules.variables[figure.instance.variable];
  FigureAnswer answer{instance_name(told.rules, scenario.shape, figure.instance),
                      variable.title.in(told.language),
                      library::unit_of(told.rules, variable),
                      {},
                      figure.overridden};
  for (std::size_t i = 0; i < figure.values.size(); ++i) {
    const int step = static_cast<int>(i);
    const YearMonth month = variable.period == Period::year ? YearMonth::of(results.start.year() + step, 1)
                                                            : YearMonth{results.start.index + step};
    answer.values.push_back({month_text(variable, month), value_of(told, variable, figure.values[i])});
  }
  return answer;
}

NoticeAnswer notice_answer(const Told& told, const Results& results, const ScenarioResult& scenario,
                           const FiredNotice& fired) {
  const Notice& notice = told.rules.notices[fired.notice];
  NoticeAnswer answer{notice.name,
                      notice.title.in(told.language),
                      sentence_of(told.rules, results, scenario, fired, fired.months.front(), told.language),
                      {},
                      {}};
  for (const YearMonth month : fired.months)
    answer.months.push_back(to_text(month));
  for (const Date day : fired.due)
    answer.due.push_back(to_text(day));
  return answer;
}

AssumptionAnswer assumption_answer(const Told& told, const RestsOn& rests_on) {
  const bool is_parameter = rests_on.kind == RestsOn::Kind::parameter;
  return {is_parameter ? told.rules.parameters[rests_on.id].name : told.rules.variables[rests_on.id].name,
          rests_on.assumption->note.in(told.language), rests_on.material};
}

}  // namespace

Outcome<CalcAnswer> Household::calc(const CalcQuestion& question) const {
  Outcome<CalcAnswer> outcome;
  const auto language = language_of(question.language, outcome.problems);
  if (!language)
    return outcome;
  const Told told{read_->rules(), *language};
  const Result<std::vector<VariableId>> asked = parse_bare_names(told.rules, question.figures, "figures");
  if (!asked)
    return {{}, problems_of(told, asked.diagnostics())};
  const Result<Results> results = compute_results(told.rules, read_->situation, Answering(*read_->machine),
                                                  {asked->empty() ? all_outputs(told.rules) : *asked, true, false});
  if (!results)
    return {{}, problems_of(told, results.diagnostics())};
  CalcAnswer answer;
  answer.typical = results->typical;
  for (int month = 0; month < results->months; ++month)
    answer.months.push_back(to_text(YearMonth{results->start.index + month}));
  for (const ScenarioResult& scenario : results->scenarios) {
    ScenarioAnswer& told_scenario = answer.scenarios.emplace_back();
    told_scenario.name = scenario.name;
    for (const Figure& figure : scenario.figures)
      told_scenario.figures.push_back(figure_answer(told, *results, scenario, figure));
    for (const FiredNotice& fired : scenario.notices)
      told_scenario.notices.push_back(notice_answer(told, *results, scenario, fired));
    for (const RestsOn& rests_on : scenario.assumptions)
      told_scenario.assumptions.push_back(assumption_answer(told, rests_on));
  }
  return {std::move(answer), read_->warnings};
}

}  // namespace ansio
