// Characters that people do not see or that a terminal obeys: blanks around a text, letters in two parts, controls.
//
//   trimmed("\u00A0780 ") == "780"             // no-break spaces are blanks, too
//   composed("Jyva\u0308skyla\u0308") == "Jyväskylä"
//   shown("\x1b[2J") == "\\u001B[2J"           // harmless where it is printed
//   hidden_character("1\u00A0200") == "no-break space (U+00A0)"
//
// All take valid UTF-8 or leave what is none as it is; `shown` writes such bytes as \xE4.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ansio::base {

// The code point at the start of a text that is not empty, and its bytes; a byte that begins none is U+FFFD.
struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 0;
};
Character first_character(std::string_view text);

// C0, DEL and C1 controls, of which tab and line ends are texts' own; U+061C, U+200E … that turn what is read around.
bool is_control(std::uint32_t code);

// Those that texts have no use for and a terminal may obey: C0, DEL and C1 but for tab and line ends.
bool is_terminal_control(std::uint32_t code);
std::optional<std::size_t> find_terminal_control(std::string_view text);  // where the first one stands

// Space, tab, line ends, no-break spaces and those without width.
bool is_blank(std::uint32_t code);

std::string_view trimmed(std::string_view text);

// Letters of the Latin alphabet with a combining mark behind them as the one character they are.
std::string composed(std::string_view text);

// As it may be printed: controls as \u001B, bytes that are no text as \xE4, and of a long text its beginning.
std::string shown(std::string_view text, std::size_t longest = 300);

// The first character inside that is not seen as what it is, by name; empty when there is none.
std::string hidden_character(std::string_view text);

// Lower case without marks and blanks, for comparing what people write: "Åbo " → "abo". Letters of Latin alphabets.
std::string folded(std::string_view text);

}  // namespace ansio::base
