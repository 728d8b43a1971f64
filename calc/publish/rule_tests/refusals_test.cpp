// Situations in which the rules have no answer: docs/language.md, section 1, on `unsupported`.
#include "calc/explain/sentences/refusals.h"

#include <gtest/gtest.h>

#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/publish/rule_tests/rule_tests.h"
#include "calc/ruleset/image/image.h"
#include "calc/ruleset/read/load.h"

namespace ansio::publish {
namespace {

constexpr const char* manifest = R"yaml(
ruleset: islands
version: "1"
languages: [fi, sv, en, fi-simple]
law_from: 2024-01
law_until: 2026-12
citation_link: https://law.example/{year}/{number}
units: {coin: {symbol: c, decimals: 2}}
recipients: {}
)yaml";

// Every $T is a text in all languages.
constexpr const char* islands = R"yaml(
module: m
title: $T
law: 1/2020
inputs:
  island: {title: $T, entity: household, type: boolean, default: false}
  pay: {title: $T, entity: person, unit: coin/month, default: 0}
  astray: {title: $T, entity: person, type: boolean, default: false}
rules:
  tax: {title: $T, entity: person, unit: coin/month, cite: 1 §, unsupported: own_tax, formula: 0.2 * pay}
  fee: {title: $T, entity: person, unit: coin/month, cite: 1 §, unsupported: lost, formula: 0.1 * pay}
  left: {title: $T, entity: person, unit: coin/month, cite: 1 §, formula: if pay > 0 then pay - tax else pay}
  all: {title: $T, entity: household, unit: coin/month, cite: 1 §, formula: "sum(persons, left)"}
  yearly: {title: $T, entity: person, unit: coin/year, cite: 1 §, period: year, formula: year_sum(tax)}
unsupported:
  own_tax:
    title: $T
    entity: household
    when: {2024-01: false, 2024-06: island}
    cite: 2 §
    says: {fi: saari, sv: ö, en: an island, fi-simple: saari}
  lost: {title: $T, entity: person, when: astray, cite: 2 §, says: $T}
)yaml";

RuleSet island_rules() {
  std::string text = islands;
  for (std::size_t at = 0; (at = text.find("$T", at)) != text.npos;)
    text.replace(at, 2, "{fi: a, sv: b, en: c, fi-simple: d}");
  const SourceFile files[] = {{"r/ruleset.yaml", manifest}, {"r/m.yaml", text}};
  Result<RuleSet> rules = load_rules(files);
  for (const Diagnostic& one : rules.diagnostics())
    ADD_FAILURE() << to_text(one);
  return rules.ok() ? *rules : RuleSet{};
}

// What is wrong with each test, by the definition and by the machine.
std::size_t failures_of(const RuleSet& rules, const std::string& text) {
  const Result<Document> document = read_yaml("t.test.yaml", "tests:\n" + text);
  if (!document)
    return 1000;
  const Result<std::vector<RuleTest>> tests = read_rule_tests(rules, *document);
  if (!tests)
    return 2000;
  Machine machine(rules, answer_by_definition);
  const Answering evaluators[] = {[&](const Question& question) { return answer_by_definition(rules, question); },
                                  [&](const Question& question) { return machine.answer(question); }};
  std::size_t failures = 0;
  for (const RuleTest& test : *tests)
    failures += run_rule_test(rules, test, evaluators).size();
  return failures;
}

TEST(Refusals, a_rule_and_what_reads_it_have_no_answer_in_the_situation) {
  const RuleSet rules = island_rules();
  EXPECT_EQ(failures_of(rules, R"(
  - {name: a, source: s, date: 2024-06, given: {island: true, client.pay: 10}, expect: {client.m.tax: unsupported}}
  - {name: b, source: s, date: 2024-06, given: {island: true, client.pay: 10}, expect: {m.all: unsupported}}
  - {name: c, source: s, date: 2024-06, given: {island: true, client.pay: 10}, expect: {client.m.yearly: unsupported}}
)"),
            0U);
}

TEST(Refusals, nothing_is_refused_elsewhere_or_before_or_where_the_rule_is_not_reached) {
  const RuleSet rules = island_rules();
  EXPECT_EQ(failures_of(rules, R"(
  - {name: a, source: s, date: 2024-06, given: {client.pay: 10}, expect: {client.m.tax: 2}}
  - {name: b, source: s, date: 2024-05, given: {island: true, client.pay: 10}, expect: {client.m.tax: 2}}
  - {name: c, source: s, date: 2024-06, given: {island: true, client.pay: 0}, expect: {m.all: 0}}
  - {name: d, source: s, date: 2024-06, given: {island: true, client.pay: 10, client.m.tax: 3}, expect: {m.all: 7}}
)"),
            0U);
}

TEST(Refusals, a_test_that_expects_a_refusal_fails_where_there_is_an_answer) {
  const RuleSet rules = island_rules();
  EXPECT_EQ(
      failures_of(rules,
                  "  - {name: a, source: s, date: 2024-05, given: {island: true}, expect: {m.all: unsupported}}\n"),
      2U)
      << "one for each evaluator";
  EXPECT_EQ(
      failures_of(rules,
                  "  - {name: a, source: s, date: 2024-06, given: {}, expect: {m.all: unsupported, client.pay: 0}}\n"),
      2000U)
      << "figures and refusals in one test";
}

TEST(Refusals, of_a_person_concern_that_person) {
  const RuleSet rules = island_rules();
  EXPECT_EQ(failures_of(rules, R"(
  - {name: a, source: s, date: 2024-06, given: {client.astray: true, spouse.pay: 10},
     expect: {client.m.fee: unsupported}}
  - {name: b, source: s, date: 2024-06, given: {client.astray: true, spouse.pay: 10}, expect: {spouse.m.fee: 1}}
)"),
            0U);
}

TEST(Refusals, are_spoken_in_the_language_of_the_reader) {
  const RuleSet rules = island_rules();
  Question question;
  question.timeline.first = YearMonth::of(2024, 6);
  question.given.push_back({{*rules.find_variable("island"), Instance::household}, {Fraction::from_integer(1)}});
  question.wanted.push_back({*rules.find_variable("m.tax"), 0});
  const Result<Answer> answer = answer_by_definition(rules, question);
  ASSERT_FALSE(answer);
  ASSERT_EQ(answer.diagnostics().size(), 1U);
  EXPECT_EQ(answer.diagnostics()[0].code, Code::unsupported);
  EXPECT_EQ(answer.diagnostics()[0].message, "an island");
  EXPECT_EQ(answer.diagnostics()[0].found, "m.own_tax");
  EXPECT_EQ(in_language(rules, answer.diagnostics(), Language::sv)[0].message, "ö");
}

TEST(Refusals, travel_in_an_image) {
  const RuleSet rules = island_rules();
  const Result<RuleSet> again = load_image(save_image(rules));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(unsupported_situations(*again), unsupported_situations(rules));
  EXPECT_EQ(again->variables[*again->find_variable("m.tax")].unsupported, *again->find_variable("m.own_tax"));
  EXPECT_EQ(again->variables[*again->find_variable("m.left")].unsupported, no_variable);
}

}  // namespace
}  // namespace ansio::publish
