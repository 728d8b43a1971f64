// What commands over rows share: options, input and output, workers with machines of their own.
#include "calc/cli/rows/row_command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <thread>

#include "calc/cli/source/case_source.h"
#include "calc/cli/source/files.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/shared_programs.h"

namespace ansio::cli {

void add_row_options(CLI::App& command, RowOptions& options, const std::string& output_help) {
  command.add_option("--date", options.date, "The month of rows without a column `date`")->type_name("YYYY-MM");
  command.add_option("--input", options.input, "Households: .csv, .jsonl or .ndjson (default: standard input)")
      ->type_name("FILE");
  command.add_option("--output", options.output, output_help)->type_name("FILE");
  command.add_option("--jobs", options.jobs, "How many cores to use (default: all)")->check(CLI::Range(1, 256));
  command.add_flag("--progress", options.progress, "Tell how far it is, even when no terminal shows it");
}

void misuse(Session& session, const std::string& message) {
  session.err << message << '\n';
  session.exit_code = wrong_use;
}

bool read_month_option(Session& session, const std::string& option, const std::string& text,
                       std::optional<YearMonth>& month) {
  if (text.empty())
    return true;
  month = parse_year_month(text);
  if (!month)
    misuse(session, option + ": " + text + " is no month; write it as 2026-05");
  return month.has_value();
}

std::optional<RowFormat> row_format_of(const std::string& path) {
  if (path.ends_with(".csv"))
    return RowFormat::csv;
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson"))
    return RowFormat::lines;
  return std::nullopt;
}

std::string input_name(const RowOptions& options) {
  return options.input == "-" ? "<input>" : options.input;
}

bool read_row_header(Session& session, const RuleSet& rules, RowFormat format, RowSource& source,
                     std::vector<std::string_view>& header) {
  if (format != RowFormat::csv || source.read_header(header))
    return true;
  Position where = source.position();
  where.line = where.column = 1;
  refuse(session, rules,
         {source.error().value_or(
             Diagnostic{.code = Code::bad_table, .position = where, .message = "households need a header and rows"})},
         {}, bad_case);
  return false;
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
          session.err_is_terminal ? Progress::Style::in_place
          : options.progress      ? Progress::Style::lines
                                  : Progress::Style::none,
          expected_bytes};
}

bool with_row_streams(Session& session, const RowOptions& options,
                      const std::function<bool(std::istream& in, std::ostream* out)>& answer) {
  std::ifstream file;
  if (options.input != "-") {
    file.open(options.input, std::ios::binary);
    if (!file) {
      misuse(session, options.input + ": the file cannot be read");
      return false;
    }
  }
  std::istream& in = options.input == "-" ? std::cin : file;
  if (options.output.empty())
    return answer(in, nullptr);
  OutputFile output(options.output);
  std::ofstream out(output.temporary_path(), std::ios::binary);
  if (out && !answer(in, &out))
    return false;
  out.close();
  if (out && output.finish().empty())
    return true;
  misuse(session, options.output + ": the file cannot be written");
  return false;
}

}  // namespace ansio::cli
