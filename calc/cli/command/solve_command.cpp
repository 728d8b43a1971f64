// solve: the most or the least of one input such that a condition holds in every month.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/analyse/solve/assumed_solve.h"
#include "calc/answer/analysis/solve_json.h"
#include "calc/cli/certainty/open_report.h"
#include "calc/cli/report/solve_report.h"
#include "calc/cli/source/case_source.h"
#include "calc/program/definition/definition.h"

namespace ansio::cli {
namespace {

struct SolveArguments {
  std::string file;
  SolveRequestNames names;
  Assume assume = Assume::given;
};

void run_solve(Session& session, const SolveArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const RuleSet& rules = *loaded->rules;
  const SolveRequestNames& names = arguments.names;
  const Result<SolveRequest> request = read_solve_request(rules, loaded->situation, names);
  if (!request) {
    refuse(session, rules, request.diagnostics(),
           {{"--most-such-that", names.most}, {"--least-such-that", names.least}}, wrong_use);
    return;
  }
  const Result<AssumedSolution> found =
      solve_assuming(rules, loaded->situation, *request, arguments.assume, loaded->answering, answer_by_definition);
  if (!found) {
    const bool is_use = found.diagnostics().front().code == Code::wrong_use;
    refuse(session, rules, found.diagnostics(), loaded->source, is_use ? wrong_use : bad_case);
    return;
  }
  const Solution& solution = found->solution;
  const std::string& scenario = request->scenario->name;
  if (session.format == Format::json)
    session.out << solve_json(envelope_of(session, rules), solution, scenario, loaded->warnings, found->items) << '\n';
  else if (session.format == Format::csv)
    print_solution_csv(session, solution, scenario);
  else
    print_solution(session, solution, scenario);
  if (session.format == Format::table)
    print_assumed(session, rules, found->items);
}

}  // namespace

void add_solve_command(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("solve", "The most or the least of an input such that a condition holds in every month");
  auto arguments = std::make_shared<SolveArguments>();
  SolveRequestNames& names = arguments->names;
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command
      ->add_option("--vary", names.vary,
                   "An input from a value to another, by the smallest step it has or a step given: client.wage=0:6000")
      ->required()
      ->type_name("NAME=FROM:TO[:STEP]");
  command
      ->add_option("--most-such-that", names.most, "A condition in the rule language: the largest value where it holds")
      ->type_name("EXPR");
  command->add_option("--least-such-that", names.least, "The smallest value where it holds")->type_name("EXPR");
  command->add_option("--scenario", names.scenario, "By name (default: the first)")->type_name("NAME");
  command
      ->add_option("--against", names.against,
                   "What base. before a figure means: another scenario, or this one with a value of its own, "
                   "client.wage=0 (default: the first scenario)")
      ->type_name("NAME|NAME=VALUE");
  command
      ->add_option("--assume", arguments->assume,
                   "Of a case with open facts: worst (the condition holds whatever they are), best, or given "
                   "(as the case assumes; the default)")
      ->type_name("worst|best|given")
      ->transform(
          CLI::CheckedTransformer(
              std::map<std::string, Assume>{{"given", Assume::given}, {"worst", Assume::worst}, {"best", Assume::best}})
              .description(""));
  command->footer(
      "Examples: ansio solve case.yaml --vary client.hours_per_week=0:40 \\\n"
      "            --most-such-that 'client.earnings <= client.earnings_limit'\n"
      "          ansio solve case.yaml --vary client.wage=0:6000 \\\n"
      "            --least-such-that 'disposable_income >= 1.1 * base.disposable_income'");
  command->callback([&session, arguments] { run_solve(session, *arguments); });
}

}  // namespace ansio::cli
