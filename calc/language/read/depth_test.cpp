// Formulas made to hurt: nested deeper than any stack, longer than any reader, conditions that would multiply facts.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "calc/language/testing/club.h"

namespace ansio::language {
namespace {

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i)
    text += piece;
  return text;
}

struct Outcome {
  NodeId root = no_node;
  Tree tree;
  Diagnostics diagnostics;
};

Outcome check(const std::string& text, Entity entity = Entity::household) {
  testing::Club club;
  Outcome outcome;
  outcome.root = check_formula(text, {"f", 1, 1}, club.symbols(), {std::nullopt, entity, Period::month}, outcome.tree,
                               outcome.diagnostics);
  return outcome;
}

int depth_of(const Tree& tree, NodeId id) {
  int deepest = 0;
  for (const NodeId child : tree.children_of(tree.nodes[id]))
    deepest = std::max(deepest, depth_of(tree, child));
  return deepest + 1;
}

TEST(DeepFormulas, are_refused_instead_of_overflowing_the_stack) {
  for (const std::string& text :
       {repeated("(", 30'000), repeated("(", 300) + "1" + repeated(")", 300) + " + rent" + repeated(" + rent", 300),
        repeated("- ", 30'000) + "1", repeated("not ", 15'000) + "open", "1" + repeated(" + 1", 15'000),
        repeated("abs(", 15'000) + "1", repeated("if open then 1 else ", 3'000) + "2",
        repeated("let a = ", 8'000) + "1", repeated("clamp(", 10'000), repeated("price[", 10'000),
        repeated("if ", 20'000), repeated("sum(persons, ", 5'000), "open" + repeated(" and open", 6'000)}) {
    const Outcome outcome = check(text);
    EXPECT_EQ(outcome.root, no_node) << text.substr(0, 40);
    ASSERT_FALSE(outcome.diagnostics.empty());
    EXPECT_TRUE(std::any_of(outcome.diagnostics.begin(), outcome.diagnostics.end(), [](const Diagnostic& one) {
      return one.code == Code::too_complex;
    })) << text.substr(0, 40);
    EXPECT_LE(outcome.diagnostics.size(), 50U);
    EXPECT_TRUE(outcome.tree.nodes.empty());
  }
}

TEST(DeepFormulas, a_formula_over_64_kilobytes_is_refused) {
  const Outcome outcome = check(repeated(" ", 70'000) + "1");
  ASSERT_EQ(outcome.diagnostics.size(), 1U);
  EXPECT_EQ(outcome.diagnostics[0].code, Code::too_complex);
}

TEST(DeepFormulas, what_is_allowed_gives_no_deeper_tree) {
  for (const std::string& text :
       {"1" + repeated(" + 1", deepest_formula - 1), repeated("(", 250) + "1" + repeated(")", 250),
        repeated("abs(", deepest_formula - 1) + "1" + repeated(")", deepest_formula - 1),
        repeated("clamp(", deepest_formula / 2 - 1) + "1" + repeated(", 0, 1)", deepest_formula / 2 - 1),
        "colour in ('red'" + repeated(", 'green'", 5000) + ")"}) {
    const Outcome outcome = check(text);
    ASSERT_TRUE(outcome.diagnostics.empty()) << to_text(outcome.diagnostics[0], text);
    EXPECT_LE(depth_of(outcome.tree, outcome.root), deepest_formula);
  }
}

TEST(DeepFormulas, bindings_of_bindings_do_not_multiply_facts) {
  std::string text = "let b0 = games > 0 and open ";
  for (int i = 1; i < 200; ++i) {
    const std::string before = "b" + std::to_string(i - 1);
    text += "let b" + std::to_string(i) + " = " + before + " and " + before + " ";
  }
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = check(text + "if b199 then rent / games else rent");
  EXPECT_TRUE(outcome.diagnostics.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(DeepFormulas, conditions_within_conditions_do_not_multiply_work) {
  std::string text = "games";
  for (int i = 0; i < 100; ++i)
    text = "(if " + text + " > 0 then 1 else 2)";
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = check("rent / " + text);
  EXPECT_TRUE(outcome.diagnostics.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(DeepFormulas, a_wrong_word_on_every_line_gives_fifty_errors) {
  const Outcome outcome = check("max(1" + repeated(", missing\n", 5'000) + ")");
  EXPECT_EQ(outcome.diagnostics.size(), 50U);
}

}  // namespace
}  // namespace ansio::language
