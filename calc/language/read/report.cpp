#include "calc/language/read/report.h"

#include <algorithm>

namespace ansio::language {
namespace {

// A formula of 64 kB may be wrong in every byte; nobody reads more than this.
constexpr std::size_t most_errors = 50;
constexpr std::size_t longest_quote = 60;

}  // namespace

void FormulaReport::error(Code code, SourceRange range, std::string message, Advice advice) {
  if (errors_.size() == most_errors)
    return;
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.position = place_(range.begin);
  diagnostic.message = std::move(message);
  diagnostic.found = quote(range);
  diagnostic.expected = std::move(advice.expected);
  diagnostic.hint = std::move(advice.hint);
  errors_.push_back({range.begin, std::move(diagnostic)});
}

std::string FormulaReport::quote(SourceRange range) const {
  std::string_view text = text_.substr(range.begin, range.end - range.begin);
  std::string quoted;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (blank && (quoted.empty() || quoted.back() == ' '))
      continue;
    // Cut between characters, not inside one.
    if (quoted.size() >= longest_quote && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      quoted += "…";
      break;
    }
    quoted += blank ? ' ' : c;
  }
  if (quoted.ends_with(' '))
    quoted.pop_back();
  return quoted;
}

Diagnostics FormulaReport::take() {
  std::stable_sort(errors_.begin(), errors_.end(),
                   [](const Located& a, const Located& b) { return a.begin < b.begin; });
  Diagnostics diagnostics;
  for (Located& error : errors_)
    diagnostics.push_back(std::move(error.diagnostic));
  errors_.clear();
  return diagnostics;
}

}  // namespace ansio::language
