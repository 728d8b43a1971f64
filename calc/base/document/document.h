// What a YAML or JSON text says, before anyone asks what it means: maps, lists and scalars with their places.
//
// Two readers make Documents: read_yaml (calc/base/document/yaml_reader.h; native and the authoring module) and
// read_json (calc/base/document/json_reader.h; every build). Both are strict: duplicate keys, aliases, tags, nesting
// over 64 levels, texts over 16 MB, wrong encodings are diagnostics.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/text/utf8.h"

namespace ansio::base {

// Where a line of a scalar that runs over several lines begins: at byte `offset` of Document::scalar.
struct ScalarLine {
  std::size_t offset = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct DocumentEntry;

struct Document {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  std::string scalar;   // the text as written, quotes removed
  bool quoted = false;  // a quoted "12" is a text, not a number
  std::vector<Document> items;
  std::vector<DocumentEntry> entries;  // keys are scalars, in the order written
  Position position;                   // of the first character, of an opening quote, or of the sign of a block (| >)
  std::vector<ScalarLine> lines;  // of a block or another scalar over several lines; empty when it stands on one line

  // Where byte `offset` of the scalar's text stands in the file, so that errors inside formulas name line and column.
  [[nodiscard]] Position position_of(std::size_t offset) const;

  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] const Document* find(std::string_view key) const;  // nullptr when this is no map or has no such key
};

// A key and its value. A pair of our own: clang 14 knows no std::pair of a type that is still being declared.
struct DocumentEntry {
  Document first;
  Document second;
};

}  // namespace ansio::base
