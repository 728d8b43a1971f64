// Tables in rule tests, on the small rules of tests/fixtures/small: a share of the rent is paid, 80 % in 2025.
#include "calc/publish/rule_tests/rule_tests.h"

#include <gtest/gtest.h>

#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::publish {
namespace {

const RuleSet& rules = ansio::testing::small_rules();

Result<std::vector<RuleTest>> read(const std::string& text) {
  const Result<Document> document = read_yaml("t.test.yaml", text);
  EXPECT_TRUE(document);
  return read_rule_tests(rules, *document);
}

std::string first_error(const std::string& text) {
  const Result<std::vector<RuleTest>> tests = read(text);
  return tests ? "" : to_text(tests.diagnostics().front());
}

Diagnostics failures_of(const RuleTest& test) {
  const Answering definition = [](const Question& question) { return answer_by_definition(rules, question); };
  return run_rule_test(rules, test, std::span(&definition, 1));
}

constexpr const char* table = R"(tests:
  - name: a tenant pays a low and a high rent
    source: "act 10/2020 3 §: 80 %, 75 % from 2026, of at most 600"
    given: {kind_of_dwelling: rented}
    columns: [date, rent, within]
    expect: [support.amount, client.support.levy]
    rows:
      - [2025-06, 500,   ~, 400, ~]
      - [2026-06, 500,   ~, 375, 0]
      - [2026-06, 900, 0.5, 449.6, ~]
)";

TEST(RuleTestTable, each_row_is_a_test_of_its_own) {
  const auto tests = read(table);
  ASSERT_TRUE(tests) << to_text(tests.diagnostics().front());
  ASSERT_EQ(tests->size(), 3u);
  for (const RuleTest& test : *tests) {
    EXPECT_TRUE(failures_of(test).empty()) << test.title();
    EXPECT_EQ(test.name, "a tenant pays a low and a high rent");
    EXPECT_TRUE(test.source.starts_with("act 10/2020"));
  }
  EXPECT_EQ((*tests)[0].title(), "a tenant pays a low and a high rent: date 2025-06, rent 500");
  EXPECT_EQ((*tests)[0].row.values.size(), 2u);
  EXPECT_EQ((*tests)[0].expectations.size(), 1u) << "an empty cell expects nothing";
  EXPECT_EQ((*tests)[1].expectations.size(), 2u);
}

TEST(RuleTestTable, a_failure_names_the_cell_and_the_inputs_of_its_row) {
  std::string wrong = table;
  wrong.replace(wrong.find("375"), 3, "376");
  const auto tests = read(wrong);
  ASSERT_TRUE(tests);
  const Diagnostics failures = failures_of((*tests)[1]);
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].position.line, 9u);
  EXPECT_EQ(failures[0].position.column, 29u);
  EXPECT_EQ(failures[0].message,
            "support.amount differs in: a tenant pays a low and a high rent: date 2026-06, rent 500");
  EXPECT_EQ(failures[0].found, "375");
}

std::string changed(const std::string& what, const std::string& into) {
  std::string text = table;
  text.replace(text.find(what), what.size(), into);
  return text;
}

TEST(RuleTestTable, tells_what_is_wrong_with_it_and_where) {
  EXPECT_NE(first_error(changed("columns: [date, rent, within]", "columns: [date, rant, within]")).find("5:21"),
            std::string::npos);
  EXPECT_EQ(read(changed("rent, within", "rant, within")).diagnostics().size(), 1u) << "once, not in every row";
  EXPECT_NE(first_error(changed("2025-06, 500,   ~, 400, ~", "2025-06, 500, ~, 400")).find("8:9"), std::string::npos);
  EXPECT_NE(first_error(changed("2025-06, 500", "2025-06, much")).find("8:19"), std::string::npos);
  EXPECT_NE(first_error(changed("[date, rent, within]", "[rent, rent, within]")).find("two columns"),
            std::string::npos);
  EXPECT_NE(first_error(changed("{kind_of_dwelling: rented}", "{rent: 500}")).find("two columns"), std::string::npos);
  EXPECT_NE(first_error(changed("    columns: [date, rent, within]\n", "")).find("needs columns"), std::string::npos);
  EXPECT_NE(first_error(changed("given: {kind_of_dwelling: rented}", "case: {}")).find("a plan has no rows"),
            std::string::npos);
  EXPECT_NE(first_error(changed("400, ~]", "~, ~]")).find("8:9"), std::string::npos) << "a row that expects nothing";
}

TEST(RuleTestTable, rows_may_expect_refusals) {
  const auto tests = read(changed("375, 0", "unsupported, unsupported"));
  ASSERT_TRUE(tests);
  EXPECT_TRUE((*tests)[1].expectations.front().refused);
  EXPECT_FALSE((*tests)[0].expectations.front().refused);
}

TEST(RuleTest, of_a_case_says_all_of_it_in_the_case) {
  const auto tests = read(
      "tests:\n- name: a plan\n  source: a source\n  readings: {support.amount: literal}\n"
      "  case: {ansiopolku: 1, start: 2026-06}\n  expect: {2026-06: {support.amount: 0}}\n");
  ASSERT_FALSE(tests);
  EXPECT_NE(to_text(tests.diagnostics().front()).find("4:13"), std::string::npos);
  EXPECT_EQ(tests.diagnostics().front().message, "readings stands beside a case");
}

}  // namespace
}  // namespace ansio::publish
