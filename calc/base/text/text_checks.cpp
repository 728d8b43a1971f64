#include "calc/base/text/text_checks.h"

#include "calc/base/text/characters.h"
#include "calc/base/text/line_index.h"
#include "calc/base/text/utf8.h"

#include <algorithm>

namespace ansio::base {
namespace {

// A lone carriage return ends a line for some programs and not for others.
std::optional<std::size_t> find_lone_return(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1))
    if (at + 1 == text.size() || text[at + 1] != '\n')
      return at;
  return std::nullopt;
}

std::optional<std::size_t> find_control_character(std::string_view text) {
  const auto control = find_terminal_control(text);
  const auto lone = find_lone_return(text);
  return control && lone ? std::min(*control, *lone) : control ? control : lone;
}

}  // namespace

std::string shown_byte(char character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(character);
  return std::string("byte 0x") + digits[byte >> 4U] + digits[byte & 15U];
}

std::optional<Diagnostic> check_text(const std::string& file, std::string_view text, std::size_t largest) {
  if (text.size() > largest)
    return worded([&] {
      return Diagnostic{.code = Code::too_large,
                        .position = {file, 1, 1},
                        .message = "the text is too large",
                        .found = std::to_string(text.size()) + " bytes",
                        .expected = "at most " + std::to_string(largest) + " bytes"};
    });
  text = without_byte_order_mark(text);
  if (const auto bad = find_invalid_utf8(text))
    return worded([&] {
      return Diagnostic{.code = Code::bad_encoding,
                        .position = LineIndex(file, text.substr(0, *bad)).at(*bad),
                        .message = "the text is not valid UTF-8",
                        .found = shown_byte(text[*bad]),
                        .hint = "save the file in UTF-8"};
    });
  if (const auto bad = find_control_character(text))
    return worded([&] {
      return Diagnostic{.code = Code::bad_encoding,
                        .position = LineIndex(file, text).at(*bad),
                        .message = "a control character in the text",
                        .found = shown_byte(text[*bad])};
    });
  if (text.starts_with("\xEF\xBB\xBF"))
    return worded([&] {
      return Diagnostic{.code = Code::bad_encoding, .position = {file, 1, 1}, .message = "two byte order marks"};
    });
  return std::nullopt;
}

}  // namespace ansio::base
