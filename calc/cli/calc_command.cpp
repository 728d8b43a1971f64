// calc and compare: all scenarios of a case, and their differences.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/cli/case_source.h"
#include "calc/cli/results_report.h"

namespace calc::cli {
namespace {

struct CalcArguments {
  std::string file;
  std::vector<std::string> get;
  bool all = false;
  bool carry = false;
};

// Variables by bare name: every person's figure is shown.
Result<std::vector<VariableId>> read_variables(const RuleSet& rules, const std::vector<std::string>& names) {
  std::vector<VariableId> variables;
  Diagnostics diagnostics;
  for (const std::string& name : names) {
    if (const auto variable = rules.find_variable(name))
      variables.push_back(*variable);
    else
      diagnostics.push_back(unknown_variable(rules, name, {"--get", 0, 0}));
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return variables;
}

void run(Session& session, const CalcArguments& arguments, bool compares) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const Result<std::vector<VariableId>> variables = read_variables(*loaded->rules, arguments.get);
  if (!variables) {
    refuse(session, *loaded->rules, variables.diagnostics(), {}, wrong_use);
    return;
  }
  // A table begins, and unless asked for more ends, with what matters most; programs get every output.
  const bool briefly = session.format == Format::table && arguments.get.empty() && !arguments.all;
  const Result<Results> results =
      compute_results(*loaded->rules, loaded->situation, loaded->answering,
                      {briefly ? headlines(*loaded->rules) : *variables, true, arguments.carry});
  if (!results) {
    refuse(session, *loaded->rules, results.diagnostics(), loaded->source, bad_case);
    return;
  }
  const Envelope envelope = envelope_of(session, *loaded->rules);
  std::vector<Cause> causes;
  if (const auto leading = compares ? leading_figure(*loaded->rules) : std::nullopt)
    causes = causes_of(*loaded->rules, loaded->situation, *results, *leading, causes_shown);
  if (session.format == Format::json)
    session.out << (compares ? comparison_json(envelope, *results, causes, loaded->warnings)
                             : results_json(envelope, *results, loaded->warnings))
                << '\n';
  else if (session.format == Format::csv)
    (compares ? print_comparison_csv : print_results_csv)(session, *loaded->rules, *results);
  else if (compares)
    print_comparison(session, *loaded->rules, *results, causes);
  else
    print_results(session, *loaded->rules, *results);
}

void add(CLI::App& app, Session& session, const std::string& name, const std::string& description, bool compares) {
  CLI::App* command = app.add_subcommand(name, description);
  auto arguments = std::make_shared<CalcArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("--get", arguments->get, "Only these figures, separated by commas")
      ->delimiter(',')
      ->type_name("VARIABLES");
  command->add_flag("--all", arguments->all, "Every output, not only the figures that matter most");
  if (!compares)
    command->add_flag("--carry", arguments->carry,
                      "In JSON: what a plan that goes on from the end of this one has before it");
  command->footer("Example: ansio " + name + " case.yaml --language fi");
  command->callback([&session, arguments, compares] { run(session, *arguments, compares); });
}

}  // namespace

void add_calc_command(CLI::App& app, Session& session) {
  add(app, session, "calc", "Every scenario of a case, month by month", false);
}

void add_compare_command(CLI::App& app, Session& session) {
  add(app, session, "compare", "Scenarios of a case against its first", true);
}

}  // namespace calc::cli
