#include "calc/case/values/value_json.h"

#include "calc/base/date/date.h"

namespace ansio::cases {

void write_value(JsonWriter& json, const RuleSet& rules, const Type& type, bool percent, const Value& value) {
  if (!value.is_valid()) {
    json.null();
    return;
  }
  switch (type.kind) {
    case Type::Kind::boolean:
      json.boolean(value.sign() != 0);
      return;
    case Type::Kind::enumeration: {
      const auto& members = rules.enums[type.enumeration].members;
      const auto member = static_cast<std::size_t>(value.numerator());
      json.text(member < members.size() ? std::string_view(members[member]) : std::string_view());
      return;
    }
    case Type::Kind::month:
      json.text(to_text(YearMonth{static_cast<std::int32_t>(value.numerator())}));
      return;
    case Type::Kind::date:
      json.text(to_text(Date{static_cast<std::int32_t>(value.numerator())}));
      return;
    case Type::Kind::number:
      break;
  }
  json.number(to_decimal_text(percent ? value * Fraction::from_integer(100) : value));
}

void write_value(JsonWriter& json, const RuleSet& rules, const Variable& variable, const Value& value) {
  write_value(json, rules, variable.type, variable.percent, value);
}

}  // namespace ansio::cases
