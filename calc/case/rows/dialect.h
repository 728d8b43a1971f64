// How a table of text is written: what separates its columns, and what its decimals.
//
//   Dialect dialect = *dialect_of_header("id;rent;client.wage");   // {';', decimal_comma}
//   read_number_cell("700,50", dialect) == "700.50"
//
// Spreadsheets of countries with a decimal comma separate columns by semicolons or tabs. The header says which it is:
// names hold none of the three. Nothing is guessed of numbers: where a comma is the decimal sign, "1.200" is refused,
// for it may be a thousand or a little more than one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/case/floor.h"

namespace ansio::cases {

struct Dialect {
  char delimiter = ',';
  bool decimal_comma = false;
  std::string_view line_end = "\n";
  friend bool operator==(const Dialect&, const Dialect&) = default;
};

// "," ";" "tab", also in words or escaped; nothing for anything else.
std::optional<Dialect> parse_dialect(std::string_view text);

// By the separators outside of quotes; nothing when there are several kinds. Without any it has commas.
std::optional<Dialect> dialect_of_header(std::string_view line);

// "comma", "semicolon", "tab".
std::string delimiter_name(char delimiter);

// A number with a point from one in the dialect; nothing for one that can be read in two ways.
std::optional<std::string> read_number_cell(std::string_view text, const Dialect& dialect);

// The reverse.
std::string write_number_cell(std::string text, const Dialect& dialect);

// A cell, in quotes when it must be.
void append_csv_cell(std::string& out, std::string_view text, const Dialect& dialect = {});

// A line of cells, with its end.
void append_csv_row(std::string& out, const std::vector<std::string>& cells, const Dialect& dialect = {});

}  // namespace ansio::cases
