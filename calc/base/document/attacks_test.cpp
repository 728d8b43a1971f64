// Texts made to hurt a reader: too large, too deep, growing when read. Each is refused in a fraction of a second,
// without a stack overflow and without memory beyond some multiple of its size.
#include <gtest/gtest.h>

#include <chrono>

#include "calc/base/document/csv_reader.h"
#include "calc/base/document/json_reader.h"
#include "calc/base/document/yaml_reader.h"

namespace ansio::base {
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes)
    text += piece;
  return text;
}

struct Attack {
  std::string story;
  std::string text;
  Code code;
};

// Generous, since the machine that runs tests may be busy and watch every byte: what is quadratic takes minutes.
constexpr std::chrono::seconds most_time{20};

template <class Read>
void expect_refusal(const Attack& attack, Read read) {
  const auto begin = std::chrono::steady_clock::now();
  const auto result = read("attack", attack.text);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, most_time) << attack.story;
  ASSERT_FALSE(result.ok()) << attack.story;
  EXPECT_EQ(static_cast<int>(result.diagnostics()[0].code), static_cast<int>(attack.code)) << attack.story;
  EXPECT_LE(result.diagnostics().size(), 101U) << attack.story;
}

TEST(YamlAttacks, are_refused_before_they_hurt) {
  const std::vector<Attack> attacks{
      {"a text over the limit", std::string(17 * megabyte, 'a'), Code::too_large},
      {"brackets without end", std::string(15 * megabyte, '['), Code::too_deep},
      {"braces without end", std::string(15 * megabyte, '{'), Code::too_deep},
      {"brackets on lines of their own", repeated("[\n", 15 * megabyte), Code::too_deep},
      {"maps in maps on one line", repeated("{a: ", 15 * megabyte), Code::too_deep},
      {"lists in lists by dashes", repeated("- ", 15 * megabyte), Code::too_deep},
      {"a plain text of megabytes", std::string(15 * megabyte, 'a'), Code::too_large},
      {"a plain text over many lines", repeated("a\n", 15 * megabyte), Code::too_large},
      {"a quoted text of megabytes", "\"" + repeated("b", 15 * megabyte) + "\"", Code::too_large},
      {"escapes that shrink", "\"" + repeated("\\n", 15 * megabyte) + "\"", Code::too_large},
      {"a block of megabytes", "|\n" + repeated(" a\n", 15 * megabyte), Code::too_large},
      {"line ends only", std::string(15 * megabyte, '\n'), Code::too_large},
      {"one endless comment", std::string(15 * megabyte, '#'), Code::too_large},
      {"a million commas", "[" + repeated("a,", 15 * megabyte), Code::too_large},
      {"a million pairs of brackets", repeated("[]", 15 * megabyte), Code::too_large},
      {"keys without end", repeated("? ", 15 * megabyte), Code::bad_syntax},
      {"documents without end", repeated("---\n", 15 * megabyte), Code::bad_syntax},
      {"the same key again and again", repeated("a: 1\n", 15 * megabyte), Code::duplicate_key},
      {"aliases that grow tenfold a line",
       "a: &a [l,l,l,l,l,l,l,l,l]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
       "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n",
       Code::alias_refused},
      {"a zero byte", std::string("a: 1\0b", 6), Code::bad_encoding},
  };
  for (const Attack& attack : attacks)
    expect_refusal(attack, read_yaml);
}

TEST(YamlAttacks, a_quarter_of_a_million_values_is_enough) {
  std::string text;
  for (int i = 0; i < 130'000; ++i)
    text += "k" + std::to_string(i) + ": 1\n";
  expect_refusal({"many keys", text, Code::too_large}, read_yaml);
}

TEST(JsonAttacks, are_refused_before_they_hurt) {
  const std::vector<Attack> attacks{
      {"a text over the limit", std::string(17 * megabyte, ' '), Code::too_large},
      {"brackets without end", std::string(15 * megabyte, '['), Code::too_deep},
      {"objects without end", repeated("{\"a\":", 15 * megabyte), Code::too_deep},
      {"a string of megabytes", "\"" + std::string(15 * megabyte, 'a') + "\"", Code::too_large},
      {"a number of megabytes", std::string(15 * megabyte, '1'), Code::too_large},
      {"a million values", "[" + repeated("1,", 15 * megabyte), Code::too_large},
      {"the same key again and again", "{" + repeated("\"a\":1,", 15 * megabyte), Code::duplicate_key},
      {"blanks only", std::string(15 * megabyte, ' '), Code::bad_syntax},
  };
  for (const Attack& attack : attacks)
    expect_refusal(attack, read_json);
}

TEST(JsonAttacks, an_object_of_two_thousand_keys_is_the_largest) {
  std::string text;
  for (int i = 0; i < 2'000; ++i)
    text += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
  EXPECT_TRUE(read_json("<text>", "{" + text + "}").ok());
  expect_refusal({"one key more", "{" + text + ",\"one\":1}", Code::too_large}, read_json);
}

TEST(CsvAttacks, are_refused_before_they_hurt) {
  const std::vector<Attack> attacks{
      {"a row of megabytes", std::string(15 * megabyte, 'a'), Code::too_large},
      {"an open quote and megabytes", "\"" + std::string(15 * megabyte, 'a'), Code::too_large},
      {"quotes without end", std::string(15 * megabyte, '"'), Code::too_large},
      {"line ends in quotes", "\"" + repeated("\n", 15 * megabyte), Code::too_large},
      {"rows of the wrong width", "a,b\n" + repeated("1\n", 15 * megabyte), Code::bad_table},
  };
  for (const Attack& attack : attacks)
    expect_refusal(attack, read_csv);
}

}  // namespace
}  // namespace ansio::base
