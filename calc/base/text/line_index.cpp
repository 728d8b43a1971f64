#include "calc/base/text/line_index.h"

#include <algorithm>

namespace ansio::base {
namespace {

constexpr std::size_t stretch = 256;

void advance(std::string_view text, std::uint32_t& line, std::uint32_t& column) {
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column;
    }
  }
}

}  // namespace

LineIndex::LineIndex(Words file, std::string_view text) : file_(std::move(file)), text_(text) {
  marks_.reserve(text.size() / stretch + 1);
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  for (std::size_t begin = 0; begin <= text.size(); begin += stretch) {
    marks_.push_back({line, column});
    advance(text.substr(begin, stretch), line, column);
  }
}

Position LineIndex::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  Mark mark = marks_[offset / stretch];
  advance(text_.substr(offset / stretch * stretch, offset % stretch), mark.line, mark.column);
  return {file_, mark.line, mark.column};
}

}  // namespace ansio::base
