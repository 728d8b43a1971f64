#include "calc/base/date/date.h"

#include <gtest/gtest.h>

namespace ansio::base {
namespace {

// Counted day by day, without any of the formulas.
TEST(Date, every_day_from_1900_to_2199_follows_the_one_before) {
  int days = first_date.days, weekday = 1;  // 1900-01-01 was a Monday
  for (YearMonth month = YearMonth::of(1900, 1); month <= YearMonth::of(2199, 12); ++month.index)
    for (int day = 1; day <= days_in(month); ++day, ++days, weekday = weekday % 7 + 1) {
      const Date date{days};
      ASSERT_EQ(date.month(), month) << days;
      ASSERT_EQ(date.day(), day) << days;
      ASSERT_EQ(date.weekday(), weekday) << days;
      ASSERT_EQ(Date::in(month, day), date) << days;
    }
  EXPECT_EQ(days, last_date.days + 1);
}

TEST(Date, a_month_has_no_day_before_its_first_and_after_its_last) {
  EXPECT_EQ(to_text(Date::in(YearMonth::of(2026, 2), 31)), "2026-02-28");
  EXPECT_EQ(to_text(Date::in(YearMonth::of(2028, 2), 31)), "2028-02-29");
  EXPECT_EQ(to_text(Date::in(YearMonth::of(2026, 2), 0)), "2026-02-01");
}

TEST(Date, reads_what_it_writes) {
  for (const char* text : {"1900-01-01", "1970-01-01", "2000-02-29", "2026-03-12", "2199-12-31"}) {
    ASSERT_TRUE(parse_date(text)) << text;
    EXPECT_EQ(to_text(*parse_date(text)), text);
  }
  EXPECT_EQ(parse_date("1970-01-01")->days, 0);
}

TEST(Date, refuses_what_is_no_day) {
  for (const char* text : {"", "2026-03", "2026-02-29", "2100-02-29", "2026-04-31", "2026-03-00", "2026-13-01",
                           "1899-12-31", "2200-01-01", "2026-3-12", "2026-03-1x", "2026/03/12", "2026-03-123"})
    EXPECT_FALSE(parse_date(text)) << text;
}

}  // namespace
}  // namespace ansio::base
