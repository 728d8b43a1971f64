// Results of typical months and plans on the small rules, worked out by hand.
#include "calc/simulate/results/results.h"

#include <algorithm>

#include "calc/base/document/yaml_reader.h"
#include "calc/explain/figure/explain.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/ruleset/testing/small_rules.h"
#include "calc/simulate/compare/compare.h"
#include "calc/simulate/results/to_do.h"

namespace ansio::simulate {
namespace {

const RuleSet& rules = testing::small_rules();

Result<Answer> define(const Question& question) {
  return answer_by_definition(rules, question);
}

Case read(const std::string& text) {
  Result<Case> situation = read_case(rules, *read_yaml("case.yaml", text));
  for (const Diagnostic& diagnostic : situation.diagnostics())
    EXPECT_EQ(diagnostic.severity, Severity::warning) << to_text(diagnostic, text);
  return std::move(*situation);
}

Results compute(const Case& situation) {
  Result<Results> results = compute_results(rules, situation, define);
  for (const Diagnostic& diagnostic : results.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return std::move(*results);
}

std::string figure(const ScenarioResult& scenario, const std::string& name) {
  for (const Figure& figure : scenario.figures) {
    if (instance_name(rules, scenario.shape, figure.instance) != name)
      continue;
    std::string text;
    for (const Value& value : figure.values)
      text += (text.empty() ? "" : " ") + to_decimal_text(value);
    return text;
  }
  return "none";
}

std::vector<std::string> assumptions(const ScenarioResult& scenario) {
  std::vector<std::string> names;
  for (const RestsOn& rests_on : scenario.assumptions)
    names.push_back(rests_on.kind == RestsOn::Kind::parameter ? rules.parameters[rests_on.id].name
                                                              : rules.variables[rests_on.id].name);
  return names;
}

// Worked by hand from tests/fixtures/small: costs min(500, 600) = 500; support 0.75 × 500 − 0.5 × (300 − 100) = 275.
TEST(Results, of_a_typical_month_are_the_law_applied_by_hand) {
  const Results results = compute(read("ansiopolku: 1\nstart: 2026-06\nrent: 500\nclient: {wage: 300}\n"));
  ASSERT_EQ(results.scenarios.size(), 1U);
  EXPECT_EQ(figure(results.scenarios[0], "support.amount"), "275");
  EXPECT_EQ(figure(results.scenarios[0], "client.support.levy"), "0");
  EXPECT_EQ(figure(results.scenarios[0], "net"), "575");
}

// 2026: levy scale on 13,806 a year: 6,000 × 10 % + 1,806 × 20 % = 961.20; a member pays 7.5 % more: 1,035.45.
TEST(Results, of_a_typical_month_bear_a_twelfth_of_the_year) {
  const Results results = compute(read("ansiopolku: 1\nstart: 2026-06\nclient: {wage: 1150.50, member: true}\n"));
  EXPECT_EQ(figure(results.scenarios[0], "client.support.levy"), "1996.65");
  EXPECT_EQ(figure(results.scenarios[0], "net"), "984.1125");
}

// The support in force follows only changes of 50 and more: 400 (no wage), then 375 (wage 150) keeps 400, 275 (wage
// 350) is new.
TEST(Results, of_a_plan_carry_state_from_month_to_month) {
  const Results results =
      compute(read("ansiopolku: 1\nstart: 2025-04\nmonths: 4\nrent: 500\n"
                   "client: {wage: {2025-01: 0, 2025-05: 150, 2025-06: 350}}\n"));
  EXPECT_EQ(figure(results.scenarios[0], "support.amount"), "400 375 275 275");
  EXPECT_EQ(figure(results.scenarios[0], "support.held"), "400 400 275 275");
}

TEST(Results, tell_of_a_notice_in_the_month_in_which_it_begins) {
  const Results results =
      compute(read("ansiopolku: 1\nstart: 2025-03\nmonths: 6\n"
                   "client: {wage: {2025-01: 0, 2025-05: 250, 2025-06: 449.99,"
                   " 2025-07: 649.99}}\n"));
  ASSERT_EQ(results.scenarios[0].notices.size(), 1U);
  const FiredNotice& fired = results.scenarios[0].notices[0];
  EXPECT_EQ(fired.months, (std::vector<YearMonth>{YearMonth::of(2025, 5), YearMonth::of(2025, 7)}));
  EXPECT_EQ(sentence_of(rules, results, results.scenarios[0], fired, fired.months.front(), Language::en),
            "Your income is now 250.00\xc2\xa0€.");
  std::string tasks;
  for (const Task& task : to_do_list(results.scenarios[0]))
    tasks += to_text(*task.due) + ' ' +
             sentence_of(rules, results, results.scenarios[0], *task.fired, task.month, Language::en) + '\n';
  EXPECT_EQ(tasks, "2025-06-14 Your income is now 250.00\xc2\xa0€.\n2025-08-14 Your income is now 649.99\xc2\xa0€.\n");
}

// The support in force was 400; 375 is within 50 of it, so that it stays only for those who remember.
TEST(Results, go_on_from_the_end_of_another_plan) {
  const std::string plan = "ansiopolku: 1\nrent: 500\nclient: {wage: {2025-01: 0, 2025-05: 150}}\n";
  const Result<Results> first =
      compute_results(rules, read("start: 2025-04\nmonths: 2\n" + plan), define, {{}, true, true});
  ASSERT_TRUE(first);
  Case second = read("start: 2025-06\nmonths: 2\n" + plan);
  EXPECT_EQ(figure(compute(second).scenarios[0], "support.held"), "375 375");
  second.scenarios[0].before = first->scenarios[0].carry;
  EXPECT_EQ(figure(compute(second).scenarios[0], "support.held"), "400 400");

  const Explanation why = [&] {
    const Question question = make_question(rules, second, second.scenarios[0], {});
    const Instance held = *instance_in(question.shape, *parse_variable_name(rules, "support.held", {}));
    return *explain::explain(rules, question, held, YearMonth::of(2025, 6), Language::en, define);
  }();
  const auto before = std::find_if(why.reads.begin(), why.reads.end(),
                                   [](const Explanation& read) { return read.how == NodeKind::previous; });
  ASSERT_NE(before, why.reads.end());
  EXPECT_EQ(before->origin, Origin::given);
  EXPECT_EQ(before->month, YearMonth::of(2025, 5));
}

TEST(Results, list_what_is_assumed_of_the_month_before) {
  Case situation = read("ansiopolku: 1\nstart: 2025-04\nmonths: 2\nrent: 500\nclient: {}\n");
  const Results results = compute(situation);
  ASSERT_EQ(results.scenarios[0].assumed_before.size(), 1U) << "the income before was nothing";
  EXPECT_EQ(rules.variables[results.scenarios[0].assumed_before[0].instance.variable].name, "support.held");
  EXPECT_EQ(results.scenarios[0].assumed_before[0].value, Value::from_integer(400));

  situation = read("ansiopolku: 1\nstart: 2025-04\nmonths: 2\nrent: 500\nbefore: {support.held: 380}\nclient: {}\n");
  EXPECT_TRUE(compute(situation).scenarios[0].assumed_before.empty()) << "what the case says is not assumed";
}

TEST(Results, rest_only_on_what_was_read) {
  const auto of = [](const std::string& lines) {
    return assumptions(compute(read("ansiopolku: 1\n" + lines)).scenarios[0]);
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(of("start: 2026-06\nrent: 500\nclient: {}\n"), Names{"support.share"});
  EXPECT_EQ(of("start: 2025-06\nrent: 500\nclient: {}\n"), Names{}) << "the share of 2025 is law";
  EXPECT_EQ(of("start: 2026-06\nclient: {}\n"), Names{}) << "without rent the share is not read";
  EXPECT_EQ(of("start: 2026-06\nrent: 500\nsupport.amount: 5\nclient: {}\n"), Names{})
      << "what is given rests on nothing";
}

TEST(Results, mark_what_was_given_instead_of_computed) {
  const Results results =
      compute(read("ansiopolku: 1\nstart: 2026-06\nrent: 500\nsupport.amount: 12.34\nclient: {}\n"));
  EXPECT_EQ(figure(results.scenarios[0], "net"), "12.34");
  ASSERT_EQ(results.scenarios[0].given.size(), 2U);
  EXPECT_FALSE(results.scenarios[0].given[0].overridden) << "rent is an input";
  EXPECT_TRUE(results.scenarios[0].given[1].overridden);
}

TEST(Compare, lists_what_differs_from_the_first_scenario) {
  const Results results = compute(read(R"(
ansiopolku: 1
start: 2026-06
rent: 500
client: {}
scenarios:
  - {name: now}
  - {name: a job, client: {wage: 300}}
)"));
  const std::vector<Difference> differences = differences_of(rules, results);
  ASSERT_EQ(differences.size(), 3U) << "support, support in force, net; the levy is 0 in both";
  EXPECT_EQ(differences[0].by_scenario[0][0], Value::from_integer(0));
  EXPECT_EQ(differences[0].by_scenario[1][0], Value::from_integer(-100));
  EXPECT_EQ(differences[2].by_scenario[1][0], Value::from_integer(200));
}

TEST(Results, are_the_same_from_the_machine_and_the_definition) {
  Machine machine(rules, answer_by_definition);
  const Case situation = read(
      "ansiopolku: 1\nstart: 2025-03\nmonths: 10\nrent: 512.37\n"
      "client: {wage: {2025-01: 1.01, 2025-05: 250, 2025-06: 449.99}}\n"
      "spouse: {wage: 77.77, member: true}\nchildren: [{age: 4}]\n");
  const Results exact = compute(situation);
  const Result<Results> fast =
      compute_results(rules, situation, [&](const Question& question) { return machine.answer(question); });
  ASSERT_TRUE(fast);
  for (std::size_t i = 0; i < exact.scenarios[0].figures.size(); ++i)
    EXPECT_EQ(exact.scenarios[0].figures[i].values, fast->scenarios[0].figures[i].values);
}

Explanation explained(const std::string& text, const std::string& name, YearMonth month) {
  const Case situation = read(text);
  const Question question = make_question(rules, situation, situation.scenarios[0], {});
  const Instance instance = *instance_in(question.shape, *parse_variable_name(rules, name, {}));
  Result<Explanation> why = explain::explain(rules, question, instance, month, Language::en, define);
  if (!why)
    ADD_FAILURE() << to_text(why.diagnostics().front());
  return std::move(*why);
}

TEST(Explain, puts_the_amounts_into_the_formula) {
  const Explanation why = explained("ansiopolku: 1\nstart: 2026-06\nrent: 700\nclient: {wage: 300}\n", "support.amount",
                                    YearMonth::of(2026, 6));
  const std::string space = "\xc2\xa0";
  std::string expected =
      "costs = min(700.00_€/month, 600.00_€/month) = 600.00_€/month\n"
      "excess = max(0.00_€/month, 300.00_€/month − 100.00_€/month) = 200.00_€/month\n"
      "round(max(0.00_€/month, 75% × 600.00_€/month − 0.5 × 200.00_€/month), 0.01_€/month)";
  for (std::size_t at = expected.find('_'); at != expected.npos; at = expected.find('_'))
    expected.replace(at, 1, space);
  EXPECT_EQ(why.with_amounts, expected);
  ASSERT_EQ(why.branches.size(), 1U);
  EXPECT_EQ(why.branches[0].condition, "costs <= 0");
  EXPECT_FALSE(why.branches[0].holds);
  ASSERT_EQ(why.roundings.size(), 1U);
  EXPECT_EQ(why.roundings[0].after, Value::from_integer(350));
  ASSERT_EQ(why.parameters.size(), 3U);
  EXPECT_EQ(why.parameters[0].keys, std::vector<std::string>{"rented"});
  ASSERT_EQ(why.reads.size(), 3U);
  EXPECT_EQ(why.reads[0].origin, Origin::given);
  EXPECT_EQ(why.reads[1].origin, Origin::by_default);
  EXPECT_EQ(why.says, "You get 350.00\xc2\xa0€ of support; your income is 300.00\xc2\xa0€.");
}

TEST(Explain, follows_state_back_through_the_months) {
  const Explanation why = explained("ansiopolku: 1\nstart: 2025-01\nmonths: 2\nrent: 500\nclient: {}\n", "support.held",
                                    YearMonth::of(2025, 2));
  // February reads its own amount and January's support, which reads its initial value.
  ASSERT_EQ(why.reads.size(), 2U);
  const Explanation& january = why.reads[1];
  EXPECT_EQ(january.how, NodeKind::previous);
  EXPECT_EQ(january.figure.index, 0);
  ASSERT_EQ(january.reads.size(), 2U);
  EXPECT_EQ(january.reads[1].origin, Origin::initial);
  EXPECT_EQ(january.reads[1].value, Value::from_integer(400));
}

TEST(Explain, opens_each_figure_once) {
  const Explanation why =
      explained("ansiopolku: 1\nstart: 2026-06\nrent: 500\nclient: {wage: 50}\n", "net", YearMonth::of(2026, 6));
  // net reads income, then support.amount, which reads income again.
  ASSERT_GE(why.reads.size(), 2U);
  EXPECT_FALSE(why.reads[0].seen);
  bool found = false;
  for (const Explanation& read : why.reads[1].reads)
    if (read.figure == why.reads[0].figure) {
      found = true;
      EXPECT_TRUE(read.seen);
      EXPECT_TRUE(read.reads.empty());
    }
  EXPECT_TRUE(found);
}

TEST(Explain, stops_at_an_override) {
  const Explanation why =
      explained("ansiopolku: 1\nstart: 2026-06\nsupport.amount: 12\nclient: {}\n", "net", YearMonth::of(2026, 6));
  EXPECT_EQ(why.reads[1].origin, Origin::overridden);
  EXPECT_TRUE(why.reads[1].reads.empty());
  EXPECT_EQ(why.reads[1].formula, nullptr);
}

}  // namespace
}  // namespace ansio::simulate
