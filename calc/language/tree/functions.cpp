#include "calc/language/tree/functions.h"

#include <algorithm>
#include <array>

namespace ansio::language {
namespace {

using Family = FunctionFamily;
using Kind = NodeKind;

constexpr std::array functions{
    Function{"min", "min(a, b, …)", 2, any_number, Family::extreme, Kind::minimum},
    Function{"max", "max(a, b, …)", 2, any_number, Family::extreme, Kind::maximum},
    Function{"clamp", "clamp(x, low, high)", 3, 3, Family::clamp, Kind::minimum},
    Function{"abs", "abs(x)", 1, 1, Family::absolute, Kind::absolute},
    Function{"round", "round(x, step)", 2, 2, Family::rounding, Kind::round_half_away},
    Function{"round_down", "round_down(x, step)", 2, 2, Family::rounding, Kind::round_down},
    Function{"round_up", "round_up(x, step)", 2, 2, Family::rounding, Kind::round_up},
    Function{"scale", "scale(x, table)", 2, 2, Family::scale, Kind::scale},
    Function{"per_year", "per_year(x)", 1, 1, Family::conversion, Kind::convert},
    Function{"per_month", "per_month(x)", 1, 1, Family::conversion, Kind::convert},
    Function{"if_given", "if_given(x, otherwise)", 2, 2, Family::if_given, Kind::if_else},
    Function{"given", "given(x)", 1, 1, Family::given, Kind::given},
    Function{"number", "number(x)", 1, 1, Family::to_number, Kind::to_number},
    Function{"sum", "sum(set, x)", 2, 2, Family::aggregate, Kind::sum},
    Function{"count", "count(set, condition)", 2, 2, Family::aggregate, Kind::count},
    Function{"any", "any(set, condition)", 2, 2, Family::aggregate, Kind::any},
    Function{"all", "all(set, condition)", 2, 2, Family::aggregate, Kind::all},
    Function{"max_of", "max_of(set, x)", 2, 2, Family::aggregate, Kind::max_of},
    Function{"min_of", "min_of(set, x)", 2, 2, Family::aggregate, Kind::min_of},
    Function{"exists", "exists(role)", 1, 1, Family::exists, Kind::exists},
    Function{"is", "is(role)", 1, 1, Family::is_role, Kind::is_role},
    Function{"year_of", "year_of(month)", 1, 1, Family::calendar, Kind::year_of},
    Function{"month_of_year", "month_of_year(month)", 1, 1, Family::calendar, Kind::month_of_year},
    Function{"months_between", "months_between(a, b)", 2, 2, Family::calendar, Kind::months_between},
    Function{"years_between", "years_between(a, b)", 2, 2, Family::calendar, Kind::years_between},
    Function{"add_months", "add_months(month, n)", 2, 2, Family::calendar, Kind::add_months},
    Function{"date_in", "date_in(month, n)", 2, 2, Family::calendar, Kind::date_in},
    Function{"month_of", "month_of(date)", 1, 1, Family::dates, Kind::month_of},
    Function{"day_of", "day_of(date)", 1, 1, Family::dates, Kind::day_of},
    Function{"weekday_of", "weekday_of(date)", 1, 1, Family::dates, Kind::weekday_of},
    Function{"add_days", "add_days(date, n)", 2, 2, Family::dates, Kind::add_days},
    Function{"days_between", "days_between(a, b)", 2, 2, Family::dates, Kind::days_between},
    Function{"weekdays_between", "weekdays_between(a, b)", 2, 2, Family::dates, Kind::weekdays_between},
    Function{"weekdays", "weekdays(month)", 1, 1, Family::days, Kind::weekdays},
    Function{"days", "days(month)", 1, 1, Family::days, Kind::days},
    Function{"previous", "previous(x)", 1, 1, Family::over_time, Kind::previous},
    Function{"year_to_date", "year_to_date(x)", 1, 1, Family::over_time, Kind::year_to_date},
    Function{"year_sum", "year_sum(x)", 1, 1, Family::over_time, Kind::year_sum},
    Function{"at_year_start", "at_year_start(x)", 1, 1, Family::over_time, Kind::at_year_start},
    Function{"at_year_end", "at_year_end(x)", 1, 1, Family::over_time, Kind::at_year_end},
    Function{"this_year", "this_year(x)", 1, 1, Family::over_time, Kind::this_year},
    Function{"last_year", "last_year(x)", 1, 1, Family::over_time, Kind::last_year},
    Function{"average", "average(x, 12 months)", 2, 2, Family::average, Kind::average},
};

}  // namespace

std::span<const Function> all_functions() {
  return functions;
}

const Function* find_function(std::string_view name) {
  const auto found =
      std::find_if(functions.begin(), functions.end(), [&](const Function& function) { return function.name == name; });
  return found == functions.end() ? nullptr : &*found;
}

}  // namespace ansio::language
