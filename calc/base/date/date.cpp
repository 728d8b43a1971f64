#include "calc/base/date/date.h"

#include "calc/base/date/calendar.h"

namespace ansio::base {

Date Date::in(YearMonth month, int day) {
  return {static_cast<std::int32_t>(WholeDays(WholeNumbers{}).date_in(month.index, day))};
}

YearMonth Date::month() const {
  return {static_cast<std::int32_t>(WholeDays(WholeNumbers{}).month_of(days))};
}

int Date::day() const {
  return static_cast<int>(WholeDays(WholeNumbers{}).day_of(days));
}

int Date::weekday() const {
  return static_cast<int>(WholeDays(WholeNumbers{}).weekday_of(days));
}

std::optional<Date> parse_date(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 10 || text[7] != '-' || !is_digit(text[8]) || !is_digit(text[9]))
    return std::nullopt;
  const auto month = parse_year_month(text.substr(0, 7));
  const int day = (text[8] - '0') * 10 + (text[9] - '0');
  if (!month || day < 1 || day > days_in(*month))
    return std::nullopt;
  return Date::in(*month, day);
}

std::string to_text(Date date) {
  std::string text = to_text(date.month()) + "-00";
  text[8] = static_cast<char>('0' + date.day() / 10);
  text[9] = static_cast<char>('0' + date.day() % 10);
  return text;
}

}  // namespace ansio::base
