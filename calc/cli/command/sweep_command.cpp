// A household along one axis or over two: a row a point, a pair of points, or a month of one.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/case/names/subject.h"
#include "calc/cli/certainty/open_report.h"
#include "calc/cli/report/sweep_report.h"
#include "calc/cli/source/case_source.h"

namespace ansio::cli {
namespace {

struct SweepArguments {
  std::string file;
  std::vector<std::string> vary;
  std::vector<std::string> get;
  std::string scenario;
  std::string month;
  bool causes = false;
};

struct Plan {
  std::vector<Axis> axes;
  std::vector<Instance> wanted;
  std::vector<YearMonth> months;
};

// All that is wrong with the options, at once.
Result<Plan> read_plan(const LoadedCase& loaded, const SweepArguments& arguments, SweepAnswer& answer) {
  const RuleSet& rules = *loaded.rules;
  Plan plan;
  Diagnostics diagnostics;
  const auto note = [&](const Diagnostics& more) { diagnostics.insert(diagnostics.end(), more.begin(), more.end()); };
  const auto scenario = find_scenario(loaded.situation, arguments.scenario);
  if (scenario)
    answer.scenario = *scenario;
  else
    note(scenario.diagnostics());
  for (const std::string& text : arguments.vary) {
    const Result<Axis> axis = read_axis(rules, owned_name(rules, text), {"--vary", 0, 0});
    if (axis)
      plan.axes.push_back(*axis);
    else
      note(axis.diagnostics());
  }
  for (const std::string& text : arguments.get) {
    const auto name = parse_variable_name(rules, owned_name(rules, text), {"--get", 0, 0});
    if (!name) {
      note(name.diagnostics());
    } else if (answer.scenario != nullptr) {
      if (const auto instance = instance_in(answer.scenario->shape, *name))
        plan.wanted.push_back(*instance);
      else
        note({{.code = Code::no_such_person,
               .position = {"--get", 0, 0},
               .message = "the household has no such person",
               .found = text}});
    }
  }
  if (arguments.month.empty()) {
    plan.months = months_of(loaded.situation);
  } else {
    const auto month = find_month(loaded.situation, arguments.month);
    if (month)
      plan.months = {*month};
    else
      note(month.diagnostics());
  }
  if (has_errors(diagnostics))
    return diagnostics;
  answer.by_default = arguments.get.empty();
  if (answer.by_default)
    for (const VariableId variable : headlines(rules))
      for (const Instance& instance : instances_of(rules, answer.scenario->shape, variable))
        plan.wanted.push_back(instance);
  return plan;
}

// By cause: the wanted figures that are rates.
Diagnostics compute_causes(const LoadedCase& loaded, const Plan& plan, SweepAnswer& answer) {
  for (const Instance& instance : plan.wanted) {
    if (!loaded.rules->variables[instance.variable].rate)
      continue;
    auto rates = compute_rates(*loaded.rules, loaded.situation, *answer.scenario, plan.axes, instance.variable,
                               instance.person, plan.months, loaded.answering);
    if (!rates)
      return rates.diagnostics();
    answer.causes.push_back({instance, std::move(*rates)});
  }
  return {};
}

void run_sweep(Session& session, const SweepArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const RuleSet& rules = *loaded->rules;
  SweepAnswer answer;
  const Result<Plan> plan = read_plan(*loaded, arguments, answer);
  if (!plan) {
    refuse(session, rules, plan.diagnostics(), {}, wrong_use);
    return;
  }
  Result<Grid> grid = compute_grid(rules, loaded->situation, *answer.scenario, plan->axes, plan->wanted, plan->months,
                                   loaded->answering);
  if (!grid) {
    const bool misused =
        grid.diagnostics().front().code == Code::wrong_use || grid.diagnostics().front().code == Code::no_such_person;
    refuse(session, rules, grid.diagnostics(), loaded->source, misused ? wrong_use : bad_case);
    return;
  }
  answer.grid = std::move(*grid);
  answer.assumed = open_items(rules, loaded->situation, WhichItems::of_case);
  if (arguments.causes)
    if (const Diagnostics refused = compute_causes(*loaded, *plan, answer); !refused.empty()) {
      refuse(session, rules, refused, loaded->source, bad_case);
      return;
    }
  if (session.format == Format::json)
    session.out << sweep_json(envelope_of(session, rules), answer, loaded->warnings) << '\n';
  else if (session.format == Format::csv)
    print_sweep_csv(session, rules, loaded->situation, answer);
  else
    print_sweep(session, rules, answer);
  if (session.format == Format::table)
    print_assumed(session, rules, answer.assumed);
}

}  // namespace

void add_sweep_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("sweep", "A household along one axis or over two, a row a point");
  auto arguments = std::make_shared<SweepArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("--vary", arguments->vary, "What takes which values, in every month; once or twice")
      ->type_name("NAME=FROM:TO:STEP")
      ->required()
      ->expected(1, 2);
  command
      ->add_option("--get", arguments->get, "The figures wanted, separated by commas (default: those that matter most)")
      ->delimiter(',')
      ->type_name("VARIABLES");
  command->add_option("--scenario", arguments->scenario, "By name (default: the first)")->type_name("NAME");
  command->add_option("--month", arguments->month, "Of a plan: only this month (default: each, a row a month)")
      ->type_name("YYYY-MM");
  command->add_flag("--causes", arguments->causes,
                    "Of rates among the figures: also, a column each, which tax or benefit takes or gives how much");
  command->footer(
      "Examples:\n"
      "  ansio sweep case.yaml --vary client.wage=0:4000:10 --get disposable_income --format csv\n"
      "  ansio sweep case.yaml --vary client.wage=0:4000:50 --get effective_marginal_rate --causes --format csv\n"
      "  ansio sweep case.yaml --vary client.hours_per_week=0:40:5 --vary client.hourly_wage=12:20:2");
  command->callback([&session, arguments] { run_sweep(session, *arguments); });
}

}  // namespace ansio::cli
