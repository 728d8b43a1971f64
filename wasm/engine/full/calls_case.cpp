// A case: its results, what differs between its scenarios, why a figure is what it is.
#include "calc/case/names/subject.h"
#include "wasm/engine/calls.h"

namespace ansio::wasm {

namespace {

// As the command gives them to a program.
Result<Results> results_of(const Asked& asked) {
  const auto variables = variables_named(asked.rules(), texts_of(asked.request, "get"));
  if (!variables)
    return variables.diagnostics();
  return compute_results(
      asked.rules(), *asked.situation, asked.answering,
      {variables->empty() ? all_outputs(asked.rules()) : *variables, true, text_of(asked.request, "carry") == "true"});
}

}  // namespace

std::string answer_figures(const Asked& asked) {
  const auto variables = variables_named(asked.rules(), texts_of(asked.request, "get"));
  if (!variables)
    return diagnostics_json(asked.envelope, variables.diagnostics());
  const Result<Results> results = compute_figures(asked.rules(), *asked.situation, asked.answering, *variables);
  return results ? results_json(asked.envelope, *results, asked.situation.diagnostics())
                 : diagnostics_json(asked.envelope, results.diagnostics());
}

std::string answer_calc(const Asked& asked) {
  const Result<Results> results = results_of(asked);
  return results ? results_json(asked.envelope, *results, asked.situation.diagnostics())
                 : diagnostics_json(asked.envelope, results.diagnostics());
}

std::string answer_compare(const Asked& asked) {
  const Result<Results> results = results_of(asked);
  if (!results)
    return diagnostics_json(asked.envelope, results.diagnostics());
  std::vector<Cause> causes;
  if (const auto leading = leading_figure(asked.rules()))
    causes = causes_of(asked.rules(), *asked.situation, *results, *leading, causes_shown);
  return comparison_json(asked.envelope, *results, causes, asked.situation.diagnostics());
}

std::string answer_explain(const Asked& asked) {
  const RuleSet& rules = asked.rules();
  const Case& situation = *asked.situation;
  const Document& request = asked.request;
  const Result<Subject> subject = read_subject(
      rules, situation, {text_of(request, "variable"), text_of(request, "scenario"), text_of(request, "month")});
  if (!subject)
    return diagnostics_json(asked.envelope, subject.diagnostics());
  const Question question = make_question(rules, situation, *subject->scenario, {});
  const Result<Explanation> why =
      explain::explain(rules, question, subject->instance, subject->month, asked.envelope.language, asked.answering);
  if (!why)
    return diagnostics_json(asked.envelope, why.diagnostics());
  return explanation_json(asked.envelope, *why, question.shape, question.timeline, subject->scenario->name,
                          subject->month);
}

}  // namespace ansio::wasm
