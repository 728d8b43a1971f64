#include "calc/base/text/characters.h"

#include <gtest/gtest.h>

namespace ansio::base {
namespace {

TEST(Characters, blanks_around_a_text_fall_away) {
  EXPECT_EQ(trimmed(" \t780\r\n"), "780");
  EXPECT_EQ(trimmed("\u00A0\u202F780\u2009\uFEFF"), "780");
  EXPECT_EQ(trimmed("a b"), "a b");
  EXPECT_EQ(trimmed("ä"), "ä");
  EXPECT_EQ(trimmed("\u00A0 "), "");
  EXPECT_EQ(trimmed("\xE4 "), "\xE4") << "what is no UTF-8 stays";
}

TEST(Characters, letters_in_two_parts_become_one) {
  EXPECT_EQ(composed("Jyva\u0308skyla\u0308"), "Jyväskylä");
  EXPECT_EQ(composed("A\u030Abo"), "Åbo");
  EXPECT_EQ(composed("Jyväskylä"), "Jyväskylä");
  EXPECT_EQ(composed("x\u0308"), "x\u0308") << "no character is both";
}

TEST(Characters, what_a_terminal_obeys_is_shown_and_not_sent) {
  EXPECT_EQ(shown("\x1b]0;t\x07"), "\\u001B]0;t\\u0007");
  EXPECT_EQ(shown("\u009b2J"), "\\u009B2J");
  EXPECT_EQ(shown("a\u202Eb"), "a\\u202Eb") << "turns what follows around";
  EXPECT_EQ(shown("Jyv\xE4skylä"), "Jyv\\xE4skylä");
  EXPECT_EQ(shown("äö"), "äö");
  EXPECT_EQ(shown(std::string(1000, 'a'), 10), std::string(11, 'a') + "…");
}

TEST(Characters, a_character_that_is_not_seen_has_a_name) {
  EXPECT_EQ(hidden_character("1\u00A0200"), "no-break space (U+00A0)");
  EXPECT_EQ(hidden_character("1 200"), "space (U+0020)");
  EXPECT_EQ(hidden_character("7\r80"), "carriage return (U+000D)");
  EXPECT_EQ(hidden_character("\u22125"), "minus sign (U+2212)");
  EXPECT_EQ(hidden_character("780"), "");
  EXPECT_EQ(hidden_character("Äänekoski"), "");
}

TEST(Characters, words_are_compared_without_case_marks_and_blanks_around) {
  EXPECT_EQ(folded(" Åbo "), "abo");
  EXPECT_EQ(folded("JYVA\u0308SKYLÄ"), "jyvaskyla");
  EXPECT_EQ(folded("home_care"), "home care");
}

}  // namespace
}  // namespace ansio::base
