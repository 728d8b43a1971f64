// What answers say of values that no text in force fixes yet. Worked by hand: support is rate × wage under the limit.
#include <gtest/gtest.h>

#include "calc/base/document/yaml_reader.h"
#include "calc/case/rows/batch.h"
#include "calc/explain/figure/explain.h"
#include "calc/program/definition/definition.h"
#include "calc/ruleset/testing/fixture.h"
#include "calc/simulate/compare/compare.h"
#include "calc/simulate/results/results.h"

namespace ansio::simulate {
namespace {

const RuleSet& rules() {
  static const RuleSet loaded = [] {
    Result<RuleSet> read = testing::load_module(R"yaml(
enums:
  kind: {title: $T, members: {single: $T, couple: $T}}
parameters:
  limit:
    title: $T
    unit: coin/month
    values: {2024-01: 100, 2026-07: {value: 110, basis: forecast, between: [105, 115], source: "an index"}}
  rate:
    title: $T
    unit: "1"
    by: kind
    values:
      2024-01: {single: 0.5, couple: 0.4}
      2026-07:
        single: 0.5
        couple: 0.3
        basis: forecast
        between: [{single: 0.5, couple: 0.2}, {single: 0.5, couple: 0.4}]
        source: "a bill"
  fixed: {title: $T, unit: coin/month, values: {2024-01: 7}}
inputs:
  wage: {title: $T, entity: household, unit: coin/month, default: 0}
  home: {title: $T, entity: household, type: kind, default: "'single'"}
rules:
  support:
    title: $T
    entity: household
    unit: coin/month
    output: true
    formula: if wage > limit then 0 else rate[home] * wage
  remembered:
    title: $T
    entity: household
    unit: coin/month
    output: true
    initial: 0
    formula: previous(remembered) + support
    bounds: [0, 100000]
  gift: {title: $T, entity: household, unit: coin/month, output: true, formula: fixed}
  bonus:
    title: $T
    entity: household
    unit: coin/month
    output: true
    formula: {2024-01: fixed, 2026-11: {formula: 2 * fixed, basis: forecast, source: "a proposal"}}
)yaml");
    for (const Diagnostic& diagnostic : read.diagnostics())
      if (diagnostic.severity == Severity::error)
        ADD_FAILURE() << to_text(diagnostic);
    return std::move(*read);
  }();
  return loaded;
}

Result<Answer> define(const Question& question) {
  return answer_by_definition(rules(), question);
}

Results compute(const std::string& text) {
  Result<Case> situation = read_case(rules(), *read_yaml("case.yaml", text));
  Result<Results> results = compute_results(rules(), *situation, define);
  for (const Diagnostic& diagnostic : results.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return std::move(*results);
}

// The months marked, as "07 08": all of 2026.
std::string marks(const Results& results, const std::string& name, std::size_t scenario = 0) {
  std::string text;
  for (const Figure& figure : results.scenarios[scenario].figures)
    if (rules().variables[figure.instance.variable].name == name)
      for (std::size_t i = 0; i < figure.expected.size(); ++i)
        if (figure.expected[i])
          text += (text.empty() ? "" : " ") + to_text(YearMonth{results.start.index + static_cast<int>(i)}).substr(5);
  return text;
}

std::vector<std::string> expected(const ScenarioResult& scenario) {
  std::vector<std::string> names;
  for (const ExpectedValue& value : scenario.expected) {
    std::string name = value.use ? rules().parameters[value.use->parameter].name : rules().variables[value.rule].name;
    if (value.use)
      for (const std::string& key : value.use->keys)
        name += '[' + key + ']';
    names.push_back(name + (value.material ? "" : " (in passing)"));
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(Expected, months_are_marked_from_the_first_that_rests_on_a_forecast) {
  const Results results = compute("ansiopolku: 1\nstart: 2026-05\nmonths: 4\nwage: 100\nclient: {}\n");
  EXPECT_EQ(marks(results, "m.support"), "07 08");
  EXPECT_EQ(marks(results, "m.gift"), "");
  EXPECT_EQ(expected(results.scenarios[0]), Names{"m.limit"}) << "the rate of one alone is certain";
}

TEST(Expected, a_month_marks_those_that_remember_it) {
  const Results results =
      compute("ansiopolku: 1\nstart: 2026-06\nmonths: 3\nwage: {2026-06: 100, 2026-08: 0}\nclient: {}\n");
  EXPECT_EQ(marks(results, "m.remembered"), "07 08");
}

TEST(Expected, the_cell_of_a_table_that_was_looked_up_is_listed) {
  const Results results = compute("ansiopolku: 1\nstart: 2026-08\nwage: 50\nhome: couple\nclient: {}\n");
  EXPECT_EQ(expected(results.scenarios[0]), (Names{"m.limit", "m.rate[couple]"}));
  EXPECT_EQ(results.scenarios[0].expected[1].use->in_force->low[results.scenarios[0].expected[1].use->cell],
            *parse_fraction("0.2"));
}

TEST(Expected, what_only_takes_a_figure_away_is_listed_in_passing) {
  const Results results = compute("ansiopolku: 1\nstart: 2026-08\nwage: 200\nclient: {}\n");
  EXPECT_EQ(expected(results.scenarios[0]), Names{"m.limit (in passing)"});
  EXPECT_EQ(marks(results, "m.support"), "08") << "a figure that is zero because of the limit rests on it";
}

TEST(Expected, a_formula_that_is_proposed_is_listed_and_marks) {
  const Results results = compute("ansiopolku: 1\nstart: 2026-10\nmonths: 3\nclient: {}\n");
  EXPECT_EQ(marks(results, "m.bonus"), "11 12");
  EXPECT_EQ(expected(results.scenarios[0]).back(), "m.bonus");
}

TEST(Expected, months_past_the_law_known_are_marked_without_a_list) {
  const Results results = compute("ansiopolku: 1\nstart: 2026-12\nmonths: 2\nclient: {}\n");
  EXPECT_EQ(marks(results, "m.gift"), "01");
}

TEST(Expected, nothing_is_said_of_months_whose_law_is_enacted) {
  const Results results = compute("ansiopolku: 1\nstart: 2026-01\nmonths: 6\nwage: 50\nhome: couple\nclient: {}\n");
  EXPECT_EQ(expected(results.scenarios[0]), Names{});
  for (const Figure& figure : results.scenarios[0].figures)
    EXPECT_TRUE(figure.expected.empty());
}

TEST(Expected, a_difference_is_marked_where_either_side_is) {
  const Results results =
      compute("ansiopolku: 1\nstart: 2026-06\nmonths: 2\nclient: {}\nscenarios: [{name: a}, {name: b, wage: 100}]\n");
  for (const Difference& difference : differences_of(rules(), results))
    if (rules().variables[difference.variable].name == "m.support") {
      EXPECT_EQ(difference.expected, (std::vector<bool>{false, true}));
    }
}

TEST(Expected, an_explanation_lists_what_its_figure_rests_on) {
  const Case situation = *read_case(
      rules(), *read_yaml("case.yaml", "ansiopolku: 1\nstart: 2026-08\nwage: 50\nhome: couple\nclient: {}\n"));
  const VariableId support = *rules().find_variable("m.support");
  const Question question = make_question(rules(), situation, situation.scenarios[0], {{support, Instance::household}});
  const Result<Explanation> why =
      explain::explain(rules(), question, {support, Instance::household}, situation.start, Language::en);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(why->expected.size(), 2U);
}

std::string row(const std::vector<std::string_view>& header, const std::vector<std::string_view>& cells,
                RowFormat output = RowFormat::csv) {
  Result<Batch> batch = Batch::open(
      rules(), header, {.date = YearMonth::of(2026, 8), .get = {"m.support", "m.gift"}, .output = output}, {});
  std::string out = batch->header_line();
  batch->answer_row(cells, {}, define, out);
  return out;
}

TEST(Expected, rows_name_the_figures_that_may_rest_on_it) {
  EXPECT_EQ(row({"wage"}, {"50"}), "m.support,m.gift,expected,warning,error\n25,7,m.support,,\n");
  EXPECT_EQ(row({"wage"}, {"50"}, RowFormat::lines), "{\"m.support\":25,\"m.gift\":7,\"expected\":[\"m.support\"]}\n");
}

TEST(Expected, rows_of_any_date_bear_marks_and_warnings_of_their_own) {
  EXPECT_EQ(row({"date", "wage"}, {"2026-02", "50"}), "m.support,m.gift,expected,warning,error\n25,7,,,\n");
  EXPECT_EQ(row({"date", "wage"}, {"2027-02", "50"}),
            "m.support,m.gift,expected,warning,error\n25,7,m.support,E507 the rules know the law until 2026-12; later "
            "months are computed with that month's law,\n");
}

}  // namespace
}  // namespace ansio::simulate
