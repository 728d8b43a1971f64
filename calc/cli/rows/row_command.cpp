// What commands over rows share: options, input and output, workers with machines of their own.
#include "calc/cli/rows/row_command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <thread>

#include "calc/base/text/characters.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/streams/files.h"
#include "calc/explain/sentences/diagnostic_words.h"
#include "calc/explain/sentences/refusals.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/shared_programs.h"

namespace ansio::cli {

void add_row_options(CLI::App& command, RowOptions& options, const std::string& output_help) {
  command.add_option("--date", options.date, "The month of rows without a column `date`")->type_name("YYYY-MM");
  command.add_option("--input", options.input, "Households: .csv, .jsonl or .ndjson (default: standard input)")
      ->type_name("FILE");
  command.add_option("--output", options.output, output_help)->type_name("FILE");
  command.add_option("--jobs", options.jobs, "How many cores to use (default: all)")->check(CLI::Range(1, 256));
  command
      .add_option("--delimiter", options.delimiter,
                  "How columns are separated, in the answer too: comma, semicolon or tab; the last two have decimal "
                  "commas (default: as the header says, the answer with commas)")
      ->type_name("DELIMITER");
  command.add_flag("--progress", options.progress, "Tell how far it is, even when no terminal shows it");
}

bool read_month_option(Session& session, const std::string& option, const std::string& text,
                       std::optional<YearMonth>& month) {
  if (text.empty())
    return true;
  month = parse_year_month(text);
  if (!month)
    misuse(session, option, "no month", text, "a month such as 2026-05");
  return month.has_value();
}

std::optional<RowFormat> row_format_of(const std::string& path) {
  if (path.ends_with(".csv") || path.ends_with(".tsv"))
    return RowFormat::csv;
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson"))
    return RowFormat::lines;
  return std::nullopt;
}

std::string input_name(const RowOptions& options) {
  return options.input == "-" ? "<input>" : options.input;
}

std::function<std::string(const Diagnostics&)> words_of_rows(const Session& session, const RuleSet& rules) {
  return [&rules, language = session.language](const Diagnostics& said) {
    const std::string label(trimmed(labels_in(language).hint));
    return error_text(in_language(rules, said, language), label + " ");
  };
}

void tell_failed_rows(Session& session, const std::string& sentence) {
  session.err << sentence_in(sentence, session.language) << '\n';
  session.exit_code = bad_case;
}

bool check_delimiter(Session& session, const RowOptions& options) {
  if (options.delimiter.empty() || parse_dialect(options.delimiter))
    return true;
  misuse(session, "--delimiter", "no separator of columns", options.delimiter, "comma, semicolon or tab");
  return false;
}

bool read_row_header(Session& session, const RuleSet& rules, const RowOptions& rows, BatchOptions& options,
                     RowSource& source, std::vector<std::string_view>& header) {
  options.words = words_of_rows(session, rules);
  if (options.input != RowFormat::csv)
    return true;
  const auto dialect = parse_dialect(rows.delimiter);
  if (source.read_header(header, dialect)) {
    options.input_dialect = source.dialect();
    if (dialect)
      options.output_dialect = source.dialect();
    return true;
  }
  Position where = source.position();
  where.line = where.column = 1;
  refuse(session, rules,
         {source.error().value_or(
             Diagnostic{.code = Code::bad_table, .position = where, .message = "households need a header and rows"})},
         {}, bad_case);
  return false;
}

ExitCode code_of_header(const Diagnostics& diagnostics) {
  const bool is_use = std::all_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::warning || diagnostic.code == Code::wrong_use ||
           diagnostic.position.file == "--get";
  });
  return is_use ? wrong_use : bad_case;
}

std::size_t workers_of(const RowOptions& options) {
  return options.jobs > 0 ? static_cast<std::size_t>(options.jobs) : std::max(1U, std::thread::hardware_concurrency());
}

std::vector<Answering> machines_for(const RuleSet& rules, std::size_t workers) {
  const auto programs = std::make_shared<SharedPrograms>(rules);
  std::vector<Answering> machines;
  machines.reserve(workers);
  for (std::size_t i = 0; i < workers; ++i)
    machines.emplace_back(std::make_shared<Machine>(
        rules, answer_by_definition,
        [programs](const Form& form, const std::string& key) { return programs->compiled(form, key); }));
  return machines;
}

Progress progress_of(Session& session, const RowOptions& options, std::uint64_t expected_bytes) {
  return {session.err,
          session.err_is_terminal && !session.is_dumb   ? Progress::Style::in_place
          : options.progress || session.err_is_terminal ? Progress::Style::lines
                                                        : Progress::Style::none,
          expected_bytes};
}

bool with_row_streams(Session& session, const RowOptions& options,
                      const std::function<bool(std::istream& in, std::ostream* out)>& answer) {
  std::optional<InputStream> file;
  if (options.input != "-") {
    file.emplace(options.input);
    if (!file->error().empty()) {
      misuse(session, options.input, "the file cannot be read", file->error());
      return false;
    }
  }
  std::istream& in = file ? file->stream() : std::cin;
  if (options.output.empty())
    return answer(in, nullptr);
  OutputFile output(options.output);
  if (output.is_open() && !answer(in, &output.stream()))
    return false;
  if (const Diagnostics failed = output.finish(); !failed.empty()) {
    refuse_use(session, failed);
    return false;
  }
  return true;
}

}  // namespace ansio::cli
