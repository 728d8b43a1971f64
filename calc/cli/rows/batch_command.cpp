// Rows in, rows out, in constant memory, on as many cores as asked for.
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <ostream>

#include "calc/case/read/known_law.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/certainty/expected_report.h"
#include "calc/cli/print/report.h"
#include "calc/cli/rows/parallel_rows.h"
#include "calc/cli/rows/row_command.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/program/definition/definition.h"

namespace ansio::cli {
namespace {

struct BatchArguments {
  RowOptions rows;
  std::vector<std::string> get;
  std::string range;
  bool exact = false;
};

std::vector<Answering> make_answerings(const RuleSet& rules, const BatchArguments& arguments) {
  const std::size_t workers = workers_of(arguments.rows);
  if (!arguments.exact)
    return machines_for(rules, workers);
  return std::vector<Answering>(
      workers, Answering([&rules](const Question& question) { return answer_by_definition(rules, question); }));
}

// An input's name tells how it is written, --format says it of a stream and of the answer.
void choose_formats(const Session& session, const RowOptions& rows, BatchOptions& options) {
  std::optional<RowFormat> asked;
  if (session.format == Format::json)
    asked = RowFormat::lines;
  if (session.format == Format::csv)
    asked = RowFormat::csv;
  options.input = row_format_of(rows.input).value_or(asked.value_or(RowFormat::csv));
  options.output = asked ? *asked : row_format_of(rows.output).value_or(options.input);
}

std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : static_cast<std::uint64_t>(size);
}

struct BlockAnswer {
  std::string lines;
  std::size_t failed_rows = 0;
};

// What the rows said in their columns, once and in full, on standard error.
void tell_expected(Session& session, const RuleSet& rules, const Batch& batch, YearMonth month) {
  if (!batch.expected_reads().any_in(month))
    return;
  std::vector<VariableId> figures;
  for (const VariableName& name : batch.wanted())
    figures.push_back(name.variable);
  if (const auto warning = warning_past_law(rules, month, {}))
    print_diagnostics(session, {*warning}, {});
  print_expected_reads(session.err, rules, batch.expected_reads().of(figures, month), session.language);
}

// Answers the rows of `in`; false when the run must not leave an output file.
bool answer_rows(Session& session, const RuleSet& rules, const BatchArguments& arguments, BatchOptions options,
                 RowRange range, std::istream& in, std::ostream& out) {
  RowSource source(input_name(arguments.rows), in, options.input, range);
  std::vector<std::string_view> header;
  if (!read_row_header(session, rules, arguments.rows, options, source, header))
    return false;
  const Result<Batch> batch = Batch::open(rules, header, options, source.position(), source.places());
  if (!batch) {
    refuse(session, rules, batch.diagnostics(), {}, code_of_header(batch.diagnostics()));
    return false;
  }
  print_diagnostics(session, batch.diagnostics(), {});
  // Only the first shard bears the header, so that shards put together are the whole.
  if (range.begin == 0)
    out << (options.output_dialect == options.input_dialect && source.had_byte_order_mark() ? "\xEF\xBB\xBF" : "")
        << batch->header_line();
  // A range of rows is no known share of the file: no time left can be told.
  const bool whole = range.begin == 0 && range.end == RowRange{}.end && arguments.rows.input != "-";
  Progress progress = progress_of(session, arguments.rows, whole ? size_of(arguments.rows.input) : 0);
  const std::vector<Answering> answerings = make_answerings(rules, arguments);
  std::size_t rows = 0;
  std::size_t failed_rows = 0;
  answer_in_order<BlockAnswer>(
      source, answerings.size(),
      [&](const RowBlock& block, std::size_t worker) {
        BlockAnswer answer;
        answer.failed_rows = batch->answer_rows(block.rows(), answerings[worker], answer.lines);
        return answer;
      },
      [&](const RowBlock& block, const BlockAnswer& answer) {
        out << answer.lines;
        rows += block.size();
        failed_rows += answer.failed_rows;
        if (!out)
          source.stop();
        progress.advance(rows, source.bytes());
      });
  progress.finish(rows);
  if (source.error()) {
    refuse(session, rules, {*source.error()}, {}, bad_case);
    return false;
  }
  if (options.date)
    tell_expected(session, rules, *batch, *options.date);
  if (failed_rows > 0)
    tell_failed_rows(session, std::to_string(failed_rows) + " of " + std::to_string(rows) +
                                  " rows have an error: see the column `error`");
  return true;
}

// Before any row is read; false, and refused, when a figure asked for is none.
bool check_wanted(Session& session, const RuleSet& rules, const std::vector<std::string>& get) {
  Diagnostics diagnostics;
  for (const std::string& name : get)
    if (const auto wanted = parse_variable_name(rules, owned_name(rules, name), {"--get", 0, 0}); !wanted)
      diagnostics.push_back(wanted.diagnostics().front());
  if (!diagnostics.empty())
    refuse(session, rules, diagnostics, {}, wrong_use);
  return diagnostics.empty();
}

void run_batch(Session& session, const BatchArguments& arguments) {
  BatchOptions options;
  options.get = arguments.get;
  choose_formats(session, arguments.rows, options);
  if (!read_month_option(session, "--date", arguments.rows.date, options.date) ||
      !check_delimiter(session, arguments.rows))
    return;
  RowRange range;
  if (!arguments.range.empty()) {
    const auto read = parse_row_range(arguments.range);
    if (!read)
      return misuse(session, "--rows", "this is no range of rows", arguments.range, "1000:2000, counted from 0");
    range = *read;
  }
  const auto rules = load_session_rules(session);
  if (!rules)
    return;
  if (!check_wanted(session, *rules, arguments.get))
    return;
  with_row_streams(session, arguments.rows, [&](std::istream& in, std::ostream* out) {
    return answer_rows(session, *rules, arguments, options, range, in, out == nullptr ? session.out : *out);
  });
}

}  // namespace

void add_batch_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("batch", "A typical month of each household of a CSV or of lines of JSON");
  auto arguments = std::make_shared<BatchArguments>();
  command->add_option("--get", arguments->get, "The figures wanted, separated by commas")
      ->delimiter(',')
      ->type_name("VARIABLES");
  add_row_options(*command, arguments->rows, ".csv, .jsonl or .ndjson (default: standard output)");
  command->add_option("--rows", arguments->range, "Only these rows, counted from 0, the last one not included")
      ->type_name("FROM:TO");
  command->add_flag("--exact", arguments->exact, "Compute by the definition, in unlimited rationals");
  command->footer(
      "Examples:\n"
      "  ansio batch --date 2026-06 --get disposable_income --input households.csv --output answers.csv\n"
      "  ansio batch --date 2026-06 --get disposable_income --format jsonl < households.jsonl\n"
      "  ansio batch --date 2026-06 --get disposable_income --input households.csv --rows 500000:1000000");
  command->callback([&session, arguments] { run_batch(session, *arguments); });
}

}  // namespace ansio::cli
