// What months and years mean: docs/language.md, section 4. Every expectation is worked by hand; both evaluators must
// meet it.
#include "calc/program/testing/evaluator_tester.h"
#include "calc/program/testing/rule_set_builder.h"

namespace ansio::program {
namespace {

constexpr auto household = Entity::household;

struct Income : testing::Test {
  RuleSetBuilder rules;
  VariableId wage = rules.input("wage", household, 0, 100000);

  VariableId through(NodeKind how, VariableId variable, std::uint32_t months = 0) {
    return rules.rule("figure", household, rules.read_through(how, variable, months));
  }
  NodeId plus(NodeId a, NodeId b) { return rules.node(NodeKind::add, {a, b}); }
};

TEST_F(Income, a_typical_month_takes_its_year_alike) {
  const VariableId year = through(NodeKind::year_sum, wage);
  const VariableId so_far = through(NodeKind::year_to_date, wage);
  const VariableId mean = through(NodeKind::average, wage, 12);
  const VariableId before = through(NodeKind::previous, wage);
  EvaluatorTester tester(rules.rules());
  tester.typical(2026, 5).give(wage, {"1000.10"});
  EXPECT_EQ(tester.values(year), "12001.2");
  EXPECT_EQ(tester.values(so_far), "5000.5");
  EXPECT_EQ(tester.values(mean), "1000.1");
  EXPECT_EQ(tester.values(before), "1000.1");
}

TEST_F(Income, previous_in_a_typical_month_is_the_initial_formula) {
  const VariableId net = rules.rule("net", household, rules.read(wage), rules.number("7"));
  const VariableId before = through(NodeKind::previous, net);
  EvaluatorTester tester(rules.rules());
  tester.give(wage, {"1000"});
  EXPECT_EQ(tester.values(before), "7");
}

TEST_F(Income, an_overridden_rule_is_its_own_past) {
  const VariableId net = rules.rule("net", household, rules.read(wage), rules.number("7"));
  const VariableId before = through(NodeKind::previous, net);
  EvaluatorTester typical(rules.rules());
  EXPECT_EQ(typical.give(net, {"300"}).values(before), "300");
  EvaluatorTester plan(rules.rules());
  plan.plan(2026, 12).give(wage, {"1000"}).give(net, {"300", ""});
  EXPECT_EQ(plan.values(before), "300 300 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000");
}

TEST_F(Income, a_plan_looks_a_month_back) {
  const VariableId before = through(NodeKind::previous, wage);
  const VariableId net = rules.rule("net", household, rules.read(wage), rules.number("7"));
  const VariableId net_before = through(NodeKind::previous, net);
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 12).give(wage, {"100", "200", "300"});
  EXPECT_EQ(tester.values(before), "100 100 200 300 300 300 300 300 300 300 300 300");
  EXPECT_EQ(tester.values(net_before), "7 100 200 300 300 300 300 300 300 300 300 300");
}

TEST_F(Income, the_years_sum_starts_anew_in_january) {
  const VariableId so_far = through(NodeKind::year_to_date, wage);
  const VariableId year =
      rules.rule("year", household, rules.read_through(NodeKind::year_sum, wage), no_node, Period::year);
  EvaluatorTester tester(rules.rules());
  tester.plan(2025, 24).give(wage, {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "100"});
  EXPECT_EQ(tester.values(so_far),
            "1 3 6 10 15 21 28 36 45 55 66 78 100 200 300 400 500 600 700 800 900 1000 1100 1200");
  EXPECT_EQ(tester.values(year), "78 1200");
}

TEST_F(Income, an_average_reaches_before_the_plan_with_its_first_month) {
  const VariableId mean = through(NodeKind::average, wage, 3);
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 12).give(wage, {"30", "60", "90", "0"});
  EXPECT_EQ(tester.values(mean), "30 40 60 50 30 0 0 0 0 0 0 0");
}

TEST_F(Income, january_and_december) {
  const VariableId start =
      rules.rule("start", household, rules.read_through(NodeKind::at_year_start, wage), no_node, Period::year);
  const VariableId end =
      rules.rule("end", household, rules.read_through(NodeKind::at_year_end, wage), no_node, Period::year);
  EvaluatorTester tester(rules.rules());
  tester.plan(2025, 24).give(wage, {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"});
  EXPECT_EQ(tester.values(start), "1 13");
  EXPECT_EQ(tester.values(end), "12 13");
}

TEST_F(Income, a_month_reads_its_years_tax_and_the_year_before) {
  const VariableId tax =
      rules.rule("tax", household,
                 rules.node(NodeKind::multiply, {rules.read_through(NodeKind::year_sum, wage), rules.number("0.25")}),
                 rules.number("1"), Period::year);
  const VariableId this_year = through(NodeKind::this_year, tax);
  const VariableId last_year = through(NodeKind::last_year, tax);
  EvaluatorTester plan(rules.rules());
  plan.plan(2025, 24).give(wage,
                           {"100", "100", "100", "100", "100", "100", "100", "100", "100", "100", "100", "100", "200"});
  EXPECT_EQ(plan.values(this_year),
            "300 300 300 300 300 300 300 300 300 300 300 300 600 600 600 600 600 600 600 600 600 600 600 600");
  EXPECT_EQ(plan.values(last_year), "1 1 1 1 1 1 1 1 1 1 1 1 300 300 300 300 300 300 300 300 300 300 300 300");
  EvaluatorTester typical(rules.rules());
  typical.give(wage, {"100"});
  EXPECT_EQ(typical.values(this_year), "300");
  EXPECT_EQ(typical.values(last_year), "1");
}

// y is of the year and sums x; z is of the month, reads y and is itself summed by w: three passes over each year.
TEST_F(Income, figures_of_the_year_and_of_the_month_alternate) {
  const VariableId yearly =
      rules.rule("yearly", household, rules.read_through(NodeKind::year_sum, wage), no_node, Period::year);
  const VariableId monthly = rules.rule(
      "monthly", household, plus(rules.read_through(NodeKind::this_year, yearly), rules.read(wage)), rules.number("0"));
  const VariableId sum =
      rules.rule("sum", household, rules.read_through(NodeKind::year_sum, monthly), no_node, Period::year);
  const VariableId last =
      rules.rule("last", household,
                 plus(rules.read_through(NodeKind::this_year, sum), rules.read_through(NodeKind::previous, monthly)));
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 12).give(wage, {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"});
  // yearly 78; monthly 79 … 90; sum 12 · 78 + 78 = 1014.
  EXPECT_EQ(tester.values(last), "1014 1093 1094 1095 1096 1097 1098 1099 1100 1101 1102 1103");
}

TEST_F(Income, a_decision_holds_until_it_is_reviewed) {
  const VariableId review = rules.input("review", household, 0, 1, 0);
  const VariableId decided = rules.rule_without_formula("decided", household);
  rules.set_formula(decided,
                    rules.node(NodeKind::if_else,
                               {rules.read(review), rules.read(wage), rules.read_through(NodeKind::previous, decided)}),
                    rules.read(wage));
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 12)
      .give(wage, {"1", "2", "3", "4", "5", "6", "7"})
      .give(review, {"0", "0", "1", "0", "0", "1", "0"});
  EXPECT_EQ(tester.values(decided), "1 1 3 3 3 6 6 6 6 6 6 6");
}

// The months of the year before a plan starts count in its sums, but remember nothing.
TEST_F(Income, until_a_plan_starts_there_is_no_month_before) {
  const VariableId count = rules.rule_without_formula("count", household);
  rules.set_formula(count, plus(rules.read_through(NodeKind::previous, count), rules.number("1")), rules.read(wage));
  const VariableId before = through(NodeKind::previous, wage);
  const VariableId sum =
      rules.rule("sum", household, rules.read_through(NodeKind::year_sum, count), no_node, Period::year);
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 12, 3).give(wage, {"10", "20", "30", "40", "50"});
  EXPECT_EQ(tester.values(count), "11 21 31 41 42 43 44 45 46 47 48 49");
  EXPECT_EQ(tester.values(before), "10 20 30 40 40 50 50 50 50 50 50 50");
  EXPECT_EQ(tester.values(sum), "468");  // 63, then 41 + … + 49 = 405
}

TEST_F(Income, parameters_are_those_of_the_month_and_in_yearly_rules_of_january) {
  const ParameterId limit = rules.parameter(
      "limit", {{YearMonth::of(2025, 1), "10"}, {YearMonth::of(2025, 8), "20"}, {YearMonth::of(2026, 1), "30"}});
  const VariableId monthly = rules.rule("monthly", household, rules.read_parameter(limit));
  const VariableId yearly = rules.rule("yearly", household, rules.read_parameter(limit), no_node, Period::year);
  EvaluatorTester plan(rules.rules());
  plan.plan(2025, 12);
  EXPECT_EQ(plan.values(monthly), "10 10 10 10 10 10 10 20 20 20 20 20");
  EXPECT_EQ(plan.values(yearly), "10");
  EvaluatorTester typical(rules.rules());
  typical.typical(2025, 9);
  EXPECT_EQ(typical.values(monthly), "20");
  EXPECT_EQ(typical.values(yearly), "10");
}

TEST_F(Income, a_formula_may_have_a_date) {
  const VariableId rule = rules.rule("rule", household, rules.number("1"));
  DatedFormula later;
  later.from = YearMonth::of(2026, 3);
  later.root = rules.number("2");
  rules.rules().variables[rule].formulas.push_back(later);
  EvaluatorTester tester(rules.rules());
  EXPECT_EQ(tester.plan(2026, 12).values(rule), "1 1 2 2 2 2 2 2 2 2 2 2");
}

TEST_F(Income, a_month_without_a_value_takes_the_default) {
  rules.set_default(wage, rules.number("5"));
  const VariableId asked = rules.rule("asked", household, rules.role(NodeKind::given, Selector::household, wage));
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 12).give(wage, {"1", "", "2"});
  EXPECT_EQ(tester.values(wage), "1 5 2 2 2 2 2 2 2 2 2 2");
  EXPECT_EQ(tester.values(asked), "1 0 1 1 1 1 1 1 1 1 1 1");
}

TEST_F(Income, a_plan_goes_on_from_what_is_given_before_it) {
  const VariableId count = rules.rule_without_formula("count", household);
  rules.set_formula(count, plus(rules.read_through(NodeKind::previous, count), rules.number("1")), rules.read(wage));
  const VariableId before = rules.rule("before", household, rules.read_through(NodeKind::previous, wage));
  const VariableId mean = rules.rule("mean", household, rules.node(NodeKind::average, {rules.read(wage)}, 3));
  const VariableId sum =
      rules.rule("sum", household, rules.read_through(NodeKind::year_sum, count), no_node, Period::year);
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 12, 2).give(wage, {"10"}).before({"1", "2", "3", "4"}).give(count, {""}).before({"70", "80"});
  EXPECT_EQ(tester.values(count), "70 80 81 82 83 84 85 86 87 88 89 90");
  EXPECT_TRUE(tester.by_program());
  EXPECT_EQ(tester.values(before), "3 4 4 10 10 10 10 10 10 10 10 10")
      << "until the plan starts there is no month before";
  EXPECT_EQ(tester.values(mean), "2 3 5.666667 8 10 10 10 10 10 10 10 10");
  EXPECT_EQ(tester.values(sum), "1005");  // 70 + 80 + 81 + … + 90
}

TEST_F(Income, one_month_before_the_plan_is_enough) {
  const VariableId count = rules.rule_without_formula("count", household);
  rules.set_formula(count, plus(rules.read_through(NodeKind::previous, count), rules.number("1")), rules.number("0"));
  EvaluatorTester plan(rules.rules());
  EXPECT_EQ(plan.plan(2026, 12).give(count, {""}).before({"5"}).values(count), "6 7 8 9 10 11 12 13 14 15 16 17");
  EvaluatorTester typical(rules.rules());
  EXPECT_EQ(typical.typical(2026, 5).give(count, {""}).before({"5"}).values(count), "6");
}

TEST_F(Income, the_year_before_the_plan_may_be_given) {
  const VariableId yearly = rules.rule_without_formula("yearly", household);
  rules.rules().variables[yearly].period = Period::year;
  rules.set_formula(yearly, plus(rules.read_through(NodeKind::last_year, yearly), rules.number("1")),
                    rules.number("0"));
  EvaluatorTester tester(rules.rules());
  tester.plan(2026, 24, 0).give(yearly, {""}).before({"41"});
  EXPECT_EQ(tester.values(yearly), "42 43");
}

TEST_F(Income, a_figure_that_grows_for_sixty_years_does_not_end_the_stack) {
  const VariableId count = rules.rule_without_formula("count", household);
  rules.set_formula(count, plus(rules.read_through(NodeKind::previous, count), rules.number("1")), rules.number("0"));
  // Read only in the last month, so that nothing computes it before.
  const VariableId last =
      rules.rule("last", household,
                 rules.node(NodeKind::if_else,
                            {rules.node(NodeKind::equal, {rules.node(NodeKind::this_month, {}), rules.number("24935")}),
                             rules.read(count), rules.number("0")}));
  ASSERT_EQ(YearMonth::of(2077, 12).index, 24935);
  EvaluatorTester tester(rules.rules());
  const std::string values = tester.plan(2020, 58 * 12).values(last);
  EXPECT_EQ(values.substr(values.rfind(' ')), " 696");
}

}  // namespace
}  // namespace ansio::program
