// Reads CSV cell by cell in one pass, with quotes, and says where a row is malformed.
#include "calc/base/document/csv_reader.h"

#include "calc/base/limits/limits.h"
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

// Offset from begin_ of the line end that closes the row, or of the end of the input; nothing after an error.
std::optional<std::size_t> CsvReader::find_row_end() {
  std::size_t scanned = 0;
  bool quoted = false;
  for (;;) {
    char* row = buffer_.data() + begin_;
    const char* filled = buffer_.data() + end_;
    // Most rows have no quote: then two searches find the end.
    if (!quoted) {
      char* line_end = find(row + scanned, filled, '\n');
      const char* stop = line_end != nullptr ? line_end : filled;
      const char* quote = find(row + scanned, stop, '"');
      if (quote == nullptr && line_end != nullptr)
        return static_cast<std::size_t>(line_end - row);
      scanned = static_cast<std::size_t>((quote != nullptr ? quote : stop) - row);
    }
    for (const char* c = row + scanned; c < filled; ++c) {
      if (*c == '"')
        quoted = !quoted;  // a doubled quote closes and opens again
      else if (*c == '\n' && !quoted)
        return static_cast<std::size_t>(c - row);
    }
    scanned = end_ - begin_;
    if (scanned > largest_scalar_bytes) {
      fail(Code::too_large, "a row over 1 MB", row, row);
      return std::nullopt;
    }
    if (!fill()) {
      std::vector<std::string_view> cells;
      if (!quoted)
        return scanned;
      if (separator_ == 0)
        separator_ = separator_of({buffer_.data() + begin_, scanned});
      // A quote where none may be looks like one that is never closed.
      if (!split_quoted(buffer_.data() + begin_, buffer_.data() + begin_ + scanned, cells))
        return std::nullopt;
      fail(Code::bad_syntax, "a quote that is never closed", row, row);
      return std::nullopt;
    }
  }
}

bool CsvReader::next(std::vector<std::string_view>& cells) {
  cells.clear();
  if (error_)
    return false;
  if (begin_ == end_ && !fill())
    return false;
  if (!started_) {
    started_ = true;
    while (end_ < 3 && fill()) {
    }
    begin_ += std::string_view(buffer_.data(), end_).size() - without_byte_order_mark({buffer_.data(), end_}).size();
    if (begin_ == end_ && !fill())
      return false;
  }
  line_ = next_line_;
  const auto length = find_row_end();
  if (!length)
    return false;
  char* begin = buffer_.data() + begin_;
  char* end = begin + *length;
  begin_ = std::min(begin_ + *length + 1, end_);
  ++next_line_;
  if (end > begin && end[-1] == '\r')
    --end;
  return split(begin, end, cells);
}

bool CsvReader::split(char* begin, char* end, std::vector<std::string_view>& cells) {
  const std::string_view row(begin, static_cast<std::size_t>(end - begin));
  if (separator_ == 0)
    separator_ = separator_of(row);
  if (const auto bad = find_invalid_utf8(row))
    return fail(Code::bad_encoding, "the text is not valid UTF-8", begin, begin + *bad);
  if (find(begin, end, '"') != nullptr)
    return split_quoted(begin, end, cells);
  for (char* cell = begin;;) {
    char* separator = find(cell, end, separator_);
    char* stop = separator != nullptr ? separator : end;
    cells.emplace_back(cell, static_cast<std::size_t>(stop - cell));
    if (separator == nullptr)
      return true;
    cell = separator + 1;
  }
}

bool CsvReader::split_quoted(char* begin, char* end, std::vector<std::string_view>& cells) {
  next_line_ += static_cast<std::uint32_t>(std::count(begin, end, '\n'));
  char* place = begin;
  for (;;) {
    char* cell = place;
    char* written = place;
    if (place < end && *place == '"') {
      // Unquoted where it lies: the text without quotes is never longer.
      ++place;
      for (;;) {
        char* quote = find(place, end, '"');
        if (quote == nullptr)
          return fail(Code::bad_syntax, "a quote that is never closed", begin, cell);
        const auto length = static_cast<std::size_t>(quote - place);
        std::memmove(written, place, length);
        written += length;
        place = quote + 1;
        if (place == end || *place != '"')
          break;
        *written++ = '"';
        ++place;
      }
      if (place < end && *place != separator_)
        return fail(Code::bad_syntax, "text after a closing quote", begin, place);
    } else {
      char* separator = find(place, end, separator_);
      place = separator != nullptr ? separator : end;
      if (char* quote = find(cell, place, '"'))
        return fail(Code::bad_syntax, "a quote in a cell that is not quoted", begin, quote);
      written = place;
    }
    cells.emplace_back(cell, static_cast<std::size_t>(written - cell));
    if (place == end)
      return true;
    ++place;
  }
}

bool CsvReader::fail(Code code, std::string message, const char* row, const char* place) {
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
  error_ = std::move(diagnostic);
  return false;
}

namespace {

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
  CsvTable table;
  Diagnostics diagnostics;
  std::vector<std::string_view> cells;
  if (reader.next(cells)) {
    table.header.assign(cells.begin(), cells.end());
    check_header(table, reader.position(), diagnostics);
  } else if (!reader.error()) {
    report(diagnostics, Code::bad_table, {file, 1, 1}, "a table without a header", {},
           "the names of the columns in the first line");
  }
  while (diagnostics.size() < most_diagnostics && reader.next(cells)) {
    if (cells.size() != table.header.size())
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
