// Cases as they are written, on the small rules: values, months, scenarios, decisions.
#include "calc/case/read/case.h"

#include "calc/base/document/yaml_reader.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::cases {
namespace {

const RuleSet& rules = testing::small_rules();

Case read(const std::string& text) {
  const Result<Document> document = read_yaml("case.yaml", text);
  if (!document) {
    ADD_FAILURE() << to_text(document.diagnostics().front(), text);
    return {};
  }
  Result<Case> situation = read_case(rules, *document);
  if (!situation) {
    for (const Diagnostic& diagnostic : situation.diagnostics())
      ADD_FAILURE() << to_text(diagnostic, text);
    return {};
  }
  return std::move(*situation);
}

Instance instance(const Shape& shape, const std::string& name) {
  const Result<VariableName> parsed = parse_variable_name(rules, name, {});
  EXPECT_TRUE(parsed) << name;
  return instance_in(shape, *parsed).value_or(Instance{});
}

// What the question of a scenario gives for a name, month by month; "-" where nothing is given.
std::string given(const Case& situation, std::size_t scenario, const std::string& name) {
  const Question question = make_question(rules, situation, situation.scenarios[scenario], {});
  for (const Given& given : question.given) {
    if (given.instance != instance(question.shape, name))
      continue;
    std::string text;
    for (const auto& value : given.values)
      text += (text.empty() ? "" : " ") + (value ? to_decimal_text(*value) : std::string("-"));
    return text;
  }
  return {};
}

TEST(Case, of_one_month_is_a_typical_month) {
  const Case situation = read("ansiopolku: 1\nstart: 2026-06\nrent: 620.50\nclient: {wage: 780}\n");
  EXPECT_TRUE(situation.is_typical());
  ASSERT_EQ(situation.scenarios.size(), 1U);
  const Timeline timeline = timeline_of(situation);
  EXPECT_TRUE(timeline.typical);
  EXPECT_EQ(timeline.first, YearMonth::of(2026, 6));
  EXPECT_EQ(given(situation, 0, "rent"), "620.5");
  EXPECT_EQ(given(situation, 0, "client.wage"), "780");
}

TEST(Case, of_several_months_is_widened_to_whole_years) {
  const Case situation = read("ansiopolku: 1\nstart: 2025-11\nmonths: 4\nclient: {wage: 5}\n");
  const Timeline timeline = timeline_of(situation);
  EXPECT_FALSE(timeline.typical);
  EXPECT_EQ(timeline.first, YearMonth::of(2025, 1));
  EXPECT_EQ(timeline.months, 24);
}

TEST(Case, of_a_month_map_says_nothing_of_the_months_before_its_first) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-03\nmonths: 2\n"
      "client: {wage: {2026-03: 700, 2026-04: 900}}\n");
  EXPECT_EQ(given(situation, 0, "client.wage"), "- - 700 900 900 900 900 900 900 900 900 900");
}

TEST(Case, takes_the_months_before_a_plan_as_the_case_gives_them) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-03\nmonths: 2\n"
      "client: {wage: {2026-01: 100, 2026-02: 200, 2026-04: 900}}\n");
  EXPECT_EQ(given(situation, 0, "client.wage"), "100 200 200 900 900 900 900 900 900 900 900 900");
}

TEST(Case, holds_nothing_before_the_first_month_of_a_month_map) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-01\nmonths: 12\n"
      "client: {wage: {2026-03: 780, 2026-07: 1150, 2026-08: null}}\n");
  EXPECT_EQ(given(situation, 0, "client.wage"), "- - 780 780 780 780 1150 - - - - -");
}

TEST(Case, of_a_typical_month_takes_the_value_of_that_month_from_a_month_map) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-07\n"
      "client: {wage: {2026-03: 780, 2026-07: 1150, 2026-08: 780}}\n");
  EXPECT_EQ(given(situation, 0, "client.wage"), "1150");
}

TEST(Case, reads_groups_as_if_they_were_not_there) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-06\n"
      "home: {rent: 500, kind_of_dwelling: owned}\n"
      "client: {work: {wage: 5}}\n");
  EXPECT_EQ(given(situation, 0, "rent"), "500");
  EXPECT_EQ(given(situation, 0, "kind_of_dwelling"), "1");
  EXPECT_EQ(given(situation, 0, "client.wage"), "5");
}

TEST(Case, reads_decisions_as_the_inputs_of_their_module) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-06\nclient: {}\n"
      "decisions: {support: {decided: 2025-06, amount: 401.12}}\n");
  EXPECT_EQ(given(situation, 0, "support_decided"), std::to_string(YearMonth::of(2025, 6).index));
  EXPECT_EQ(given(situation, 0, "support_decided_amount"), "401.12");
}

TEST(Case, reads_percentages_as_percentages) {
  const Case situation = read("ansiopolku: 1\nstart: 2026-06\nclient: {local_rate: 8.25}\n");
  EXPECT_EQ(given(situation, 0, "client.local_rate"), "0.0825");
}

TEST(Case, gives_computed_variables_by_their_dotted_names) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-01\nmonths: 13\nsupport.amount: {2026-03: 300}\n"
      "client: {support.levy: {2026-01: 60, 2027-01: 120}}\n");
  EXPECT_EQ(given(situation, 0, "support.amount").substr(0, 12), "- - 300 300 ");
  EXPECT_EQ(given(situation, 0, "client.support.levy"), "60 120") << "one value a year";
}

TEST(Scenario, replaces_only_the_keys_it_names) {
  const Case situation = read(R"(
ansiopolku: 1
start: 2026-06
home: {rent: 500, kind_of_dwelling: owned}
client: {wage: 5, age: 33}
scenarios:
  - {name: now}
  - {name: cheaper, home: {rent: 440}}
  - {name: a job, client: {wage: 900}}
)");
  ASSERT_EQ(situation.scenarios.size(), 3U);
  EXPECT_EQ(given(situation, 0, "rent"), "500");
  EXPECT_EQ(given(situation, 1, "rent"), "440");
  EXPECT_EQ(given(situation, 1, "kind_of_dwelling"), "1");
  EXPECT_EQ(given(situation, 1, "client.wage"), "5");
  EXPECT_EQ(given(situation, 2, "client.wage"), "900");
  EXPECT_EQ(given(situation, 2, "client.age"), "33");
}

TEST(Scenario, keeps_the_case_before_the_first_month_of_its_month_map) {
  const Case situation = read(R"(
ansiopolku: 1
start: 2026-01
months: 6
client: {wage: {2026-01: 100, 2026-02: 150, 2026-05: 999}}
scenarios:
  - {name: a job, client: {wage: {2026-03: 780}}}
)");
  EXPECT_EQ(given(situation, 0, "client.wage").substr(0, 27), "100 150 780 780 780 780 780");
}

TEST(Scenario, takes_a_value_back_with_null) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-06\nrent: 500\nclient: {}\n"
      "scenarios: [{name: a, rent: null}]\n");
  EXPECT_EQ(given(situation, 0, "rent"), "-");
}

TEST(Scenario, may_add_and_remove_persons) {
  const Case situation = read(R"(
ansiopolku: 1
start: 2026-06
client: {}
spouse: {wage: 2000}
children: [{age: 4}, {age: 7}]
scenarios:
  - {name: together}
  - {name: apart, spouse: none, children: [{}]}
  - {name: a baby, children: [{}, {}, {age: 0}]}
  - {name: nobody else, spouse: null, children: []}
)");
  EXPECT_EQ(situation.scenarios[0].shape, (Shape{true, 2}));
  EXPECT_EQ(situation.scenarios[1].shape, (Shape{false, 1}));
  EXPECT_EQ(given(situation, 1, "child1.age"), "4") << "a child keeps what the case says of it";
  EXPECT_EQ(situation.scenarios[2].shape, (Shape{true, 3}));
  EXPECT_EQ(given(situation, 2, "child3.age"), "0");
  EXPECT_EQ(given(situation, 2, "spouse.wage"), "2000");
  EXPECT_EQ(situation.scenarios[3].shape, Shape{});
}

TEST(Case, may_run_past_the_law_that_is_known_and_says_so) {
  const Result<Document> document = read_yaml("case.yaml", "ansiopolku: 1\nstart: 2026-01\nmonths: 24\nclient: {}\n");
  const Result<Case> situation = read_case(rules, *document);
  ASSERT_TRUE(situation);
  ASSERT_EQ(situation.diagnostics().size(), 1U);
  EXPECT_EQ(situation.diagnostics()[0].code, Code::date_out_of_range);
  EXPECT_EQ(situation.diagnostics()[0].severity, Severity::warning);
}

TEST(Case, may_say_what_was_so_before_it) {
  const Case situation = read(R"(
ansiopolku: 1
start: 2026-03
months: 10
before: {support.held: 1000/3, rent: 400}
rent: 500
client:
  before: {wage: {2025-11: 100, 2026-02: 200}}
  wage: 780
scenarios:
  - {name: as it was}
  - {name: otherwise, before: {support.held: null}, client: {before: {wage: {2026-01: 150}}}}
)");
  const auto past = [&](std::size_t scenario, const std::string& name) {
    const Question question = make_question(rules, situation, situation.scenarios[scenario], {});
    const Instance instance = *instance_in(question.shape, *parse_variable_name(rules, name, {}));
    std::string text;
    for (const Given& given : question.given)
      for (int month = -2; given.instance == instance && month < 4; ++month)
        text += (given.has(month) ? exact_text(*given.values[static_cast<std::size_t>(given.before + month)])
                                  : std::string("-")) +
                ' ';
    return text;
  };
  EXPECT_EQ(past(0, "support.held"), "- 1000/3 1000/3 1000/3 - - ") << "one month before January, and until March";
  EXPECT_EQ(past(0, "rent"), "- 400 400 400 500 500 ");
  EXPECT_EQ(past(0, "client.wage"), "- 100 100 200 780 780 ");
  EXPECT_EQ(past(1, "support.held"), "- - - - - - ");
  EXPECT_EQ(past(1, "client.wage"), "- 100 150 150 780 780 ") << "a scenario changes it from its first month on";
}

TEST(Case, keeps_what_people_say_beside_it_under_file) {
  const std::string case_text = "ansiopolku: 1\nstart: 2026-06\nrent: 500\nclient: {wage: 5}\n";
  const Case situation =
      read(case_text + "file: {version: 1, facts: {client.wage: {status: on_paper}}, meetings: [{case: {rent: 7}}]}\n");
  EXPECT_EQ(situation.scenarios[0].values.size(), 2U) << "nothing of it is computed with";
  EXPECT_EQ(given(situation, 0, "rent"), "500");
  EXPECT_EQ(given(read(case_text + "file:\n"), 0, "rent"), "500") << "an empty one says nothing";
}

TEST(Case, is_the_same_in_yaml_and_json) {
  const Case in_yaml = read("ansiopolku: 1\nstart: 2026-06\nrent: 500\nclient: {wage: 5.5}\n");
  const Case in_json = read(R"({"ansiopolku": 1, "start": "2026-06", "rent": 500, "client": {"wage": 5.5}})");
  EXPECT_EQ(given(in_yaml, 0, "client.wage"), given(in_json, 0, "client.wage"));
  EXPECT_EQ(given(in_yaml, 0, "rent"), given(in_json, 0, "rent"));
}

}  // namespace
}  // namespace ansio::cases
