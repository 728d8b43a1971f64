// Edges of a figure along one input, and the most or the least of it such that a condition holds.
#include "calc/analyse/edges/edge_causes.h"
#include "calc/analyse/edges/edge_request.h"
#include "calc/analyse/solve/solve.h"
#include "calc/case/names/names.h"
#include "calc/library/rules/handles.h"
#include "calc/program/definition/definition.h"

namespace ansio {

using namespace library;

namespace {

CauseAnswer cause_answer(const RuleSet& rules, const Shape& shape, const DescribedCause& described) {
  CauseAnswer answer{instance_name(rules, shape, described.cause->instance), described.condition, {}};
  for (const ParameterUse& use : described.parameters)
    answer.parameters.push_back(rules.parameters[use.parameter].name);
  return answer;
}

CurveAnswer curve_answer(const Told& told, const Edges& edges, const EdgeCurve& curve) {
  const Instance& figure = edges.question.wanted[curve.wanted];
  const Variable& variable = told.rules.variables[figure.variable];
  const Variable& moved = told.rules.variables[edges.moved.variable];
  CauseReader causes(told.rules, edges);
  CurveAnswer answer;
  answer.figure = instance_name(told.rules, edges.question.shape, figure);
  if (curve.index >= 0)
    answer.month =
        month_text(variable, month_of_index(told.rules, edges.question.timeline, figure.variable, curve.index));
  answer.first = value_of(told, variable, curve.first);
  answer.last = value_of(told, variable, curve.last);
  for (const Edge& edge : curve.edges) {
    EdgeAnswer& one = answer.edges.emplace_back();
    one.is_jump = edge.kind == Edge::Kind::jump;
    one.at = value_of(told, moved, edge.at);
    one.next = value_of(told, moved, edge.next);
    one.from = value_of(told, variable, edge.from);
    one.to = value_of(told, variable, edge.to);
    one.break_even = value_of(told, moved, edge.break_even);
    for (const EdgeCause& cause : edge.causes)
      one.causes.push_back(cause_answer(told.rules, edges.question.shape, causes.describe(cause, edge.at)));
  }
  return answer;
}

}  // namespace

Outcome<EdgesAnswer> Household::edges(const EdgesQuestion& question) const {
  Outcome<EdgesAnswer> outcome;
  const auto language = language_of(question.language, outcome.problems);
  if (!language)
    return outcome;
  const Told told{read_->rules(), *language};
  const Result<EdgeRequest> request =
      read_edge_request(told.rules, read_->situation, {question.vary, question.scenario, question.figures});
  if (!request)
    return {{}, problems_of(told, request.diagnostics())};
  const Result<Edges> edges = find_edges(told.rules, read_->situation, *request->scenario, request->axis,
                                         request->wanted, Answering(*read_->machine));
  if (!edges)
    return {{}, problems_of(told, edges.diagnostics())};
  EdgesAnswer answer;
  for (const EdgeCurve& curve : edges->curves)
    answer.curves.push_back(curve_answer(told, *edges, curve));
  return {std::move(answer), read_->warnings};
}

Outcome<SolveAnswer> Household::solve(const SolveQuestion& question) const {
  Outcome<SolveAnswer> outcome;
  const auto language = language_of(question.language, outcome.problems);
  if (!language)
    return outcome;
  const Told told{read_->rules(), *language};
  const Result<SolveRequest> request = read_solve_request(
      told.rules, read_->situation,
      {question.vary, question.most_such_that, question.least_such_that, question.scenario, question.against});
  if (!request)
    return {{}, problems_of(told, request.diagnostics())};
  const Result<Solution> solution =
      analyse::solve(told.rules, read_->situation, *request, Answering(*read_->machine), answer_by_definition);
  if (!solution)
    return {{}, problems_of(told, solution.diagnostics())};
  // The condition is one more rule of the solution's own rule set.
  const RuleSet& rules = *solution->rules;
  const Variable& moved = rules.variables[solution->moved.variable];
  SolveAnswer answer;
  if (solution->value)
    answer.value = value_of(told, moved, *solution->value);
  answer.depends = solution->depends;
  for (const HoldingStretch& stretch : solution->stretches)
    answer.stretches.push_back({value_of(told, moved, stretch.from), value_of(told, moved, stretch.to)});
  answer.has_more = solution->has_more;
  CauseReader causes(rules, solution->question, solution->moved);
  for (const EdgeCause& cause : solution->causes)
    answer.causes.push_back(cause_answer(rules, solution->question.shape, describe(causes, *solution, cause)));
  return {std::move(answer), read_->warnings};
}

}  // namespace ansio
