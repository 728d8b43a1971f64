// Parameters, scales and facts of the calendar.
//
// A table becomes a lookup of whole numbers over one denominator; a scale of tax a sum of bands; a calendar a table of
// the months that the argument may be. All are chosen by the month that is lowered: dates of law cost nothing later.
#include <algorithm>

#include "calc/base/date/calendar.h"
#include "calc/program/lowering/lowering.h"

namespace ansio::program {
namespace {

struct CalendarArithmetic {
  ExactArithmetic& exact;
  ValueGraph& graph;

  Exact whole(std::int64_t value) { return exact.whole(value); }
  Exact add(const Exact& a, const Exact& b) { return exact.add(a, b); }
  Exact subtract(const Exact& a, const Exact& b) { return exact.subtract(a, b); }
  Exact multiply(const Exact& a, std::int64_t b) { return exact.multiply(a, exact.whole(b)); }
  Exact divide_down(const Exact& a, std::int64_t b) {
    if (b == 1 && a.denominator == 1 && a.divisor == no_value)
      return a;
    return exact.round(exact.divide(a, exact.whole(b)), Fraction::from_integer(1), Rounding::down);
  }
  Exact minimum(const Exact& a, const Exact& b) { return exact.minimum(a, b); }
  Exact maximum(const Exact& a, const Exact& b) { return exact.maximum(a, b); }
};

}  // namespace

std::vector<const ParameterValue*> Lowering::values_in_force(const Parameter& parameter) {
  std::vector<const ParameterValue*> values;
  const ParameterValue* own = value_at(parameter, frame_->month);
  if (own == nullptr)
    return values;
  values.push_back(own);
  if (parameter.choice != no_variable && is_given({parameter.choice, Instance::household}, frame_->now))
    for (std::size_t reading = 1; reading <= parameter.readings.size(); ++reading)
      values.push_back(value_at(parameter, reading, frame_->month));
  return values;
}

Exact Lowering::parameter(const Node& node) {
  const Parameter& parameter = rules_.parameters[node.reference];
  const std::vector<const ParameterValue*> values = values_in_force(parameter);
  if (values.empty())
    return impossible();
  const auto keys = rules_.tree.children_of(node);
  ValueId place = graph_.constant(0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const TableKey& key = parameter.keys[i];
    const ValueId index = whole_within(lowered(keys[i]), key.low, key.high);
    // The last key runs fastest, as cells are stored.
    place = graph_.add(graph_.multiply(place, graph_.constant(key.size())),
                       graph_.subtract(index, graph_.constant(key.low)));
  }
  return under_readings(parameter, values, [&](const std::vector<Fraction>& cells) { return cell(cells, place); });
}

Exact Lowering::cell(const std::vector<Fraction>& all, ValueId place) {
  if (graph_.has_given_up())
    return truth(false);
  if (graph_.is_constant(place))
    return exact_.constant(all[static_cast<std::size_t>(graph_.constant_of(place))]);
  // One denominator for all cells, or each case would carry another one along.
  Int128 denominator = 1;
  for (const Fraction& one : all) {
    denominator *= one.denominator() / greatest_common_divisor(denominator, one.denominator());
    if (denominator >= narrow_limit) {
      graph_.give_up();
      return truth(false);
    }
  }
  std::vector<Int128> cells;
  for (const Fraction& one : all) {
    if (!Interval{one.numerator(), one.numerator()}.below(narrow_limit)) {
      graph_.give_up();
      return truth(false);
    }
    cells.push_back(one.numerator() * (denominator / one.denominator()));
  }
  return exact_.from(graph_.look_up(cells, place), denominator);
}

// The key as a whole number that is surely within the table; the program is unsound where the key is not.
ValueId Lowering::whole_within(const Exact& key, std::int64_t low, std::int64_t high) {
  ValueId index = key.numerator;
  if (key.denominator != 1 || key.divisor != no_value) {
    const Exact rounded = exact_.round(key, Fraction::from_integer(1), Rounding::down);
    // The tree says that a key is not whole; here that path is unsound.
    require(exact_.equal(rounded, key));
    index = rounded.numerator;
  }
  const ValueId least = graph_.constant(low), most = graph_.constant(high);
  require(graph_.minimum(graph_.less_equal(least, index), graph_.less_equal(index, most)));
  return graph_.minimum(graph_.maximum(index, least), most);
}

Exact Lowering::scale(const Node& node) {
  const Parameter& parameter = rules_.parameters[node.reference];
  const std::vector<const ParameterValue*> values = values_in_force(parameter);
  if (values.empty())
    return impossible();
  const Exact x = lowered(rules_.tree.children_of(node)[0]);
  return under_readings(parameter, values, [&](const std::vector<Fraction>& bands) { return scale_of(bands, x); });
}

Exact Lowering::scale_of(const std::vector<Fraction>& bands, const Exact& x) {
  bool rising = bands.size() < 2 || bands[1].sign() >= 0;
  for (std::size_t band = 3; band < bands.size(); band += 2)
    rising = rising && bands[band - 2] <= bands[band];
  Exact total = exact_.whole(0);
  Fraction below = Fraction::from_integer(0);
  for (std::size_t band = 0; band + 1 < bands.size(); band += 2) {
    // Rising rates: each band adds what its rate is more than the one before, on all above its limit. No band has an
    // upper end then, which saves a minimum. Other scales are summed band by band.
    Exact part = exact_.maximum(exact_.subtract(x, exact_.constant(bands[band])), exact_.whole(0));
    if (!rising && band + 2 < bands.size())
      part = exact_.minimum(part, exact_.constant(bands[band + 2] - bands[band]));
    const Fraction rate = rising ? bands[band + 1] - below : bands[band + 1];
    total = exact_.add(total, exact_.multiply(part, exact_.constant(rate)));
    below = bands[band + 1];
  }
  restrict_scale(bands, x, total);
  return total;
}

// A scale of rates ≥ 0 never falls: its ends are those of x.
void Lowering::restrict_scale(const std::vector<Fraction>& bands, const Exact& x, const Exact& total) {
  if (x.divisor != no_value || graph_.has_given_up())
    return;
  for (std::size_t band = 1; band < bands.size(); band += 2)
    if (bands[band].sign() < 0)
      return;
  const auto tax = [&](Int128 numerator) {
    const Fraction income = Fraction::from_ratio(numerator, x.denominator);
    Fraction sum = Fraction::from_integer(0);
    for (std::size_t band = 0; band + 1 < bands.size() && sum.is_valid() && bands[band] < income; band += 2) {
      const bool last = band + 2 >= bands.size();
      const Fraction high = last || income < bands[band + 2] ? income : bands[band + 2];
      sum = sum + bands[band + 1] * (high - bands[band]);
    }
    return round_to(sum * Fraction::from_ratio(total.denominator, 1), Fraction::from_integer(1), Rounding::down);
  };
  // A sum of bands looks to intervals as if each band might be at its own worst, far above the tax of the largest
  // income.
  const Interval range = graph_.range(x.numerator);
  const Fraction low = tax(range.low), high = tax(range.high);
  if (low.is_valid() && high.is_valid())
    graph_.restrict(total.numerator, {low.numerator(), high.numerator()});
}

Exact Lowering::of_dates(const Node& node) {
  const auto children = rules_.tree.children_of(node);
  const Exact first = lowered(children[0]);
  Calendar<Exact, CalendarArithmetic> calendar(CalendarArithmetic{exact_, graph_});
  switch (node.kind) {
    case NodeKind::month_of:
      return calendar.month_of(first);
    case NodeKind::day_of:
      return within(calendar.day_of(first), 1, 31);
    case NodeKind::weekday_of:
      return within(calendar.weekday_of(first), 1, 7);
    case NodeKind::date_in:
      return calendar.date_in(first, lowered(children[1]));
    case NodeKind::add_days:
      return calendar.add_days(first, lowered(children[1]));
    default:
      return calendar.weekdays_between(first, lowered(children[1]));
  }
}

// What the calendar promises, which no interval of its steps shows.
Exact Lowering::within(const Exact& value, std::int64_t low, std::int64_t high) {
  if (!graph_.has_given_up())
    graph_.restrict(value.numerator, {low, high});
  return value;
}

Exact Lowering::calendar_fact(const Node& node) {
  const Exact argument = lowered(rules_.tree.children_of(node)[0]);
  if (node.kind == NodeKind::year_of)
    return exact_.round(exact_.divide(argument, exact_.whole(12)), Fraction::from_integer(1), Rounding::down);
  if (node.kind == NodeKind::month_of_year) {
    const Exact january = exact_.multiply(exact_.whole(12), exact_.round(exact_.divide(argument, exact_.whole(12)),
                                                                         Fraction::from_integer(1), Rounding::down));
    return exact_.add(exact_.subtract(argument, january), exact_.whole(1));
  }
  const std::int64_t first = YearMonth::of(1900, 1).index, last = YearMonth::of(2199, 12).index;
  const ValueId month = whole_within(argument, first, last);
  if (graph_.has_given_up())
    return truth(false);
  const Interval range = graph_.range(month);
  std::vector<Int128> facts;
  // At most 3,600 months, and as a rule one.
  for (Int128 index = range.low; index <= range.high; ++index) {
    const YearMonth at{static_cast<std::int32_t>(index)};
    facts.push_back(node.kind == NodeKind::weekdays ? weekdays_in(at) : days_in(at));
  }
  return exact_.from(graph_.look_up(facts, graph_.subtract(month, graph_.constant(range.low))));
}

}  // namespace ansio::program
