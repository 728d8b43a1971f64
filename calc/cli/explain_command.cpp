// The tree behind one figure.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/cli/case_source.h"
#include "calc/cli/explanation_report.h"
#include "calc/simulate/explain.h"

namespace calc::cli {
namespace {

struct ExplainArguments {
  std::string file;
  std::string variable;
  std::string month;
  std::string scenario;
};

struct Subject {
  const Scenario* scenario = nullptr;
  Instance instance;
  YearMonth month;
};

Result<Subject> read_subject(const LoadedCase& loaded, const ExplainArguments& arguments) {
  const Case& situation = loaded.situation;
  Subject subject;
  std::vector<std::string> names;
  for (const Scenario& scenario : situation.scenarios) {
    names.push_back(scenario.name);
    if (scenario.name == arguments.scenario || arguments.scenario.empty())
      subject.scenario = subject.scenario == nullptr ? &scenario : subject.scenario;
  }
  if (subject.scenario == nullptr)
    return Diagnostic{.code = Code::wrong_use,
                      .message = "the case has no such scenario",
                      .found = arguments.scenario,
                      .hint = nearest_name(arguments.scenario, names)};
  // A person's variable without a person means the client's.
  std::string name = arguments.variable;
  if (const auto bare = loaded.rules->find_variable(name);
      bare && loaded.rules->variables[*bare].entity == Entity::person)
    name = "client." + name;
  const Result<VariableName> variable = parse_variable_name(*loaded.rules, name, {});
  if (!variable)
    return variable.diagnostics();
  const auto instance = instance_in(subject.scenario->shape, *variable);
  if (!instance)
    return Diagnostic{
        .code = Code::no_such_person, .message = "the household has no such person", .found = arguments.variable};
  subject.instance = *instance;
  subject.month = situation.start;
  if (!arguments.month.empty()) {
    const auto month = parse_year_month(arguments.month);
    const YearMonth last{situation.start.index + situation.months - 1};
    if (!month || *month < situation.start || *month > last)
      return Diagnostic{.code = Code::wrong_use,
                        .message = "the case does not show this month",
                        .found = arguments.month,
                        .expected = "a month from " + to_text(situation.start) + " to " + to_text(last)};
    subject.month = *month;
  }
  return subject;
}

void run_explain(Session& session, const ExplainArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const Result<Subject> subject = read_subject(*loaded, arguments);
  if (!subject) {
    refuse(session, *loaded->rules, subject.diagnostics(), {}, wrong_use);
    return;
  }
  const Question question = make_question(*loaded->rules, loaded->situation, *subject->scenario, {});
  const Result<Explanation> why =
      explain(*loaded->rules, question, subject->instance, subject->month, session.language, loaded->answering);
  if (!why) {
    refuse(session, *loaded->rules, why.diagnostics(), loaded->source, bad_case);
    return;
  }
  if (session.format == Format::json)
    session.out << explanation_json(envelope_of(session, *loaded->rules), *why, question.shape, question.timeline,
                                    subject->scenario->name, subject->month)
                << '\n';
  else if (session.format == Format::csv)
    print_explanation_csv(session, *loaded->rules, question.shape, *why);
  else
    print_explanation(session, *loaded->rules, question.shape, *why);
}

}  // namespace

void add_explain_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("explain", "The tree behind one figure");
  auto arguments = std::make_shared<ExplainArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("VARIABLE", arguments->variable, "Whose and which, as in client.net_income")->required();
  command->add_option("--month", arguments->month, "Of a plan: the month (default: its first)")->type_name("YYYY-MM");
  command->add_option("--scenario", arguments->scenario, "By name (default: the first)")->type_name("NAME");
  command->footer("Example: ansio explain case.yaml disposable_income --language fi");
  command->callback([&session, arguments] { run_explain(session, *arguments); });
}

}  // namespace calc::cli
