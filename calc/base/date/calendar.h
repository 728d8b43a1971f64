// The Gregorian calendar in whole numbers: days, months and weekdays from each other, in any arithmetic.
//
// Days are counted from 1970-01-01, months from January of year 0 (year_month.h). Only sums, products with constants
// and divisions by constants (rounded towards −∞) are needed, so that a compiled program computes with dates as it does
// with amounts, and so that no number is too large:
//
//   struct Arithmetic {
//     Number whole(std::int64_t);          Number add(Number, Number);
//     Number subtract(Number, Number);     Number multiply(Number, std::int64_t);
//     Number divide_down(Number, std::int64_t);
//     Number minimum(Number, Number);      Number maximum(Number, Number);
//   };
//
// Numbers that are no whole ones are rounded down first.
#pragma once

#include <algorithm>
#include <cstdint>

namespace ansio::base {

template <class Number, class Arithmetic>
class Calendar {
 public:
  explicit Calendar(Arithmetic arithmetic) : the_(arithmetic) {}

  Number month_of(const Number& date) { return split(date).month; }

  // 1 on the first day of its month.
  Number day_of(const Number& date) { return the_.add(split(date).day_from_zero, the_.whole(1)); }

  // 1 on a Monday, 7 on a Sunday.
  Number weekday_of(const Number& date) { return the_.add(since_monday(date).days, the_.whole(1)); }

  // The n-th day of a month; the first one for an n below, the last one for an n beyond it.
  Number date_in(const Number& month, const Number& n) {
    const Number at = whole_part(month);
    const Number first = first_of(at);
    const Number last = the_.subtract(first_of(the_.add(at, the_.whole(1))), the_.whole(1));
    const Number days = the_.maximum(the_.subtract(whole_part(n), the_.whole(1)), the_.whole(0));
    return the_.minimum(the_.add(first, days), last);
  }

  Number add_days(const Number& date, const Number& n) { return the_.add(date, whole_part(n)); }

  // Days Monday to Friday from `from` up to the day before `until`; less than 0 when that is earlier.
  Number weekdays_between(const Number& from, const Number& until) {
    return the_.subtract(weekdays_before(until), weekdays_before(from));
  }

 private:
  // A year here begins in March, so that the leap day ends it; days are counted from 1 March of year 0.
  static constexpr std::int64_t epoch = 719468;
  static constexpr std::int64_t days_in_400_years = 146097;

  struct Split {
    Number month, day_from_zero;
  };

  struct Week {
    Number weeks, days;
  };

  Number whole_part(const Number& number) { return the_.divide_down(number, 1); }

  Split split(const Number& date) {
    const Number days = the_.add(whole_part(date), the_.whole(epoch));
    const Number era = the_.divide_down(days, days_in_400_years);
    const Number day = the_.subtract(days, the_.multiply(era, days_in_400_years));
    Number leap_days = the_.divide_down(day, 1460);
    leap_days = the_.subtract(leap_days, the_.divide_down(day, 36524));
    leap_days = the_.add(leap_days, the_.divide_down(day, 146096));
    const Number year = the_.divide_down(the_.subtract(day, leap_days), 365);
    const Number day_of_year = the_.subtract(day, days_before_year(year));
    const Number month = the_.divide_down(the_.add(the_.multiply(day_of_year, 5), the_.whole(2)), 153);
    const Number years = the_.add(the_.multiply(era, 400), year);
    return {the_.add(the_.multiply(years, 12), the_.add(month, the_.whole(2))),
            the_.subtract(day_of_year, days_before_month(month))};
  }

  // The first day of a month that is a whole number.
  Number first_of(const Number& month) {
    const Number months = the_.subtract(month, the_.whole(2));
    const Number year = the_.divide_down(months, 12);
    const Number in_year = the_.subtract(months, the_.multiply(year, 12));
    const Number days = the_.add(days_before_year(year), the_.divide_down(year, 400));
    return the_.subtract(the_.add(days, days_before_month(in_year)), the_.whole(epoch));
  }

  // Without the leap days of every 400th year.
  Number days_before_year(const Number& year) {
    const Number leap_days = the_.subtract(the_.divide_down(year, 4), the_.divide_down(year, 100));
    return the_.add(the_.multiply(year, 365), leap_days);
  }

  Number days_before_month(const Number& month_from_march) {
    return the_.divide_down(the_.add(the_.multiply(month_from_march, 153), the_.whole(2)), 5);
  }

  Week since_monday(const Number& date) {
    const Number days = the_.add(whole_part(date), the_.whole(3));  // 1970-01-01 was a Thursday
    const Number weeks = the_.divide_down(days, 7);
    return {weeks, the_.subtract(days, the_.multiply(weeks, 7))};
  }

  Number weekdays_before(const Number& date) {
    const Week week = since_monday(date);
    return the_.add(the_.multiply(week.weeks, 5), the_.minimum(week.days, the_.whole(5)));
  }

  Arithmetic the_;
};

// In whole numbers of at most 2^50.
struct WholeNumbers {
  static std::int64_t whole(std::int64_t value) { return value; }
  static std::int64_t add(std::int64_t a, std::int64_t b) { return a + b; }
  static std::int64_t subtract(std::int64_t a, std::int64_t b) { return a - b; }
  static std::int64_t multiply(std::int64_t a, std::int64_t b) { return a * b; }
  static std::int64_t divide_down(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
  static std::int64_t minimum(std::int64_t a, std::int64_t b) { return std::min(a, b); }
  static std::int64_t maximum(std::int64_t a, std::int64_t b) { return std::max(a, b); }
};

using WholeDays = Calendar<std::int64_t, WholeNumbers>;

}  // namespace ansio::base
