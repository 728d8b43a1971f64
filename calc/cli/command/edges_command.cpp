// edges: every jump and kink of a figure along one input, with its cause.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/analyse/edges/edge_request.h"
#include "calc/answer/analysis/edges_json.h"
#include "calc/cli/certainty/open_report.h"
#include "calc/cli/report/edges_report.h"
#include "calc/cli/source/case_source.h"

namespace ansio::cli {
namespace {

struct EdgesArguments {
  std::string file;
  EdgeRequestNames names;
};

void run_edges(Session& session, const EdgesArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const RuleSet& rules = *loaded->rules;
  const Result<EdgeRequest> request = read_edge_request(rules, loaded->situation, arguments.names);
  if (!request) {
    refuse(session, rules, request.diagnostics(), {}, wrong_use);
    return;
  }
  const Scenario& scenario = *request->scenario;
  const Result<Edges> edges =
      find_edges(rules, loaded->situation, scenario, request->axis, request->wanted, loaded->answering);
  if (!edges) {
    const bool is_use = edges.diagnostics().front().code == Code::wrong_use;
    refuse(session, rules, edges.diagnostics(), loaded->source, is_use ? wrong_use : bad_case);
    return;
  }
  const std::vector<OpenItem> assumed = open_items(rules, loaded->situation, WhichItems::of_case);
  if (session.format == Format::json)
    session.out << edges_json(envelope_of(session, rules), *edges, scenario.name, loaded->warnings, assumed) << '\n';
  else if (session.format == Format::csv)
    print_edges_csv(session, rules, *edges);
  else
    print_edges(session, rules, *edges, scenario.name);
  if (session.format == Format::table)
    print_assumed(session, rules, assumed);
}

}  // namespace

void add_edges_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("edges", "Every jump and kink of a figure along one input, and its cause");
  auto arguments = std::make_shared<EdgesArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command
      ->add_option("--vary", arguments->names.vary,
                   "An input from a value to another, by the smallest step it has or a step given: client.wage=0:6000")
      ->required()
      ->type_name("NAME=FROM:TO[:STEP]");
  command
      ->add_option("--get", arguments->names.get, "Figures, separated by commas (default: the one that matters most)")
      ->delimiter(',')
      ->type_name("VARIABLES");
  command->add_option("--scenario", arguments->names.scenario, "By name (default: the first)")->type_name("NAME");
  command->footer(
      "Examples: ansio edges case.yaml --vary client.wage=0:6000 --language fi\n"
      "          ansio edges case.yaml --vary client.hours_per_week=0:40 --get client.net_income --format json");
  command->callback([&session, arguments] { run_edges(session, *arguments); });
}

}  // namespace ansio::cli
