#include "calc/base/date.h"

#include <algorithm>

#include "calc/base/calendar.h"

namespace calc {
namespace {

struct WholeNumbers {
  static std::int64_t whole(std::int64_t value) { return value; }
  static std::int64_t add(std::int64_t a, std::int64_t b) { return a + b; }
  static std::int64_t subtract(std::int64_t a, std::int64_t b) { return a - b; }
  static std::int64_t multiply(std::int64_t a, std::int64_t b) { return a * b; }
  static std::int64_t divide_down(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
  static std::int64_t minimum(std::int64_t a, std::int64_t b) { return std::min(a, b); }
  static std::int64_t maximum(std::int64_t a, std::int64_t b) { return std::max(a, b); }
};

using Days = Calendar<std::int64_t, WholeNumbers>;

}  // namespace

Date Date::in(YearMonth month, int day) {
  return {static_cast<std::int32_t>(Days(WholeNumbers{}).date_in(month.index, day))};
}

YearMonth Date::month() const {
  return {static_cast<std::int32_t>(Days(WholeNumbers{}).month_of(days))};
}

int Date::day() const {
  return static_cast<int>(Days(WholeNumbers{}).day_of(days));
}

int Date::weekday() const {
  return static_cast<int>(Days(WholeNumbers{}).weekday_of(days));
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

}  // namespace calc
