// Reads CSV row by row, with quotes, and says where a row is damaged.
//
// The end of a row is found first: of a row without quotes that of its line; of one with quotes cell by cell, so that a
// stray quote damages its own line and no other. Then the row is split where it lies.
#include "calc/base/document/csv_reader.h"

#include "calc/base/limits/limits.h"
#include "calc/base/text/characters.h"
#include "calc/base/text/text_checks.h"
#include "calc/base/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace ansio::base {
namespace {

constexpr std::size_t first_buffer = std::size_t{1} << 16;

char* find(char* begin, const char* end, char c) {
  return begin == end ? nullptr : static_cast<char*>(std::memchr(begin, c, static_cast<std::size_t>(end - begin)));
}

}  // namespace

CsvReader::CsvReader(std::string file, Source source)
    : file_(std::move(file)), source_(std::move(source)), buffer_(first_buffer) {}

// Makes room behind what is unread and reads on; false when nothing came.
bool CsvReader::fill() {
  if (source_ended_)
    return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size())
    buffer_.resize(buffer_.size() * 2);
  const std::size_t got = source_(buffer_.data() + end_, buffer_.size() - end_);
  end_ += got;
  source_ended_ = got == 0;
  return got > 0;
}

// False when the input is empty. A byte order mark is passed over.
bool CsvReader::start() {
  if (started_)
    return begin_ < end_ || fill();
  started_ = true;
  while (end_ < 3 && fill()) {
  }
  const std::string_view text(buffer_.data(), end_);
  had_byte_order_mark_ = without_byte_order_mark(text).size() != text.size();
  begin_ = had_byte_order_mark_ ? 3 : 0;
  return begin_ < end_ || fill();
}

// Offset from begin_ of the next line end, or of the end of the input; nothing when there is none in reach.
std::optional<std::size_t> CsvReader::find_line_end() {
  std::size_t scanned = 0;
  for (;;) {
    char* row = buffer_.data() + begin_;
    if (const char* line_end = find(row + scanned, buffer_.data() + end_, '\n'))
      return static_cast<std::size_t>(line_end - row);
    scanned = end_ - begin_;
    if (scanned > largest_document_bytes) {
      error_ = Diagnostic{
          .code = Code::too_large, .position = {file_, line_, 1}, .message = "a line that does not end within 16 MB"};
      return std::nullopt;
    }
    if (!fill())
      return scanned;
  }
}

std::string_view CsvReader::peek_line() {
  if (!start())
    return {};
  const auto end = find_line_end();
  return end ? std::string_view(buffer_.data() + begin_, std::min(*end + 1, end_ - begin_)) : std::string_view{};
}

// A damaged row is its first line.
std::optional<CsvReader::RowEnd> CsvReader::end_damaged_row(Code code, std::size_t place, std::string message) {
  const auto end = find_line_end();
  if (!end)
    return std::nullopt;
  const char* row = buffer_.data() + begin_;
  note_damage(code, std::move(message), row, row + std::min(place, *end));
  return RowEnd{*end, true};
}

// Of a row with quotes, cell by cell as RFC 4180 has them: a quote opens only where a cell begins.
std::optional<CsvReader::RowEnd> CsvReader::end_quoted_row() {
  enum class In : std::uint8_t { start, plain, quoted, closed };
  In in = In::start;
  std::size_t opened = 0;
  for (std::size_t at = 0;; ++at) {
    if (begin_ + at == end_) {
      const bool is_long = at > largest_scalar_bytes;
      if (is_long || !fill()) {
        if (in != In::quoted)
          return RowEnd{at, true};
        return is_long ? end_damaged_row(Code::too_large, opened, "a quote that is not closed within 1 MB")
                       : end_damaged_row(Code::bad_syntax, opened, "a quote that is never closed");
      }
    }
    const char c = buffer_[begin_ + at];
    if (in == In::quoted) {
      in = c == '"' ? In::closed : In::quoted;
    } else if (c == '\n') {
      return RowEnd{at, true};
    } else if (c == delimiter_) {
      in = In::start;
    } else if (c == '"') {
      if (in == In::plain)
        return end_damaged_row(Code::bad_syntax, at, "a quote in a cell that is not quoted");
      opened = in == In::start ? at : opened;
      in = In::quoted;  // a doubled quote closes and opens again
    } else if (in == In::closed && c != '\r') {
      // A quote that closes on another line is that line's own: this one's was never closed.
      const char* row = buffer_.data() + begin_;
      return std::count(row + opened, row + at, '\n') == 0
                 ? end_damaged_row(Code::bad_syntax, at, "text after a closing quote")
                 : end_damaged_row(Code::bad_syntax, opened, "a quote that is never closed");
    } else if (in == In::start) {
      in = In::plain;
    }
  }
}

// Most rows have no quote: then two searches find the end.
std::optional<CsvReader::RowEnd> CsvReader::find_row_end() {
  const auto line_end = find_line_end();
  if (!line_end)
    return std::nullopt;
  const char* row = buffer_.data() + begin_;
  if (find(buffer_.data() + begin_, row + *line_end, '"') == nullptr)
    return RowEnd{*line_end, false};
  return end_quoted_row();
}

bool CsvReader::next(std::vector<std::string_view>& cells) {
  cells.clear();
  damage_.reset();
  line_ = next_line_;
  if (error_ || !start())
    return false;
  const auto row = find_row_end();
  if (!row)
    return false;
  char* begin = buffer_.data() + begin_;
  char* end = begin + row->end;
  begin_ = std::min(begin_ + row->end + 1, end_);
  next_line_ += 1 + static_cast<std::uint32_t>(row->is_quoted ? std::count(begin, end, '\n') : 0);
  if (end > begin && end[-1] == '\r')
    --end;
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  if (text.size() > largest_scalar_bytes)
    note_damage(Code::too_large, "a row over 1 MB", begin, begin);
  else if (const auto bad = find_invalid_utf8(text))
    note_damage(Code::bad_encoding, "the text is not valid UTF-8", begin, begin + *bad);
  else if (const auto control = find_terminal_control(text))
    note_damage(Code::bad_encoding, "a control character in the text", begin, begin + *control);
  if (row->is_quoted)
    split_quoted(begin, end, cells);
  else
    split(begin, end, cells);
  return true;
}

void CsvReader::split(char* begin, char* end, std::vector<std::string_view>& cells) {
  for (char* cell = begin;;) {
    char* delimiter = find(cell, end, delimiter_);
    char* stop = delimiter != nullptr ? delimiter : end;
    cells.emplace_back(cell, static_cast<std::size_t>(stop - cell));
    if (delimiter == nullptr)
      return;
    cell = delimiter + 1;
  }
}

// Unquoted where the cells lie: the text without quotes is never longer. Of a damaged row, what stands before the
// damage.
void CsvReader::split_quoted(char* begin, char* end, std::vector<std::string_view>& cells) {
  char* place = begin;
  for (;;) {
    char* cell = place;
    char* written = place;
    if (place < end && *place == '"') {
      ++place;
      for (;;) {
        char* quote = find(place, end, '"');
        if (quote == nullptr)
          return;
        const auto length = static_cast<std::size_t>(quote - place);
        std::memmove(written, place, length);
        written += length;
        place = quote + 1;
        if (place == end || *place != '"')
          break;
        *written++ = '"';
        ++place;
      }
      if (place < end && *place != delimiter_)
        return;
    } else {
      char* delimiter = find(cell, end, delimiter_);
      place = delimiter != nullptr ? delimiter : end;
      written = place;
    }
    cells.emplace_back(cell, static_cast<std::size_t>(written - cell));
    if (place == end)
      return;
    ++place;
  }
}

void CsvReader::note_damage(Code code, std::string message, const char* row, const char* place) {
  if (damage_)
    return;
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.position = {file_, line_, 1};
  for (const char* c = row; c < place; ++c) {
    if (*c == '\n') {
      ++diagnostic.position.line;
      diagnostic.position.column = 1;
    } else if ((static_cast<unsigned char>(*c) & 0xC0U) != 0x80U) {
      ++diagnostic.position.column;
    }
  }
  diagnostic.message = std::move(message);
  if (code == Code::bad_syntax)
    diagnostic.expected = "\"text with \"\"quotes\"\"\", or text without any";
  if (code == Code::bad_encoding)
    diagnostic.found = shown_byte(*place);
  damage_ = std::move(diagnostic);
}

namespace {

// By the first line: commas when it has one, else what it has.
char separator_of(std::string_view header) {
  char found = ',';
  bool quoted = false;
  for (const char c : header) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      return c;
    else if ((c == ';' || c == '\t') && !quoted && found == ',')
      found = c;
  }
  return found;
}

void report(Diagnostics& diagnostics, Code code, Position position, std::string message, std::string found,
            std::string expected) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.position = std::move(position);
  diagnostic.message = std::move(message);
  diagnostic.found = std::move(found);
  diagnostic.expected = std::move(expected);
  diagnostics.push_back(std::move(diagnostic));
}

void check_header(const CsvTable& table, const Position& position, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const std::string& name = table.header[i];
    if (name.empty())
      report(diagnostics, Code::bad_table, position, "column " + std::to_string(i + 1) + " has no name", {},
             "a name in the first line");
    else if (std::find(table.header.begin(), table.header.begin() + static_cast<std::ptrdiff_t>(i), name) !=
             table.header.begin() + static_cast<std::ptrdiff_t>(i))
      report(diagnostics, Code::duplicate_key, position, "two columns of one name", name, "each name once");
  }
}

}  // namespace

Result<CsvTable> read_csv(const std::string& file, std::string_view text) {
  if (auto wrong = check_text(file, text, largest_document_bytes))
    return std::move(*wrong);
  CsvReader reader(file, [&](char* buffer, std::size_t size) {
    const std::size_t count = std::min(size, text.size());
    std::copy_n(text.begin(), count, buffer);
    text.remove_prefix(count);
    return count;
  });
  reader.separate_by(separator_of(reader.peek_line()));
  CsvTable table;
  Diagnostics diagnostics;
  std::vector<std::string_view> cells;
  if (reader.next(cells)) {
    table.header.assign(cells.begin(), cells.end());
    if (reader.damage())
      return *reader.damage();
    check_header(table, reader.position(), diagnostics);
  } else if (!reader.error()) {
    report(diagnostics, Code::bad_table, {file, 1, 1}, "a table without a header", {},
           "the names of the columns in the first line");
  }
  while (diagnostics.size() < most_diagnostics && reader.next(cells)) {
    if (reader.damage())
      diagnostics.push_back(*reader.damage());
    else if (cells.size() != table.header.size())
      report(diagnostics, Code::bad_table, reader.position(),
             cells.size() < table.header.size() ? "a row with missing cells" : "a row with surplus cells",
             std::to_string(cells.size()) + " cells", std::to_string(table.header.size()));
    table.rows.push_back({{cells.begin(), cells.end()}, reader.position()});
  }
  if (reader.error())
    diagnostics.push_back(*reader.error());
  if (!diagnostics.empty())
    return diagnostics;
  return table;
}

}  // namespace ansio::base
