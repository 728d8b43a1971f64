#include "calc/base/text/utf8.h"

#include <gtest/gtest.h>

#include "calc/base/text/line_index.h"

namespace ansio::base {
namespace {

TEST(Utf8, accepts_exactly_the_code_points_of_unicode) {
  for (std::uint32_t code_point = 1; code_point < 0x110000; code_point += code_point < 0x3000 ? 1 : 7) {
    if (code_point >= 0xD800 && code_point < 0xE000)
      continue;
    std::string text = "a";
    append_utf8(text, code_point);
    ASSERT_FALSE(find_invalid_utf8(text).has_value()) << code_point;
    ASSERT_EQ(count_characters(text), 2U);
    // Cut short it is not well-formed.
    if (code_point >= 0x80) {
      text.pop_back();
      ASSERT_EQ(find_invalid_utf8(text), 1U) << code_point;
    }
  }
}

TEST(Utf8, refuses_what_other_encodings_and_attackers_write) {
  struct Bad {
    std::string text;
    std::size_t place;
  };
  for (const Bad& bad : {Bad{"J\xE4msa", 1},
                         {"\xC0\x80", 0},
                         {"\xE0\x80\x80", 0},
                         {"\xED\xA0\x80", 0},
                         {"\xF4\x90\x80\x80", 0},
                         {"\xF8\x88\x80\x80\x80", 0},
                         {"ab\x80", 2},
                         {"12345678\xFF", 8},
                         {"\xFF\xFE", 0}})
    EXPECT_EQ(find_invalid_utf8(bad.text), bad.place);
}

TEST(LineIndex, counts_lines_and_characters_from_one) {
  const std::string text = "ab\näö\r\n\nx";
  const LineIndex index("f", text);
  const auto at = [&](std::size_t offset) {
    const Position place = index.at(offset);
    return std::pair(place.line, place.column);
  };
  EXPECT_EQ(at(0), std::pair(1U, 1U));
  EXPECT_EQ(at(3), std::pair(2U, 1U));
  EXPECT_EQ(at(5), std::pair(2U, 2U));
  EXPECT_EQ(at(9), std::pair(3U, 1U));
  EXPECT_EQ(at(10), std::pair(4U, 1U));
  EXPECT_EQ(at(999), std::pair(4U, 2U));
}

TEST(LineIndex, agrees_with_counting_from_the_start_everywhere) {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += i % 97 == 0 ? "\n" : i % 5 == 0 ? "ä" : "x";
  const LineIndex index("f", text);
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U)
      continue;
    ASSERT_EQ(index.at(i).line, line);
    ASSERT_EQ(index.at(i).column, column);
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
}

}  // namespace
}  // namespace ansio::base
