// Modules in chapters: joined in their order, with every error at its place.
#include "calc/ruleset/documents/chapters.h"

#include <gtest/gtest.h>

#include "calc/ruleset/read/load.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

#define TITLE "title: {fi: a, sv: b, en: c, fi-simple: d}"

std::vector<SourceFile> module_with(const std::string& chapters, std::vector<SourceFile> more) {
  more.push_back({"ruleset.yaml", testing::small_manifest()});
  more.push_back({"f/act.yaml", "module: act\n" TITLE "\nchapters: " + chapters +
                                    "\nrules:\n  total: {" TITLE
                                    ", entity: household, unit: kg/month, formula: first + second}\n"});
  return more;
}

std::string chapter(const std::string& module, const std::string& rule, const std::string& formula) {
  return "chapter_of: " + module + "\nrules:\n  " + rule +
         ": {" TITLE ", entity: household, unit: kg/month, formula: \"" + formula + "\"}\n";
}

using Complaints = std::vector<std::string>;

Complaints complaints_about(const std::vector<SourceFile>& files) {
  return testing::complaints(load_rules(files).diagnostics(), false);
}

TEST(Chapters, are_one_module_in_the_order_of_its_list) {
  const Result<RuleSet> rules =
      load_rules(module_with("[zeta, alpha]", {{"f/act/alpha.yaml", chapter("act", "second", "first + 1 kg/month")},
                                               {"f/act/zeta.yaml", chapter("act", "first", "2 kg/month")}}));
  ASSERT_TRUE(rules.ok()) << to_text(rules.diagnostics().front());
  ASSERT_EQ(rules->modules.size(), 1U);
  ASSERT_EQ(rules->variables.size(), 3U);
  EXPECT_EQ(rules->variables[0].name, "act.total");
  EXPECT_EQ(rules->variables[1].name, "act.first");
  EXPECT_EQ(rules->variables[2].name, "act.second");
  EXPECT_EQ(rules->variables[2].position.file, "f/act/alpha.yaml");
}

TEST(Chapters, speak_of_tables_from_where_they_stand) {
  const std::string table = "chapter_of: act\nenums:\n  town: {" TITLE ", file: ../towns.csv, column: town}\n";
  EXPECT_EQ(complaints_about(
                module_with("[first, second, towns]", {{"f/act/first.yaml", chapter("act", "first", "1 kg/month")},
                                                       {"f/act/second.yaml", chapter("act", "second", "2 kg/month")},
                                                       {"f/act/towns.yaml", table},
                                                       {"f/towns.csv", "town\nHere\n"}})),
            Complaints{});
}

TEST(Chapters, are_refused_where_they_do_not_fit) {
  const std::string first = chapter("act", "first", "1 kg/month"), second = chapter("act", "second", "2 kg/month");
  EXPECT_EQ(complaints_about(
                module_with("[first, second, third]", {{"f/act/first.yaml", first}, {"f/act/second.yaml", second}})),
            Complaints{"f/act.yaml:3 E101"});
  EXPECT_EQ(
      complaints_about(module_with("[first, second]", {{"f/act/first.yaml", first},
                                                       {"f/act/second.yaml", second},
                                                       {"f/act/third.yaml", chapter("act", "third", "3 kg/month")}})),
      Complaints{"f/act/third.yaml:1 E203"});
  EXPECT_EQ(complaints_about(module_with(
                "[first, second]",
                {{"f/act/first.yaml", first}, {"f/act/second.yaml", chapter("deed", "second", "2 kg/month")}})),
            Complaints{"f/act/second.yaml:1 E203"});
  EXPECT_EQ(complaints_about(module_with(
                "[first, second]", {{"f/act/first.yaml", first}, {"f/act/second.yaml", "law: 1/2000\n" + second}})),
            Complaints{"f/act/second.yaml:1 E301"});
  EXPECT_EQ(complaints_about(module_with(
                "[first, second]", {{"f/act/first.yaml", first},
                                    {"f/act/second.yaml", second + "  first: {" TITLE ", entity: household, unit: "
                                                                   "kg/month, formula: \"3 kg/month\"}\n"}})),
            Complaints{"f/act/second.yaml:4 E204"});
  EXPECT_EQ(complaints_about(module_with("first", {{"f/act/first.yaml", first}, {"f/act/second.yaml", second}}))[0],
            "f/act.yaml:3 E303");
}

}  // namespace
}  // namespace ansio::ruleset
