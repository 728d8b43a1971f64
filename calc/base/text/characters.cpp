// Blanks, controls, letters in two parts: a few tables, read from code points.
#include "calc/base/text/characters.h"

#include "calc/base/text/utf8.h"

#include <algorithm>
#include <iterator>

namespace ansio::base {
namespace {

constexpr std::uint32_t no_character = 0xFFFD;

// A letter, the mark that follows it, and the one character that both are. Sorted by letter and mark.
struct Pair {
  char letter;
  std::uint16_t mark;
  std::uint16_t whole;
};
constexpr std::uint16_t grave = 0x300, acute = 0x301, circumflex = 0x302, tilde = 0x303, dots = 0x308, ring = 0x30A,
                        caron = 0x30C, cedilla = 0x327;
constexpr Pair pairs[] = {
    {'A', grave, 0xC0},  {'A', acute, 0xC1},      {'A', circumflex, 0xC2}, {'A', tilde, 0xC3}, {'A', dots, 0xC4},
    {'A', ring, 0xC5},   {'C', cedilla, 0xC7},    {'C', caron, 0x10C},     {'E', grave, 0xC8}, {'E', acute, 0xC9},
    {'E', dots, 0xCB},   {'E', circumflex, 0xCA}, {'I', acute, 0xCD},      {'N', tilde, 0xD1}, {'O', grave, 0xD2},
    {'O', acute, 0xD3},  {'O', circumflex, 0xD4}, {'O', tilde, 0xD5},      {'O', dots, 0xD6},  {'S', caron, 0x160},
    {'U', acute, 0xDA},  {'U', dots, 0xDC},       {'Z', caron, 0x17D},     {'a', grave, 0xE0}, {'a', acute, 0xE1},
    {'a', tilde, 0xE3},  {'a', circumflex, 0xE2}, {'a', dots, 0xE4},       {'a', ring, 0xE5},  {'c', cedilla, 0xE7},
    {'c', caron, 0x10D}, {'e', grave, 0xE8},      {'e', acute, 0xE9},      {'e', dots, 0xEB},  {'e', circumflex, 0xEA},
    {'i', acute, 0xED},  {'n', tilde, 0xF1},      {'o', grave, 0xF2},      {'o', acute, 0xF3}, {'o', tilde, 0xF5},
    {'o', dots, 0xF6},   {'o', circumflex, 0xF4}, {'s', caron, 0x161},     {'u', acute, 0xFA}, {'u', dots, 0xFC},
    {'z', caron, 0x17E},
};

bool is_mark(std::uint32_t code) {
  return code >= 0x300 && code <= 0x36F;
}

std::string hexadecimal(std::uint32_t number, int digits) {
  std::string text;
  for (int i = (digits - 1) * 4; i >= 0; i -= 4)
    text += "0123456789ABCDEF"[number >> i & 15U];
  return text;
}

struct NamedCharacter {
  std::uint32_t code;
  const char* name;
};
constexpr NamedCharacter named_characters[] = {
    {0x09, "tab"},
    {0x0A, "line feed"},
    {0x0D, "carriage return"},
    {0x20, "space"},
    {0x85, "next line"},
    {0xA0, "no-break space"},
    {0xAD, "soft hyphen"},
    {0x2007, "figure space"},
    {0x2009, "thin space"},
    {0x200B, "zero width space"},
    {0x200E, "left-to-right mark"},
    {0x200F, "right-to-left mark"},
    {0x2011, "no-break hyphen"},
    {0x2013, "en dash"},
    {0x202F, "narrow no-break space"},
    {0x2060, "word joiner"},
    {0x2212, "minus sign"},
    {0xFEFF, "byte order mark"},
};

}  // namespace

Character first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80)
    return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || text.size() < bytes || find_invalid_utf8(text.substr(0, bytes)))
    return {no_character, 1};
  std::uint32_t code = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i)
    code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return {code, bytes};
}

bool is_control(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C || (code >= 0x200E && code <= 0x200F) ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool is_terminal_control(std::uint32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7F && code < 0xA0);
}

std::optional<std::size_t> find_terminal_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (is_terminal_control(byte < 0x80 ? byte : 0xA0) ||
        (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0))
      return i;
  }
  return std::nullopt;
}

bool is_blank(std::uint32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) ||
         code == 0x202F || code == 0x2060 || code == 0x3000 || code == 0xFEFF;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const Character first = first_character(text);
    if (!is_blank(first.code))
      break;
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
      --begin;
    const Character last = first_character(text.substr(begin));
    if (!is_blank(last.code) || begin + last.bytes != text.size())
      break;
    text = text.substr(0, begin);
  }
  return text;
}

std::string composed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    if (is_mark(character.code) && !out.empty()) {
      const auto* const pair = std::find_if(std::begin(pairs), std::end(pairs), [&](const Pair& candidate) {
        return candidate.letter == out.back() && candidate.mark == character.code;
      });
      if (pair != std::end(pairs)) {
        out.pop_back();
        append_utf8(out, pair->whole);
        text.remove_prefix(character.bytes);
        continue;
      }
    }
    out += text.substr(0, character.bytes);
    text.remove_prefix(character.bytes);
  }
  return out;
}

std::string shown(std::string_view text, std::size_t longest) {
  std::string out;
  while (!text.empty()) {
    if (out.size() > longest)
      return out + "…";
    const Character character = first_character(text);
    if (character.code == no_character && character.bytes == 1)
      out += "\\x" + hexadecimal(static_cast<unsigned char>(text.front()), 2);
    else if (is_control(character.code))
      out += "\\u" + hexadecimal(character.code, 4);
    else
      out += text.substr(0, character.bytes);
    text.remove_prefix(character.bytes);
  }
  return out;
}

std::string hidden_character(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(first_character(text).bytes)) {
    const std::uint32_t code = first_character(text).code;
    const auto* const named = std::find_if(std::begin(named_characters), std::end(named_characters),
                                           [&](const NamedCharacter& candidate) { return candidate.code == code; });
    if (named == std::end(named_characters) && !is_control(code) && !is_blank(code) && !is_mark(code))
      continue;
    return (named != std::end(named_characters) ? std::string(named->name) + " (U+" : "(U+") + hexadecimal(code, 4) +
           ")";
  }
  return {};
}

std::string folded(std::string_view text) {
  const std::string whole = composed(trimmed(text));
  std::string out;
  for (std::string_view rest = whole; !rest.empty(); rest.remove_prefix(first_character(rest).bytes)) {
    std::uint32_t code = first_character(rest).code;
    const auto* const pair = std::find_if(std::begin(pairs), std::end(pairs),
                                          [&](const Pair& candidate) { return candidate.whole == code; });
    if (pair != std::end(pairs))
      code = static_cast<unsigned char>(pair->letter);
    if (code >= 'A' && code <= 'Z')
      code += 'a' - 'A';
    if (is_mark(code) || (is_blank(code) && code != ' '))
      continue;
    if (code == '_' || code == '-')
      code = ' ';
    append_utf8(out, code);
  }
  return out;
}

}  // namespace ansio::base
