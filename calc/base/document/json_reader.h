// JSON → Document, strictly as RFC 8259 has it.
//
//   Result<Document> document = read_json("<case>", text);
//
// The Document is that of the same content in YAML: strings are quoted scalars (unescaped), numbers and true and false
// unquoted ones as written, null a null. Errors, each with its line and column:
//   bad_encoding   not UTF-8, or a control character
//   bad_syntax     malformed: also trailing commas, comments, leading zeros, a lone surrogate, text after the value
//   duplicate_key  a key twice in one object (all of them are reported)
//   too_deep       objects and lists within each other over 64 levels
//   too_large      a text over 16 MB, a string over 1 MB, more than 250,000 values, an object of more than 2,000 keys
// Law: for all Documents d of maps with at most 2,000 distinct keys, read_json of d written by JsonWriter gives d's
// content.
#pragma once

#include <string>
#include <string_view>

#include "calc/base/document/document.h"

namespace ansio::base {

Result<Document> read_json(std::string file, std::string_view text);

}  // namespace ansio::base
