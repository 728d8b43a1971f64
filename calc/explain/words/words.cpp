#include "calc/explain/words/words.h"

#include <array>

namespace ansio::explain {
namespace {

constexpr std::array<std::string_view, language_count> codes{"fi", "sv", "en", "fi-simple"};

}  // namespace

std::string person_title(std::string_view person, Language language) {
  if (person == "client")
    return std::string(word(Word::client, language));
  if (person == "spouse")
    return std::string(word(Word::spouse, language));
  constexpr std::string_view child = "child";
  if (!person.starts_with(child))
    return {};
  std::string title(word(Word::child, language));
  title += ' ';
  title += person.substr(child.size());
  return title;
}

std::string_view language_code(Language language) {
  return codes[static_cast<std::size_t>(language)];
}

std::optional<Language> parse_language(std::string_view code) {
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (codes[i] == code)
      return static_cast<Language>(i);
  return std::nullopt;
}

}  // namespace ansio::explain
