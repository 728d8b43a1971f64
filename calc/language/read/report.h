// Diagnostics of one formula: from byte ranges of its text to places in the file.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/language/floor.h"

namespace ansio::language {

// Bytes [begin, end) of a formula.
struct SourceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class FormulaReport {
 public:
  // `place` gives the position of a byte of the formula.
  using Place = std::function<Position(std::size_t offset)>;
  FormulaReport(std::string_view text, Place place) : text_(text), place_(std::move(place)) {}

  struct Advice {
    std::string expected;
    std::string hint;
  };
  void error(Code code, SourceRange range, std::string message, Advice advice = {});

  [[nodiscard]] std::string_view text() const { return text_; }
  // The range's text, shortened to one short line, as diagnostics quote it.
  [[nodiscard]] std::string quote(SourceRange range) const;

  [[nodiscard]] bool clean() const { return errors_.empty(); }
  // In the order of the text.
  [[nodiscard]] Diagnostics take();

 private:
  struct Located {
    std::uint32_t begin;
    Diagnostic diagnostic;
  };
  std::string_view text_;
  Place place_;
  std::vector<Located> errors_;
};

}  // namespace ansio::language
