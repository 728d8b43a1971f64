#include "tests/structure/rule_tests.h"

#include <gtest/gtest.h>

#include <sstream>

namespace structure {
namespace {

const std::filesystem::path repository = ANSIO_SOURCE_DIR;

std::string listed(const std::vector<Violation>& violations) {
  std::ostringstream text;
  for (const Violation& one : violations)
    text << one.file << ':' << one.line << ": " << one.what << '\n';
  return text.str();
}

TEST(RuleTests, there_are_some_to_look_at) {
  EXPECT_GT(count_rule_tests(repository), 100u);
}

TEST(RuleTests, every_name_is_a_sentence_about_a_situation) {
  EXPECT_EQ(listed(unclear_rule_tests(repository)), "");
}

TEST(CrookedHouse, is_told_of_every_unclear_rule_test) {
  EXPECT_EQ(listed(unclear_rule_tests(repository / "tests/structure/fixture")),
            "rules/crooked.test.yaml:2: names a test by its date: 2026: a wage of some euros\n"
            "rules/crooked.test.yaml:3: names a test by a code: a wage beside general_support\n"
            "rules/crooked.test.yaml:4: does not name a situation: UB-02: wage 300\n"
            "rules/crooked.test.yaml:6: belongs in one table with line 5\n"
            "rules/crooked.test.yaml:7: has the name of line 5\n"
            "rules/crooked.test.yaml:8: runs over 120 columns\n");
}

}  // namespace
}  // namespace structure
