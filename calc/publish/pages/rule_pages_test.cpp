#include "calc/publish/pages/rule_pages.h"

#include "calc/base/document/yaml_reader.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::publish {
namespace {

bool has(const std::string& page, const std::string& text) {
  return page.find(text) != page.npos;
}

const RuleSet& rules = testing::small_rules();

TEST(RulePages, say_of_a_module_all_that_its_file_says) {
  const std::vector<PinningTest> tests{{"a wage of 150", "worked by hand", {0}}, {"elsewhere", "nowhere", {1}}};
  const std::string page = module_page(rules, 0, tests, Language::sv);
  EXPECT_TRUE(has(page, "# Stöd\n"));
  EXPECT_TRUE(has(page, "[10/2020](https://law.example/2020/10)"));
  EXPECT_TRUE(has(page, "| `share` | Andel | 2024-01 | 80 | % |")) << page;
  EXPECT_TRUE(has(page, "| `share` | Andel | 2026-01 | 75 | % |"));
  EXPECT_TRUE(has(page, "**Obekräftat.** Andelen är en uppskattning."));
  EXPECT_TRUE(has(page, "hyresbostad: 600; ägarbostad: 300"));
  EXPECT_TRUE(has(page, "0: 0 %; 6\u00a0000: 10 %; 12\u00a0000: 20 %")) << page;
  EXPECT_TRUE(has(page, "- a wage of 150 — worked by hand"));
  EXPECT_FALSE(has(page, "elsewhere"));
  for (const Variable& variable : rules.variables)
    EXPECT_TRUE(has(page, '`' + variable.name + '`')) << variable.name;
}

TEST(RulePages, show_a_formula_as_written_with_what_it_reads) {
  const std::string page = module_page(rules, 0, {}, Language::en);
  for (const Variable& variable : rules.variables)
    for (const DatedFormula& formula : variable.formulas)
      EXPECT_TRUE(has(page, formula.text.substr(0, formula.text.find('\n')))) << formula.text;
  EXPECT_TRUE(has(page, "`rent` (Rent)")) << page;
}

TEST(RulePages, know_which_modules_a_test_pins) {
  const Result<Document> document = read_yaml("t.test.yaml", R"(
tests: [{name: n, source: s, date: 2025-06, given: {rent: 500}, expect: {support.amount: 400}}]
)");
  ASSERT_TRUE(document);
  const Result<std::vector<RuleTest>> tests = read_rule_tests(rules, *document);
  ASSERT_TRUE(tests);
  const PinningTest pinning = pinning_test(rules, tests->front());
  EXPECT_EQ(pinning.name, "n");
  EXPECT_EQ(pinning.modules, std::vector<std::uint16_t>{0});
}

TEST(RulePages, say_what_is_covered_and_what_is_unverified) {
  const std::string page = coverage_page(rules, Language::en);
  EXPECT_TRUE(has(page, "| Support | [10/2020](https://law.example/2020/10) |")) << page;
  EXPECT_TRUE(has(page, "- `support.share`: The share is a forecast."));
}

}  // namespace
}  // namespace ansio::publish
