// CSV, strictly as RFC 4180 has it: commas, double quotes, lines ending in "\n" or "\r\n", UTF-8. Spreadsheets write
// semicolons, or tabs, where the comma stands in numbers: in whole tables they separate cells when the first line has
// them and no comma; of rows that come one by one the reader is told (separate_by).
//
// Whole tables (parameters of many rows):
//
//   Result<CsvTable> table = read_csv("rules/a.csv", text);
//   table->header[0]; table->rows[0].cells[0]; table->rows[0].position
//
// Rows as they come (batches of any size in constant memory):
//
//   CsvReader reader("input.csv", source);      // source fills a buffer, as fread does
//   std::vector<std::string_view> cells;
//   while (reader.next(cells)) …                // cells are valid until the next call
//     if (reader.damage()) …                    // why this row cannot be read; the next one can
//   if (reader.error()) …
//
// A damaged row is its first line: what follows is read as if nothing had been. Its cells are those before the damage.
// Damage: bad_syntax (a quote where none may be, or never closed), bad_encoding (no UTF-8, a control character),
// too_large (a row over 1 MB). Errors: too_large for a line that does not end within 16 MB; of tables also a table over
// 16 MB, bad_table (a row longer or shorter than the header, a column without name), duplicate_key (two columns of one
// name).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"

namespace ansio::base {

struct CsvRow {
  std::vector<std::string> cells;  // as many as the header has
  Position position;               // of the row's first character
};

struct CsvTable {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;
};

// All that is wrong at once, up to the first thing that hides what follows. A text without a header is bad_table.
Result<CsvTable> read_csv(const std::string& file, std::string_view text);

class CsvReader {
 public:
  // Puts at most `size` bytes into `buffer` and says how many; 0 at the end.
  using Source = std::function<std::size_t(char* buffer, std::size_t size)>;

  CsvReader(std::string file, Source source);

  // The next row; false at the end and after an error. An empty line is a row of one empty cell.
  bool next(std::vector<std::string_view>& cells);

  // What follows is separated by this character and not by commas.
  void separate_by(char delimiter) { delimiter_ = delimiter; }

  // The line that comes next, with its end when it has one; nothing is taken of it.
  std::string_view peek_line();
  [[nodiscard]] bool had_byte_order_mark() const { return had_byte_order_mark_; }

  [[nodiscard]] const std::optional<Diagnostic>& damage() const { return damage_; }
  [[nodiscard]] const std::optional<Diagnostic>& error() const { return error_; }
  [[nodiscard]] Position position() const { return {file_, line_, 1}; }  // of the row last read

 private:
  struct RowEnd {
    std::size_t end = 0;     // offset from begin_ of the line end that closes the row, or of the end of the input
    bool is_quoted = false;  // some cell is
  };

  bool fill();
  bool start();
  std::optional<std::size_t> find_line_end();
  std::optional<RowEnd> find_row_end();
  std::optional<RowEnd> end_quoted_row();
  std::optional<RowEnd> end_damaged_row(Code code, std::size_t place, std::string message);
  void split(char* begin, char* end, std::vector<std::string_view>& cells);
  void split_quoted(char* begin, char* end, std::vector<std::string_view>& cells);
  void note_damage(Code code, std::string message, const char* row, const char* place);

  std::string file_;
  Source source_;
  char delimiter_ = ',';
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of what is not yet handed out
  std::size_t end_ = 0;    // of what is filled
  bool source_ended_ = false;
  bool started_ = false;
  bool had_byte_order_mark_ = false;
  std::uint32_t line_ = 0;
  std::uint32_t next_line_ = 1;
  std::optional<Diagnostic> damage_;
  std::optional<Diagnostic> error_;
};

}  // namespace ansio::base
