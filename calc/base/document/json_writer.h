// JSON, written by appending: the only way JSON leaves the engine.
//
//   JsonWriter json;
//   json.begin_object();
//   json.key("rent").number("620.5");
//   json.key("months").begin_list().text("2026-01").text("2026-02").end_list();
//   json.end_object();
//   json.take() == R"({"rent":620.5,"months":["2026-01","2026-02"]})"
//
// Numbers are handed over as decimal text, so that no digit passes through binary floating point. Commas are the
// writer's business; that objects and lists are closed is the caller's.
#pragma once

#include <string>
#include <string_view>

namespace ansio::base {

class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_list();
  JsonWriter& end_list();
  JsonWriter& key(std::string_view name);

  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::string_view decimal);  // as to_decimal_text writes it
  JsonWriter& number(long long value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  [[nodiscard]] std::string take();

 private:
  char* room(std::size_t size);
  void put(char c);
  void separate();
  JsonWriter& plain(std::string_view value);
  void append_escaped(std::string_view value);

  std::string out_;  // written as far as used_, the rest is room
  std::size_t used_ = 0;
  bool needs_comma_ = false;
};

}  // namespace ansio::base
