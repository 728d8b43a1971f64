// A day of the calendar.
//
//   parse_date("2026-03-12")->days == 20524      // days since 1970-01-01
//   to_text(Date{20524}) == "2026-03-12"
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calc/base/date/year_month.h"

namespace ansio::base {

// Valid dates: 1900-01-01 to 2199-12-31.
struct Date {
  std::int32_t days = 0;  // since 1970-01-01

  // The n-th day of a month, or its last one.
  static Date in(YearMonth month, int day);
  [[nodiscard]] YearMonth month() const;
  [[nodiscard]] int day() const;      // of the month, from 1 on
  [[nodiscard]] int weekday() const;  // 1 on a Monday, 7 on a Sunday
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

inline constexpr Date first_date{-25567};  // 1900-01-01
inline constexpr Date last_date{84005};    // 2199-12-31

std::optional<Date> parse_date(std::string_view text);  // "2026-03-12"; nothing for a day that no month has
std::string to_text(Date date);                         // "2026-03-12"

}  // namespace ansio::base
