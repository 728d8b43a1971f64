// calc and compare: all scenarios of a case, and their differences.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "calc/case/names/subject.h"
#include "calc/cli/certainty/open_report.h"
#include "calc/cli/meetings/compare_meetings.h"
#include "calc/cli/receipt/receipt_file.h"
#include "calc/cli/report/results_report.h"
#include "calc/cli/source/case_source.h"

namespace ansio::cli {
namespace {

struct CalcArguments {
  std::string file;
  std::vector<std::string> get;
  bool all = false;
  bool carry = false;
  std::string receipt;                // a file to write
  std::vector<std::string> meetings;  // two of them
};

// Programs get every output, and so does who asks for all of them; a table begins and ends with what matters most.
std::vector<VariableId> shown_without_get(const Session& session, const RuleSet& rules, bool all) {
  return session.format == Format::table && !all ? headlines(rules) : all_outputs(rules);
}

// Of the figures shown; nothing to tell of a case that leaves nothing open.
Result<Ranges> ranges_of(const LoadedCase& loaded, const Results& results, const std::vector<FigureName>& names) {
  if (loaded.situation.open.empty())
    return Ranges{};
  Result<Ranges> ranges = compute_ranges(*loaded.rules, loaded.situation, results.variables, loaded.answering);
  if (ranges)
    ranges->lines.erase(std::remove_if(ranges->lines.begin(), ranges->lines.end(),
                                       [&](const RangeLine& line) {
                                         const Shape& shape = loaded.situation.scenarios[line.scenario].shape;
                                         const auto person = parse_person(line.person);
                                         const auto number = person_number(shape, person.value_or(Owner{}));
                                         return !number || !is_meant(names, shape, {line.variable, *number});
                                       }),
                        ranges->lines.end());
  return ranges;
}

// Of a person's figure that was asked for by name, that person's alone.
void keep_meant(Results& results, const std::vector<FigureName>& names) {
  for (ScenarioResult& scenario : results.scenarios) {
    std::vector<Figure>& figures = scenario.figures;
    figures.erase(
        std::remove_if(figures.begin(), figures.end(),
                       [&](const Figure& figure) { return !is_meant(names, scenario.shape, figure.instance); }),
        figures.end());
  }
}

// A receipt holds every output unless others were asked for, though a table shows fewer.
bool write_whole_receipt(Session& session, const LoadedCase& loaded, const Results& results,
                         const CalcArguments& arguments) {
  const std::vector<VariableId> outputs = all_outputs(*loaded.rules);
  if (!arguments.get.empty() || results.variables == outputs)
    return write_receipt(session, loaded, results, arguments.receipt);
  const Result<Results> whole = compute_results(*loaded.rules, loaded.situation, loaded.answering, {outputs});
  if (whole)
    return write_receipt(session, loaded, *whole, arguments.receipt);
  refuse(session, *loaded.rules, whole.diagnostics(), loaded.source, bad_case);
  return false;
}

void run(Session& session, const CalcArguments& arguments, bool compares) {
  if (!arguments.meetings.empty()) {
    compare_meetings(session, arguments.file, arguments.meetings, arguments.get);
    return;
  }
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const Result<std::vector<FigureName>> names =
      parse_figure_names(*loaded->rules, loaded->situation, arguments.get, "--get");
  if (!names) {
    refuse(session, *loaded->rules, names.diagnostics(), {}, wrong_use);
    return;
  }
  const bool asked = !arguments.get.empty();
  Result<Results> results =
      compute_results(*loaded->rules, loaded->situation, loaded->answering,
                      {asked ? variables_of(*names) : shown_without_get(session, *loaded->rules, arguments.all), true,
                       arguments.carry});
  if (!results) {
    refuse(session, *loaded->rules, results.diagnostics(), loaded->source, bad_case);
    return;
  }
  keep_meant(*results, *names);
  const Result<Ranges> ranges = ranges_of(*loaded, *results, *names);
  if (!ranges) {
    refuse(session, *loaded->rules, ranges.diagnostics(), loaded->source, bad_case);
    return;
  }
  if (!arguments.receipt.empty() && !write_whole_receipt(session, *loaded, *results, arguments))
    return;
  const Ranges* open = loaded->situation.open.empty() ? nullptr : &*ranges;
  const Envelope envelope = envelope_of(session, *loaded->rules);
  std::vector<Cause> causes;
  if (const auto leading = compares ? leading_figure(*loaded->rules) : std::nullopt)
    causes = causes_of(*loaded->rules, loaded->situation, *results, *leading, causes_shown);
  if (session.format == Format::json)
    session.out << (compares ? comparison_json(envelope, *results, causes, loaded->warnings, open)
                             : results_json(envelope, *results, loaded->warnings, open))
                << '\n';
  else if (session.format == Format::csv)
    (compares ? print_comparison_csv : print_results_csv)(session, *loaded->rules, *results);
  else if (compares)
    print_comparison(session, *loaded->rules, *results, causes);
  else
    print_results(session, *loaded->rules, *results);
  if (open != nullptr && session.format == Format::table)
    print_ranges(session, *loaded->rules, loaded->situation, *open, compares);
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
  if (!compares)
    command->add_option("--receipt", arguments->receipt, "Write a receipt, which `ansio verify` computes again")
        ->type_name("FILE");
  else
    command
        ->add_option("--meetings", arguments->meetings,
                     "Instead: two meetings of a client's file, by date or number, or now")
        ->expected(2)
        ->type_name("MEETING");
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

}  // namespace ansio::cli
