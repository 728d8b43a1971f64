#include "calc/base/date/year_month.h"

#include <array>

#include "calc/base/number/digits.h"

namespace ansio::base {
namespace {

// Days since 1 March of year 0 in the proleptic Gregorian calendar: the leap day ends such a year, so that months need
// no case distinction. Weekday 0 is Monday.
int weekday_of_first(YearMonth month) {
  const int year = month.month() <= 2 ? month.year() - 1 : month.year();
  const int months = (month.month() + 9) % 12;
  const int days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5;
  return (days + 2) % 7;  // 1 March of year 0 was a Wednesday
}

}  // namespace

std::optional<YearMonth> parse_year_month(std::string_view text) {
  if (text.size() == 10 && text.ends_with("-01"))
    text.remove_suffix(3);
  if (text.size() != 7 || text[4] != '-')
    return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4)), month = parse_digits(text.substr(5));
  if (!year || !month || *year < 1900 || *year > 2199 || *month < 1 || *month > 12)
    return std::nullopt;
  return YearMonth::of(*year, *month);
}

std::string to_text(YearMonth month) {
  std::string text = "0000-00";
  for (int i = 3, rest = month.year(); i >= 0; --i, rest /= 10)
    text[static_cast<std::size_t>(i)] = static_cast<char>('0' + rest % 10);
  text[5] = static_cast<char>('0' + month.month() / 10);
  text[6] = static_cast<char>('0' + month.month() % 10);
  return text;
}

int days_in(YearMonth month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = month.year();
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month.month() == 2 && leap ? 29 : days[static_cast<std::size_t>(month.month() - 1)];
}

int weekdays_in(YearMonth month) {
  int weekdays = 20;  // four whole weeks
  for (int day = 28, weekday = weekday_of_first(month); day < days_in(month); ++day, ++weekday)
    weekdays += weekday % 7 < 5 ? 1 : 0;
  return weekdays;
}

}  // namespace ansio::base
