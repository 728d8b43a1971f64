// What a case may leave open, what is assumed of it, and which readings of the law it chooses.
#include "calc/case/read/open_values.h"

#include <gtest/gtest.h>

#include "calc/base/document/yaml_reader.h"
#include "calc/case/read/case_schema.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::cases {
namespace {

constexpr const char* law = R"yaml(
enums:
  level: {title: $T, members: {none: $T, basic: $T}}
inputs:
  pay: {title: $T, entity: person, unit: coin/month, default: 0, bounds: [0, 100000]}
  work_hours: {title: $T, entity: person, unit: hours/week, default: 0, decimals: 0}
  care: {title: $T, entity: person, type: level, default: none, plausible: {one_of: [none, basic], source: s}}
rules:
  tax:
    title: $T
    entity: person
    unit: coin/month
    output: true
    formula: 0.1 * pay
    readings:
      literal: {formula: 0.2 * pay, says: $T, settled_by: $T, source: s}
      third: {formula: 0.3 * pay, says: $T, settled_by: $T, source: s}
)yaml";

const RuleSet& rules() {
  static const RuleSet loaded = *testing::load_module(law);
  return loaded;
}

Case read(const std::string& text) {
  const Result<Document> document = read_yaml("case.yaml", text);
  Result<Case> situation = read_case(rules(), *document);
  if (!situation) {
    ADD_FAILURE() << to_text(situation.diagnostics().front(), text);
    return {};
  }
  return std::move(*situation);
}

std::string first_error(const std::string& text) {
  const Result<Document> document = read_yaml("case.yaml", text);
  const Result<Case> situation = read_case(rules(), *document);
  return situation ? std::string() : to_text(situation.diagnostics().front(), text);
}

Value number(const char* text) {
  return *parse_fraction(text);
}

// What is given to the client for a variable in the first month.
std::optional<Value> given(const Case& situation, std::size_t scenario, VariableId variable) {
  for (const Given& one : make_question(rules(), situation, situation.scenarios[scenario], {}).given)
    if (one.instance.variable == variable)
      return one.values.front();
  return std::nullopt;
}

TEST(OpenValues, are_computed_with_what_is_assumed_of_them) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-01\nclient: {pay: {between: [100, 250.01]}, work_hours: {varies: [8, 21], assumed: "
      "12},\n"
      "  care: {one_of: [basic, none]}}\n");
  ASSERT_EQ(situation.open.size(), 3U);
  EXPECT_EQ(*given(situation, 0, *rules().find_variable("pay")), number("175")) << "the middle, to the decimals it has";
  EXPECT_EQ(*given(situation, 0, *rules().find_variable("work_hours")), number("12"));
  EXPECT_EQ(*given(situation, 0, *rules().find_variable("care")), number("1")) << "the first";
}

TEST(OpenValues, that_are_unknown_are_not_given) {
  const Case situation = read("ansiopolku: 1\nstart: 2026-01\nclient: {care: unknown}\n");
  ASSERT_EQ(situation.open.size(), 1U);
  EXPECT_EQ(situation.open[0].kind, OpenValue::Kind::unknown);
  EXPECT_FALSE(given(situation, 0, *rules().find_variable("care")));
}

TEST(OpenValues, stand_in_months_and_are_shared_by_scenarios) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-01\nmonths: 6\nclient: {pay: {2026-01: 100, 2026-03: {between: [0, 50]}}}\n"
      "scenarios: [{name: a}, {name: b, client: {work_hours: 8}}, {name: c, client: {pay: 70}}]\n");
  ASSERT_EQ(situation.open.size(), 1U);
  const auto open_in = [&](std::size_t scenario) {
    for (const CaseValue& value : situation.scenarios[scenario].values)
      if (value.name.variable == *rules().find_variable("pay"))
        return value.steps.back().open;
    return not_open;
  };
  EXPECT_EQ(open_in(0), 0);
  EXPECT_EQ(open_in(1), 0);
  EXPECT_EQ(open_in(2), not_open) << "it says what it is";
}

TEST(OpenValues, may_be_of_a_figure_that_is_not_given_or_a_value) {
  const Case situation = read("ansiopolku: 1\nstart: 2026-01\nclient: {m.tax: {one_of: [null, 0]}}\n");
  ASSERT_EQ(situation.open.size(), 1U);
  EXPECT_FALSE(situation.open[0].members[0].is_valid());
  EXPECT_FALSE(given(situation, 0, *rules().find_variable("m.tax")));
}

TEST(Readings, are_chosen_by_name_and_a_scenario_chooses_anew) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2026-01\nclient: {pay: 100}\nreadings: {m.tax: literal}\n"
      "scenarios: [{name: a}, {name: b, readings: {m.tax: standing}}, {name: c, readings: {m.tax: null}},\n"
      "  {name: d, readings: {m.tax: unknown}}]\n");
  const VariableId choice = rules().choices[0].variable;
  EXPECT_EQ(*given(situation, 0, choice), number("1"));
  EXPECT_EQ(*given(situation, 1, choice), number("0"));
  EXPECT_FALSE(given(situation, 2, choice));
  ASSERT_EQ(situation.open.size(), 1U);
  EXPECT_EQ(situation.open[0].members.size(), 3U);
}

TEST(Readings, that_nobody_knows_are_told_with_those_there_are) {
  EXPECT_NE(first_error("ansiopolku: 1\nstart: 2026-01\nclient: {}\nreadings: {m.tax: litteral}\n")
                .find("standing, literal, third"),
            std::string::npos);
  EXPECT_NE(first_error("ansiopolku: 1\nstart: 2026-01\nclient: {}\nreadings: {m.txa: literal}\n").find("m.tax"),
            std::string::npos);
}

TEST(OpenValues, in_a_cell_are_refused_with_the_place_where_they_belong) {
  const Variable& pay = rules().variables[*rules().find_variable("pay")];
  for (const char* text : {"{between: [1, 2]}", "unknown", "{\"varies\": [1, 2]}"}) {
    const auto refused = refused_open_text(rules(), pay, text, {});
    ASSERT_TRUE(refused) << text;
    EXPECT_NE(refused->message.find("stands in a case"), std::string::npos);
  }
  EXPECT_FALSE(refused_open_text(rules(), pay, "many", {}));
}

TEST(OpenValues, and_readings_are_in_the_schema) {
  const std::string schema = case_schema_json(rules(), Language::en);
  EXPECT_NE(schema.find("\"open_range\""), std::string::npos);
  EXPECT_NE(schema.find("[null,\"unknown\",\"standing\",\"literal\",\"third\"]"), std::string::npos) << schema;
}

}  // namespace
}  // namespace ansio::cases
