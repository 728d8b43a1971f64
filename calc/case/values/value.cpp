// Reads a value from text by its variable's type and bounds, and writes it back.
#include "calc/case/values/value.h"

#include "calc/base/date/date.h"
#include "calc/base/text/characters.h"
#include "calc/case/names/hints.h"
#include "calc/ruleset/model/unit_name.h"

namespace ansio::cases {
namespace {

const Fraction hundred = Fraction::from_integer(100);

std::optional<Value> parse_plain(const RuleSet& rules, const Variable& variable, std::string_view text) {
  switch (variable.type.kind) {
    case Type::Kind::boolean:
      if (text == "true" || text == "TRUE" || text == "1")
        return Value::from_integer(1);
      if (text == "false" || text == "FALSE" || text == "0")
        return Value::from_integer(0);
      return std::nullopt;
    case Type::Kind::enumeration: {
      const auto& members = rules.enums[variable.type.enumeration].members;
      for (std::size_t i = 0; i < members.size(); ++i)
        if (members[i] == text)
          return Value::from_integer(static_cast<std::int64_t>(i));
      return std::nullopt;
    }
    case Type::Kind::month:
      if (const auto month = parse_year_month(text))
        return Value::from_integer(month->index);
      return std::nullopt;
    case Type::Kind::date:
      if (const auto date = parse_date(text))
        return Value::from_integer(date->days);
      return std::nullopt;
    case Type::Kind::number:
      break;
  }
  const auto number = parse_fraction(text);
  if (!number || !variable.percent)
    return number;
  return *number / hundred;
}

std::string bound_text(const Variable& variable, const Fraction& bound) {
  if (is_of_calendar(variable.type))
    return variable.type.kind == Type::Kind::date ? to_text(Date{static_cast<std::int32_t>(bound.numerator())})
                                                  : to_text(YearMonth{static_cast<std::int32_t>(bound.numerator())});
  return to_decimal_text(variable.percent ? bound * hundred : bound);
}

std::string range_text(const Variable& variable) {
  if (variable.lowest && variable.highest)
    return "from " + bound_text(variable, *variable.lowest) + " to " + bound_text(variable, *variable.highest);
  if (variable.lowest)
    return "at least " + bound_text(variable, *variable.lowest);
  return "at most " + bound_text(variable, *variable.highest);
}

}  // namespace

std::string expected_value(const RuleSet& rules, const Variable& variable) {
  switch (variable.type.kind) {
    case Type::Kind::boolean:
      return "true or false";
    case Type::Kind::month:
      return "a month such as 2026-05";
    case Type::Kind::date:
      return "a date such as 2026-05-12";
    case Type::Kind::enumeration: {
      const Enumeration& kinds = rules.enums[variable.type.enumeration];
      constexpr std::size_t worth_listing = 12;
      if (kinds.members.size() > worth_listing)
        return "a member of " + kinds.name;
      std::string text = "one of ";
      for (std::size_t i = 0; i < kinds.members.size(); ++i) {
        if (i > 0)
          text += ", ";
        text += kinds.members[i];
      }
      return text;
    }
    case Type::Kind::number:
      break;
  }
  if (variable.percent)
    return "a number, in per cent";
  if (variable.type.unit.is_none())
    return "a number";
  return "a number, in " + unit_name(rules, variable.type.unit);
}

Result<Value> read_value(const RuleSet& rules, const Variable& variable, std::string_view written,
                         const Position& where) {
  const std::string_view text = trimmed(written);
  auto value = parse_plain(rules, variable, text);
  if constexpr (says_why)  // a program of few words hands on what it refuses
    if (!value && variable.type.kind == Type::Kind::enumeration)
      value = parse_plain(rules, variable, composed(text));
  if (!value || !value->is_valid()) {
    return worded([&] {
      Diagnostic bad{.code = Code::bad_value,
                     .position = where,
                     .message = "this is no value of " + variable.name,
                     .found = std::string(text),
                     .expected = expected_value(rules, variable)};
      if (variable.type.kind == Type::Kind::enumeration)
        bad.hint = nearest_member(rules.enums[variable.type.enumeration], text);
      else if (const std::string hidden = hidden_character(text); !hidden.empty())
        bad.message += ", because of a " + hidden;
      return bad;
    });
  }
  const bool has_bounds = variable.type.kind == Type::Kind::number || is_of_calendar(variable.type);
  if (has_bounds &&
      ((variable.lowest && *value < *variable.lowest) || (variable.highest && *value > *variable.highest)))
    return worded([&] {
      return Diagnostic{.code = Code::out_of_bounds,
                        .position = where,
                        .message = variable.name + " is outside its bounds",
                        .found = std::string(text),
                        .expected = range_text(variable)};
    });
  return *value;
}

std::string value_text(const RuleSet& rules, const Variable& variable, const Value& value, int least_decimals) {
  if (!value.is_valid())
    return {};
  switch (variable.type.kind) {
    case Type::Kind::boolean:
      return value.sign() != 0 ? "true" : "false";
    case Type::Kind::enumeration: {
      const auto& members = rules.enums[variable.type.enumeration].members;
      const auto member = static_cast<std::size_t>(value.numerator());
      return member < members.size() ? members[member] : std::string();
    }
    case Type::Kind::month:
      return to_text(YearMonth{static_cast<std::int32_t>(value.numerator())});
    case Type::Kind::date:
      return to_text(Date{static_cast<std::int32_t>(value.numerator())});
    case Type::Kind::number:
      break;
  }
  return to_decimal_text(variable.percent ? value * hundred : value, least_decimals);
}

}  // namespace ansio::cases
