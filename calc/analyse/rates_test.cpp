#include "calc/analyse/rates.h"

#include "calc/analyse/summands.h"
#include "calc/base/yaml_reader.h"
#include "calc/program/definition.h"
#include "calc/simulate/small_rules.h"

namespace calc {
namespace {

const RuleSet& rules = testing::small_rules();

Result<Answer> define(const Question& question) {
  return answer_by_definition(rules, question);
}

const char* two_rates = R"(
rates:
  of_the_next: {title: {fi: a, sv: b, en: c, fi-simple: d}, of: wage, leaves: net, by: 1}
  of_all: {title: {fi: a, sv: b, en: c, fi-simple: d}, of: wage, leaves: net, by: all}
)";

std::vector<Rate> rates() {
  return *read_rates(*read_yaml("rates.yaml", two_rates), rules);
}

Case household(const std::string& more) {
  return *read_case(rules, *read_yaml("case.yaml", "ansiopolku: 1\nstart: 2025-04\nrent: 500\n" + more));
}

RateOfPerson rate_of(std::size_t rate, const std::string& more, std::uint8_t person = 0) {
  const Case situation = household(more);
  auto result =
      compute_rate(rules, situation, situation.scenarios[0], rates()[rate], person, {situation.start}, define);
  for (const Diagnostic& diagnostic : result.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return result->front();
}

std::string shares_of(const RateOfPerson& rate) {
  std::string text;
  for (const RateShare& share : rate.shares)
    text += rules.variables[share.instance.variable].name + ' ' + to_decimal_text(share.share) + "; ";
  return text;
}

// Half of what is earned above 100 is taken off the support; the levy takes 10 % of what is earned above 6000 a year.
TEST(Rates, are_what_the_taper_and_the_levy_take) {
  EXPECT_EQ(to_decimal_text(rate_of(0, "client: {wage: 50}").value), "0");
  EXPECT_EQ(to_decimal_text(rate_of(0, "client: {wage: 300}").value), "0.5");
  EXPECT_EQ(to_decimal_text(rate_of(0, "client: {wage: 600}").value), "0.6");
  EXPECT_EQ(to_decimal_text(rate_of(0, "client: {wage: 1500}").value), "0.2") << "no support is left: 20 % levy";
}

// A wage of 600: 250 of support lost, and 10 % of 7200 − 6000 a year, 10 a month.
TEST(Rates, of_the_whole_wage_are_what_working_costs) {
  const RateOfPerson rate = rate_of(1, "client: {wage: 600}");
  EXPECT_EQ(rate.value, Fraction::from_ratio(260, 600));
  EXPECT_EQ(rate.from, Fraction::from_integer(600));
  EXPECT_EQ(rate.to, Fraction::from_integer(0));
  EXPECT_FALSE(rate_of(1, "client: {}").value.is_valid()) << "of no wage there is no share";
}

TEST(Rates, say_by_cause_where_it_goes) {
  const RateOfPerson rate = rate_of(0, "client: {wage: 600}");
  EXPECT_EQ(shares_of(rate), "support.income 1; support.amount -0.5; support.levy -0.1; ");
  EXPECT_EQ(rate.rounding, Fraction{});
}

TEST(Rates, are_each_persons_own) {
  const std::string couple = "client: {wage: 600}\nspouse: {wage: 1500}\n";
  EXPECT_EQ(to_decimal_text(rate_of(0, couple, 0).value), "0.1") << "the levy of 7200 a year";
  EXPECT_EQ(to_decimal_text(rate_of(0, couple, 1).value), "0.2") << "the levy of 18000 a year";
}

// The sum of the shares and the roundings is what is kept, at any wage.
TEST(Rates, are_accounted_for_to_the_last_digit) {
  for (int wage = 0; wage <= 2000; wage += 37) {
    const RateOfPerson rate = rate_of(0, "client: {wage: " + std::to_string(wage) + ".35}");
    Fraction sum = rate.rounding;
    for (const RateShare& share : rate.shares)
      sum = sum + share.share;
    EXPECT_EQ(sum, Fraction::from_integer(1) - rate.value) << wage;
  }
}

TEST(Rates, of_a_plan_are_of_its_months) {
  const Case situation = household("months: 10\nclient: {wage: {2025-04: 50, 2026-01: 1500}}\n");
  const auto result = compute_rate(rules, situation, situation.scenarios[0], rates()[0], 0,
                                   {YearMonth::of(2025, 4), YearMonth::of(2026, 1)}, define);
  ASSERT_TRUE(result);
  EXPECT_EQ(to_decimal_text((*result)[0].value), "0");
  EXPECT_EQ(to_decimal_text((*result)[1].value), "0.2");
}

TEST(Summands, leave_alone_what_the_case_gives) {
  const Case given = household("client: {wage: 600}\nsupport.income: 600\n");
  const auto result = compute_rate(rules, given, given.scenarios[0], rates()[0], 0, {given.start}, define);
  ASSERT_TRUE(result);
  EXPECT_EQ(shares_of(result->front()), "support.levy -0.1; ") << "income and support stand still";
}

TEST(Rates, are_refused_with_everything_that_is_wrong) {
  const auto refusals = [](const std::string& text) {
    const auto read = read_rates(*read_yaml("rates.yaml", text), rules);
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : read.diagnostics())
      found.push_back(std::to_string(diagnostic.position.line) + " E" +
                      std::to_string(static_cast<int>(diagnostic.code)));
    return found;
  };
  using Found = std::vector<std::string>;
  EXPECT_EQ(refusals("{}"), Found{"1 E302"});
  EXPECT_EQ(refusals(R"(rates:
  net:
    title: {fi: a, sv: b, en: c, fi-simple: d}
    of: rent
    leaves: wage
    by: 0
    colour: blue
  other:
    title: {fi: a, sv: b, en: c, fi-simple: d}
    of: wagee
    leaves: net
)"),
            (Found{"2 E204", "4 E303", "5 E303", "6 E303", "7 E301", "10 E502", "8 E302"}));
}

}  // namespace
}  // namespace calc
