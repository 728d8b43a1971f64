#include "calc/base/date/year_month.h"

#include <gtest/gtest.h>

#include <chrono>

namespace ansio::base {
namespace {

TEST(YearMonth, reads_months_and_first_days_and_nothing_else) {
  EXPECT_EQ(parse_year_month("2026-05"), YearMonth::of(2026, 5));
  EXPECT_EQ(parse_year_month("2026-05-01"), YearMonth::of(2026, 5));
  for (const char* text : {"", "2026", "2026-5", "2026-00", "2026-13", "1899-12", "2200-01", "2026-05-02", "2026/05",
                           "26-05", "2026-05 ", "20a6-05", "-026-05"})
    EXPECT_FALSE(parse_year_month(text).has_value()) << text;
}

TEST(YearMonth, knows_the_calendar_of_three_centuries) {
  // The standard library's calendar, day by day, is the independent witness.
  for (int year = 1900; year < 2200; ++year)
    for (int month = 1; month <= 12; ++month) {
      const YearMonth at_hand = YearMonth::of(year, month);
      const auto first = std::chrono::year{year} / static_cast<int>(month) / 1;
      const auto last = std::chrono::year_month_day_last(first.year() / first.month() / std::chrono::last);
      int weekdays = 0;
      for (std::chrono::sys_days day = first; day <= std::chrono::sys_days(last); day += std::chrono::days{1})
        weekdays += std::chrono::weekday(day).iso_encoding() <= 5 ? 1 : 0;
      ASSERT_EQ(days_in(at_hand), static_cast<int>(static_cast<unsigned>(last.day()))) << to_text(at_hand);
      ASSERT_EQ(weekdays_in(at_hand), weekdays) << to_text(at_hand);
      ASSERT_EQ(parse_year_month(to_text(at_hand)), at_hand);
    }
}

}  // namespace
}  // namespace ansio::base
