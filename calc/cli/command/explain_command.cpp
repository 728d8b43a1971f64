// The tree behind one figure.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/case/names/subject.h"
#include "calc/cli/report/explanation_report.h"
#include "calc/cli/source/case_source.h"
#include "calc/explain/figure/explain.h"

namespace ansio::cli {
namespace {

struct ExplainArguments {
  std::string file;
  SubjectNames names;
  int depth = 3;
};

void run_explain(Session& session, const ExplainArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const Result<Subject> subject = read_subject(*loaded->rules, loaded->situation, arguments.names);
  if (!subject) {
    refuse(session, *loaded->rules, subject.diagnostics(), {}, wrong_use);
    return;
  }
  const Question question = make_question(*loaded->rules, loaded->situation, *subject->scenario, {});
  const Result<Explanation> why = explain::explain(*loaded->rules, question, subject->instance, subject->month,
                                                   session.language, loaded->answering);
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
    print_explanation(session, *loaded->rules, question.shape, *why, arguments.depth);
}

}  // namespace

void add_explain_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("explain", "The tree behind one figure");
  auto arguments = std::make_shared<ExplainArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("VARIABLE", arguments->names.variable, "Whose and which, as in client.net_income")->required();
  command->add_option("--month", arguments->names.month, "Of a plan: the month (default: its first)")
      ->type_name("YYYY-MM");
  command->add_option("--scenario", arguments->names.scenario, "By name (default: the first)")->type_name("NAME");
  command->add_option("--depth", arguments->depth, "Of the printed tree: how many levels")
      ->check(CLI::Range(0, 100))
      ->capture_default_str();
  command->footer("Example: ansio explain case.yaml disposable_income --language fi");
  command->callback([&session, arguments] { run_explain(session, *arguments); });
}

}  // namespace ansio::cli
