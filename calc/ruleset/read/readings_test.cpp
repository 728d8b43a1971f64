// Readings of rules and parameters, and what is plausible of an input: as read, and as an image keeps them.
#include "calc/ruleset/model/choices.h"

#include <gtest/gtest.h>

#include "calc/ruleset/image/image.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

using testing::load_module;

constexpr const char* open_law = R"yaml(
parameters:
  rate:
    title: $T
    unit: "%"
    values: {2024-01: 40, 2026-01: 50}
    readings:
      other: {values: {2025-01: 45}, says: $T, settled_by: $T, source: "an act"}
inputs:
  base: {title: $T, entity: person, unit: coin/month, default: 100}
  pay: {title: $T, entity: person, unit: coin/month, default: 0, plausible: {between: [0, "2 * base"], source: table}}
  kept: {title: $T, entity: person, type: boolean, default: "false", plausible: {one_of: [true, false], source: "b"}}
rules:
  tax:
    title: $T
    entity: person
    unit: coin/month
    output: true
    formula: rate * pay
    readings:
      literal: {formula: pay, says: {fi: a, sv: b, en: word for word, fi-simple: d}, settled_by: $T, source: "an act"}
      late: {formula: {2025-06: 2 * pay}, says: $T, settled_by: $T, source: "another act"}
)yaml";

TEST(Readings, stand_beside_the_formula_with_their_words) {
  const Result<RuleSet> rules = load_module(open_law);
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics()[0]);
  const Variable& tax = rules->variables[*rules->find_variable("m.tax")];
  ASSERT_EQ(tax.readings.size(), 2U);
  EXPECT_EQ(tax.readings[0].says.in(Language::en), "word for word");
  EXPECT_EQ(tax.readings[1].source, "another act");
  EXPECT_EQ(formula_at(tax, 0, YearMonth::of(2025, 6))->text, "rate * pay");
  EXPECT_EQ(formula_at(tax, 1, YearMonth::of(2025, 6))->text, "pay");
  EXPECT_EQ(formula_at(tax, 2, YearMonth::of(2025, 5))->text, "rate * pay") << "before its first month";
  EXPECT_EQ(formula_at(tax, 2, YearMonth::of(2025, 6))->text, "2 * pay");
}

TEST(Readings, of_a_parameter_are_other_values_from_their_first_date_on) {
  const Result<RuleSet> rules = load_module(open_law);
  ASSERT_TRUE(rules.ok());
  const Parameter& rate = rules->parameters[0];
  EXPECT_EQ(to_decimal_text(value_at(rate, 1, YearMonth::of(2024, 12))->cells[0]), "0.4");
  EXPECT_EQ(to_decimal_text(value_at(rate, 1, YearMonth::of(2026, 1))->cells[0]), "0.45");
  EXPECT_EQ(to_decimal_text(value_at(rate, 0, YearMonth::of(2026, 1))->cells[0]), "0.5");
}

TEST(Readings, are_chosen_by_a_number_that_no_name_finds) {
  const Result<RuleSet> rules = load_module(open_law);
  ASSERT_TRUE(rules.ok());
  ASSERT_EQ(rules->choices.size(), 2U);
  EXPECT_EQ(owner_name(*rules, rules->choices[0]), "m.tax");
  EXPECT_EQ(owner_name(*rules, rules->choices[1]), "m.rate");
  const Variable& choice = rules->variables[rules->choices[0].variable];
  EXPECT_EQ(*choice.highest, Fraction::from_integer(2));
  EXPECT_FALSE(rules->find_variable(choice.name));
}

TEST(Readings, and_what_is_plausible_are_in_the_image) {
  const Result<RuleSet> rules = load_module(open_law);
  ASSERT_TRUE(rules.ok());
  const Result<RuleSet> again = load_image(save_image(*rules));
  ASSERT_TRUE(again.ok()) << to_text(again.diagnostics()[0]);
  EXPECT_EQ(save_image(*again), save_image(*rules));
  ASSERT_EQ(again->variables.size(), rules->variables.size());
  ASSERT_EQ(again->choices.size(), 2U);
  const Variable& tax = again->variables[*again->find_variable("m.tax")];
  ASSERT_EQ(tax.readings.size(), 2U);
  EXPECT_EQ(tax.readings[0].name, "literal");
  EXPECT_EQ(tax.readings[0].says.in(Language::en), "word for word");
  EXPECT_EQ(formula_at(tax, 2, YearMonth::of(2025, 6))->text, "2 * pay");
  EXPECT_EQ(again->parameters[0].readings[0].values[0].cells, rules->parameters[0].readings[0].values[0].cells);
  const Variable& pay = again->variables[*again->find_variable("pay")];
  ASSERT_TRUE(pay.plausible);
  EXPECT_EQ(pay.plausible->most.text, "2 * base");
  EXPECT_EQ(again->variables[*again->find_variable("kept")].plausible->members.size(), 2U);
}

}  // namespace
}  // namespace ansio::ruleset
