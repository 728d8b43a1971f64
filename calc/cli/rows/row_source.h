// The rows of a batch as they come in: CSV or lines of JSON, from a stream, some rows or all.
//
//   RowSource source("households.csv", in, RowFormat::csv, {1000, 2000});
//   source.read_header(cells, places);        // of CSV
//   while (source.next(cells)) …              // cells are valid until the next call; a line of JSON is one cell
//   if (source.error()) …
//
// Rows are counted from 0, the header and blank lines apart: {1000, 2000} are the thousand rows after the first
// thousand. A line without any value is blank: empty cells only, an object without a value that is not null. A damaged
// row is a row with its damage(): those of CsvReader, and too_large for a line of JSON over 1 MB. Errors: those of
// CsvReader; unreadable_file when the stream breaks off.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calc/base/document/csv_reader.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

struct RowRange {
  std::uint64_t begin = 0;
  std::uint64_t end = std::numeric_limits<std::uint64_t>::max();
};

// "1000:2000", "1000:", ":2000"; nothing for anything else.
std::optional<RowRange> parse_row_range(std::string_view text);

class RowSource {
 public:
  RowSource(std::string name, std::istream& in, RowFormat format, RowRange range = {});
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;

  // Without a dialect the header itself says it; an error when it has several separators, or others than the dialect.
  bool read_header(std::vector<std::string_view>& cells, const std::optional<Dialect>& dialect = {});
  bool next(std::vector<std::string_view>& cells);

  // Of the header read: where its cells stand, how it is written, and whether a byte order mark is before it.
  [[nodiscard]] const std::vector<Position>& places() const { return places_; }
  [[nodiscard]] const Dialect& dialect() const { return dialect_; }
  [[nodiscard]] bool had_byte_order_mark() const { return csv_.had_byte_order_mark(); }

  // No row comes any more: the answer cannot be written.
  void stop() { range_.end = 0; }

  [[nodiscard]] Position position() const;  // of the row last read
  [[nodiscard]] const std::optional<Diagnostic>& damage() const { return damage_ ? damage_ : csv_.damage(); }
  [[nodiscard]] std::optional<Diagnostic> error() const;
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  // taken from the stream so far

 private:
  bool read(std::vector<std::string_view>& cells);
  bool read_line();
  [[nodiscard]] bool is_blank_row(const std::vector<std::string_view>& cells) const;

  std::string name_;
  std::istream& in_;
  RowFormat format_;
  RowRange range_;
  std::uint64_t bytes_ = 0;
  std::uint64_t row_ = 0;
  CsvReader csv_;
  std::string line_;
  std::uint32_t line_number_ = 0;
  Dialect dialect_;
  std::vector<Position> places_;
  std::optional<Diagnostic> damage_;
  std::optional<Diagnostic> error_;
};

}  // namespace ansio::cli
