// Rates and their causes on the rated rules (tests/fixtures/rated), worked out by hand.
#include "calc/analyse/rates/rates.h"

#include <random>

#include "calc/analyse/grid/grid.h"
#include "calc/analyse/rates/summands.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::analyse {
namespace {

const RuleSet& rules = testing::rated_rules();

Result<Answer> define(const Question& question) {
  return answer_by_definition(rules, question);
}

Case household(const std::string& more) {
  return *read_case(rules, *read_yaml("case.yaml", "ansiopolku: 1\nstart: 2025-04\nrent: 500\n" + more));
}

RateOfPerson rate_of(std::size_t rate, const std::string& more, std::uint8_t person = 0) {
  const Case situation = household(more);
  auto result =
      compute_rate(rules, situation, situation.scenarios[0], rates_of(rules)[rate], person, {situation.start}, define);
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
  const auto result = compute_rate(rules, situation, situation.scenarios[0], rates_of(rules)[0], 0,
                                   {YearMonth::of(2025, 4), YearMonth::of(2026, 1)}, define);
  ASSERT_TRUE(result);
  EXPECT_EQ(to_decimal_text((*result)[0].value), "0");
  EXPECT_EQ(to_decimal_text((*result)[1].value), "0.2");
}

TEST(Summands, leave_alone_what_the_case_gives) {
  const Case given = household("client: {wage: 600}\nsupport.income: 600\n");
  const auto result = compute_rate(rules, given, given.scenarios[0], rates_of(rules)[0], 0, {given.start}, define);
  ASSERT_TRUE(result);
  EXPECT_EQ(shares_of(result->front()), "support.levy -0.1; ") << "income and support stand still";
}

std::vector<YearMonth> months_shown(const Case& situation) {
  return months_of(situation);
}

Axis axis(const char* text) {
  return *read_axis(rules, text, {"--vary", 0, 0});
}

// At random households, along one axis and over two, in typical months and in plans: shares and roundings of both rates
// are what is kept, and every point is as it is computed alone.
TEST(Rates, are_accounted_for_at_every_point) {
  Machine machine(rules, answer_by_definition);
  const Answering fast(machine);
  std::mt19937 random(1);
  const auto number = [&](unsigned below) { return std::to_string(random() % below); };
  for (int round = 0; round < 12; ++round) {
    std::string text = round % 3 == 0 ? "months: 5\n" : "";
    text += round % 3 == 0 ? "client: {wage: {2025-04: " + number(900) + ", 2025-06: " + number(900) + ".55}}\n"
                           : "client: {wage: " + number(2000) + ".35}\n";
    if (round % 2 == 0)
      text += "spouse: {wage: " + number(1500) + "}\n";
    const Case situation = household(text);
    const Scenario& scenario = situation.scenarios[0];
    std::vector<std::vector<Axis>> all{{axis("client.wage=0:1200:173.05")},
                                       {axis("rent=0:700:350"), axis("client.wage=0:900:150.5")},
                                       {axis("rent=100:300:100")}};
    for (const std::vector<Axis>& axes : all)
      for (const VariableId rate : rates_of(rules)) {
        const auto points = compute_rates(rules, situation, scenario, axes, rate, 0, months_shown(situation), fast);
        ASSERT_TRUE(points);
        const auto grid = series_over(rules, situation, scenario, axes);
        const auto figures = compute_grid(rules, situation, scenario, axes, {{rate, 0}}, months_shown(situation), fast);
        ASSERT_TRUE(figures);
        for (std::size_t point = 0; point < points->size(); ++point) {
          Scenario here = scenario;
          for (std::size_t i = 0; i < axes.size(); ++i)
            here = with_value(here, axes[i].name, grid->points[point][i]);
          const auto alone = compute_rate(rules, situation, here, rate, 0, months_shown(situation), define);
          ASSERT_TRUE(alone);
          for (std::size_t month = 0; month < alone->size(); ++month) {
            const RateOfPerson& one = (*points)[point][month];
            EXPECT_EQ(one.value, (*alone)[month].value);
            EXPECT_EQ(shares_of(one), shares_of((*alone)[month]));
            EXPECT_EQ(figures->figures[0].values[point][month], one.value);
            if (!one.value.is_valid())
              continue;
            Fraction sum = one.rounding;
            for (const RateShare& share : one.shares)
              sum = sum + share.share;
            EXPECT_EQ(sum, Fraction::from_integer(1) - one.value);
          }
        }
      }
  }
}

// Where the other household has no answer, here for a wage above its bounds, there is no rate.
TEST(Rates, are_none_beyond_the_bounds) {
  const Case situation = household("client: {wage: 100000}");
  const auto alone =
      compute_rate(rules, situation, situation.scenarios[0], rates_of(rules)[0], 0, {situation.start}, define);
  ASSERT_TRUE(alone);
  EXPECT_FALSE(alone->front().value.is_valid());
  const auto grid = compute_grid(rules, situation, situation.scenarios[0], {axis("client.wage=99999:100000:1")},
                                 {{rates_of(rules)[0], 0}}, {situation.start}, define);
  ASSERT_TRUE(grid);
  EXPECT_EQ(to_decimal_text(grid->figures[0].values[0][0]), "0.2");
  EXPECT_FALSE(grid->figures[0].values[1][0].is_valid());
}

// A month before the plan that the case tells of stays as it was.
TEST(Rates, of_a_plan_with_a_past_leave_it_alone) {
  const Case situation = household("months: 3\nclient: {wage: 300, before: {wage: 700}}\n");
  Machine machine(rules, answer_by_definition);
  for (const Answering& answering : {Answering(machine), Answering(define)}) {
    const auto rate = compute_rate(rules, situation, situation.scenarios[0], rates_of(rules)[0], 0,
                                   months_shown(situation), answering);
    ASSERT_TRUE(rate) << to_text(rate.diagnostics().front());
    EXPECT_EQ(to_decimal_text((*rate)[0].value), "0.5");
  }
}

}  // namespace
}  // namespace ansio::analyse
