#include "calc/base/document/document.h"

#include <algorithm>

namespace ansio::base {

const Document* Document::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& candidate) { return candidate.first.scalar == key; });
  return entry == entries.end() ? nullptr : &entry->second;
}

Position Document::position_of(std::size_t offset) const {
  if (lines.empty()) {
    Position place = position;
    if (place.line == 0)
      return place;
    place.column +=
        static_cast<std::uint32_t>(count_characters(std::string_view(scalar).substr(0, offset)) + (quoted ? 1 : 0));
    return place;
  }
  const auto after = std::upper_bound(lines.begin(), lines.end(), offset,
                                      [](std::size_t place, const ScalarLine& line) { return place < line.offset; });
  const ScalarLine& line = after == lines.begin() ? *after : *(after - 1);
  Position place{position.file, line.line, line.column};
  if (offset > line.offset)
    place.column += static_cast<std::uint32_t>(
        count_characters(std::string_view(scalar).substr(line.offset, offset - line.offset)));
  return place;
}

}  // namespace ansio::base
