#include "calc/base/document/json_writer.h"

#include <gtest/gtest.h>

namespace ansio::base {
namespace {

TEST(JsonWriter, puts_commas_between_values_and_none_after_the_last) {
  JsonWriter json;
  json.begin_object();
  json.key("a").begin_list().number(1).number(2).begin_list().end_list().null().end_list();
  json.key("b").begin_object().end_object();
  json.key("c").boolean(true);
  json.end_object();
  EXPECT_EQ(json.take(), R"({"a":[1,2,[],null],"b":{},"c":true})");
}

TEST(JsonWriter, escapes_quotes_and_control_characters_and_leaves_utf8_alone) {
  JsonWriter json;
  json.text("a\"b\\c\nd\te\x01 €ä");
  EXPECT_EQ(json.take(), "\"a\\\"b\\\\c\\nd\\u0009e\\u0001 €ä\"");
}

TEST(JsonWriter, hands_decimals_through_untouched) {
  JsonWriter json;
  json.number("0.1234567890123456789");
  EXPECT_EQ(json.take(), "0.1234567890123456789");
}

}  // namespace
}  // namespace ansio::base
