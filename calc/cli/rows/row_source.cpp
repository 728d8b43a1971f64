// Reads rows from CSV or lines of JSON in pieces, from a file or from standard input, and only those asked for.
#include "calc/cli/rows/row_source.h"

#include <algorithm>
#include <charconv>
#include <istream>

#include "calc/base/limits/limits.h"
#include "calc/base/text/characters.h"
#include "calc/cli/streams/descriptor.h"

namespace ansio::cli {
namespace {

bool read_count(std::string_view text, std::uint64_t& count) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  return error == std::errc{} && end == text.data() + text.size();
}

// Where each cell of a line begins.
std::vector<Position> cell_places(std::string_view line, char delimiter, const std::string& file) {
  Position place{file, 1, 1};
  std::vector<Position> places{place};
  bool quoted = false;
  for (const char c : line) {
    quoted ^= c == '"';
    place.column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    if (c == delimiter && !quoted)
      places.push_back(place);
  }
  return places;
}

// Whether a line of JSON is blank or an object whose values are all null. What is no JSON says something.
bool says_nothing(std::string_view line) {
  line = trimmed(line);
  if (line.empty())
    return true;
  if (!line.starts_with('{') || !line.ends_with('}'))
    return false;
  line.remove_prefix(1);
  bool quoted = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (quoted && line[i] == '\\')
      ++i;
    else if (line[i] == '"')
      quoted = !quoted;
    else if (!quoted && line[i] == ':' && !trimmed(line.substr(i + 1)).starts_with("null"))
      return false;
  }
  return line.find(':') != line.npos || trimmed(line) == "}";
}

}  // namespace

std::optional<RowRange> parse_row_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos || text.size() == 1)
    return std::nullopt;
  RowRange range;
  if (colon > 0 && !read_count(text.substr(0, colon), range.begin))
    return std::nullopt;
  if (colon + 1 < text.size() && !read_count(text.substr(colon + 1), range.end))
    return std::nullopt;
  return range.begin <= range.end ? std::optional(range) : std::nullopt;
}

RowSource::RowSource(std::string name, std::istream& in, RowFormat format, RowRange range)
    : name_(std::move(name)),
      in_(in),
      format_(format),
      range_(range),
      csv_(name_, [this](char* buffer, std::size_t size) {
        in_.read(buffer, static_cast<std::streamsize>(size));
        const auto count = static_cast<std::size_t>(in_.gcount());
        bytes_ += count;
        return count;
      }) {}

std::optional<Diagnostic> RowSource::error() const {
  if (error_ || csv_.error())
    return error_ ? error_ : csv_.error();
  if (const int error = error_of(in_))
    return Diagnostic{.code = Code::unreadable_file,
                      .position = {name_, 0, 0},
                      .message = "the file cannot be read",
                      .found = reason_of(error)};
  return std::nullopt;
}

bool RowSource::read_header(std::vector<std::string_view>& cells, const std::optional<Dialect>& dialect) {
  const std::string line(csv_.peek_line());
  const auto found = dialect_of_header(line);
  const bool other = dialect && found && found->delimiter != dialect->delimiter &&
                     line.find(found->delimiter) != line.npos && line.find(dialect->delimiter) == line.npos;
  if (!dialect && !found) {
    error_ = Diagnostic{.code = Code::bad_table,
                        .position = {name_, 1, 1},
                        .message = "the header has several separators",
                        .found = shown(trimmed(line), 100),
                        .expected = "commas, semicolons or tabs; --delimiter says which"};
    return false;
  }
  if (other) {
    error_ = Diagnostic{.code = Code::bad_table,
                        .position = {name_, 1, 1},
                        .message = "the columns are not separated as --delimiter says",
                        .found = delimiter_name(found->delimiter),
                        .expected = delimiter_name(dialect->delimiter)};
    return false;
  }
  dialect_ = dialect ? *dialect : *found;
  dialect_.line_end = line.ends_with("\r\n") ? "\r\n" : "\n";
  csv_.separate_by(dialect_.delimiter);
  if (!csv_.next(cells))
    return false;
  if (csv_.damage()) {
    error_ = csv_.damage();
    return false;
  }
  places_ = cell_places(line, dialect_.delimiter, name_);
  return true;
}

// Empty cells only, as spreadsheets leave them; of JSON no value that is not null.
bool RowSource::is_blank_row(const std::vector<std::string_view>& cells) const {
  if (damage())
    return false;
  if (format_ == RowFormat::csv)
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
  return says_nothing(cells.front());
}

bool RowSource::next(std::vector<std::string_view>& cells) {
  while (row_ < range_.end && read(cells))
    if (!is_blank_row(cells) && row_++ >= range_.begin)
      return true;
  return false;
}

Position RowSource::position() const {
  return format_ == RowFormat::csv ? csv_.position() : Position{name_, line_number_, 1};
}

bool RowSource::read(std::vector<std::string_view>& cells) {
  if (format_ == RowFormat::csv)
    return csv_.next(cells);
  if (!read_line())
    return false;
  cells.assign(1, line_);
  return true;
}

// Character by character, so that a line without an end does not fill the memory. What is too long is read to its end,
// as far as a document may go, and the next line is read as if nothing had been.
bool RowSource::read_line() {
  line_.clear();
  damage_.reset();
  if (error_)
    return false;
  ++line_number_;
  std::streambuf& buffer = *in_.rdbuf();
  constexpr int end = std::char_traits<char>::eof();
  int c = buffer.sbumpc();
  if (c == end)
    return false;
  std::size_t length = 0;
  for (; c != end && c != '\n'; c = buffer.sbumpc()) {
    if (++length <= longest_line) {
      line_ += static_cast<char>(c);
    } else if (length > largest_document_bytes) {
      error_ = Diagnostic{.code = Code::too_large,
                          .position = {name_, line_number_, 1},
                          .message = "a line that does not end within 16 MB"};
      return false;
    }
  }
  bytes_ += length + 1;
  if (length > longest_line)
    damage_ = Diagnostic{
        .code = Code::too_large, .position = {name_, line_number_, 1}, .message = "a line of more than 1 MB"};
  if (line_.ends_with('\r'))
    line_.pop_back();
  return true;
}

}  // namespace ansio::cli
