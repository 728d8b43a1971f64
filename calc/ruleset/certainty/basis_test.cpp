// What dated values and formulas stand on: read, carried in the image, and through reforms.
#include "calc/ruleset/certainty/basis.h"

#include <gtest/gtest.h>

#include "calc/ruleset/certainty/expected_readings.h"
#include "calc/ruleset/image/image.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

using testing::load_module;

constexpr const char* law = R"yaml(
enums:
  kind: {title: $T, members: {single: $T, couple: $T}}
parameters:
  limit:
    title: $T
    unit: "%"
    published: the gazette
    values:
      2024-01: {value: 40, source: "an act"}
      2026-01: {value: 43.5, basis: forecast, between: [42, 45.5], source: "an index"}
      2026-07:
        basis: continued
        source: "no decree"
  rates:
    title: $T
    unit: "1"
    by: kind
    values:
      2024-01:
       {single: 1, couple: 2, basis: forecast, between: [{single: 1, couple: 1.5}, {single: 1, couple: 2.5}], source: a}
  levy:
    title: $T
    unit: "1"
    kind: scale
    source: "an act for a year"
    values:
      2024-01: [{over: 0, rate: 10}, {over: 100, rate: 20}]
      2026-01: continued
rules:
  k: {title: $T, entity: household, type: kind, formula: "'single'"}
  r:
    title: $T
    entity: household
    unit: "1"
    formula:
      2024-01: limit + rates[k] + scale(limit, levy)
      2025-01: {formula: limit, basis: forecast, source: "a bill"}
      2026-01: {basis: continued, source: "the bill lapsed"}
)yaml";

Fraction number(const char* text) {
  return *parse_fraction(text);
}

void expect_the_law(const RuleSet& rules) {
  const std::vector<ParameterValue>& limit = rules.parameters[0].values;
  ASSERT_EQ(limit.size(), 3U);
  EXPECT_EQ(limit[0].basis, Basis::enacted);
  EXPECT_FALSE(limit[0].is_expected(0));
  EXPECT_EQ(limit[1].basis, Basis::forecast);
  EXPECT_EQ(limit[1].low, std::vector{number("0.42")});
  EXPECT_EQ(limit[1].high, std::vector{number("0.455")});
  EXPECT_EQ(limit[2].basis, Basis::continued);
  EXPECT_EQ(limit[2].cells, std::vector{number("0.435")});
  EXPECT_TRUE(limit[2].low.empty());
  EXPECT_EQ(limit[2].source, "no decree");
  EXPECT_TRUE(limit[2].is_expected(0));
  EXPECT_EQ(rules.parameters[0].published, "the gazette");

  const ParameterValue& rates = rules.parameters[1].values[0];
  EXPECT_FALSE(rates.is_expected(0)) << "a range that is a point";
  EXPECT_TRUE(rates.is_expected(1));

  const std::vector<ParameterValue>& levy = rules.parameters[2].values;
  EXPECT_EQ(levy[1].cells, levy[0].cells);
  EXPECT_EQ(levy[1].source, "an act for a year");

  const std::vector<DatedFormula>& formulas = rules.variables[*rules.find_variable("m.r")].formulas;
  ASSERT_EQ(formulas.size(), 3U);
  EXPECT_EQ(formulas[1].basis, Basis::forecast);
  EXPECT_EQ(formulas[1].source, "a bill");
  EXPECT_EQ(formulas[2].basis, Basis::continued);
  EXPECT_EQ(formulas[2].text, "limit");
}

TEST(Basis, is_told_of_each_dated_value_and_formula) {
  const Result<RuleSet> rules = load_module(law);
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics().front());
  expect_the_law(*rules);
}

TEST(Basis, travels_in_the_image) {
  const Result<RuleSet> rules = load_module(law);
  ASSERT_TRUE(rules.ok());
  const Result<RuleSet> again = load_image(save_image(*rules));
  ASSERT_TRUE(again.ok()) << to_text(again.diagnostics().front());
  expect_the_law(*again);
}

TEST(Basis, the_ends_of_an_expected_value_are_readings_from_its_month_on) {
  const Result<RuleSet> rules = load_module(law);
  ASSERT_TRUE(rules.ok());
  const Result<RuleSet> again = load_image(save_image(*rules));
  ASSERT_TRUE(again.ok());
  for (const RuleSet* one : {&*rules, &*again}) {
    const Parameter& limit = one->parameters[0];
    ASSERT_EQ(limit.readings.size(), 2U);
    EXPECT_EQ(limit.readings[0].name, lowest_expected);
    EXPECT_EQ(limit.readings[1].name, highest_expected);
    EXPECT_EQ(value_at(limit, 1, YearMonth::of(2025, 12))->cells, std::vector{number("0.4")});
    EXPECT_EQ(value_at(limit, 1, YearMonth::of(2026, 1))->cells, std::vector{number("0.42")});
    EXPECT_EQ(value_at(limit, 2, YearMonth::of(2026, 6))->cells, std::vector{number("0.455")});
    EXPECT_EQ(value_at(limit, 2, YearMonth::of(2026, 7))->cells, std::vector{number("0.435")}) << "no range is told";
    EXPECT_EQ(one->parameters[1].readings[1].values[0].cells, (std::vector{number("1"), number("2.5")}));
    EXPECT_TRUE(one->parameters[2].readings.empty());
    EXPECT_EQ(one->choices.size(), 2U);
  }
}

TEST(Basis, a_reform_before_a_continued_value_goes_on_through_it) {
  const Result<RuleSet> rules = load_module(
      law, "overlay: reform\ntitle: $T\nmodules:\n  m:\n    parameters: {limit: {values: {2026-01: 50}}}\n");
  ASSERT_TRUE(rules.ok());
  EXPECT_EQ(value_at(rules->parameters[0], YearMonth::of(2026, 8))->cells, std::vector{number("0.5")});
}

TEST(Basis, what_is_not_verified_of_a_value_goes_on_with_it) {
  const Result<RuleSet> rules = load_module(R"yaml(
parameters:
  p:
    title: $T
    unit: "1"
    values:
      2024-01: {value: 1, status: unverified, note: $T, source: a}
      2025-01: {basis: continued, source: b}
      2026-01: {value: 1, basis: continued, source: c}
rules:
  r: {title: $T, entity: household, unit: "1", formula: p}
)yaml");
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics().front());
  EXPECT_TRUE(rules->parameters[0].values[1].assumption.unverified);
  EXPECT_FALSE(rules->parameters[0].values[2].assumption.unverified);
}

}  // namespace
}  // namespace ansio::ruleset
