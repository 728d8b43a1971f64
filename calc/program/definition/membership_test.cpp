// Who belongs to the household month by month: sets of people and roles hold those only. Worked by hand; all evaluators
// must meet it.
#include <string>

#include "calc/program/testing/evaluator_tester.h"
#include "calc/ruleset/read/load.h"

namespace ansio::program {
namespace {

constexpr std::uint8_t spouse = 1, first_child = 2, second_child = 3;

std::string rule(const std::string& name, const std::string& entity, const std::string& rest) {
  return "  " + name + ": {title: {fi: a, sv: b, en: c, fi-simple: d}, entity: " + entity + ", " + rest + "}\n";
}

const RuleSet& rules() {
  static const RuleSet loaded = [] {
    const std::string title = "{fi: a, sv: b, en: c, fi-simple: d}";
    const std::string manifest =
        "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlaw_from: 2024-01\nlaw_until: 2026-12\n"
        "members: m.belongs\nunits: {coin: {symbol: c, decimals: 2}}\n";
    const std::string module =
        "module: m\ntitle: " + title + "\nlaw: 1/2024\ninputs:\n" +
        rule("wage", "person", "unit: coin/month, default: 0") +
        rule("gone", "person", "type: boolean, default: false") + "rules:\n" +
        rule("belongs", "person", "type: boolean, formula: not gone") +
        rule("total", "household", "unit: coin/month, formula: \"sum(persons, wage)\"") +
        rule("of_children", "household", "unit: coin/month, formula: \"sum(children, wage)\"") +
        rule("most", "household", "unit: coin/month, formula: \"max_of(persons, wage)\"") +
        rule("least", "household", "unit: coin/month, formula: \"min_of(children, wage)\"") +
        rule("heads", "household", "unit: \"1\", formula: \"count(persons, true)\"") +
        rule("all_earn", "household", "type: boolean, formula: \"all(persons, wage > 0 coin/month)\"") +
        rule("one_is_rich", "household", "type: boolean, formula: \"any(persons, wage > 100 coin/month)\"") +
        rule("is_couple", "household", "type: boolean, formula: exists(spouse)") +
        rule("of_spouse", "household", "unit: coin/month, formula: if exists(spouse) then spouse.wage else 0") +
        rule("of_partner", "person", "unit: coin/month, formula: if exists(partner) then partner.wage else 0") +
        rule("of_others", "person", "unit: coin/month, formula: \"sum(others, wage)\"") +
        rule("at_year_end", "household", "period: year, unit: \"1\", formula: \"count(persons, true)\"");
    const std::vector<SourceFile> files{{"ruleset.yaml", manifest}, {"m.yaml", module}};
    Result<RuleSet> read = ruleset::load_rules(files);
    for (const Diagnostic& diagnostic : read.diagnostics())
      ADD_FAILURE() << to_text(diagnostic);
    return std::move(*read);
  }();
  return loaded;
}

VariableId id(const std::string& name) {
  return *rules().find_variable(name);
}

// A couple with two children. The spouse is there until March, the second child from February.
std::string values(const std::string& name, std::uint8_t person = 0) {
  EvaluatorTester tester(rules());
  tester.household(true, 2).plan(2026, 12);
  tester.give(id("wage"), {"100"}).give(id("wage"), {"40"}, spouse).give(id("wage"), {"7"}, first_child);
  tester.give(id("wage"), {"5"}, second_child);
  tester.give(id("gone"), {"0", "0", "0", "1"}, spouse).give(id("gone"), {"1", "0"}, second_child);
  return tester.values(id(name), person);
}

TEST(Membership, leaves_out_of_sums_and_counts_who_does_not_belong) {
  EXPECT_EQ(values("m.total"), "147 152 152 112 112 112 112 112 112 112 112 112");
  EXPECT_EQ(values("m.of_children"), "7 12 12 12 12 12 12 12 12 12 12 12");
  EXPECT_EQ(values("m.heads"), "3 4 4 3 3 3 3 3 3 3 3 3");
}

TEST(Membership, holds_for_the_largest_the_smallest_any_and_all) {
  EXPECT_EQ(values("m.most"), "100 100 100 100 100 100 100 100 100 100 100 100");
  EXPECT_EQ(values("m.least"), "7 5 5 5 5 5 5 5 5 5 5 5");
  EXPECT_EQ(values("m.all_earn"), "1 1 1 1 1 1 1 1 1 1 1 1");
  EXPECT_EQ(values("m.one_is_rich"), "0 0 0 0 0 0 0 0 0 0 0 0");
}

TEST(Membership, ends_a_couple) {
  EXPECT_EQ(values("m.is_couple"), "1 1 1 0 0 0 0 0 0 0 0 0");
  EXPECT_EQ(values("m.of_spouse"), "40 40 40 0 0 0 0 0 0 0 0 0");
  EXPECT_EQ(values("m.of_partner"), "40 40 40 0 0 0 0 0 0 0 0 0");
  EXPECT_EQ(values("m.of_partner", spouse), "100 100 100 0 0 0 0 0 0 0 0 0");
  EXPECT_EQ(values("m.of_others"), "47 52 52 12 12 12 12 12 12 12 12 12");
}

TEST(Membership, of_a_year_is_that_of_its_end) {
  EXPECT_EQ(values("m.at_year_end"), "3");
}

TEST(Membership, of_nobody_makes_empty_sets) {
  EvaluatorTester tester(rules());
  tester.household(false, 1).plan(2026, 12).give(id("wage"), {"7"}, 1).give(id("gone"), {"1"}, 1);
  EXPECT_EQ(tester.values(id("m.least")), "0 0 0 0 0 0 0 0 0 0 0 0");
  EXPECT_EQ(tester.values(id("m.of_children")), "0 0 0 0 0 0 0 0 0 0 0 0");
}

}  // namespace
}  // namespace ansio::program
