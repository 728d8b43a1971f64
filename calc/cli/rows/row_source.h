// The rows of a batch as they come in: CSV or lines of JSON, from a stream, some rows or all.
//
//   RowSource source("households.csv", in, RowFormat::csv, {1000, 2000});
//   source.read_header(cells);                // of CSV
//   while (source.next(cells)) …              // cells are valid until the next call; a line of JSON is one cell
//   if (source.error()) …
//
// Rows are counted from 0, the header and blank lines apart: {1000, 2000} are the thousand rows after the first
// thousand. Errors: those of CsvReader; too_large for a line over 1 MB.
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

  bool read_header(std::vector<std::string_view>& cells);
  bool next(std::vector<std::string_view>& cells);

  [[nodiscard]] Position position() const;  // of the row last read
  [[nodiscard]] std::optional<Diagnostic> error() const { return error_ ? error_ : csv_.error(); }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  // taken from the stream so far

 private:
  bool read(std::vector<std::string_view>& cells);
  bool read_line();

  std::string name_;
  std::istream& in_;
  RowFormat format_;
  RowRange range_;
  std::uint64_t bytes_ = 0;
  std::uint64_t row_ = 0;
  CsvReader csv_;
  std::string line_;
  std::uint32_t line_number_ = 0;
  std::optional<Diagnostic> error_;
};

}  // namespace ansio::cli
