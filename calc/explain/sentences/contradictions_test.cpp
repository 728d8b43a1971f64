// Contradictions of a case and inputs of the wrong person, on a small rule file.
#include "calc/explain/sentences/contradictions.h"

#include <gtest/gtest.h>

#include "calc/base/document/yaml_reader.h"
#include "calc/ruleset/read/load.h"

namespace ansio::explain {
namespace {

const RuleSet& rules() {
  static const RuleSet loaded = [] {
    const std::string title = "{fi: a, sv: b, en: c, fi-simple: d}";
    const std::string manifest =
        "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlaw_from: 2024-01\nlaw_until: 2026-12\n"
        "units: {coin: {symbol: c, decimals: 2}}\n";
    const std::string module = "module: m\ntitle: " + title +
                               "\nlaw: 1/2024\n"
                               "inputs:\n"
                               "  job_starts: {title: " +
                               title +
                               ", entity: person, type: date, default: 2000-01-01}\n"
                               "  job_ends: {title: " +
                               title +
                               ", entity: person, type: date, default: 2199-12-31}\n"
                               "  toys: {title: " +
                               title +
                               ", entity: person, whose: child, unit: coin, default: 0}\n"
                               "  wage: {title: " +
                               title +
                               ", entity: person, whose: adult, unit: coin, default: 0}\n"
                               "  toys_of_others: {title: " +
                               title +
                               ", entity: person, unit: coin, default: 0}\n"
                               "  rent: {title: " +
                               title +
                               ", entity: household, unit: coin, default: 0}\n"
                               "contradictions:\n"
                               "  backwards:\n"
                               "    entity: person\n"
                               "    inputs: [job_starts, job_ends]\n"
                               "    when: job_ends < job_starts\n"
                               "    says: {fi: väärin, sv: bakvänt, en: backwards, fi-simple: nurin}\n"
                               "  wage_above_rent:\n"
                               "    entity: person\n"
                               "    inputs: [wage, rent]\n"
                               "    when: rent > 0 coin and wage > rent\n"
                               "    says: {fi: e, sv: f, en: too much, fi-simple: h}\n"
                               "  others_without_rent:\n"
                               "    entity: person\n"
                               "    inputs: [toys_of_others]\n"
                               "    when: not given(rent)\n"
                               "    says: {fi: i, sv: j, en: half, fi-simple: l}\n";
    Result<RuleSet> read = ruleset::load_rules(std::vector<SourceFile>{{"ruleset.yaml", manifest}, {"m.yaml", module}});
    for (const Diagnostic& diagnostic : read.diagnostics())
      ADD_FAILURE() << to_text(diagnostic);
    return std::move(*read);
  }();
  return loaded;
}

// "3:10 E510 backwards: client.job_starts (3:10), client.job_ends (3:34)", a line each.
std::string told(const std::string& text, Language language = Language::en) {
  const Result<Case> situation = read_case(rules(), *read_yaml("case.yaml", "ansiopolku: 1\n" + text));
  if (!situation)
    return to_text(situation.diagnostics().front());
  std::string lines;
  for (const Diagnostic& diagnostic : with_contradictions(rules(), *situation, {}, language)) {
    EXPECT_EQ(diagnostic.severity, Severity::warning);
    lines += std::to_string(diagnostic.position.line) + ':' + std::to_string(diagnostic.position.column) + " E" +
             std::to_string(static_cast<int>(diagnostic.code)) + ' ' + diagnostic.message + ": " + diagnostic.expected +
             '\n';
  }
  return lines;
}

TEST(Contradictions, name_both_places) {
  EXPECT_EQ(told("start: 2025-03\nmonths: 3\nclient: {job_starts: 2025-05-01, job_ends: 2025-04-30}\n"),
            "4:10 E510 backwards: client.job_starts (4:10), client.job_ends (4:34)\n");
  EXPECT_EQ(told("start: 2025-03\nmonths: 3\nclient: {job_starts: 2025-04-30, job_ends: 2025-04-30}\n"), "");
}

TEST(Contradictions, speak_the_language_asked_for) {
  EXPECT_EQ(told("start: 2025-03\nclient: {job_ends: 1999-12-31}\n", Language::sv),
            "3:10 E510 bakvänt: client.job_ends (3:10)\n");
}

TEST(Contradictions, are_of_a_person_and_the_household) {
  EXPECT_EQ(told("start: 2025-03\nrent: 5\nclient: {}\nspouse: {wage: 6}\n"),
            "3:1 E510 too much: rent (3:1), spouse.wage (5:10)\n");
}

TEST(Contradictions, of_a_plan_are_those_of_any_month_shown) {
  EXPECT_EQ(told("start: 2025-03\nmonths: 3\nrent: 5\nclient: {wage: {2025-05: 6}}\n"),
            "4:1 E510 too much: rent (4:1), client.wage (5:10)\n");
  EXPECT_EQ(told("start: 2025-03\nmonths: 3\nrent: 5\nclient: {wage: {2025-06: 6}}\n"), "") << "past the plan";
}

TEST(Contradictions, that_scenarios_share_are_told_once) {
  EXPECT_EQ(told("start: 2025-03\nclient: {job_ends: 1999-12-31}\nscenarios: [{name: a}, {name: b}]\n"),
            "3:10 E510 backwards: client.job_ends (3:10)\n");
}

TEST(Contradictions, of_a_half_that_a_scenario_makes_whole_are_none) {
  const std::string rent = "start: 2025-03\nrent: 5\nclient: {wage: 6}\nscenarios:\n  - name: a\n";
  EXPECT_EQ(told(rent + "  - {name: b, rent: 5}\n"),
            "3:1 E510 too much: rent (3:1), client.wage (4:10)\n7:15 E510 too much: rent (7:15), client.wage (4:10)\n");
  EXPECT_EQ(told("start: 2025-03\nclient: {wage: 6}\nrent: {2025-01: 5, 2025-02: 7}\n"), "");
  EXPECT_EQ(told("start: 2025-03\nclient: {toys_of_others: 6}\nscenarios: [{name: a}, {name: b, rent: 1}]\n"), "")
      << "the second scenario has what the first one lacks";
}

TEST(Contradictions, are_not_what_nobody_said) {
  EXPECT_EQ(told("start: 2025-03\nclient: {}\n"), "");
}

TEST(MisplacedInput, is_told_with_the_place_where_it_belongs) {
  EXPECT_EQ(told("start: 2025-03\nclient: {toys: 3}\nchildren: [{wage: 4}, {toys: 2}]\n"),
            "3:10 E511 the rules read toys of children only: children: [{toys: …}]\n"
            "4:13 E511 the rules read wage of adults only: client: {wage: …}, or the spouse's\n");
  EXPECT_EQ(told("start: 2025-03\nclient: {toys: 0}\n"), "") << "it says nothing";
}

}  // namespace
}  // namespace ansio::explain
