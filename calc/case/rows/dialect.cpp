// Reads the separator from the header, numbers with a decimal comma, and writes cells of any dialect.
#include "calc/case/rows/dialect.h"

#include <algorithm>

namespace ansio::cases {
namespace {

constexpr std::string_view delimiters = ",;\t";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "1.200", "12.345.678": groups of three digits behind points.
bool looks_like_thousands(std::string_view text) {
  if (text.starts_with('-'))
    text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == text.npos || point == 0 || point > 3)
    return false;
  for (std::string_view rest = text.substr(point); !rest.empty(); rest.remove_prefix(4))
    if (rest.size() < 4 || rest[0] != '.' || !std::all_of(rest.begin() + 1, rest.begin() + 4, is_digit))
      return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(point), is_digit);
}

}  // namespace

std::optional<Dialect> parse_dialect(std::string_view text) {
  if (text == "," || text == "comma")
    return Dialect{};
  if (text == ";" || text == "semicolon")
    return Dialect{';', true};
  if (text == "\t" || text == "\\t" || text == "tab")
    return Dialect{'\t', true};
  return std::nullopt;
}

std::optional<Dialect> dialect_of_header(std::string_view line) {
  Dialect dialect;
  bool quoted = false;
  bool found = false;
  for (const char c : line) {
    quoted ^= c == '"';
    if (quoted || delimiters.find(c) == delimiters.npos)
      continue;
    if (found && c != dialect.delimiter)
      return std::nullopt;
    found = true;
    dialect = {c, c != ','};
  }
  return dialect;
}

std::string delimiter_name(char delimiter) {
  return delimiter == ';' ? "semicolon" : delimiter == '\t' ? "tab" : "comma";
}

std::optional<std::string> read_number_cell(std::string_view text, const Dialect& dialect) {
  std::string number(text);
  if (!dialect.decimal_comma)
    return number;
  if (looks_like_thousands(text))
    return std::nullopt;
  const std::size_t comma = number.find(',');
  if (comma != number.npos && number.find_first_of(".,", comma + 1) == number.npos && number.find('.') > comma)
    number[comma] = '.';
  return number;
}

std::string write_number_cell(std::string text, const Dialect& dialect) {
  if (dialect.decimal_comma)
    std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

void append_csv_cell(std::string& out, std::string_view text, const Dialect& dialect) {
  if (text.find_first_of("\"\r\n") == text.npos && text.find(dialect.delimiter) == text.npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"')
      out += '"';
    out += c;
  }
  out += '"';
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells, const Dialect& dialect) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0)
      out += dialect.delimiter;
    append_csv_cell(out, cells[i], dialect);
  }
  out += dialect.line_end;
}

}  // namespace ansio::cases
