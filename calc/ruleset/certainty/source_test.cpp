// Sources in parts, and who settles what no source confirms.
#include "calc/ruleset/certainty/source.h"

#include <gtest/gtest.h>

#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

using testing::load_module;

std::string parameter_with(const std::string& value) {
  return "parameters:\n  rate: {title: $T, unit: \"1\", values: {2024-01: " + value +
         "}}\nrules:\n  amount: {title: $T, entity: household, unit: \"1\", formula: rate}\n";
}

std::string source_of(const std::string& source) {
  const Result<RuleSet> rules = load_module(parameter_with("{value: 1, source: " + source + "}"));
  return rules ? rules->parameters[0].values[0].source : to_text(rules.diagnostics().front());
}

std::vector<std::string> complaints_about(const std::string& value) {
  return testing::complaints(load_module(parameter_with(value)).diagnostics(), false);
}

using Complaints = std::vector<std::string>;

TEST(Source, is_told_in_words) {
  EXPECT_EQ(source_of("Leaflet 2026"), "Leaflet 2026");
  EXPECT_EQ(source_of("{act: 571/2007}"), "571/2007");
  EXPECT_EQ(source_of("{act: 571/2007, section: 9 § 2 mom., says: two thirds, read: 2026-11-20}"),
            "571/2007 9 § 2 mom.: two thirds");
  EXPECT_EQ(source_of("{title: Leaflet, says: 12 a day}"), "Leaflet: 12 a day");
  EXPECT_EQ(source_of("[{act: 571/2007, section: 9 §}, {act: 977/2022, title: annex}, Leaflet]"),
            "571/2007 9 §; 977/2022, annex; Leaflet");
}

TEST(Source, that_is_malformed_is_refused) {
  EXPECT_EQ(complaints_about("{value: 1, source: {act: 571}}"), Complaints{"m.yaml:4 E310"});
  EXPECT_EQ(complaints_about("{value: 1, source: {says: x}}"), Complaints{"m.yaml:4 E302"});
  EXPECT_EQ(complaints_about("{value: 1, source: {title: x, section: 9 §}}"), Complaints{"m.yaml:4 E310"});
  EXPECT_EQ(complaints_about("{value: 1, source: {title: x, page: 4}}"), Complaints{"m.yaml:4 E301"});
  EXPECT_EQ(complaints_about("{value: 1, source: {title: x, read: yesterday}}"), Complaints{"m.yaml:4 E308"});
}

TEST(Assumption, says_who_settles_it_and_what_was_looked_at) {
  const Result<RuleSet> rules =
      load_module(parameter_with("{value: 1, status: unverified, note: $T, settled_by: [office], "
                                 "looked_at: [{act: 571/2007, section: 9 §, read: 2026-11-20}, Leaflet]}"));
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics().front());
  const Assumption& assumption = rules->parameters[0].values[0].assumption;
  EXPECT_EQ(assumption.settled_by, std::vector<std::string>{"office"});
  EXPECT_EQ(assumption.looked_at, "571/2007 9 § (2026-11-20); Leaflet");
}

TEST(Assumption, that_is_malformed_is_refused) {
  EXPECT_EQ(complaints_about("{value: 1, status: unverified, note: $T, settled_by: nobody}"),
            Complaints{"m.yaml:4 E203"});
  EXPECT_EQ(complaints_about("{value: 1, settled_by: office}"), Complaints{"m.yaml:4 E302"});
  EXPECT_EQ(complaints_about("{value: 1, looked_at: Leaflet}"), Complaints{"m.yaml:4 E302"});
}

TEST(Switch, is_true_or_false) {
  const Result<RuleSet> rules = load_module(
      "enums: {town: {title: $T, members: {here: $T, there: $T}}}\n"
      "parameters:\n"
      "  in_force: {title: $T, type: boolean, values: {2024-01: true, 2025-01: {value: false, source: x}}}\n"
      "  far: {title: $T, type: boolean, by: town, values: {2024-01: {here: false, there: true}}}\n"
      "rules:\n"
      "  far_now: {title: $T, entity: household, type: boolean, formula: \"in_force and far['there']\"}\n");
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics().front());
  EXPECT_TRUE(rules->parameters[0].boolean);
  EXPECT_EQ(rules->parameters[0].values[0].cells, std::vector{base::Fraction::from_integer(1)});
  EXPECT_EQ(rules->parameters[0].values[1].cells, std::vector{base::Fraction::from_integer(0)});
  EXPECT_EQ(rules->parameters[1].values[0].cells,
            (std::vector{base::Fraction::from_integer(0), base::Fraction::from_integer(1)}));
}

TEST(Switch, is_no_number) {
  const auto complaints = [](const std::string& parameter, const std::string& formula) {
    return testing::complaints(
        load_module("parameters:\n  on: {title: $T, " + parameter +
                    "}\nrules:\n  amount: {title: $T, entity: household, unit: \"1\", formula: \"" + formula + "\"}\n")
            .diagnostics(),
        false);
  };
  EXPECT_EQ(complaints("type: boolean, values: {2024-01: true}", "if on then 1 else 0"), Complaints{});
  EXPECT_EQ(complaints("type: boolean, values: {2024-01: true}", "on + 1"), Complaints{"m.yaml:6 E206"});
  EXPECT_EQ(complaints("type: boolean, values: {2024-01: 1}", "if on then 1 else 0"), Complaints{"m.yaml:4 E303"});
  EXPECT_EQ(complaints("type: month, values: {2024-01: true}", "if on then 1 else 0"), Complaints{"m.yaml:4 E303"});
  EXPECT_EQ(complaints("type: boolean, unit: \"1\", values: {2024-01: true}", "if on then 1 else 0"),
            Complaints{"m.yaml:4 E303"});
  EXPECT_EQ(complaints("unit: \"1\", values: {2024-01: true}", "on"), Complaints{"m.yaml:4 E303"});
}

}  // namespace
}  // namespace ansio::ruleset
