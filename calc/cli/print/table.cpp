// Lays texts out in columns by their width in characters.
#include "calc/cli/print/table.h"

#include <algorithm>
#include <ostream>

namespace ansio::cli {
namespace {

constexpr const char* bold = "\x1b[1m";
constexpr const char* plain = "\x1b[0m";

void pad(std::ostream& out, std::size_t places) {
  for (std::size_t i = 0; i < places; ++i)
    out << ' ';
}

void print_row(std::ostream& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
               std::size_t left_columns, std::size_t indent) {
  pad(out, indent);
  for (std::size_t i = 0; i < widths.size() && i < cells.size(); ++i) {
    const std::string& cell = cells[i];
    const std::size_t gap = widths[i] - width_of(cell);
    if (i > 0)
      out << "  ";
    if (i >= left_columns)
      pad(out, gap);
    out << cell;
    if (i < left_columns && i + 1 < cells.size())
      pad(out, gap);
  }
  out << '\n';
}

}  // namespace

std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void print_table(std::ostream& out, const Table& table, bool colour, std::size_t indent) {
  std::vector<std::size_t> widths;
  for (const std::string& cell : table.header)
    widths.push_back(width_of(cell));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
      widths[i] = std::max(widths[i], width_of(row[i]));
  if (colour)
    out << bold;
  print_row(out, table.header, widths, table.left_columns, indent);
  if (colour)
    out << plain;
  std::size_t length = 0;
  for (const std::size_t width : widths)
    length += width + 2;
  pad(out, indent);
  for (std::size_t i = 2; i < length; ++i)
    out << "─";
  out << '\n';
  for (const auto& row : table.rows)
    print_row(out, row, widths, table.left_columns, indent);
}

void print_wrapped(std::ostream& out, const std::string& text, std::size_t indent, std::size_t width) {
  std::size_t used = 0;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string piece = text.substr(begin, end - begin);
    begin = end + 1;
    if (piece.empty())
      continue;
    const std::size_t length = width_of(piece);
    if (used == 0) {
      pad(out, indent);
      used = indent;
    } else if (used + 1 + length > width) {
      out << '\n';
      pad(out, indent);
      used = indent;
    } else {
      out << ' ';
      ++used;
    }
    out << piece;
    used += length;
  }
  out << '\n';
}

}  // namespace ansio::cli
