// Rows in, rows out, in constant memory, on as many cores as asked for.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <ostream>

#include "calc/base/csv_reader.h"
#include "calc/cli/files.h"
#include "calc/cli/report.h"
#include "calc/cli/row_blocks.h"
#include "calc/cli/rules_source.h"
#include "calc/cli/session.h"
#include "calc/program/definition.h"
#include "calc/program/machine.h"
#include "calc/simulate/batch.h"

namespace calc::cli {
namespace {

struct BatchArguments {
  std::string date;
  std::vector<std::string> get;
  std::string input = "-";
  std::string output;
  int jobs = 1;
  bool exact = false;
};

// Each worker has a machine of its own: a machine is not shared between threads.
std::vector<Answering> make_answerings(const RuleSet& rules, const BatchArguments& arguments) {
  std::vector<Answering> answerings;
  for (int i = 0; i < arguments.jobs; ++i) {
    if (arguments.exact) {
      answerings.emplace_back([&rules](const Question& question) { return answer_by_definition(rules, question); });
    } else {
      auto machine = std::make_shared<Machine>(rules, answer_by_definition);
      answerings.emplace_back([machine](const Question& question) { return machine->answer(question); });
    }
  }
  return answerings;
}

void refuse(Session& session, const Diagnostics& diagnostics, ExitCode code) {
  print_diagnostics(session, diagnostics, {});
  session.exit_code = code;
}

// Answers every row of `in`; false when the run must not leave an output file.
bool answer_rows(Session& session, const RuleSet& rules, const BatchArguments& arguments, const BatchOptions& options,
                 std::istream& in, std::ostream& out) {
  const std::string name = arguments.input == "-" ? "<input>" : arguments.input;
  CsvReader reader(name, [&](char* buffer, std::size_t size) {
    in.read(buffer, static_cast<std::streamsize>(size));
    return static_cast<std::size_t>(in.gcount());
  });
  std::vector<std::string_view> header;
  if (!reader.next(header)) {
    refuse(session,
           {reader.error().value_or(Diagnostic{
               .code = Code::bad_table, .position = {name, 1, 1}, .message = "a batch needs a header and rows"})},
           bad_case);
    return false;
  }
  const Result<Batch> batch = Batch::open(rules, header, options, reader.position());
  if (!batch) {
    refuse(session, batch.diagnostics(), bad_case);
    return false;
  }
  out << batch->header_line();
  const BlockOutcome outcome = answer_blocks(*batch, reader, make_answerings(rules, arguments), out);
  if (reader.error()) {
    refuse(session, {*reader.error()}, bad_case);
    return false;
  }
  if (outcome.failed_rows > 0) {
    session.err << outcome.failed_rows << " of " << outcome.rows << " rows have an error: see the column `error`\n";
    session.exit_code = bad_case;
  }
  return true;
}

void run_batch(Session& session, const BatchArguments& arguments) {
  BatchOptions options;
  options.get = arguments.get;
  if (!arguments.date.empty()) {
    options.date = parse_year_month(arguments.date);
    if (!options.date) {
      session.err << "--date: " << arguments.date << " is no month; write it as 2026-05\n";
      session.exit_code = wrong_use;
      return;
    }
  }
  const auto rules = load_session_rules(session);
  if (!rules)
    return;
  std::ifstream file;
  if (arguments.input != "-") {
    file.open(arguments.input, std::ios::binary);
    if (!file) {
      session.err << arguments.input << ": the file cannot be read\n";
      session.exit_code = wrong_use;
      return;
    }
  }
  std::istream& in = arguments.input == "-" ? std::cin : file;
  if (arguments.output.empty()) {
    answer_rows(session, *rules, arguments, options, in, session.out);
    return;
  }
  OutputFile output(arguments.output);
  std::ofstream out(output.temporary_path(), std::ios::binary);
  if (!out) {
    session.err << arguments.output << ": the file cannot be written\n";
    session.exit_code = wrong_use;
    return;
  }
  const bool whole = answer_rows(session, *rules, arguments, options, in, out);
  out.close();
  if (!whole)
    return;
  const Diagnostics failure = out ? output.finish()
                                  : Diagnostics{{.code = Code::unreadable_file,
                                                 .position = {arguments.output, 0, 0},
                                                 .message = "the file cannot be written"}};
  if (!failure.empty())
    refuse(session, failure, wrong_use);
}

}  // namespace

void add_batch_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("batch", "A typical month of each household of a CSV, one a row");
  auto arguments = std::make_shared<BatchArguments>();
  command->add_option("--get", arguments->get, "The figures wanted, separated by commas")
      ->delimiter(',')
      ->type_name("VARIABLES");
  command->add_option("--date", arguments->date, "The month of rows without a column `date`")->type_name("YYYY-MM");
  command->add_option("--input", arguments->input, "CSV file (default: standard input)")->type_name("FILE");
  command->add_option("--output", arguments->output, "CSV file (default: standard output)")->type_name("FILE");
  command->add_option("--jobs", arguments->jobs, "How many cores to use")->check(CLI::Range(1, 256));
  command->add_flag("--exact", arguments->exact, "Compute by the definition, in unlimited rationals");
  command->footer("Example: ansio batch --date 2026-06 --get disposable_income --input households.csv");
  command->callback([&session, arguments] { run_batch(session, *arguments); });
}

}  // namespace calc::cli
