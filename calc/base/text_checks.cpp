#include "calc/base/text_checks.h"

#include "calc/base/line_index.h"
#include "calc/base/utf8.h"

namespace calc {
namespace {

void append_hex(std::string& text, unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  text += "byte 0x";
  text += digits[byte >> 4U];
  text += digits[byte & 15U];
}

std::optional<std::size_t> find_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F)
      return i;
    // A lone carriage return ends a line for some programs and not for others.
    if (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))
      return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> check_text(const std::string& file, std::string_view text, std::size_t largest) {
  Diagnostic diagnostic;
  diagnostic.position = {file, 1, 1};
  if (text.size() > largest) {
    diagnostic.code = Code::too_large;
    diagnostic.message = "the text is too large";
    diagnostic.found = std::to_string(text.size()) + " bytes";
    diagnostic.expected = "at most " + std::to_string(largest) + " bytes";
    return diagnostic;
  }
  text = without_byte_order_mark(text);
  diagnostic.code = Code::bad_encoding;
  if (const auto bad = find_invalid_utf8(text)) {
    diagnostic.position = LineIndex(file, text.substr(0, *bad)).at(*bad);
    diagnostic.message = "the text is not valid UTF-8";
    append_hex(diagnostic.found, static_cast<unsigned char>(text[*bad]));
    diagnostic.hint = "save the file in UTF-8";
    return diagnostic;
  }
  if (const auto bad = find_control_character(text)) {
    diagnostic.position = LineIndex(file, text).at(*bad);
    diagnostic.message = "a control character in the text";
    append_hex(diagnostic.found, static_cast<unsigned char>(text[*bad]));
    return diagnostic;
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    diagnostic.message = "two byte order marks";
    return diagnostic;
  }
  return std::nullopt;
}

}  // namespace calc
