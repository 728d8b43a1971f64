// What every reader asks of a text before it looks at its structure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calc/base/diagnostic/diagnostic.h"

namespace ansio::base {

// Nothing when the text is at most `largest` bytes of UTF-8 without control characters other than tab and line ends;
// else what is wrong first: too_large or bad_encoding. A byte order mark at the start is accepted.
std::optional<Diagnostic> check_text(const std::string& file, std::string_view text, std::size_t largest);

// "byte 0xE4".
std::string shown_byte(char character);

}  // namespace ansio::base
