#include "calc/language/read/words.h"

#include "calc/language/tree/functions.h"
#include "calc/language/tree/symbols.h"
#include "calc/language/tree/unit.h"

#include <algorithm>
#include <array>

namespace ansio::language {
namespace {

constexpr std::array<std::string_view, 8> keywords{"let", "if", "then", "else", "and", "or", "not", "in"};
constexpr std::array<std::string_view, 5> values{"true", "false", "this_month", "typical_month", "position"};
constexpr std::array<std::string_view, 4> roles{"client", "spouse", "partner", "self"};
constexpr std::array<std::string_view, 5> people{"persons", "adults", "children", "others", "child"};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_keyword(std::string_view word) {
  return contains(keywords, word);
}

bool is_role(std::string_view word) {
  return contains(roles, word);
}

bool is_language_word(std::string_view word) {
  return is_keyword(word) || is_role(word) || contains(values, word) || contains(people, word) ||
         find_function(word) != nullptr;
}

bool is_reserved(std::string_view name, const Symbols& symbols) {
  return is_keyword(name) || is_role(name) || contains(values, name) ||
         find_base_unit(name, symbols.base_units).has_value();
}

}  // namespace ansio::language
