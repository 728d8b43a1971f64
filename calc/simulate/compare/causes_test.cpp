// Causes of differences on the small rules, worked out by hand.
#include "calc/simulate/compare/causes.h"

#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::simulate {
namespace {

const RuleSet& rules = testing::small_rules();

// The causes of all scenarios, as sentences; in front of each its effect.
std::string causes(const std::string& text, const std::string& leading = "net") {
  const Result<Case> situation = read_case(rules, *read_yaml("case.yaml", text));
  if (!situation)
    return to_text(situation.diagnostics().front(), text);
  const Result<Results> results = compute_results(
      rules, *situation, [](const Question& question) { return answer_by_definition(rules, question); });
  std::string all;
  for (const Cause& cause : causes_of(rules, *situation, *results, *rules.find_variable(leading), causes_shown)) {
    std::string sentence = sentence_of(rules, *results, cause, Language::en);
    for (std::size_t at = sentence.find("\xc2\xa0"); at != sentence.npos; at = sentence.find("\xc2\xa0"))
      sentence.replace(at, 2, " ");
    all += to_decimal_text(cause.effect) + ": " + sentence + '\n';
  }
  return all;
}

// net = income + support − levy. The wage of 300 brings 300 and takes 100 of the support (0.5 × (300 − 100)).
TEST(Causes, are_the_summands_of_the_leading_figure_that_differ_most) {
  EXPECT_EQ(causes(R"(
ansiopolku: 1
start: 2026-06
rent: 500
client: {}
scenarios: [{name: now}, {name: a job, client: {wage: 300}}]
)"),
            "300: Wage rises by 300.00 €\n"
            "-100: Support falls by 100.00 € because of: Wage 0.00 € → 300.00 €\n");
}

// The support in force follows only changes of 50 and more: a wage of 150 would take 25 of it, one of 350 takes 125.
TEST(Causes, say_from_which_month_on) {
  EXPECT_EQ(causes(R"(
ansiopolku: 1
start: 2026-03
months: 6
rent: 500
client: {}
scenarios: [{name: now}, {name: a job, client: {wage: {2026-03: 0, 2026-05: 150, 2026-06: 350}}}]
)",
                   "support.held"),
            "-375: Support in force falls by 125.00 € a month from 2026-06 because of: Wage 0.00 € → 350.00 €\n");
}

TEST(Causes, tell_persons_apart_and_persons_that_one_scenario_lacks) {
  EXPECT_EQ(causes(R"(
ansiopolku: 1
start: 2026-06
client: {}
spouse: {wage: 50}
scenarios: [{name: together}, {name: apart, spouse: none}]
)"),
            "-50: Wage (spouse) falls by 50.00 €\n");
}

TEST(Causes, of_equal_scenarios_are_none) {
  EXPECT_EQ(causes("ansiopolku: 1\nstart: 2026-06\nclient: {wage: 5}\nscenarios: [{name: a}, {name: b}]\n"), "");
}

TEST(Causes, stop_at_what_the_case_gives_instead_of_computing) {
  EXPECT_EQ(causes(R"(
ansiopolku: 1
start: 2026-06
rent: 500
client: {}
scenarios: [{name: now}, {name: less, support.amount: 100}]
)"),
            "-275: Support falls by 275.00 €\n");
}

}  // namespace
}  // namespace ansio::simulate
