// Solutions and the stretches in which conditions hold, on small rules, worked out by hand.
#include "calc/analyse/solve/solve.h"

#include "calc/analyse/edges/edge_causes.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::analyse {
namespace {

constexpr const char* alone = "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\n";
constexpr const char* couple = "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\nspouse: {wage: 200}\n";
constexpr const char* two_jobs =
    "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\n"
    "scenarios:\n  - {name: now}\n  - {name: a job, client: {wage: 300}}\n  - {name: two, spouse: {wage: 50}}\n";

// "most 100: 0–100, 300.5–400", or "nowhere".
std::string described(const Solution& solution) {
  if (!solution.value)
    return "nowhere";
  std::string text = (solution.goal == Goal::most ? "most " : "least ") + to_decimal_text(*solution.value) + ":";
  for (const HoldingStretch& stretch : solution.stretches)
    text += " " + to_decimal_text(stretch.from) + "-" + to_decimal_text(stretch.to);
  return text;
}

Result<Solution> solved(const char* situation_text, SolveRequestNames names,
                        const RuleSet& rules = testing::small_rules()) {
  const Result<Case> situation = read_case(rules, *read_yaml("case.yaml", situation_text));
  Machine machine(rules, answer_by_definition);
  if (names.vary.empty())
    names.vary = "client.wage=0:2000";
  const Result<SolveRequest> request = read_solve_request(rules, *situation, names);
  if (!request)
    return request.diagnostics();
  return solve(rules, *situation, *request, Answering(machine), answer_by_definition);
}

Solution solution_of(const char* situation, const SolveRequestNames& names) {
  Result<Solution> solution = solved(situation, names);
  for (const Diagnostic& diagnostic : solution.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return solution ? std::move(*solution) : Solution{};
}

std::string most(const char* situation, const std::string& condition, const std::string& vary = {}) {
  return described(solution_of(situation, {.vary = vary, .most = condition}));
}

std::string least(const char* situation, const std::string& condition, const std::string& against = {}) {
  return described(solution_of(situation, {.least = condition, .against = against}));
}

// 80 % of a rent of 500 is 400; half of what is over 100 is taken off, rounded to the cent, halves up.
TEST(Solve, finds_the_last_cent_of_a_condition_that_holds_up_to_somewhere) {
  EXPECT_EQ(most(alone, "support.amount >= 300 EUR/month"), "most 300.01: 0-300.01");
  EXPECT_EQ(most(alone, "client.wage < 700 EUR/month"), "most 699.99: 0-699.99");
  EXPECT_EQ(most(alone, "support.amount > 0"), "most 899.99: 0-899.99");
}

TEST(Solve, finds_the_first_cent_of_a_condition_that_holds_from_somewhere) {
  EXPECT_EQ(least(alone, "support.amount <= 300 EUR/month"), "least 300: 300-2000");
  EXPECT_EQ(least(alone, "net >= 600 EUR/month"), "least 299.99: 299.99-2000") << "300.005 of support are 300.01";
}

TEST(Solve, tells_every_stretch_of_a_condition_that_fails_in_between) {
  const std::string condition = "client.wage <= 10 EUR/month or wage >= 700.5 EUR/month and wage != 800 EUR/month";
  EXPECT_EQ(most(alone, condition), "most 2000: 0-10 700.5-799.99 800.01-2000");
  EXPECT_EQ(least(alone, condition), "least 0: 0-10 700.5-799.99 800.01-2000");
}

TEST(Solve, everywhere_and_nowhere_are_answers) {
  const Solution everywhere = solution_of(alone, {.most = "net >= 0"});
  EXPECT_EQ(described(everywhere), "most 2000: 0-2000");
  ASSERT_EQ(everywhere.points.size(), 1U);
  EXPECT_TRUE(everywhere.causes.empty());
  EXPECT_TRUE(everywhere.depends);

  const Solution nowhere = solution_of(alone, {.most = "net > 5000 EUR/month"});
  EXPECT_EQ(described(nowhere), "nowhere");
  ASSERT_EQ(nowhere.points.size(), 2U) << "both ends of the axis";
  EXPECT_EQ(nowhere.points[1].at, Fraction::from_integer(2000));
  EXPECT_EQ(nowhere.points[1].fails_in, std::vector<int>{0});
  ASSERT_EQ(nowhere.figures.size(), 1U);
  EXPECT_EQ(nowhere.figures[0].values[0], Fraction::from_integer(400));
}

TEST(Solve, says_when_the_condition_does_not_depend_on_the_input) {
  const Solution solution = solution_of(alone, {.vary = "client.age=20:60:1", .most = "net >= 400 EUR/month"});
  EXPECT_FALSE(solution.depends);
  EXPECT_EQ(described(solution), "most 60: 20-60");
}

TEST(Solve, compares_with_the_first_scenario_as_the_case_has_it) {
  EXPECT_EQ(least(alone, "net >= base.net + 150 EUR/month"), "least 199.99: 199.99-2000");
  EXPECT_EQ(described(solution_of(two_jobs, {.least = "net >= base.net + 150 EUR/month", .scenario = "a job"})),
            "least 199.99: 199.99-2000");
}

TEST(Solve, compares_with_another_scenario_or_with_another_value) {
  // At 300 the support is 300: net 600, as at 299.99.
  EXPECT_EQ(least(two_jobs, "net >= base.net", "a job"), "least 299.99: 299.99-2000");
  EXPECT_EQ(least(two_jobs, "net >= base.net + 0.01 EUR/month", "client.wage=300"), "least 300.01: 300.01-2000");
  EXPECT_EQ(least(two_jobs, "net >= base.net", "wage=300"), "least 299.99: 299.99-2000");
  const Solution solution = solution_of(two_jobs, {.least = "net >= base.net", .against = "a job"});
  EXPECT_EQ(solution.base, "a job");
  ASSERT_EQ(solution.figures.size(), 1U);
  EXPECT_EQ(*solution.figures[0].base, Fraction::from_integer(600));
}

TEST(Solve, base_figures_of_persons_are_each_their_own) {
  EXPECT_EQ(least(couple, "wage >= base.wage + 5 EUR/month and spouse.base.wage = 200 EUR/month"), "least 5: 5-2000");
  EXPECT_EQ(least(couple, "sum(persons, base.wage) = 200 EUR/month and wage >= 7 EUR/month"), "least 7: 7-2000");
  EXPECT_EQ(
      least(couple, "sum(others, wage) = 200 EUR/month and this_year(support.levy) > this_year(base.support.levy)"),
      "least 500.01: 500.01-2000");
}

// In 2026 the share is 75 %: 375 of support. The condition must hold in December and in January.
TEST(Solve, of_a_plan_the_month_that_binds_first_decides) {
  const char* plan = "ansiopolku: 1\nstart: 2025-12\nmonths: 2\nrent: 500\nclient: {}\n";
  const Solution solution = solution_of(plan, {.most = "support.amount >= 300 EUR/month"});
  EXPECT_EQ(described(solution), "most 250.01: 0-250.01");
  ASSERT_EQ(solution.points.size(), 2U);
  EXPECT_TRUE(solution.points[0].fails_in.empty());
  EXPECT_EQ(solution.points[1].fails_in, std::vector<int>{12}) << "January 2026";
  ASSERT_EQ(solution.figures.size(), 1U);
  EXPECT_EQ(solution.figures[0].index, 12);
  EXPECT_EQ(solution.figures[0].values[1], *parse_fraction("299.99"));
}

TEST(Solve, names_the_rule_that_jumps_or_else_the_condition_itself) {
  const Solution smooth = solution_of(alone, {.most = "support.amount >= 300 EUR/month"});
  ASSERT_EQ(smooth.causes.size(), 1U);
  EXPECT_EQ(smooth.causes[0].instance, smooth.condition_instance);
  CauseReader smooth_reader(*smooth.rules, smooth.question, smooth.moved);
  EXPECT_EQ(describe(smooth_reader, smooth, smooth.causes[0]).condition, "support.amount >= 300 EUR/month");

  // What is in force is held until it is off by 50: from 400 to 350 at a wage of 200.
  const Solution jump =
      solution_of("ansiopolku: 1\nstart: 2025-05\nmonths: 2\nrent: 500\nclient: {}\nbefore: {support.held: 400}\n",
                  {.most = "support.held >= 390 EUR/month"});
  EXPECT_EQ(described(jump), "most 199.99: 0-199.99");
  ASSERT_EQ(jump.causes.size(), 1U);
  EXPECT_EQ((*jump.rules).variables[jump.causes[0].instance.variable].name, "support.held");
  CauseReader reader(*jump.rules, jump.question, jump.moved);
  EXPECT_EQ(describe(reader, jump, jump.causes[0]).condition, "abs(amount - previous(held)) >= 50 EUR/month");
}

TEST(Solve, stops_at_so_many_stretches_from_the_answer_on) {
  const Solution solution =
      solution_of(alone, {.vary = "client.wage=0:2000", .most = "round_down(wage, 0.02 EUR/month) = wage"});
  EXPECT_TRUE(solution.has_more);
  ASSERT_EQ(solution.stretches.size(), most_stretches);
  EXPECT_EQ(solution.stretches.back().to, Fraction::from_integer(2000));
  EXPECT_EQ(solution.stretches.front().from, *parse_fraction("1980.02"));
}

std::string refusal(const char* situation, const SolveRequestNames& names) {
  const Result<Solution> solution = solved(situation, names);
  EXPECT_FALSE(solution.ok());
  std::string text;
  for (const Diagnostic& diagnostic : solution.diagnostics())
    text += to_text(diagnostic) + "\n";
  return text;
}

TEST(Solve, refuses_every_mistake_at_once_each_with_its_column) {
  const std::string text = refusal(alone, {.vary = "client.wag=0:10",
                                           .most = "nett >= base.nett + 200 EUR/month and member",
                                           .scenario = "tomorrow",
                                           .against = "yesterday"});
  for (const char* part :
       {"wag", "--most-such-that:1:1:", "--most-such-that:1:9:", "base.net", "tomorrow", "yesterday"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(Solve, refuses_conditions_that_are_none) {
  EXPECT_NE(refusal(alone, {.most = "net + 200 EUR/month"}).find("boolean"), std::string::npos);
  EXPECT_NE(refusal(alone, {.most = "net >= 200"}).find("EUR/month"), std::string::npos) << "units are types";
  EXPECT_NE(refusal(alone, {.most = "net >= "}).find(":1:"), std::string::npos);
  EXPECT_NE(refusal(alone, {.most = "spouse.wage >= 0"}).find("spouse"), std::string::npos);
  EXPECT_NE(refusal(alone, {.most = "support.levy >= 0"}).find("this_year"), std::string::npos);
  EXPECT_NE(refusal(alone, {.most = "previous(base.net) >= 0"}).find("base.net"), std::string::npos);
  EXPECT_NE(refusal(alone, {}).find("condition"), std::string::npos);
  EXPECT_NE(refusal(alone, {.most = "net >= 0", .least = "net >= 0"}).find("two conditions"), std::string::npos);
}

TEST(Solve, refuses_people_who_are_not_there) {
  EXPECT_NE(refusal(alone, {.vary = "spouse.wage=0:10", .most = "net >= 0"}).find("no such person"), std::string::npos);
  EXPECT_NE(refusal(alone, {.most = "net >= base.net", .against = "spouse.wage=0"}).find("no such person"),
            std::string::npos);
}

TEST(Solve, refuses_a_base_that_says_nothing) {
  EXPECT_NE(refusal(alone, {.most = "net >= 0", .against = "case"}).find("base"), std::string::npos);
  EXPECT_NE(refusal(two_jobs, {.most = "spouse.base.wage >= 0", .scenario = "two"}).find("base has no such person"),
            std::string::npos);
  EXPECT_NE(refusal(two_jobs, {.most = "net >= base.net", .against = "wages=0"}).find("wages"), std::string::npos);
  EXPECT_NE(refusal(two_jobs, {.most = "net >= base.net", .against = "wage=-1"}).find("-1"), std::string::npos);
}

}  // namespace
}  // namespace ansio::analyse
