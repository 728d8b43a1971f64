// Rule files made to exhaust time or memory are refused at once.
#include <gtest/gtest.h>

#include <chrono>

#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

struct Attack {
  const char* story;
  std::string text;
  std::string expected;
};

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  text.reserve(piece.size() * count);
  while (count-- > 0)
    text += piece;
  return text;
}

std::string billion_laughs() {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + repeated(", " + last, 9) + "]\n";
  }
  return text;
}

std::string rule_with(const std::string& formula) {
  return std::string("module: m\ntitle: ") + testing::all_languages +
         "\nrules:\n  r: {title: " + testing::all_languages + ", entity: household, unit: \"1\", formula: \"" +
         formula + "\"}\n";
}

std::vector<Attack> attacks() {
  return {
      {"aliases that double ten times", billion_laughs(), "m.yaml:1 E105"},
      {"lists within lists, in one line", repeated("[", 200'000), "m.yaml:1 E106"},
      {"maps within maps, in one line", repeated("{a: ", 100'000), "m.yaml:1 E106"},
      {"maps within maps, by indentation",
       [] {
         std::string text;
         for (int i = 0; i < 1000; ++i)
           text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
         return text;
       }(),
       "m.yaml:65 E106"},
      {"a text of two megabytes", "module: " + std::string(2'000'000, 'x'), "m.yaml:1 E107"},
      {"a file of twenty megabytes", repeated("# a remark that says nothing\n", 700'000), "m.yaml:1 E107"},
      {"letters in Latin-1", "module: m\ntitle: {fi: el\xe4ke}\n", "m.yaml:2 E102"},
      {"a zero byte", std::string("module: m\ntitle: \0\n", 19), "m.yaml:2 E102"},
      {"UTF-16", std::string("\xff\xfem\0o\0d\0", 8), "m.yaml:1 E102"},
      {"a formula of brackets", rule_with(repeated("(", 50'000)), "m.yaml:4 E214"},
      {"a formula of signs", rule_with(repeated("-", 50'000) + "1"), "m.yaml:4 E214"},
      {"a formula of conditions", rule_with(repeated("if true then ", 5'000) + "1"), "m.yaml:4 E214"},
      {"a formula that is too long", rule_with("1" + repeated(" + 1", 20'000)), "m.yaml:4 E214"},
      {"a number of a thousand digits", rule_with(std::string(1000, '9')), "m.yaml:4 E215"},
  };
}

TEST(Attacks, on_the_loader_are_refused_at_once) {
  for (const Attack& attack : attacks()) {
    const std::vector<SourceFile> files{{"ruleset.yaml", testing::small_manifest()}, {"m.yaml", attack.text}};
    const auto start = std::chrono::steady_clock::now();
    const Result<RuleSet> rules = load_rules(files);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    const std::vector<std::string> complaints = testing::complaints(rules.diagnostics(), true);
    ASSERT_FALSE(complaints.empty()) << attack.story;
    EXPECT_EQ(complaints.front(), attack.expected) << attack.story;
    EXPECT_LT(complaints.size(), 10U) << attack.story;
    EXPECT_LT(elapsed.count(), 2.0) << attack.story;  // sanitizers and busy machines included
  }
}

TEST(Attacks, a_table_with_a_million_cells_is_refused) {
  const Result<RuleSet> rules = testing::load_module(
      "parameters:\n  p: {title: $T, unit: \"1\", by: [1..99999, 1..99999, 1..99999], values: {2024-01: 1}}\n");
  EXPECT_EQ(testing::complaints(rules.diagnostics(), false), (std::vector<std::string>{"m.yaml:4 E311"}));
}

TEST(Attacks, a_thousand_rules_in_a_ring_are_one_error) {
  std::string text = "rules:\n";
  for (int i = 0; i < 1000; ++i)
    text += "  r" + std::to_string(i) + ": {title: $T, entity: household, unit: \"1\", formula: r" +
            std::to_string((i + 1) % 1000) + "}\n";
  EXPECT_EQ(testing::complaints(testing::load_module(text).diagnostics(), true),
            (std::vector<std::string>{"m.yaml:4 E306"}));
}

TEST(Attacks, ten_thousand_rules_in_a_row_do_not_tire_the_stack) {
  std::string text = "rules:\n";
  for (int i = 0; i < 10'000; ++i)
    text += "  r" + std::to_string(i) + ": {title: $T, entity: household, unit: \"1\", formula: " +
            (i < 9'999 ? "r" + std::to_string(i + 1) : std::string("1")) + "}\n";
  EXPECT_TRUE(testing::load_module(text).ok());
}

}  // namespace
}  // namespace ansio::ruleset
