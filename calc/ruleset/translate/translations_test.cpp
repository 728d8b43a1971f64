// Texts of other languages: missing, superfluous and outdated ones.
#include "calc/ruleset/translate/translations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "calc/ruleset/read/load.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

const char* const manifest =
    "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlanguage: fi\n"
    "law_from: 2024-01\nlaw_until: 2026-12\n"
    "units: {kg: {symbol: kg, decimals: 3}}\n"
    "recipients:\n  office: virasto\n";

const char* const module_text =
    "module: m\n"
    "title: Tuki\n"
    "enums:\n"
    "  kind:\n"
    "    title: Laji\n"
    "    members: {one: yksi}\n"
    "parameters:\n"
    "  rate:\n"
    "    title: Osuus\n"
    "    unit: \"1\"\n"
    "    values:\n"
    "      2024-01: {value: 2, status: unverified, note: Arvio}\n"
    "rules:\n"
    "  amount:\n"
    "    title: Määrä\n"
    "    says: >-\n"
    "      Saat {amount}\n"
    "      joka kuukausi.\n"
    "    entity: household\n"
    "    unit: kg/month\n"
    "    formula: rate * (1 kg/month)\n";

std::string marked(const std::string& name, const std::string& own, const std::string& text) {
  return name + '@' + mark_of(own) + ": " + text + '\n';
}

std::string module_in(const std::string& language) {
  return marked("title", "Tuki", language + " support") + marked("enums.kind.title", "Laji", language + " kind") +
         marked("enums.kind.one", "yksi", language + " one") + marked("rate.title", "Osuus", language + " share") +
         marked("rate.2024-01.note", "Arvio", language + " estimate") +
         marked("amount.title", "Määrä", language + " amount") +
         marked("amount.says", "Saat {amount} joka kuukausi.", '"' + language + " {amount}\"");
}

std::vector<SourceFile> translated_rules() {
  std::vector<SourceFile> files{{"r/ruleset.yaml", manifest}, {"r/a/m.yaml", module_text}};
  for (const char* language : {"sv", "en", "fi-simple"}) {
    const std::string folder = std::string("r/texts/") + language + '/';
    files.push_back(
        {folder + "ruleset.yaml", marked("recipients.office", "virasto", std::string(language) + " office")});
    files.push_back({folder + "a/m.yaml", module_in(language)});
  }
  return files;
}

std::string& text_of(std::vector<SourceFile>& files, const std::string& path) {
  for (SourceFile& file : files)
    if (file.path == path)
      return file.text;
  ADD_FAILURE() << path;
  return files[0].text;
}

void replace(std::string& text, const std::string& old, const std::string& by) {
  const std::size_t at = text.find(old);
  ASSERT_NE(at, std::string::npos) << old;
  text.replace(at, old.size(), by);
}

std::vector<std::string> complaints_about(const std::vector<SourceFile>& files) {
  return testing::complaints(load_rules(files).diagnostics(), false);
}

using Complaints = std::vector<std::string>;

TEST(Translations, of_every_text_are_put_beside_it) {
  const Result<RuleSet> rules = load_rules(translated_rules());
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics().front());
  EXPECT_EQ(rules->modules[0].title.in(Language::fi), "Tuki");
  EXPECT_EQ(rules->modules[0].title.in(Language::sv), "sv support");
  EXPECT_EQ(rules->recipients[0].title.in(Language::fi_simple), "fi-simple office");
  EXPECT_EQ(rules->enums[0].title.in(Language::en), "en kind");
  EXPECT_EQ(rules->enums[0].member_titles[0].in(Language::en), "en one");
  EXPECT_EQ(rules->parameters[0].title.in(Language::en), "en share");
  EXPECT_EQ(rules->parameters[0].values[0].assumption.note.in(Language::sv), "sv estimate");
  EXPECT_EQ(rules->variables[0].says.in(Language::fi), "Saat {amount} joka kuukausi.");
  EXPECT_EQ(rules->variables[0].says.in(Language::en), "en {amount}");
}

TEST(Translations, that_are_missing_are_asked_for_where_the_text_stands) {
  std::vector<SourceFile> files = translated_rules();
  replace(text_of(files, "r/texts/sv/a/m.yaml"), marked("amount.title", "Määrä", "sv amount"), "");
  replace(text_of(files, "r/texts/en/a/m.yaml"), marked("rate.2024-01.note", "Arvio", "en estimate"), "");
  EXPECT_EQ(complaints_about(files), (Complaints{"r/a/m.yaml:12 E304", "r/a/m.yaml:15 E304"}));
  const Result<RuleSet> rules = load_rules(files);
  EXPECT_NE(rules.diagnostics()[0].expected.find("rate.2024-01.note@" + mark_of("Arvio")), std::string::npos)
      << rules.diagnostics()[0].expected;
}

TEST(Translations, of_a_whole_file_are_missing_in_one_word) {
  std::vector<SourceFile> files = translated_rules();
  std::erase_if(files, [](const SourceFile& file) { return file.path == "r/texts/sv/a/m.yaml"; });
  EXPECT_EQ(complaints_about(files), (Complaints{"r/a/m.yaml:1 E304"}));
}

TEST(Translations, of_an_older_text_are_outdated) {
  std::vector<SourceFile> files = translated_rules();
  replace(text_of(files, "r/a/m.yaml"), "Osuus", "Osuudet");
  EXPECT_EQ(complaints_about(files), (Complaints{"r/texts/en/a/m.yaml:4 E316", "r/texts/fi-simple/a/m.yaml:4 E316",
                                                 "r/texts/sv/a/m.yaml:4 E316"}));
}

TEST(Translations, stay_when_only_the_lines_of_a_text_are_broken_elsewhere) {
  std::vector<SourceFile> files = translated_rules();
  replace(text_of(files, "r/a/m.yaml"), "Saat {amount}\n      joka", "Saat\n      {amount} joka");
  EXPECT_EQ(complaints_about(files), Complaints{});
}

TEST(Translations, of_nothing_are_superfluous) {
  std::vector<SourceFile> files = translated_rules();
  text_of(files, "r/texts/sv/a/m.yaml") += marked("gone.title", "Mennyt", "borta");
  files.push_back({"r/texts/en/b.yaml", marked("title", "Toinen", "another")});
  files.push_back({"r/texts/de/a/m.yaml", marked("title", "Tuki", "Hilfe")});
  EXPECT_EQ(complaints_about(files),
            (Complaints{"r/texts/de/a/m.yaml:1 E315", "r/texts/en/b.yaml:1 E315", "r/texts/sv/a/m.yaml:8 E315"}));
}

TEST(Translations, say_what_they_are_of) {
  std::vector<SourceFile> files = translated_rules();
  std::string& text = text_of(files, "r/texts/sv/a/m.yaml");
  replace(text, "title@" + mark_of("Tuki"), "title");
  text += "amount.why@000000: [a]\n";
  EXPECT_EQ(complaints_about(files),
            (Complaints{"r/texts/sv/a/m.yaml:1 E303", "r/texts/sv/a/m.yaml:8 E303", "r/texts/sv/a/m.yaml:8 E315"}));
}

TEST(Translations, are_searched_for_the_names_in_their_sentences) {
  std::vector<SourceFile> files = translated_rules();
  replace(text_of(files, "r/texts/sv/a/m.yaml"), "{amount}", "{amonut}");
  EXPECT_EQ(complaints_about(files), (Complaints{"r/texts/sv/a/m.yaml:7 E203"}));
}

TEST(Translations, need_rules_that_name_their_own_language) {
  std::vector<SourceFile> files = translated_rules();
  replace(text_of(files, "r/ruleset.yaml"), "language: fi\n", "");
  const std::vector<std::string> complaints = complaints_about(files);
  EXPECT_EQ(std::count(complaints.begin(), complaints.end(), "r/ruleset.yaml:1 E302"), 1);
  files = translated_rules();
  replace(text_of(files, "r/ruleset.yaml"), "language: fi\n", "language: de\n");
  const std::vector<std::string> unknown = complaints_about(files);
  EXPECT_EQ(std::count(unknown.begin(), unknown.end(), "r/ruleset.yaml:4 E303"), 1);
}

TEST(Translations, belong_to_the_hash_of_the_rules) {
  std::vector<SourceFile> files = translated_rules();
  const std::string before = load_rules(files)->hash;
  replace(text_of(files, "r/texts/sv/a/m.yaml"), "sv amount", "belopp");
  EXPECT_NE(load_rules(files)->hash, before);
}

TEST(Translations, do_not_stand_in_the_rule_file) {
  std::vector<SourceFile> files = translated_rules();
  replace(text_of(files, "r/a/m.yaml"), "title: Osuus", "title: {fi: Osuus, sv: andel, en: share, fi-simple: osa}");
  const std::vector<std::string> complaints = complaints_about(files);
  EXPECT_EQ(std::count(complaints.begin(), complaints.end(), "r/a/m.yaml:9 E303"), 1);
}

TEST(Translations, leave_overlays_their_maps) {
  const SourceFile overlay{"o.yaml",
                           "overlay: o\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\nmodules:\n  m:\n    rules:\n"
                           "      amount: {title: {fi: e, sv: f, en: g, fi-simple: h}}\n"};
  const Result<RuleSet> rules = load_rules(translated_rules(), std::span(&overlay, 1));
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics().front());
  EXPECT_EQ(rules->variables[0].title.in(Language::sv), "f");
}

TEST(Mark, changes_with_every_letter) {
  const std::string text = "Tuki maksetaan kuukausittain.";
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string other = text;
    other[i] ^= 1;
    EXPECT_NE(mark_of(other), mark_of(text)) << other;
  }
  EXPECT_EQ(mark_of(text).size(), 6U);
}

}  // namespace
}  // namespace ansio::ruleset
