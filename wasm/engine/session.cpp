#include "wasm/engine/session.h"

#include "calc/analyse/sweep.h"
#include "calc/base/json_reader.h"
#include "calc/base/json_writer.h"
#include "calc/ruleset/image.h"
#include "calc/simulate/case_schema.h"
#include "calc/simulate/subject.h"

namespace calc::wasm {
namespace {

constexpr std::string_view engine_version = ANSIO_VERSION;

std::string text_of(const Document& request, std::string_view key) {
  const Document* value = request.find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string();
}

std::vector<std::string> texts_of(const Document& request, std::string_view key) {
  std::vector<std::string> texts;
  if (const Document* list = request.find(key); list != nullptr && list->is_list())
    for (const Document& item : list->items)
      texts.push_back(item.scalar);
  return texts;
}

std::optional<Language> language_named(std::string_view name) {
  constexpr std::array<std::string_view, language_count> names{"fi", "sv", "en", "fi-simple"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name)
      return static_cast<Language>(i);
  return std::nullopt;
}

Diagnostic wrong_request(std::string message, std::string found) {
  return {.code = Code::wrong_use,
          .position = {"<request>", 0, 0},
          .message = std::move(message),
          .found = std::move(found)};
}

Result<std::vector<VariableId>> variables_named(const RuleSet& rules, const std::vector<std::string>& names) {
  std::vector<VariableId> variables;
  Diagnostics diagnostics;
  for (const std::string& name : names) {
    if (const auto variable = rules.find_variable(name))
      variables.push_back(*variable);
    else
      diagnostics.push_back(unknown_variable(rules, name, {"<request>", 0, 0}));
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return variables;
}

// The nearest double: figures in cents come back digit for digit when printed.
double nearest_double(const Fraction& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

std::string calc_json(const Envelope& envelope, const Case& situation, const Diagnostics& warnings,
                      const Document& request, const Answering& answering, bool compares) {
  const auto variables = variables_named(envelope.rules, texts_of(request, "get"));
  if (!variables)
    return diagnostics_json(envelope, variables.diagnostics());
  const bool with_assumptions = text_of(request, "assumptions") != "false";
  const Result<Results> results = compute_results(envelope.rules, situation, answering, {*variables, with_assumptions});
  if (!results)
    return diagnostics_json(envelope, results.diagnostics());
  return compares ? comparison_json(envelope, *results, warnings) : results_json(envelope, *results, warnings);
}

std::string explain_json(const Envelope& envelope, const Case& situation, const Document& request,
                         const Answering& answering) {
  const Result<Subject> subject =
      read_subject(envelope.rules, situation,
                   {text_of(request, "variable"), text_of(request, "scenario"), text_of(request, "month")});
  if (!subject)
    return diagnostics_json(envelope, subject.diagnostics());
  const Question question = make_question(envelope.rules, situation, *subject->scenario, {});
  const Result<Explanation> why =
      explain(envelope.rules, question, subject->instance, subject->month, envelope.language, answering);
  if (!why)
    return diagnostics_json(envelope, why.diagnostics());
  return explanation_json(envelope, *why, question.shape, question.timeline, subject->scenario->name, subject->month);
}

std::string sweep_json(const Envelope& envelope, const Case& situation, const Document& request,
                       const Answering& answering, std::vector<double>& numbers) {
  const RuleSet& rules = envelope.rules;
  const Position where{"<request>", 0, 0};
  const Result<Axis> axis = read_axis(rules, text_of(request, "vary"), where);
  if (!axis)
    return diagnostics_json(envelope, axis.diagnostics());
  std::vector<VariableName> wanted;
  const std::vector<std::string> names = texts_of(request, "get");
  for (const std::string& name : names) {
    const auto variable = parse_variable_name(rules, name, where);
    if (!variable)
      return diagnostics_json(envelope, variable.diagnostics());
    wanted.push_back(*variable);
  }
  const std::string scenario_name = text_of(request, "scenario");
  const Scenario* scenario = nullptr;
  for (const Scenario& candidate : situation.scenarios)
    if (scenario == nullptr && (scenario_name.empty() || candidate.name == scenario_name))
      scenario = &candidate;
  if (scenario == nullptr)
    return diagnostics_json(envelope, {wrong_request("the case has no such scenario", scenario_name)});
  const Result<Sweep> sweep = sweep_along(rules, situation, *scenario, *axis, wanted, answering);
  if (!sweep)
    return diagnostics_json(envelope, sweep.diagnostics());
  for (const Value& point : sweep->points)
    numbers.push_back(nearest_double(point));
  for (const auto& column : sweep->columns)
    for (const Value& value : column)
      numbers.push_back(nearest_double(value));
  JsonWriter json;
  json.begin_object().key("points").number(static_cast<long long>(sweep->points.size()));
  json.key("columns").begin_list();
  for (const std::string& name : names)
    json.text(name);
  json.end_list().end_object();
  return json.take();
}

}  // namespace

std::string Session::load(std::string_view core, std::span<const std::string_view> parts) {
  Result<RuleSet> rules = load_image(core, parts);
  if (!rules)
    return diagnostics_json(engine_version, rules.diagnostics());
  machine_.reset();
  rules_ = std::move(*rules);
  machine_ = std::make_unique<Machine>(*rules_);
  return {};
}

std::string Session::ask(std::string_view request_text, std::string_view case_text) {
  numbers_.clear();
  if (!rules_)
    return diagnostics_json(engine_version, {wrong_request("no rules are loaded", {})});
  const Result<Document> request = read_json("<request>", request_text);
  if (!request)
    return diagnostics_json(engine_version, request.diagnostics());
  const std::string language_name = text_of(*request, "language");
  const auto language = language_named(language_name);
  if (!language)
    return diagnostics_json(engine_version, {wrong_request("no such language", language_name)});
  const Envelope envelope{engine_version, *rules_, *language};
  const std::string what = text_of(*request, "do");
  if (what == "calc" || what == "compare" || what == "explain" || what == "sweep")
    return ask_about_case(what, *request, envelope, case_text);
  return ask_about_rules(what, envelope);
}

std::string Session::ask_about_case(const std::string& what, const Document& request, const Envelope& envelope,
                                    std::string_view case_text) {
  const Result<Document> document = read_json("<case>", case_text);
  if (!document)
    return diagnostics_json(envelope, document.diagnostics());
  const Result<Case> situation = read_case(*rules_, *document);
  if (!situation)
    return diagnostics_json(envelope, situation.diagnostics());
  const Answering answering = [this](const Question& question) { return machine_->answer(question); };
  if (what == "explain")
    return explain_json(envelope, *situation, request, answering);
  if (what == "sweep")
    return sweep_json(envelope, *situation, request, answering, numbers_);
  return calc_json(envelope, *situation, situation.diagnostics(), request, answering, what == "compare");
}

std::string Session::ask_about_rules(const std::string& what, const Envelope& envelope) const {
  if (what == "inputs" || what == "outputs") {
    std::vector<VariableId> variables;
    for (VariableId id = 0; id < rules_->variables.size(); ++id)
      if ((rules_->variables[id].kind == Variable::Kind::input) == (what == "inputs") &&
          (what == "inputs" || rules_->variables[id].output))
        variables.push_back(id);
    return variables_json(envelope, variables);
  }
  if (what == "parameters")
    return parameters_json(envelope);
  if (what == "unverified")
    return assumptions_json(envelope, all_assumptions(*rules_));
  if (what == "unsupported")
    return situations_json(envelope);
  if (what == "notices")
    return notices_json(envelope);
  if (what == "schema")
    return case_schema_json(*rules_, envelope.language);
  if (what == "version")
    return version_json(envelope);
  return diagnostics_json(envelope, {wrong_request("no such request", what)});
}

}  // namespace calc::wasm
