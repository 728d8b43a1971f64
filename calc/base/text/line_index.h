// From a byte of a text to its line and column.
//
//   LineIndex index("rules/a.yaml", text);
//   index.at(17) == Position{"rules/a.yaml", 2, 5}
//
// A lookup costs the same wherever it falls, also in a text of one line of 16 MB. Lines end with "\n" or "\r\n";
// columns count characters from 1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"

namespace ansio::base {

class LineIndex {
 public:
  LineIndex(Words file, std::string_view text);  // keeps a view of the text, which must be valid UTF-8

  [[nodiscard]] Position at(std::size_t offset) const;  // an offset past the end is the end

 private:
  // Line and column where a stretch of the text begins.
  struct Mark {
    std::uint32_t line;
    std::uint32_t column;
  };
  Words file_;
  std::string_view text_;
  std::vector<Mark> marks_;
};

}  // namespace ansio::base
