// Texts in the languages of the rule set: complete, or an error.
//
//   title: {fi: Lisäomavastuu, sv: Tilläggssjälvrisk, en: Additional deductible, fi-simple: Lisä-omavastuu}
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/read/fields.h"

namespace ansio::ruleset {

inline constexpr std::array<std::string_view, language_count> language_names{"fi", "sv", "en", "fi-simple"};

// E303 when it is no map, E301 for a language that is none of ours, E304 for one missing or empty.
Texts read_texts(const Document& document, std::string_view what, Diagnostics& diagnostics);

// What a block scalar ends with is no part of the text.
std::string without_line_ends(std::string text);

// The text of a key that must be there, or may.
Texts require_texts(Fields& fields, std::string_view key, Diagnostics& diagnostics);
Texts take_texts(Fields& fields, std::string_view key, Diagnostics& diagnostics);

}  // namespace ansio::ruleset
