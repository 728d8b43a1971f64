// Numbers, units and dates as people of each language read them.
#include "calc/explain/words/format.h"

#include "calc/case/values/value.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::explain {
namespace {

const RuleSet& rules = testing::small_rules();

const Variable& variable(const std::string& name) {
  return rules.variables[*rules.find_variable(name)];
}

Fraction number(std::string_view text) {
  return *parse_fraction(text);
}

// No-break spaces are written as "_" to be seen.
std::string visible(std::string text) {
  for (std::size_t at = text.find("\xc2\xa0"); at != text.npos; at = text.find("\xc2\xa0"))
    text.replace(at, 2, "_");
  return text;
}

TEST(FormatNumber, groups_thousands_as_the_language_does) {
  const Decimals cents{2, 2};
  EXPECT_EQ(visible(format_number(number("1234.5"), cents, Language::fi)), "1_234,50");
  EXPECT_EQ(visible(format_number(number("1234.5"), cents, Language::sv)), "1_234,50");
  EXPECT_EQ(visible(format_number(number("1234567.891"), cents, Language::en)), "1,234,567.89");
  EXPECT_EQ(visible(format_number(number("-1000"), cents, Language::en)), "-1,000.00");
  EXPECT_EQ(visible(format_number(number("999.99"), cents, Language::fi)), "999,99");
}

TEST(FormatNumber, rounds_halves_away_from_zero_beyond_the_most_decimals) {
  EXPECT_EQ(format_number(number("0.125"), {0, 2}, Language::en), "0.13");
  EXPECT_EQ(format_number(number("-0.125"), {0, 2}, Language::en), "-0.13");
  EXPECT_EQ(format_number(Fraction::from_ratio(1, 3), {0, 6}, Language::en), "0.333333");
  EXPECT_EQ(format_number(number("7"), {0, 2}, Language::en), "7");
}

TEST(FormatValue, bears_the_unit_in_the_readers_language) {
  const Value amount = number("1234.5");
  EXPECT_EQ(visible(format_value(rules, variable("wage"), amount, Language::fi)), "1_234,50_€/kk");
  EXPECT_EQ(visible(format_value(rules, variable("wage"), amount, Language::sv)), "1_234,50_€/mån");
  EXPECT_EQ(visible(format_value(rules, variable("wage"), amount, Language::en)), "1,234.50_€/month");
  EXPECT_EQ(visible(format_value(rules, variable("age"), number("40"), Language::fi_simple)), "40_v");
}

TEST(FormatValue, writes_calendar_years_as_such) {
  const Type years{Type::Kind::number, 0, variable("age").type.unit};
  EXPECT_EQ(format_value(rules, years, false, number("1990"), Language::fi, 6), "1990");
  EXPECT_EQ(visible(format_value(rules, years, false, number("35"), Language::fi, 6)), "35_v");
}

TEST(FormatValue, writes_percentages_members_booleans_and_months) {
  EXPECT_EQ(visible(format_value(rules, variable("local_rate"), number("0.075"), Language::fi)), "7,5_%");
  EXPECT_EQ(format_value(rules, variable("kind_of_dwelling"), number("1"), Language::sv), "ägarbostad");
  EXPECT_EQ(format_value(rules, variable("member"), number("1"), Language::fi), "kyllä");
  EXPECT_EQ(
      format_value(rules, variable("support_decided"), Value::from_integer(YearMonth::of(2026, 5).index), Language::en),
      "2026-05");
}

TEST(Value, reads_back_what_it_writes) {
  const auto round_trip = [](const std::string& name, const std::string& text) {
    const Result<Value> value = read_value(rules, variable(name), text, {});
    return value ? value_text(rules, variable(name), *value) : std::string("refused");
  };
  EXPECT_EQ(round_trip("wage", "780.5"), "780.5");
  EXPECT_EQ(round_trip("wage", "780.50"), "780.5");
  EXPECT_EQ(round_trip("local_rate", "8.25"), "8.25");
  EXPECT_EQ(round_trip("kind_of_dwelling", "owned"), "owned");
  EXPECT_EQ(round_trip("member", "true"), "true");
  EXPECT_EQ(round_trip("support_decided", "2025-06"), "2025-06");
  EXPECT_EQ(round_trip("wage", "100000"), "100000") << "the bound itself is inside";
  EXPECT_EQ(round_trip("wage", "100000.01"), "refused");
}

TEST(UnitName, is_how_rules_write_it) {
  EXPECT_EQ(unit_name(rules, variable("wage").type.unit), "EUR/month");
  EXPECT_EQ(unit_name(rules, Unit{}), "1");
}

}  // namespace
}  // namespace ansio::explain
