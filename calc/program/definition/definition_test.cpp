// What formulas mean: docs/language.md, section 3. Every expectation is worked by hand; both evaluators must meet it.
#include "calc/program/testing/evaluator_tester.h"
#include "calc/program/testing/rule_set_builder.h"

namespace ansio::program {
namespace {

struct Formula : testing::Test {
  RuleSetBuilder rules;
  VariableId x = rules.input("x", Entity::household, -1'000'000, 1'000'000, 3);

  VariableId rule(NodeId formula) { return rules.rule("figure", Entity::household, formula); }
  NodeId two(NodeKind kind, NodeId a, NodeId b) { return rules.node(kind, {a, b}); }
  NodeId number(std::string_view text) { return rules.number(text); }
  std::string at(VariableId figure, const std::string& value) {
    return EvaluatorTester(rules.rules()).give(x, {value}).values(figure);
  }
};

TEST_F(Formula, half_cents_round_away_from_zero) {
  const VariableId cents = rule(two(NodeKind::round_half_away, rules.read(x), number("0.01")));
  EXPECT_EQ(at(cents, "0.124"), "0.12");
  EXPECT_EQ(at(cents, "0.125"), "0.13");
  EXPECT_EQ(at(cents, "-0.125"), "-0.13");
  EXPECT_EQ(at(cents, "-0.124"), "-0.12");
  EXPECT_EQ(at(cents, "0.1249999"), "0.12");
}

TEST_F(Formula, down_is_towards_minus_infinity_and_up_towards_plus_infinity) {
  const VariableId down = rule(two(NodeKind::round_down, rules.read(x), number("0.05")));
  const VariableId up = rule(two(NodeKind::round_up, rules.read(x), number("0.05")));
  EXPECT_EQ(at(down, "0.099"), "0.05");
  EXPECT_EQ(at(down, "-0.001"), "-0.05");
  EXPECT_EQ(at(down, "0.1"), "0.1");
  EXPECT_EQ(at(up, "0.101"), "0.15");
  EXPECT_EQ(at(up, "-0.099"), "-0.05");
  EXPECT_EQ(at(up, "-0.1"), "-0.1");
}

// 12 · 85/10 · x / 12, rounded: what is multiplied and divided cancels before anything is lost.
TEST_F(Formula, nothing_is_lost_before_the_rounding) {
  const NodeId third = two(NodeKind::divide, rules.read(x), number("3"));
  const NodeId back = two(NodeKind::multiply, third, number("3"));
  const VariableId whole = rule(two(NodeKind::round_down, back, number("1")));
  EXPECT_EQ(at(whole, "1"), "1");
  const VariableId monthly =
      rule(two(NodeKind::round_half_away, rules.convert(rules.read(x), Fraction::from_ratio(1, 12)), number("0.01")));
  EXPECT_EQ(at(monthly, "0.06"), "0.01");  // 0.005 is a half cent
  EXPECT_EQ(at(monthly, "0.059"), "0");
}

TEST_F(Formula, a_marginal_scale_sums_its_bands) {
  const ParameterId scale = rules.scale("scale", {"0", "0.1264", "22000", "0.19", "32000", "0.3025"});
  const VariableId tax = rule(rules.read_scale(scale, rules.read(x)));
  EXPECT_EQ(at(tax, "-5"), "0");
  EXPECT_EQ(at(tax, "0"), "0");
  EXPECT_EQ(at(tax, "22000"), "2780.8");  // 22000 · 0.1264
  EXPECT_EQ(at(tax, "22000.01"), "2780.8019");
  EXPECT_EQ(at(tax, "40000"), "7100.8");  // 2780.80 + 1900 + 2420
}

TEST_F(Formula, a_scale_may_fall) {
  const ParameterId scale = rules.scale("scale", {"100", "0.5", "200", "0", "300", "0.1"});
  const VariableId figure = rule(rules.read_scale(scale, rules.read(x)));
  EXPECT_EQ(at(figure, "99"), "0");
  EXPECT_EQ(at(figure, "150"), "25");
  EXPECT_EQ(at(figure, "250"), "50");
  EXPECT_EQ(at(figure, "310"), "51");
}

TEST_F(Formula, a_table_is_read_by_its_keys_the_last_running_fastest) {
  const ParameterId caps = rules.table("caps", {TableKey{false, 0, 1, 2}, TableKey{false, 0, 1, 3}},
                                       {"563", "808", "1019", "447", "652", "828"});
  const VariableId cap = rule(rules.read_parameter(caps, {number("2"), rules.read(x)}));
  EXPECT_EQ(at(cap, "1"), "447");
  EXPECT_EQ(at(cap, "3"), "828");
  EXPECT_EQ(at(cap, "4"), "E401 caps is looked up outside its keys (4)");
  EXPECT_EQ(at(cap, "0"), "E401 caps is looked up outside its keys (0)");
  EXPECT_EQ(at(cap, "1.5"), "E401 caps is looked up outside its keys (1.5)");
}

TEST_F(Formula, a_divisor_may_be_zero_in_the_branch_not_taken) {
  const NodeId ratio = two(NodeKind::divide, number("100"), rules.read(x));
  const VariableId guarded =
      rule(rules.node(NodeKind::if_else, {two(NodeKind::greater, rules.read(x), number("0")), ratio, number("-1")}));
  EXPECT_EQ(at(guarded, "8"), "12.5");
  EXPECT_EQ(at(guarded, "0"), "-1");
  EXPECT_EQ(at(guarded, "-3"), "-1");
}

TEST_F(Formula, a_division_by_zero_is_refused_where_it_is_reached) {
  const NodeId ratio = two(NodeKind::divide, number("100"), rules.read(x));
  const VariableId unguarded = rule(ratio);
  const VariableId rounded = rule(two(NodeKind::round_half_away, ratio, number("0.01")));
  EXPECT_EQ(at(unguarded, "-8"), "-12.5");
  EXPECT_EQ(at(unguarded, "0"), "E212 a division by zero");
  EXPECT_EQ(at(rounded, "-3"), "-33.33");
  EXPECT_EQ(at(rounded, "0"), "E212 a division by zero");
}

TEST_F(Formula, a_quotient_is_carried_until_it_is_rounded_or_compared) {
  const VariableId y = rules.input("y", Entity::household, 1, 1000);
  const NodeId ratio = two(NodeKind::divide, rules.read(x), rules.read(y));
  const NodeId more = two(NodeKind::add, two(NodeKind::multiply, ratio, number("2")), number("1"));
  const VariableId rounded = rule(two(NodeKind::round_half_away, more, number("0.01")));
  const VariableId capped = rule(two(NodeKind::minimum, more, number("2")));
  const VariableId plain = rule(more);
  EvaluatorTester tester(rules.rules());
  tester.give(x, {"10"}).give(y, {"3"});
  EXPECT_EQ(tester.values(rounded), "7.67");
  EXPECT_TRUE(tester.by_program());
  EXPECT_EQ(tester.values(capped), "2");
  EXPECT_TRUE(tester.by_program());
  const Result<Answer> exact = tester.ask(plain);
  EXPECT_TRUE(exact->values[0][0] == Fraction::from_ratio(23, 3));
  EXPECT_TRUE(tester.by_program());
}

TEST_F(Formula, people_are_summed_and_asked) {
  const VariableId age = rules.input("age", Entity::person, 0, 120, 0);
  const NodeId read = rules.read(age);
  const auto figure = [&](NodeKind kind, People people) { return rule(rules.over(kind, people, read)); };
  const NodeId grown = rules.node(NodeKind::greater_equal, {read, number("18")});
  const VariableId total = figure(NodeKind::sum, People::persons), children = figure(NodeKind::sum, People::children);
  const VariableId oldest = figure(NodeKind::max_of, People::adults),
                   least = figure(NodeKind::min_of, People::children);
  const VariableId count = rule(rules.over(NodeKind::count, People::persons, grown));
  const VariableId all = rule(rules.over(NodeKind::all, People::adults, grown));
  const VariableId any = rule(rules.over(NodeKind::any, People::children, grown));
  EvaluatorTester family(rules.rules());
  family.household(true, 2).give(age, {"40"}, 0).give(age, {"38"}, 1).give(age, {"19"}, 2).give(age, {"7"}, 3);
  EXPECT_EQ(family.values(total), "104");
  EXPECT_EQ(family.values(children), "26");
  EXPECT_EQ(family.values(oldest), "40");
  EXPECT_EQ(family.values(least), "7");
  EXPECT_EQ(family.values(count), "3");
  EXPECT_EQ(family.values(all), "1");
  EXPECT_EQ(family.values(any), "1");
  EvaluatorTester alone(rules.rules());
  alone.give(age, {"40"});
  EXPECT_EQ(alone.values(children), "0");
  EXPECT_EQ(alone.values(least), "0");
  EXPECT_EQ(alone.values(any), "0");
  EXPECT_EQ(alone.values(rule(rules.over(NodeKind::all, People::children, grown))), "1");
}

TEST_F(Formula, a_persons_rule_sees_the_partner_the_others_and_itself) {
  const VariableId age = rules.input("age", Entity::person, 0, 120, 0);
  const NodeId partners = rules.node(NodeKind::if_else, {rules.role(NodeKind::exists, Selector::partner),
                                                         rules.read(age, Selector::partner), number("-1")});
  const VariableId partner = rules.rule("partner", Entity::person, partners);
  // How many of the others are older than oneself.
  const VariableId older =
      rules.rule("older", Entity::person,
                 rules.over(NodeKind::count, People::others,
                            two(NodeKind::greater, rules.read(age), rules.read(age, Selector::self))));
  // Which child of the family a child is.
  const NodeId up_to_self = two(NodeKind::less_equal, rules.role(NodeKind::position, Selector::element),
                                rules.role(NodeKind::position, Selector::self));
  const VariableId order =
      rules.rule("order", Entity::person, rules.over(NodeKind::count, People::children, up_to_self));
  EvaluatorTester family(rules.rules());
  family.household(true, 2).give(age, {"40"}, 0).give(age, {"41"}, 1).give(age, {"19"}, 2).give(age, {"7"}, 3);
  EXPECT_EQ(family.values(partner, 0), "41");
  EXPECT_EQ(family.values(partner, 1), "40");
  EXPECT_EQ(family.values(partner, 2), "-1");
  EXPECT_EQ(family.values(older, 0), "1");
  EXPECT_EQ(family.values(older, 1), "0");
  EXPECT_EQ(family.values(older, 3), "3");
  EXPECT_EQ(family.values(order, 2), "1");
  EXPECT_EQ(family.values(order, 3), "2");
}

TEST_F(Formula, the_calendar_is_known) {
  const VariableId born = rules.input("born", Entity::household, 0, 0, 0);
  Variable& month = rules.rules().variables[born];
  month.type.kind = Type::Kind::month;
  month.lowest.reset();
  month.highest.reset();
  const auto now = [&] { return rules.node(NodeKind::this_month, {}); };
  const VariableId years = rule(two(NodeKind::years_between, rules.read(born), now()));
  const VariableId months = rule(two(NodeKind::months_between, rules.read(born), now()));
  const VariableId working = rule(rules.node(NodeKind::weekdays, {rules.read(born)}));
  const VariableId length =
      rule(rules.node(NodeKind::days, {two(NodeKind::add_months, rules.read(born), number("1"))}));
  const VariableId of_year = rule(rules.node(NodeKind::month_of_year, {rules.read(born)}));
  const auto asked = [&](VariableId figure, int year, int number_of_month) {
    return EvaluatorTester(rules.rules())
        .typical(2026, 5)
        .give(born, {std::to_string(YearMonth::of(year, number_of_month).index)})
        .values(figure);
  };
  EXPECT_EQ(asked(years, 1990, 5), "36");
  EXPECT_EQ(asked(years, 1990, 6), "35");
  EXPECT_EQ(asked(months, 2026, 1), "4");
  EXPECT_EQ(asked(months, 2026, 7), "-2");
  EXPECT_EQ(asked(working, 2026, 5), "21");  // 1 May 2026 is a Friday: 4 weeks and Friday
  EXPECT_EQ(asked(length, 2028, 1), "29");
  EXPECT_EQ(asked(of_year, 2026, 12), "12");
}

TEST_F(Formula, an_input_is_missed_only_where_it_is_needed) {
  const VariableId rent = rules.input("rent", Entity::person, 0, 10000);
  const VariableId cost = rules.rule("cost", Entity::person,
                                     rules.node(NodeKind::if_else, {two(NodeKind::greater, rules.read(x), number("0")),
                                                                    rules.read(rent), number("3")}));
  EvaluatorTester unneeded(rules.rules());
  EXPECT_EQ(unneeded.give(x, {"0"}).values(cost), "3");
  EXPECT_TRUE(unneeded.by_program());
  EXPECT_EQ(at(cost, "1"), "E501 client.rent must be given");
}

TEST_F(Formula, a_default_may_be_a_formula_and_a_given_value_beats_it) {
  const VariableId share = rules.input("share", Entity::household, 0, 1'000'000, 6);
  rules.set_default(share, two(NodeKind::multiply, rules.read(x), number("0.1")));
  const VariableId figure = rule(two(NodeKind::add, rules.read(share), number("1")));
  EXPECT_EQ(at(figure, "50"), "6");
  EXPECT_EQ(EvaluatorTester(rules.rules()).give(share, {"9"}).values(figure), "10");
}

TEST_F(Formula, a_rule_that_is_given_is_not_computed) {
  const VariableId rent = rules.input("rent", Entity::household, 0, 10000);
  const VariableId costs = rules.rule("costs", Entity::household, rules.read(rent));
  const VariableId figure = rule(two(NodeKind::add, rules.read(costs), number("1")));
  EXPECT_EQ(EvaluatorTester(rules.rules()).give(costs, {"400.125"}).values(figure), "401.125");
}

TEST_F(Formula, what_is_wrong_with_a_question_is_said_at_once) {
  const VariableId wage = rules.input("wage", Entity::person, 0, 100);
  EvaluatorTester tester(rules.rules());
  tester.typical(2019, 12).give(x, {"1000000.5"}).give(wage, {"-0.01"}).give(wage, {"5"}, 1);
  EXPECT_EQ(tester.values(x),
            "E507 the rules hold no law for 2019-12; E504 x is outside its bounds (1000000.5); "
            "E504 client.wage is outside its bounds (-0.01); E505 the household has no person 2");
}

TEST_F(Formula, a_parameter_without_a_value_names_the_month) {
  const ParameterId limit = rules.parameter("limit", {{YearMonth::of(2026, 6), "1"}});
  const VariableId figure = rule(rules.read_parameter(limit));
  EXPECT_EQ(EvaluatorTester(rules.rules()).typical(2026, 5).values(figure), "E305 limit has no value in 2026-05");
  EXPECT_EQ(EvaluatorTester(rules.rules()).typical(2026, 6).values(figure), "1");
}

TEST_F(Formula, a_value_beyond_128_bits_is_refused_or_rounded_by_the_definition) {
  NodeId power = rules.read(x);
  for (int i = 0; i < 3; ++i)
    power = two(NodeKind::multiply, power, power);
  const VariableId eighth = rule(power);  // x^8: up to 10^48 · 10^24
  EXPECT_EQ(at(eighth, "10"), "100000000");
  EXPECT_EQ(at(eighth, "999999.999"), "E402 a value beyond what can be computed exactly");
  const VariableId bounded = rule(two(NodeKind::minimum, power, number("5")));
  EXPECT_EQ(at(bounded, "999999.999"), "5");
}

}  // namespace
}  // namespace ansio::program
