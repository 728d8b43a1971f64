// YAML → Document, strictly.
//
//   Result<Document> document = read_yaml("rules/a.yaml", text);
//   if (!document) print(document.diagnostics());
//
// What the rule language needs of YAML and no more: maps, lists, scalars, comments. Errors, each with its line and
// column:
//   bad_encoding   not UTF-8, or a control character
//   bad_syntax     malformed; several documents in one text; a key that is no scalar
//   duplicate_key  a key twice in one map (all of them are reported)
//   alias_refused  aliases, anchors and tags, so that a text means what it shows and cannot grow when read
//   too_deep       maps and lists within each other over 64 levels
//   too_large      a text over 16 MB, a scalar over 1 MB, more than 250,000 values
// Every text is answered within time proportional to its size, whatever it holds. An empty text is a null Document.
#pragma once

#include <string>
#include <string_view>

#include "calc/base/document/document.h"

namespace ansio::base {

Result<Document> read_yaml(std::string file, std::string_view text);

}  // namespace ansio::base
