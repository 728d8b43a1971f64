// Overlays on rules, with every error at its place.
#include "calc/ruleset/documents/overlay.h"

#include <gtest/gtest.h>

#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

using testing::load_module;

constexpr const char* law = R"(
parameters:
  rate: {title: $T, unit: "1", values: {2024-01: 0.5, 2025-01: 0.6}}
rules:
  payable: {title: $T, entity: household, unit: "1", formula: 2 * rate}
  dated: {title: $T, entity: household, unit: "1", formula: {2024-01: 1, 2026-05: 3}}
)";

std::string reform(const std::string& changes) {
  return "overlay: reform\ntitle: $T\nmodules:\n  m:\n" + changes;
}

std::vector<std::string> complaints_about(const std::string& changes) {
  return testing::complaints(load_module(law, reform(changes)).diagnostics(), true);
}

const Variable& variable(const RuleSet& rules, const char* name) {
  return rules.variables[*rules.find_variable(name)];
}

TEST(Overlay, merges_values_by_their_dates) {
  const Result<RuleSet> rules =
      load_module(law, reform("    parameters: {rate: {values: {2025-01: 0.7, 2026-03: 0.8}}}\n"));
  ASSERT_TRUE(rules.ok());
  const std::vector<ParameterValue>& values = rules->parameters[0].values;
  ASSERT_EQ(values.size(), 3U);
  EXPECT_EQ(values[0].cells[0], *parse_fraction("0.5"));
  EXPECT_EQ(values[1].cells[0], *parse_fraction("0.7"));
  EXPECT_EQ(values[2].from, YearMonth::of(2026, 3));
  EXPECT_EQ(rules->version, "1+reform");
}

TEST(Overlay, gives_an_undated_formula_a_date_and_leaves_the_past_alone) {
  const Result<RuleSet> rules = load_module(law, reform("    rules: {payable: {formula: {2026-01: 3 * rate}}}\n"));
  ASSERT_TRUE(rules.ok());
  const std::vector<DatedFormula>& formulas = variable(*rules, "m.payable").formulas;
  EXPECT_EQ(formula_at(formulas, YearMonth::of(2025, 12))->text, "2 * rate");
  EXPECT_EQ(formula_at(formulas, YearMonth::of(2026, 1))->text, "3 * rate");
}

TEST(Overlay, puts_a_formula_between_two_dates) {
  const Result<RuleSet> rules = load_module(law, reform("    rules: {dated: {formula: {2025-01: 2}}}\n"));
  ASSERT_TRUE(rules.ok());
  const std::vector<DatedFormula>& formulas = variable(*rules, "m.dated").formulas;
  ASSERT_EQ(formulas.size(), 3U);
  EXPECT_EQ(formulas[1].text, "2");
  EXPECT_EQ(formulas[2].text, "3");
}

TEST(Overlay, replaces_a_formula_that_bears_no_date_for_all_months) {
  const Result<RuleSet> rules = load_module(law, reform("    rules: {dated: {formula: rate}}\n"));
  ASSERT_TRUE(rules.ok());
  EXPECT_EQ(variable(*rules, "m.dated").formulas.size(), 1U);
}

TEST(Overlay, brings_new_rules_and_parameters) {
  const Result<RuleSet> rules = load_module(
      law, reform("    parameters:\n      extra: {title: $T, unit: \"1\", values: {2024-01: 1}}\n"
                  "    rules:\n      more: {title: $T, entity: household, unit: \"1\", formula: payable + extra}\n"
                  "    inputs:\n      wish: {title: $T, entity: household, unit: \"1\", default: 0}\n"));
  ASSERT_TRUE(rules.ok());
  EXPECT_TRUE(rules->find_variable("m.more"));
  EXPECT_TRUE(rules->find_variable("wish"));
}

TEST(Overlay, is_another_rule_set_and_says_so) {
  EXPECT_NE(load_module(law)->hash, load_module(law, reform("    rules: {dated: {formula: rate}}\n"))->hash);
}

TEST(Overlay, that_changes_what_does_not_exist_is_refused) {
  EXPECT_EQ(complaints_about("    rules:\n      payabel: {formula: 1}\n"),
            (std::vector<std::string>{"overlay.yaml:6 E312"}));
  EXPECT_EQ(complaints_about("    parameters:\n      ratio: {values: {2026-01: 1}}\n"),
            (std::vector<std::string>{"overlay.yaml:6 E312"}));
  const Result<RuleSet> rules =
      load_module(law, "overlay: reform\ntitle: $T\nmodules:\n  other: {rules: {r: {formula: 1}}}\n");
  EXPECT_EQ(testing::complaints(rules.diagnostics(), true), (std::vector<std::string>{"overlay.yaml:4 E312"}));
}

TEST(Overlay, is_checked_like_a_rule_file) {
  EXPECT_EQ(complaints_about("    rules:\n      payable: {formula: 2 * missing}\n"),
            (std::vector<std::string>{"overlay.yaml:6 E203"}));
  EXPECT_EQ(complaints_about("    rule: {}\n"), (std::vector<std::string>{"overlay.yaml:5 E301"}));
  EXPECT_EQ(complaints_about("    parameters: {rate: {values: {2026-13: 1}}}\n"),
            (std::vector<std::string>{"overlay.yaml:5 E308"}));
  EXPECT_EQ(complaints_about("    rules: {payable: {formula: dated}, dated: {formula: payable}}\n"),
            (std::vector<std::string>{"m.yaml:5 E307", "m.yaml:7 E306"}));
}

TEST(Overlay, needs_a_name_a_title_and_changes) {
  const Result<RuleSet> rules = load_module(law, "modules: {}\n");
  EXPECT_EQ(testing::complaints(rules.diagnostics(), true),
            (std::vector<std::string>{"overlay.yaml:1 E302", "overlay.yaml:1 E302"}));
}

}  // namespace
}  // namespace ansio::ruleset
