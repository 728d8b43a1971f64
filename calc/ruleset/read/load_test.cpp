// What a rule set holds once its files are read.
#include "calc/ruleset/read/load.h"

#include <gtest/gtest.h>

#include "calc/ruleset/check/sentences.h"
#include "calc/ruleset/model/citation.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

using testing::load_module;

Fraction number(const char* text) {
  return *parse_fraction(text);
}

std::string told(const Result<RuleSet>& rules) {
  std::string text;
  for (const Diagnostic& one : rules.diagnostics())
    text += to_text(one) + '\n';
  return text;
}

const Variable& variable(const RuleSet& rules, const char* name) {
  return rules.variables[*rules.find_variable(name)];
}

TEST(Load, an_input_keeps_what_people_are_asked_and_how_they_write_it) {
  const Result<RuleSet> rules = load_module(R"yaml(
inputs:
  working_hours:
    title: $T
    entity: person
    unit: hours/week
    default: 37.5
    bounds: [0, 100]
    decimals: 1
    question: {fi: "Kuinka monta tuntia?", sv: "Hur många timmar?", en: "How many hours?", fi-simple: "Montako tuntia?"}
    why: $T
  share: {title: $T, entity: person, unit: "%", default: 43.5, bounds: [0, 100]}
  from: {title: $T, entity: person, type: month, default: 2025-03, bounds: [2020-01, 2030-12]}
  kept: {title: $T, entity: person, type: boolean}
)yaml");
  ASSERT_TRUE(rules.ok()) << told(rules);
  const Variable& hours = variable(*rules, "working_hours");
  EXPECT_EQ(hours.kind, Variable::Kind::input);
  EXPECT_EQ(hours.entity, Entity::person);
  EXPECT_EQ(hours.decimals, 1);
  EXPECT_EQ(*hours.highest, number("100"));
  EXPECT_EQ(hours.question.in(Language::sv), "Hur många timmar?");
  EXPECT_FALSE(hours.required);
  EXPECT_EQ(rules->tree.constants[rules->tree.nodes[hours.formulas[0].root].reference], number("37.5"));

  const Variable& share = variable(*rules, "share");
  EXPECT_TRUE(share.percent);
  EXPECT_TRUE(share.type.unit.is_none());
  EXPECT_EQ(*share.highest, number("1"));
  EXPECT_EQ(rules->tree.constants[rules->tree.nodes[share.formulas[0].root].reference], number("0.435"));

  EXPECT_EQ(variable(*rules, "from").lowest->numerator(), YearMonth::of(2020, 1).index);
  EXPECT_TRUE(variable(*rules, "kept").required);
}

TEST(Load, values_hold_from_their_date_until_the_next) {
  const Result<RuleSet> rules = load_module(R"yaml(
parameters:
  rate: {title: $T, unit: "%", source: "a table",
         values: {2023-01: 40, 2025-08: {value: 43.5, source: "an act"}, 2027-01: none}}
rules:
  r: {title: $T, entity: household, unit: "1", formula: rate}
)yaml");
  ASSERT_TRUE(rules.ok()) << told(rules);
  const Parameter& rate = rules->parameters[0];
  EXPECT_EQ(rate.name, "m.rate");
  EXPECT_EQ(value_at(rate, YearMonth::of(2022, 12)), nullptr);
  EXPECT_EQ(value_at(rate, YearMonth::of(2025, 7))->cells[0], number("0.4"));
  EXPECT_EQ(value_at(rate, YearMonth::of(2025, 7))->source, "a table");
  EXPECT_EQ(value_at(rate, YearMonth::of(2025, 8))->cells[0], number("0.435"));
  EXPECT_EQ(value_at(rate, YearMonth::of(2025, 8))->source, "an act");
  EXPECT_EQ(value_at(rate, YearMonth::of(2027, 1)), nullptr);
}

TEST(Load, the_last_key_of_a_table_runs_fastest) {
  const Result<RuleSet> rules = load_module(R"yaml(
enums:
  kind: {title: $T, members: {single: $T, couple: $T}}
parameters:
  cap: {title: $T, unit: coin, by: [kind, 2..3],
        values: {2024-01: {couple: [30, 40], single: {3: 20, 2: 10}, source: "a decree"}}}
rules:
  r: {title: $T, entity: household, unit: coin, formula: "cap['couple', 2]"}
)yaml");
  ASSERT_TRUE(rules.ok()) << told(rules);
  const ParameterValue& value = rules->parameters[0].values[0];
  EXPECT_EQ(value.cells, (std::vector{number("10"), number("20"), number("30"), number("40")}));
  EXPECT_EQ(value.source, "a decree");
}

TEST(Load, a_table_beside_the_rules_fills_enums_and_parameters) {
  const std::vector<SourceFile> files{{"x/ruleset.yaml", testing::small_manifest()},
                                      {"x/a/m.yaml",
                                       "module: m\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\n"
                                       "enums:\n  town: {title: {fi: a, sv: b, en: c, fi-simple: d}, file: "
                                       "../towns.csv, column: name, titles: {sv: namn}}\n"
                                       "parameters:\n  group: {title: {fi: a, sv: b, en: c, fi-simple: d}, unit: "
                                       "\"1\", by: town, file: ../towns.csv, key: name,\n"
                                       "    values: {2024-01: {column: g24}, 2025-01: {column: g25}}}\n"
                                       "rules:\n  r: {title: {fi: a, sv: b, en: c, fi-simple: d}, entity: household, "
                                       "unit: \"1\", formula: \"group['Ylä-Kylä']\"}\n"},
                                      {"x/towns.csv", "name,namn,g24,g25\nYlä-Kylä,Övre by,1,2\n\"Hill, Old\",,3,3\n"}};
  const Result<RuleSet> rules = load_rules(files);
  ASSERT_TRUE(rules.ok()) << told(rules);
  EXPECT_EQ(rules->enums[0].members, (std::vector<std::string>{"Ylä-Kylä", "Hill, Old"}));
  EXPECT_EQ(rules->enums[0].member_titles[0].in(Language::sv), "Övre by");
  EXPECT_EQ(rules->enums[0].member_titles[1].in(Language::sv), "Hill, Old");
  EXPECT_EQ(rules->parameters[0].values[1].cells, (std::vector{number("2"), number("3")}));
}

TEST(Load, a_scale_is_limits_and_rates_in_turn) {
  const Result<RuleSet> rules = load_module(R"yaml(
parameters:
  s: {title: $T, unit: coin/year, kind: scale, values: {2024-01: [{over: 0, rate: 12.64}, {over: 22000, rate: 19}]}}
rules:
  r: {title: $T, entity: person, unit: coin/year, period: year, formula: "scale(30000 coin/year, s)"}
)yaml");
  ASSERT_TRUE(rules.ok()) << told(rules);
  EXPECT_EQ(rules->parameters[0].values[0].cells,
            (std::vector{number("0"), number("0.1264"), number("22000"), number("0.19")}));
}

TEST(Load, formulas_change_with_their_dates) {
  const Result<RuleSet> rules = load_module(R"yaml(
rules:
  r: {title: $T, entity: household, unit: "1", formula: {2020-01: 1, 2025-06: 2}}
)yaml");
  ASSERT_TRUE(rules.ok()) << told(rules);
  const std::vector<DatedFormula>& formulas = variable(*rules, "m.r").formulas;
  EXPECT_EQ(formula_at(formulas, YearMonth::of(2019, 12)), nullptr);
  EXPECT_EQ(formula_at(formulas, YearMonth::of(2025, 5))->text, "1");
  EXPECT_EQ(formula_at(formulas, YearMonth::of(2025, 6))->text, "2");
}

TEST(Load, a_notice_is_a_boolean_rule_with_an_addressee) {
  const Result<RuleSet> rules = load_module(R"yaml(
law: 571/2007
inputs:
  pay: {title: $T, entity: person, unit: coin/month, default: 0}
notices:
  tell:
    title: $T
    entity: person
    when: pay > 100 coin/month
    to: office
    deadline: {fi: heti, sv: genast, en: at once, fi-simple: heti}
    cite: 22 §
    says: {fi: "Tulo {pay}", sv: b, en: c, fi-simple: d}
)yaml");
  ASSERT_TRUE(rules.ok()) << told(rules);
  ASSERT_EQ(rules->notices.size(), 1U);
  const Notice& notice = rules->notices[0];
  const Variable& rule = rules->variables[notice.variable];
  EXPECT_EQ(rule.name, "m.tell");
  EXPECT_EQ(rule.type.kind, Type::Kind::boolean);
  EXPECT_EQ(notice.when.root, rule.formulas[0].root);
  EXPECT_EQ(notice.when.text, "pay > 100 coin/month");
  EXPECT_EQ(notice.to, "office");
  EXPECT_EQ(notice.deadline.in(Language::en), "at once");
  ASSERT_EQ(notice.citations.size(), 1U);
  EXPECT_EQ(to_text(notice.citations[0]), "571/2007 22 §");
  EXPECT_EQ(link_of(*rules, notice.citations[0]), "https://law.example/2007/571");
}

TEST(Load, tests_and_examples_are_no_modules) {
  const std::string broken = "module: [";
  const std::vector<SourceFile> files{{"ruleset.yaml", testing::small_manifest()},
                                      {"a/m.test.yaml", broken},
                                      {"examples/case.yaml", broken},
                                      {"a/overlays/reform.yaml", broken}};
  EXPECT_TRUE(load_rules(files).ok());
}

TEST(Load, an_unreadable_file_is_not_the_fault_of_those_who_use_its_names) {
  const std::vector<SourceFile> files{
      {"ruleset.yaml", testing::small_manifest()},
      {"a.yaml", "module: a\nrules: ["},
      {"b.yaml",
       "module: b\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\nrules:\n"
       "  r: {title: {fi: a, sv: b, en: c, fi-simple: d}, entity: household, unit: \"1\", formula: a.x + 1}\n"}};
  EXPECT_EQ(testing::complaints(load_rules(files).diagnostics(), true), (std::vector<std::string>{"a.yaml:2 E103"}));
}

TEST(Load, errors_come_in_the_order_of_files_and_lines) {
  const Result<RuleSet> rules = load_module(R"yaml(
rules:
  z: {title: $T, entity: household, unit: "1", formula: missing}
  a: {entity: household, unit: "1", formula: 1}
)yaml");
  ASSERT_EQ(rules.diagnostics().size(), 2U);
  EXPECT_EQ(rules.diagnostics()[0].code, Code::unknown_name);
  EXPECT_EQ(rules.diagnostics()[0].position.line, 5U);
  EXPECT_EQ(rules.diagnostics()[0].position.column, 90U);
  EXPECT_EQ(rules.diagnostics()[1].code, Code::missing_key);
}

TEST(Load, without_a_manifest_there_is_nothing_to_load) {
  const std::vector<SourceFile> files{{"m.yaml", "module: m"}};
  const Result<RuleSet> rules = load_rules(files);
  ASSERT_EQ(rules.diagnostics().size(), 1U);
  EXPECT_EQ(rules.diagnostics()[0].code, Code::missing_key);
}

TEST(Load, a_cycle_is_told_as_a_path) {
  const Result<RuleSet> rules = load_module(R"yaml(
rules:
  a: {title: $T, entity: household, unit: "1", formula: b}
  b: {title: $T, entity: household, unit: "1", formula: 2 * previous(c)}
  c: {title: $T, entity: household, unit: "1", formula: 1, initial: a}
)yaml");
  ASSERT_EQ(rules.diagnostics().size(), 1U);
  EXPECT_EQ(rules.diagnostics()[0].message, "rules that depend on themselves: m.a → m.b → initial value of m.c → m.a");
}

TEST(Load, the_fingerprint_knows_every_byte_of_the_law_and_nothing_else) {
  std::vector<SourceFile> files{{"ruleset.yaml", testing::small_manifest()},
                                {"m.yaml", "module: m\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\n"}};
  const std::string hash = load_rules(files)->hash;
  EXPECT_EQ(hash.size(), 32U);
  files.push_back({"m.test.yaml", "tests: []"});
  EXPECT_EQ(load_rules(files)->hash, hash);
  std::vector<SourceFile> moved;
  for (const SourceFile& file : files)
    moved.push_back({"deep/down/" + file.path, file.text});
  EXPECT_EQ(load_rules(moved)->hash, hash);
  files[1].text += "# a remark\n";
  EXPECT_NE(load_rules(files)->hash, hash);
}

TEST(Sentences, name_figures_in_braces) {
  EXPECT_EQ(*names_in_sentence("no names"), std::vector<std::string>{});
  EXPECT_EQ(*names_in_sentence("{amount} of {client.pay}."), (std::vector<std::string>{"amount", "client.pay"}));
  EXPECT_FALSE(names_in_sentence("{amount"));
  EXPECT_FALSE(names_in_sentence("amount}"));
  EXPECT_FALSE(names_in_sentence("{a{b}"));
}

TEST(Citations, a_bare_section_belongs_to_the_statute_named_last) {
  Document document;
  document.kind = Document::Kind::scalar;
  document.scalar = "8 §, 1229/2019 2 §, 5 a § 2, 977/2022";
  Diagnostics diagnostics;
  std::vector<std::string> all;
  for (const Citation& citation : read_citations(document, "571/2007", diagnostics))
    all.push_back(to_text(citation));
  EXPECT_EQ(all, (std::vector<std::string>{"571/2007 8 §", "1229/2019 2 §", "1229/2019 5 a § 2", "977/2022"}));
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Sources, paths_are_seen_from_the_file_that_names_them) {
  EXPECT_EQ(normal_path("a/./b/../c.csv"), "a/c.csv");
  EXPECT_EQ(normal_path("../x//y"), "../x/y");
  EXPECT_EQ(normal_path("/a/b"), "/a/b");
}

TEST(Repository, the_rules_load_without_an_error) {
  const Result<std::vector<SourceFile>> files = read_directory(ANSIO_SOURCE_DIR "/rules");
  ASSERT_TRUE(files.ok());
  const Result<RuleSet> rules = load_rules(*files);
  ASSERT_TRUE(rules.ok()) << told(rules);
  EXPECT_GT(rules->variables.size(), 100U);
}

}  // namespace
}  // namespace ansio::ruleset
