// Months of a case: payments that are made once, and what a scenario says of the months before the start.
#include <gtest/gtest.h>

#include "calc/base/document/yaml_reader.h"
#include "calc/case/read/case.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::cases {
namespace {

const RuleSet& rules() {
  static const RuleSet loaded = [] {
    Result<RuleSet> read = testing::load_module(
        "law: 1/2024\ninputs:\n"
        "  wage: {title: $T, entity: person, unit: coin/month, default: 0}\n"
        "  bonus: {title: $T, entity: person, unit: coin/month, period: once, default: 0}\n"
        "  rent: {title: $T, entity: household, unit: coin/month, default: 0}\n"
        "  moved: {title: $T, entity: household, type: month, default: 2024-01}\n"
        "rules:\n"
        "  yearly: {title: $T, entity: household, period: year, unit: coin/year, formula: year_sum(rent)}\n");
    for (const Diagnostic& diagnostic : read.diagnostics())
      ADD_FAILURE() << to_text(diagnostic);
    return std::move(*read);
  }();
  return loaded;
}

Result<Case> read(const std::string& text) {
  return read_case(rules(), *read_yaml("case.yaml", "ansiopolku: 1\n" + text));
}

// What a scenario gives of a name, month by month; "-" where nothing is given.
std::string given(const std::string& text, const std::string& name, std::size_t scenario = 0) {
  const Result<Case> situation = read(text);
  if (!situation)
    return to_text(situation.diagnostics().front());
  const Question question = make_question(rules(), *situation, situation->scenarios[scenario], {});
  const auto instance = instance_in(question.shape, *parse_variable_name(rules(), name, {}));
  for (const Given& one : question.given) {
    if (one.instance != instance)
      continue;
    std::string values;
    for (const auto& value : one.values)
      values += (values.empty() ? "" : " ") + (value ? to_decimal_text(*value) : std::string("-"));
    return values;
  }
  return {};
}

std::string first_problem(const std::string& text) {
  const Result<Case> situation = read(text);
  if (situation.diagnostics().empty())
    return {};
  const Diagnostic& first = situation.diagnostics().front();
  return std::to_string(first.position.line) + ':' + std::to_string(first.position.column) + ' ' + first.message +
         " | " + first.found + " | " + first.expected;
}

TEST(SinglePayment, stands_in_the_months_named_and_nowhere_else) {
  const std::string plan = "start: 2026-01\nmonths: 12\nclient: ";
  EXPECT_EQ(given(plan + "{bonus: {2026-04: 250}}\n", "client.bonus"), "- - - 250 - - - - - - - -");
  EXPECT_EQ(given(plan + "{bonus: {2026-04: 250, 2026-05: 60, 2026-09: 7}}\n", "client.bonus"),
            "- - - 250 60 - - - 7 - - -");
  EXPECT_EQ(given(plan + "{wage: {2026-04: 250}}\n", "client.wage"), "- - - 250 250 250 250 250 250 250 250 250")
      << "other inputs hold until the next month named";
}

TEST(SinglePayment, of_a_scenario_stands_there_too) {
  EXPECT_EQ(given("start: 2026-01\nmonths: 12\nclient: {bonus: {2026-02: 3}}\n"
                  "scenarios: [{name: a, client: {bonus: {2026-04: 250}}}]\n",
                  "client.bonus"),
            "- 3 - 250 - - - - - - - -");
}

TEST(SinglePayment, before_the_plan_stands_in_its_month) {
  EXPECT_EQ(given("start: 2026-04\nmonths: 3\nclient: {before: {bonus: {2026-02: 9}}}\n", "client.bonus").substr(0, 9),
            "- - 9 - -")
      << "from December on";
}

TEST(SinglePayment, of_a_plan_names_its_month) {
  EXPECT_EQ(first_problem("start: 2026-01\nmonths: 12\nclient: {bonus: 250}\n"),
            "4:17 bonus is paid once: the case says in which month | 250 | {2026-01: 250}");
  EXPECT_EQ(first_problem("start: 2026-04\nmonths: 3\nclient: {before: {bonus: 9}}\n"),
            "4:26 bonus is paid once: the case says in which month | 9 | {2026-03: 9}");
  EXPECT_EQ(first_problem("start: 2026-01\nmonths: 12\nclient: {bonus: {between: [1, 5]}}\n"),
            "4:17 bonus is paid once: the case says in which month |  | {2026-01: …}");
}

TEST(SinglePayment, of_nothing_or_of_a_typical_month_needs_none) {
  EXPECT_EQ(first_problem("start: 2026-01\nmonths: 12\nclient: {bonus: 0}\n"), "");
  EXPECT_EQ(first_problem("start: 2026-01\nmonths: 12\nclient: {bonus: null}\n"), "");
  EXPECT_EQ(given("start: 2026-04\nclient: {bonus: 250}\n", "client.bonus"), "250");
  EXPECT_EQ(given("start: 2026-04\nclient: {bonus: {2026-03: 250}}\n", "client.bonus"), "-");
}

const std::string from_april = "start: 2026-04\nmonths: 3\nrent: 5\nclient: {}\nscenarios:\n  - name: a\n    ";

TEST(WhatAScenarioSays, holds_from_the_start_however_it_is_said) {
  const std::string nothing_before = "- - - 9 9 9 9 9 9 9 9 9";
  EXPECT_EQ(given(from_april + "client: {wage: 9}\n", "client.wage"), nothing_before);
  EXPECT_EQ(given(from_april + "client: {wage: {2026-04: 9}}\n", "client.wage"), nothing_before);
  EXPECT_EQ(given(from_april + "client: {wage: {2026-01: 0, 2026-04: 9}}\n", "client.wage"), nothing_before);
  EXPECT_EQ(given(from_april + "client: {wage: {2026-01: 9}}\n", "client.wage"), nothing_before);
}

TEST(WhatAScenarioSays, leaves_the_months_before_as_the_case_has_them) {
  EXPECT_EQ(given(from_april + "rent: 7\n", "rent"), "5 5 5 7 7 7 7 7 7 7 7 7");
  EXPECT_EQ(given(from_april + "rent: {2026-02: 6, 2026-05: 7}\n", "rent"), "5 5 5 6 7 7 7 7 7 7 7 7");
  EXPECT_EQ(given(from_april + "rent: null\n", "rent"), "5 5 5 - - - - - - - - -");
  EXPECT_EQ(given(from_april + "rent: {2026-05: 7}\n", "rent"), "5 5 5 5 7 7 7 7 7 7 7 7");
}

TEST(WhatAScenarioSays, changes_the_months_before_in_before_only) {
  EXPECT_EQ(given(from_april + "client: {wage: 9, before: {wage: {2026-02: 4}}}\n", "client.wage").substr(0, 11),
            "- - 4 4 9 9")
      << "an average of one month looks one month back";
  EXPECT_EQ(first_problem(from_april + "rent: {2026-02: 6, 2026-05: 7}\n"),
            "8:5 a scenario does not change the months before the start: they are as the case says | rent in 2026-02 | "
            "the value of these months outside the scenarios, or in `before`");
  EXPECT_EQ(first_problem(from_april + "rent: {2026-02: 5, 2026-05: 7}\n"), "") << "that is what the case says";
}

TEST(WhatAScenarioSays, of_a_month_a_year_or_a_new_person_is_said_of_them) {
  const std::string february = std::to_string(YearMonth::of(2026, 2).index);
  EXPECT_EQ(given(from_april + "moved: 2026-02\n", "moved").substr(0, february.size()), february);
  EXPECT_EQ(given(from_april + "m.yearly: 9\n", "m.yearly"), "9");
  EXPECT_EQ(given(from_april + "m.yearly: {2026-04: 9}\n", "m.yearly"), "9");
  EXPECT_EQ(given(from_april + "spouse: {wage: 9}\n", "spouse.wage"), "9 9 9 9 9 9 9 9 9 9 9 9");
}

TEST(WhatACaseSays, held_before_the_start_too_when_it_names_no_month) {
  EXPECT_EQ(given(from_april + "note: x\n", "rent"), "5 5 5 5 5 5 5 5 5 5 5 5");
}

}  // namespace
}  // namespace ansio::cases
