// Small whole numbers as people write them in names, months and counts.
#pragma once

#include <optional>
#include <string_view>

namespace ansio::base {

// One to nine decimal digits and nothing else: "08" → 8.
constexpr std::optional<int> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 9)
    return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9')
      return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace ansio::base
