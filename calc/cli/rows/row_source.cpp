// Reads rows from CSV or lines of JSON in pieces, from a file or from standard input, and only those asked for.
#include "calc/cli/rows/row_source.h"

#include <charconv>
#include <istream>

#include "calc/base/limits/limits.h"

namespace ansio::cli {
namespace {

bool read_count(std::string_view text, std::uint64_t& count) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  return error == std::errc{} && end == text.data() + text.size();
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

bool RowSource::read_header(std::vector<std::string_view>& cells) {
  return csv_.next(cells);
}

bool RowSource::next(std::vector<std::string_view>& cells) {
  while (row_ < range_.end && read(cells)) {
    // A blank line, as at the end of a file, is no household.
    if (cells.size() == 1 && cells[0].empty())
      continue;
    if (row_++ >= range_.begin)
      return true;
  }
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

// Character by character, so that a line without an end does not fill the memory.
bool RowSource::read_line() {
  line_.clear();
  if (error_)
    return false;
  ++line_number_;
  std::streambuf& buffer = *in_.rdbuf();
  constexpr int end = std::char_traits<char>::eof();
  int c = buffer.sbumpc();
  if (c == end)
    return false;
  for (; c != end && c != '\n'; c = buffer.sbumpc()) {
    if (line_.size() == longest_line) {
      error_ = Diagnostic{
          .code = Code::too_large, .position = {name_, line_number_, 1}, .message = "a line of more than 1 MB"};
      return false;
    }
    line_ += static_cast<char>(c);
  }
  bytes_ += line_.size() + 1;
  if (line_.ends_with('\r'))
    line_.pop_back();
  return true;
}

}  // namespace ansio::cli
