// Rows in, rows out, in constant memory, on as many cores as asked for.
#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <ostream>
#include <thread>

#include "calc/cli/case_source.h"
#include "calc/cli/files.h"
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
  std::string rows;
  int jobs = 0;  // as many as there are cores
  bool exact = false;
  bool progress = false;
};

// Each worker has a machine of its own: a machine is not shared between threads.
std::vector<Answering> make_answerings(const RuleSet& rules, const BatchArguments& arguments) {
  std::vector<Answering> answerings;
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  const int jobs = arguments.jobs > 0 ? arguments.jobs : std::max(1, cores);
  for (int i = 0; i < jobs; ++i) {
    if (arguments.exact) {
      answerings.emplace_back([&rules](const Question& question) { return answer_by_definition(rules, question); });
    } else {
      answerings.emplace_back(std::make_shared<Machine>(rules, answer_by_definition));
    }
  }
  return answerings;
}

// What the name of a file says about the rows in it.
std::optional<RowFormat> format_of(const std::string& path) {
  if (path.ends_with(".csv"))
    return RowFormat::csv;
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson"))
    return RowFormat::lines;
  return std::nullopt;
}

// An input's name tells how it is written, --format says it of a stream and of the answer.
void choose_formats(const Session& session, const BatchArguments& arguments, BatchOptions& options) {
  std::optional<RowFormat> asked;
  if (session.format == Format::json)
    asked = RowFormat::lines;
  if (session.format == Format::csv)
    asked = RowFormat::csv;
  options.input = format_of(arguments.input).value_or(asked.value_or(RowFormat::csv));
  options.output = asked ? *asked : format_of(arguments.output).value_or(options.input);
}

std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : static_cast<std::uint64_t>(size);
}

// Answers the rows of `in`; false when the run must not leave an output file.
bool answer_rows(Session& session, const RuleSet& rules, const BatchArguments& arguments, const BatchOptions& options,
                 RowRange range, std::istream& in, std::ostream& out) {
  const std::string name = arguments.input == "-" ? "<input>" : arguments.input;
  RowSource source(name, in, options.input, range);
  std::vector<std::string_view> header;
  if (options.input == RowFormat::csv && !source.read_header(header)) {
    refuse(session, rules,
           {source.error().value_or(Diagnostic{
               .code = Code::bad_table, .position = {name, 1, 1}, .message = "a batch needs a header and rows"})},
           {}, bad_case);
    return false;
  }
  const Result<Batch> batch = Batch::open(rules, header, options, source.position());
  if (!batch) {
    refuse(session, rules, batch.diagnostics(), {}, bad_case);
    return false;
  }
  // Only the first shard bears the header, so that shards put together are the whole.
  if (range.begin == 0)
    out << batch->header_line();
  // A range of rows is no known share of the file: no time left can be told.
  const bool whole = range.begin == 0 && range.end == RowRange{}.end;
  Progress progress(session.err,
                    session.err_is_terminal ? Progress::Style::in_place
                    : arguments.progress    ? Progress::Style::lines
                                            : Progress::Style::none,
                    whole && arguments.input != "-" ? size_of(arguments.input) : 0);
  const BlockOutcome outcome = answer_blocks(*batch, source, make_answerings(rules, arguments), out, progress);
  if (source.error()) {
    refuse(session, rules, {*source.error()}, {}, bad_case);
    return false;
  }
  if (outcome.failed_rows > 0) {
    session.err << outcome.failed_rows << " of " << outcome.rows << " rows have an error: see `error`\n";
    session.exit_code = bad_case;
  }
  return true;
}

void misused(Session& session, const std::string& message) {
  session.err << message << '\n';
  session.exit_code = wrong_use;
}

void run_batch(Session& session, const BatchArguments& arguments) {
  BatchOptions options;
  options.get = arguments.get;
  choose_formats(session, arguments, options);
  if (!arguments.date.empty()) {
    options.date = parse_year_month(arguments.date);
    if (!options.date)
      return misused(session, "--date: " + arguments.date + " is no month; write it as 2026-05");
  }
  RowRange range;
  if (!arguments.rows.empty()) {
    const auto read = parse_row_range(arguments.rows);
    if (!read)
      return misused(session,
                     "--rows: " + arguments.rows + " is no range of rows; write it as 1000:2000, counted from 0");
    range = *read;
  }
  const auto rules = load_session_rules(session);
  if (!rules)
    return;
  std::ifstream file;
  if (arguments.input != "-") {
    file.open(arguments.input, std::ios::binary);
    if (!file)
      return misused(session, arguments.input + ": the file cannot be read");
  }
  std::istream& in = arguments.input == "-" ? std::cin : file;
  if (arguments.output.empty()) {
    answer_rows(session, *rules, arguments, options, range, in, session.out);
    return;
  }
  OutputFile output(arguments.output);
  std::ofstream out(output.temporary_path(), std::ios::binary);
  if (!out)
    return misused(session, arguments.output + ": the file cannot be written");
  const bool whole = answer_rows(session, *rules, arguments, options, range, in, out);
  out.close();
  if (!whole)
    return;
  if (!out || !output.finish().empty())
    misused(session, arguments.output + ": the file cannot be written");
}

}  // namespace

void add_batch_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("batch", "A typical month of each household of a CSV or of lines of JSON");
  auto arguments = std::make_shared<BatchArguments>();
  command->add_option("--get", arguments->get, "The figures wanted, separated by commas")
      ->delimiter(',')
      ->type_name("VARIABLES");
  command->add_option("--date", arguments->date, "The month of rows without a column `date`")->type_name("YYYY-MM");
  command->add_option("--input", arguments->input, ".csv, .jsonl or .ndjson (default: standard input)")
      ->type_name("FILE");
  command->add_option("--output", arguments->output, ".csv, .jsonl or .ndjson (default: standard output)")
      ->type_name("FILE");
  command->add_option("--rows", arguments->rows, "Only these rows, counted from 0, the last one not included")
      ->type_name("FROM:TO");
  command->add_option("--jobs", arguments->jobs, "How many cores to use (default: all)")->check(CLI::Range(1, 256));
  command->add_flag("--progress", arguments->progress, "Tell how far it is, even when no terminal shows it");
  command->add_flag("--exact", arguments->exact, "Compute by the definition, in unlimited rationals");
  command->footer(
      "Examples:\n"
      "  ansio batch --date 2026-06 --get disposable_income --input households.csv --output answers.csv\n"
      "  ansio batch --date 2026-06 --get disposable_income --format jsonl < households.jsonl\n"
      "  ansio batch --date 2026-06 --get disposable_income --input households.csv --rows 500000:1000000");
  command->callback([&session, arguments] { run_batch(session, *arguments); });
}

}  // namespace calc::cli
