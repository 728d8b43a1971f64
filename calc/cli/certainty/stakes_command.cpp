// stakes: what each thing that is not known may move a figure by.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/answer/analysis/stakes_json.h"
#include "calc/cli/certainty/open_report.h"
#include "calc/cli/source/case_source.h"

namespace ansio::cli {
namespace {

struct StakesArguments {
  std::string file;
  StakesNames names;
};

void run_stakes(Session& session, const StakesArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const RuleSet& rules = *loaded->rules;
  const Result<StakesRequest> request = read_stakes_request(rules, loaded->situation, arguments.names);
  if (!request) {
    refuse(session, rules, request.diagnostics(), {}, wrong_use);
    return;
  }
  const Result<Stakes> stakes = find_stakes(rules, loaded->situation, *request, loaded->answering);
  if (!stakes) {
    refuse(session, rules, stakes.diagnostics(), loaded->source, bad_case);
    return;
  }
  if (session.format == Format::json)
    session.out << stakes_json(envelope_of(session, rules), *stakes, loaded->warnings) << '\n';
  else if (session.format == Format::csv)
    print_stakes_csv(session, rules, *stakes);
  else
    print_stakes(session, rules, *stakes);
}

}  // namespace

void add_stakes_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "stakes", "What each open fact, assumption and reading may move a figure by: what to ask next");
  auto arguments = std::make_shared<StakesArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("--figure", arguments->names.figure, "The figure (default: the one that matters most)")
      ->type_name("VARIABLE");
  command
      ->add_option("--scenario", arguments->names.scenario,
                   "By name (default: the first; with --against the last of the case)")
      ->type_name("NAME");
  command
      ->add_option("--against", arguments->names.against,
                   "Another scenario: the figure is then how much it differs from that one's")
      ->type_name("NAME");
  command->footer(
      "Examples: ansio stakes case.yaml --language fi\n"
      "          ansio stakes case.yaml --against now --figure disposable_income --format json");
  command->callback([&session, arguments] { run_stakes(session, *arguments); });
}

}  // namespace ansio::cli
