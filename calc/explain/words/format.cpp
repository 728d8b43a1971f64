// Rounds, groups and joins: a value becomes the text that people of a language read.
#include "calc/explain/words/format.h"

#include <algorithm>

#include "calc/explain/words/words.h"

namespace ansio::explain {
namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";

Fraction power_of_tenth(int decimals) {
  Int128 power = 1;
  for (int i = 0; i < decimals; ++i)
    power *= 10;
  return Fraction::from_ratio(1, power);
}

bool is_english(Language language) {
  return language == Language::en;
}

std::string_view base_unit_symbol(const RuleSet& rules, std::size_t place, Language language) {
  constexpr Word times[] = {Word::year, Word::month, Word::week, Word::day, Word::hour};
  if (place < Unit::first_declared)
    return word(times[place], language);
  const std::size_t declared = place - Unit::first_declared;
  return declared < rules.units.size() ? std::string_view(rules.units[declared].symbol) : "?";
}

// 1990 in years is a year, not a length of time.
bool is_calendar_year(const Unit& unit, const Value& value) {
  Unit years;
  years.powers[Unit::year] = 1;
  return unit == years && value.is_integer() && value.numerator() >= 1900 && value.numerator() < 2200;
}

}  // namespace

std::string format_number(const Fraction& value, Decimals decimals, Language language) {
  if (!value.is_valid())
    return "?";
  const Fraction rounded = decimals_of(value) >= 0 && decimals_of(value) <= decimals.most
                               ? value
                               : round_to(value, power_of_tenth(decimals.most), Rounding::half_away);
  std::string text = to_decimal_text(rounded, decimals.least);
  const std::size_t first_digit = text[0] == '-' ? 1 : 0;
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point < text.size())
    text[point] = is_english(language) ? '.' : ',';
  for (std::size_t i = point; i > first_digit + 3;)
    text.insert(i -= 3, is_english(language) ? std::string_view(",") : no_break_space);
  return text;
}

std::string unit_symbol(const RuleSet& rules, const Unit& unit, Language language) {
  return join_unit(rules, unit, language, "·", base_unit_symbol);
}

int shown_decimals(const RuleSet& rules, const Unit& unit) {
  int decimals = 0;
  for (std::size_t i = 0; i < rules.units.size(); ++i)
    if (unit.powers[Unit::first_declared + i] > 0)
      decimals = std::max(decimals, rules.units[i].decimals);
  return decimals;
}

std::string format_date(Date date, Language language) {
  if (is_english(language))
    return to_text(date);
  return whole_text(date.day()) + '.' + whole_text(date.month().month()) + '.' + whole_text(date.month().year());
}

std::string format_value(const RuleSet& rules, const Type& type, bool percent, const Value& value, Language language,
                         int most_decimals) {
  if (!value.is_valid())
    return "–";
  switch (type.kind) {
    case Type::Kind::boolean:
      return std::string(word(value.sign() != 0 ? Word::yes : Word::no, language));
    case Type::Kind::enumeration: {
      const Enumeration& kinds = rules.enums[type.enumeration];
      const auto member = static_cast<std::size_t>(value.numerator());
      if (member >= kinds.members.size())
        return "?";
      const bool titled = member < kinds.member_titles.size() && !kinds.member_titles[member].empty();
      return titled ? kinds.member_titles[member].in(language) : kinds.members[member];
    }
    case Type::Kind::month:
      return to_text(YearMonth{static_cast<std::int32_t>(value.numerator())});
    case Type::Kind::date:
      return format_date(Date{static_cast<std::int32_t>(value.numerator())}, language);
    case Type::Kind::number:
      break;
  }
  if (percent) {
    std::string text = format_number(value * Fraction::from_integer(100), {0, most_decimals}, language);
    text += is_english(language) ? std::string_view("") : no_break_space;
    text += '%';
    return text;
  }
  if (is_calendar_year(type.unit, value))
    return to_decimal_text(value);
  const int least = shown_decimals(rules, type.unit);
  std::string text = format_number(value, {least, std::max(least, most_decimals)}, language);
  const std::string symbol = unit_symbol(rules, type.unit, language);
  if (!symbol.empty()) {
    text += no_break_space;
    text += symbol;
  }
  return text;
}

std::string format_in_sentence(const RuleSet& rules, const Type& type, bool percent, const Value& value,
                               Language language) {
  Type shown = type;
  const auto declared = type.unit.powers.begin() + Unit::first_declared;
  if (std::any_of(declared, type.unit.powers.end(), [](int power) { return power > 0; }))
    std::fill(shown.unit.powers.begin(), shown.unit.powers.begin() + Unit::first_declared, std::int8_t{0});
  const int decimals = shown_decimals(rules, type.unit);
  return format_value(rules, shown, percent, value, language, decimals > 0 ? decimals : 6);
}

std::string format_value(const RuleSet& rules, const Variable& variable, const Value& value, Language language) {
  const int decimals = shown_decimals(rules, variable.type.unit);
  return format_value(rules, variable.type, variable.percent, value, language, decimals > 0 ? decimals : 6);
}

}  // namespace ansio::explain
