// The tree behind one figure.
#include "calc/explain/figure/explain.h"

#include "calc/case/names/names.h"
#include "calc/case/names/subject.h"
#include "calc/explain/words/format.h"
#include "calc/library/rules/handles.h"
#include "calc/program/machine/answering.h"
#include "calc/ruleset/model/citation.h"

namespace ansio {

using namespace library;

namespace {

std::string_view origin_name(Origin origin) {
  constexpr std::string_view names[] = {"computed", "given", "default", "override", "initial"};
  return names[static_cast<std::size_t>(origin)];
}

ParameterAnswer parameter_answer(const Told& told, const ParameterUse& use) {
  const Parameter& parameter = told.rules.parameters[use.parameter];
  ParameterAnswer answer{parameter.name, parameter.title.in(told.language), {}, {}, {}};
  if (use.in_force != nullptr) {
    answer.valid_from = to_text(use.in_force->from);
    answer.source = use.in_force->source;
  }
  if (parameter.kind != Parameter::Kind::scale)
    answer.value = format_value(told.rules, parameter.cell_type(), parameter.percent, use.value, told.language, 6);
  return answer;
}

ExplainAnswer tree_of(const Told& told, const Question& question, const Explanation& why) {
  const Variable& variable = told.rules.variables[why.figure.instance.variable];
  const Timeline& timeline = question.timeline;
  ExplainAnswer answer;
  answer.name = instance_name(told.rules, question.shape, why.figure.instance);
  answer.title = variable.title.in(told.language);
  answer.month =
      month_text(variable, variable.period == Period::year ? YearMonth::of(timeline.first.year() + why.figure.index, 1)
                                                           : YearMonth{timeline.first.index + why.figure.index});
  answer.value = value_of(told, variable, why.type, why.value);
  answer.origin = origin_name(why.origin);
  answer.seen = why.seen;
  if (why.seen)
    return answer;
  if (why.formula != nullptr)
    answer.formula = why.formula->text;
  else if (variable.rate && why.origin == Origin::computed)
    answer.formula = formula_text(told.rules, *variable.rate);
  answer.with_amounts = why.with_amounts;
  answer.says = why.says;
  for (const Citation& citation : variable.citations)
    answer.law.push_back(citation.statute + (citation.section.empty() ? "" : " " + citation.section));
  for (const ParameterUse& use : why.parameters)
    answer.parameters.push_back(parameter_answer(told, use));
  for (const Explanation& read : why.reads)
    answer.reads.push_back(tree_of(told, question, read));
  return answer;
}

}  // namespace

Outcome<ExplainAnswer> Household::explain(const ExplainQuestion& question) const {
  Outcome<ExplainAnswer> outcome;
  const auto language = language_of(question.language, outcome.problems);
  if (!language)
    return outcome;
  const Told told{read_->rules(), *language};
  const Result<Subject> subject =
      read_subject(told.rules, read_->situation, {question.figure, question.scenario, question.month});
  if (!subject)
    return {{}, problems_of(told, subject.diagnostics())};
  const Question asked = make_question(told.rules, read_->situation, *subject->scenario, {});
  const Result<Explanation> why =
      explain::explain(told.rules, asked, subject->instance, subject->month, told.language, Answering(*read_->machine));
  if (!why)
    return {{}, problems_of(told, why.diagnostics())};
  return {tree_of(told, asked, *why), read_->warnings};
}

}  // namespace ansio
