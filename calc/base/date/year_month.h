// A month of the calendar, and the few facts about it that laws ask for.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ansio::base {

// Months are counted from year 0, January: 2026-05 is 2026·12 + 4. Valid years: 1900–2199.
struct YearMonth {
  std::int32_t index = 0;

  static constexpr YearMonth of(int year, int month) { return YearMonth{year * 12 + month - 1}; }
  [[nodiscard]] constexpr int year() const { return index / 12; }
  [[nodiscard]] constexpr int month() const { return index % 12 + 1; }
  friend constexpr auto operator<=>(const YearMonth&, const YearMonth&) = default;
};

std::optional<YearMonth> parse_year_month(std::string_view text);  // "2026-05", or "2026-05-01" (only the first day)
std::string to_text(YearMonth month);                              // "2026-05"
int days_in(YearMonth month);
int weekdays_in(YearMonth month);  // days Monday to Friday

}  // namespace ansio::base
