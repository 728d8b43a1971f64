// The public header as a program sees it, on the small rules (tests/fixtures/small), worked out by hand: 80 % of a rent
// of 500 is 400; half of what income is over 100 is taken off.
#include <ansio/ansio.h>
#include <gtest/gtest.h>

namespace ansio {
namespace {

constexpr const char* with_a_job = R"(
ansiopolku: 1
start: 2025-04
rent: 500
client: {}
scenarios:
  - {name: now}
  - {name: a job, client: {wage: 300}}
)";

const Rules& small() {
  static const Outcome<Rules> rules = Rules::from_folder(ANSIO_SOURCE_DIR "/tests/fixtures/small");
  for (const Problem& problem : rules.problems)
    ADD_FAILURE() << problem.message;
  return *rules;
}

Household household(const char* text = with_a_job) {
  const Outcome<Household> read = small().read_case("case.yaml", text);
  for (const Problem& problem : read.problems)
    ADD_FAILURE() << problem.message;
  return *read;
}

const VariableFacts& facts_named(const std::vector<VariableFacts>& all, const std::string& name) {
  for (const VariableFacts& one : all)
    if (one.name == name)
      return one;
  ADD_FAILURE() << "no variable " << name;
  return all.front();
}

TEST(Library, tells_what_the_rules_are) {
  EXPECT_EQ(small().name(), "small");
  EXPECT_EQ(small().version(), "1");
  EXPECT_EQ(small().law_from(), "2024-01");
  EXPECT_EQ(small().law_until(), "2026-12");
  EXPECT_FALSE(small().hash().empty());
  const std::vector<VariableFacts> all = small().variables("sv");
  const VariableFacts& wage = facts_named(all, "wage");
  EXPECT_TRUE(wage.of_person);
  EXPECT_TRUE(wage.is_input);
  EXPECT_EQ(wage.unit, "EUR/month");
  EXPECT_EQ(wage.title, "Lön");
  EXPECT_EQ(facts_named(all, "local_rate").unit, "%");
  EXPECT_EQ(facts_named(all, "member").unit, "");
  EXPECT_TRUE(facts_named(all, "support.amount").is_output);
}

TEST(Library, computes_every_scenario_in_both_writings) {
  const Outcome<CalcAnswer> answer = household().calc({.figures = {"support.amount"}, .language = "fi"});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->typical);
  EXPECT_EQ(answer->months, std::vector<std::string>{"2025-04"});
  ASSERT_EQ(answer->scenarios.size(), 2u);
  EXPECT_EQ(answer->scenarios[0].name, "now");
  ASSERT_EQ(answer->scenarios[1].figures.size(), 1u);
  const FigureAnswer& amount = answer->scenarios[1].figures[0];
  EXPECT_EQ(amount.name, "support.amount");
  EXPECT_EQ(amount.title, "Tuki");
  EXPECT_EQ(amount.unit, "EUR/month");
  EXPECT_EQ(amount.values[0].month, "2025-04");
  EXPECT_EQ(amount.values[0].value.exact, "300");
  EXPECT_EQ(amount.values[0].value.shown, "300,00\xc2\xa0€/kk");
}

TEST(Library, tells_what_figures_rest_on) {
  const Outcome<CalcAnswer> answer =
      household("ansiopolku: 1\nstart: 2026-04\nrent: 500\nclient: {}\n").calc({.figures = {"support.amount"}});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->scenarios[0].assumptions.size(), 1u);
  EXPECT_EQ(answer->scenarios[0].assumptions[0].name, "support.share");
  EXPECT_EQ(answer->scenarios[0].assumptions[0].note, "The share is a forecast.");
  EXPECT_EQ(answer->scenarios[0].figures[0].values[0].value.exact, "375");
}

TEST(Library, explains_a_figure_down_to_what_was_given) {
  const Outcome<ExplainAnswer> answer = household().explain({.figure = "support.amount", .scenario = "a job"});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->value.exact, "300");
  EXPECT_EQ(answer->origin, "computed");
  EXPECT_EQ(answer->law, (std::vector<std::string>{"10/2020 3 §", "10/2020 4 §"}));
  EXPECT_NE(answer->formula.find("let costs"), std::string::npos);
  const auto share = std::find_if(answer->parameters.begin(), answer->parameters.end(),
                                  [](const ParameterAnswer& one) { return one.name == "support.share"; });
  ASSERT_NE(share, answer->parameters.end());
  EXPECT_EQ(share->value, "80%");
  EXPECT_EQ(share->valid_from, "2024-01");
  const auto rent = std::find_if(answer->reads.begin(), answer->reads.end(),
                                 [](const ExplainAnswer& one) { return one.name == "rent"; });
  ASSERT_NE(rent, answer->reads.end());
  EXPECT_EQ(rent->origin, "given");
  EXPECT_EQ(rent->value.exact, "500");
}

// Above 100 every two euros take one, from 400 down to nothing at 900.
TEST(Library, finds_the_edges_of_a_figure) {
  const Outcome<EdgesAnswer> answer =
      household().edges({.vary = "wage=0:2000:1", .figures = {"support.amount"}, .language = "fi"});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->curves.size(), 1u);
  const CurveAnswer& curve = answer->curves[0];
  EXPECT_EQ(curve.figure, "support.amount");
  EXPECT_EQ(curve.month, "2025-04");
  EXPECT_EQ(curve.first.exact, "400");
  EXPECT_EQ(curve.last.exact, "0");
  ASSERT_EQ(curve.edges.size(), 2u);
  EXPECT_FALSE(curve.edges[0].is_jump);
  EXPECT_EQ(curve.edges[0].at.exact, "100");
  EXPECT_EQ(curve.edges[1].at.exact, "900");
  ASSERT_FALSE(curve.edges[0].causes.empty());
  EXPECT_EQ(curve.edges[0].causes[0].figure, "support.amount");
  EXPECT_EQ(curve.edges[0].causes[0].parameters, std::vector<std::string>{"support.free_income"});
}

TEST(Library, solves_for_the_most_and_the_least) {
  const Outcome<SolveAnswer> most =
      household().solve({.vary = "client.wage=0:2000", .most_such_that = "support.amount >= 300 EUR/month"});
  ASSERT_TRUE(most);
  ASSERT_TRUE(most->value);
  EXPECT_EQ(most->value->exact, "300.01");  // 299.995 rounds to 300
  ASSERT_EQ(most->stretches.size(), 1u);
  EXPECT_EQ(most->stretches[0].from.exact, "0");
  const Outcome<SolveAnswer> least =
      household().solve({.vary = "client.wage=0:2000", .least_such_that = "support.amount <= 300 EUR/month"});
  ASSERT_TRUE(least && least->value);
  EXPECT_EQ(least->value->exact, "300");
  const Outcome<SolveAnswer> never =
      household().solve({.vary = "client.wage=0:2000", .most_such_that = "support.amount > 400 EUR/month"});
  ASSERT_TRUE(never);
  EXPECT_FALSE(never->value);
}

TEST(Library, answers_rows_and_says_in_the_row_what_is_wrong) {
  const Outcome<BatchAnswer> answer = small().batch({.header = {"rent", "client.wage", "spouse.wage"},
                                                     .rows = {{"500", "300", ""}, {"500", "200", "100"}, {"x", "", ""}},
                                                     .figures = {"support.amount", "spouse.support.levy"},
                                                     .date = "2025-04"});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->rows.size(), 3u);
  EXPECT_EQ(answer->rows[0].values[0], "300");
  EXPECT_EQ(answer->rows[0].values[1], "");
  EXPECT_EQ(answer->rows[1].values[0], "300");
  EXPECT_NE(answer->rows[1].values[1], "");
  EXPECT_EQ(answer->rows[2].values[0], "");
  EXPECT_NE(answer->rows[2].error.find("E503"), std::string::npos);
}

TEST(Library, tells_all_that_is_wrong_at_once_with_its_place) {
  const Outcome<Household> read =
      small().read_case("mine.yaml", "ansiopolku: 1\nstart: 2025-04\nrent: much\nclient: {wgae: 3}\n");
  EXPECT_FALSE(read);
  ASSERT_EQ(read.problems.size(), 2u);
  EXPECT_EQ(read.problems[0].code, "bad_value");
  EXPECT_EQ(read.problems[0].number, 503);
  EXPECT_EQ(read.problems[0].file, "mine.yaml");
  EXPECT_EQ(read.problems[0].line, 3);
  EXPECT_EQ(read.problems[1].code, "unknown_variable");
  EXPECT_NE(read.problems[1].hint.find("wage"), std::string::npos);

  EXPECT_EQ(household().calc({.figures = {"nothing"}}).problems.front().code, "unknown_variable");
  EXPECT_EQ(household().calc({.language = "xx"}).problems.front().code, "wrong_use");
  EXPECT_EQ(household().explain({.figure = "rent", .scenario = "another"}).problems.front().code, "wrong_use");
  EXPECT_EQ(
      small().batch({.header = {"rent"}, .rows = {}, .figures = {"nothing"}, .date = "2025-04"}).problems.front().code,
      "unknown_variable");
  EXPECT_EQ(Rules::from_folder("no/such/folder").problems.front().code, "unreadable_file");
  EXPECT_EQ(Rules::from_image("no image").problems.front().code, "bad_image");
  EXPECT_FALSE(Rules::from_files({{"ruleset.yaml", "ruleset: ["}}));
}

TEST(Library, households_outlive_the_handle_of_their_rules) {
  std::optional<Rules> rules = *Rules::from_folder(ANSIO_SOURCE_DIR "/tests/fixtures/small");
  const Household kept = *rules->read_case("case.yaml", with_a_job);
  rules.reset();
  EXPECT_EQ(kept.calc({.figures = {"support.amount"}})->scenarios[0].figures[0].values[0].value.exact, "400");
}

}  // namespace
}  // namespace ansio
