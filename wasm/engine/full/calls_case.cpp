// A case: its results, what differs between its scenarios, why a figure is what it is.
#include "calc/analyse/unknown/ranges.h"
#include "calc/answer/analysis/stakes_json.h"
#include "calc/case/names/subject.h"
#include "calc/explain/sentences/contradictions.h"
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

// Between what the figures shown may lie; nothing to tell of a case that leaves nothing open.
Result<Ranges> ranges_of(const Asked& asked, const Results& results) {
  if (asked.situation->open.empty())
    return Ranges{};
  return compute_ranges(asked.rules(), *asked.situation, results.variables, asked.answering);
}

Diagnostics warnings_of(const Asked& asked) {
  return with_contradictions(asked.rules(), *asked.situation, asked.situation.diagnostics(), asked.envelope.language);
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
  if (!results)
    return diagnostics_json(asked.envelope, results.diagnostics());
  const Result<Ranges> ranges = ranges_of(asked, *results);
  if (!ranges)
    return diagnostics_json(asked.envelope, ranges.diagnostics());
  return results_json(asked.envelope, *results, warnings_of(asked), asked.situation->open.empty() ? nullptr : &*ranges);
}

std::string answer_stakes(const Asked& asked) {
  const Result<StakesRequest> request = read_stakes_request(
      asked.rules(), *asked.situation,
      {text_of(asked.request, "figure"), text_of(asked.request, "scenario"), text_of(asked.request, "against")});
  if (!request)
    return diagnostics_json(asked.envelope, request.diagnostics());
  const Result<Stakes> stakes = find_stakes(asked.rules(), *asked.situation, *request, asked.answering);
  return stakes ? stakes_json(asked.envelope, *stakes, asked.situation.diagnostics())
                : diagnostics_json(asked.envelope, stakes.diagnostics());
}

std::string answer_compare(const Asked& asked) {
  const Result<Results> results = results_of(asked);
  if (!results)
    return diagnostics_json(asked.envelope, results.diagnostics());
  const Result<Ranges> ranges = ranges_of(asked, *results);
  if (!ranges)
    return diagnostics_json(asked.envelope, ranges.diagnostics());
  std::vector<Cause> causes;
  if (const auto leading = leading_figure(asked.rules()))
    causes = causes_of(asked.rules(), *asked.situation, *results, *leading, causes_shown);
  return comparison_json(asked.envelope, *results, causes, warnings_of(asked),
                         asked.situation->open.empty() ? nullptr : &*ranges);
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
