#include "tests/structure/structure.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <sstream>

namespace structure {
namespace {

const std::filesystem::path repository = ANSIO_SOURCE_DIR;
const std::filesystem::path crooked_house = repository / "tests/structure/fixture";

std::string listed(const std::vector<Violation>& violations) {
  std::ostringstream text;
  for (const Violation& one : violations)
    text << one.file << ':' << one.line << ": " << one.what << '\n';
  return text.str();
}

TEST(Structure, there_is_an_engine_to_look_at) {
  EXPECT_GT(count_sources(repository), 0u);
}

TEST(Structure, every_floor_uses_only_floors_below_it) {
  EXPECT_EQ(listed(wrong_includes(repository)), "");
}

TEST(Structure, long_sources_say_what_they_are_for) {
  EXPECT_EQ(listed(without_purpose(repository)), "");
}

TEST(Structure, sources_say_why_and_not_what) {
  EXPECT_GE(comments_in_a_thousand(repository), fewest_comments);
  EXPECT_LE(comments_in_a_thousand(repository), most_comments);
}

TEST(Structure, tests_are_called_one_way) {
  EXPECT_EQ(listed(wrong_test_names(repository)), "");
}

TEST(Structure, folders_files_and_lines_keep_their_size) {
  EXPECT_EQ(listed(wrong_sizes(repository)), "");
}

TEST(Structure, every_floor_has_its_namespace) {
  EXPECT_EQ(listed(wrong_namespaces(repository)), "");
}

TEST(Structure, rule_files_have_lines_and_lengths_to_read) {
  EXPECT_EQ(listed(wrong_rule_sizes(repository)), "");
}

TEST(Structure, the_engine_knows_no_law) {
  EXPECT_EQ(listed(words_of_law(repository)), "");
}

TEST(Structure, the_engine_uses_only_what_the_browser_has) {
  EXPECT_EQ(listed(unknown_to_the_browser(repository)), "");
}

TEST(CrookedHouse, is_told_what_the_browser_lacks) {
  EXPECT_EQ(listed(unknown_to_the_browser(crooked_house)),
            "calc/program/definition/definition.cpp:4: <ranges>\n"
            "calc/program/definition/definition.cpp:5: std::ranges\n");
}

TEST(CrookedHouse, is_told_of_every_wrong_include) {
  EXPECT_EQ(listed(wrong_includes(crooked_house)),
            "calc/attic.h:0: stands on no floor\n"
            "calc/base/number/decimal.h:5: base stands below program\n"
            "calc/base/number/decimal.h:6: write own includes as \"calc/<floor>/…\"\n"
            "calc/base/number/decimal.h:7: no floor is called cellar\n"
            "calc/base/number/decimal.h:8: write own includes as \"calc/<floor>/…\"\n"
            "calc/base/number/decimal.h:9: yaml-cpp belongs in calc/base/document/yaml_reader.cpp\n"
            "calc/base/number/decimal.h:10: Boost belongs in calc/program/definition/\n"
            "calc/base/number/decimal_test.cpp:2: base stands below program\n");
}

TEST(CrookedHouse, is_told_of_names_on_the_wrong_floor) {
  EXPECT_EQ(listed(wrong_namespaces(crooked_house)),
            "calc/language/crowd/a.h:1: a name of ruleset on the floor language\n");
}

TEST(CrookedHouse, is_silent_about_itself) {
  EXPECT_EQ(comments_in_a_thousand(crooked_house), 57);
}

TEST(CrookedHouse, is_told_of_tests_called_otherwise) {
  EXPECT_EQ(listed(wrong_test_names(crooked_house)),
            "calc/language/crowd/a_test.cpp:2: a test by another kind of name\n"
            "calc/language/crowd/a_test.cpp:3: a test by another kind of name\n");
}

TEST(CrookedHouse, is_told_what_is_too_large) {
  EXPECT_EQ(listed(wrong_sizes(crooked_house)),
            "calc/attic.h:0: lies in no folder of a subject\n"
            "calc/base/number/decimal.h:18: 121 columns\n"
            "calc/language/loose.h:0: lies in no folder of a subject\n"
            "calc/ruleset/model/endless.h:601: too long\n"
            "calc/language/crowd:0: 16 sources\n");
}

TEST(CrookedHouse, is_told_which_rule_files_are_too_large) {
  EXPECT_EQ(listed(wrong_rule_sizes(crooked_house)),
            "rules/crooked.test.yaml:8: 124 columns\n"
            "rules/long.yaml:401: too long\n"
            "rules/wide.yaml:2: 121 columns\n");
}

TEST(CrookedHouse, is_told_what_is_unexplained) {
  EXPECT_EQ(listed(without_purpose(crooked_house)), "calc/ruleset/model/endless.h:1: does not say what it is for\n");
}

TEST(CrookedHouse, is_told_of_every_word_of_law) {
  EXPECT_EQ(listed(words_of_law(crooked_house)),
            "calc/base/number/decimal.h:13: housing\n"
            "calc/base/number/decimal.h:14: kela\n"
            "calc/base/number/decimal.h:15: pension\n"
            "calc/base/number/decimal.h:16: eläke\n"
            "calc/base/number/decimal.h:17: EUR\n");
}

}  // namespace
}  // namespace structure
