// Text in UTF-8: is it valid, and how many characters is it?
//
// Columns of diagnostics count characters (code points), as editors do; everything else counts bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ansio::base {

// Where the first byte stands that is not well-formed UTF-8 (overlong forms and surrogates are not); nothing when all
// is well: "Äänekoski" → nothing, "\xC4\x41" → 0.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Code points of a valid text: "Ähtäri" → 6.
std::size_t count_characters(std::string_view text);

void append_utf8(std::string& text, std::uint32_t code_point);

// The text without a byte order mark at its start.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace ansio::base
