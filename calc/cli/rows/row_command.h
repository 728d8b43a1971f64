// What commands over rows of households (batch, reform) share: their options, their streams, and how they refuse.
//
//   add_row_options(*command, arguments.rows);
//   with_row_streams(session, arguments.rows, [&](std::istream& in, std::ostream* out) { …; return whole; });
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/cli/print/report.h"
#include "calc/cli/rows/progress.h"
#include "calc/cli/rows/row_source.h"
#include "calc/program/machine/answering.h"

namespace ansio::cli {

struct RowOptions {
  std::string input = "-";
  std::string output;  // empty: none
  std::string date;
  std::string delimiter;  // empty: as the header says
  int jobs = 0;           // as many as there are cores
  bool progress = false;
};

void add_row_options(CLI::App& command, RowOptions& options, const std::string& output_help);

// The month of an option; false, and refused, when it is none. An empty text is no month and no error.
bool read_month_option(Session& session, const std::string& option, const std::string& text,
                       std::optional<YearMonth>& month);

// What the name of a file says about the rows in it.
std::optional<RowFormat> row_format_of(const std::string& path);

// As errors name it.
std::string input_name(const RowOptions& options);

// A row's error or warning in the session's language.
std::function<std::string(const Diagnostics&)> words_of_rows(const Session& session, const RuleSet& rules);

// "3 of 7 rows have an error": to standard error, with exit code 3.
void tell_failed_rows(Session& session, const std::string& sentence);

// The header of CSV; lines have none. False, and refused, when there is no header. Sets how rows are written: the
// answer as the input is when --delimiter asks for it, else with commas.
bool read_row_header(Session& session, const RuleSet& rules, const RowOptions& rows, BatchOptions& options,
                     RowSource& source, std::vector<std::string_view>& header);

// Of a refused header: wrong use when only what was asked for is wrong, else a bad case.
ExitCode code_of_header(const Diagnostics& diagnostics);

// False, and refused, when --delimiter is none.
bool check_delimiter(Session& session, const RowOptions& options);

std::size_t workers_of(const RowOptions& options);

// A machine for each worker: none is shared between threads, but what they compile is.
std::vector<Answering> machines_for(const RuleSet& rules, std::size_t workers);

Progress progress_of(Session& session, const RowOptions& options, std::uint64_t expected_bytes);

// Opens the input, and the output when one is named (else `out` is null). The output appears when `answer` says that it
// may. False when something was refused.
bool with_row_streams(Session& session, const RowOptions& options,
                      const std::function<bool(std::istream& in, std::ostream* out)>& answer);

}  // namespace ansio::cli
