// What a YAML or JSON text says, before anyone asks what it means: maps, lists and scalars with their places.
//
// Two readers make Documents: read_yaml (calc/base/yaml_reader.h; native and the authoring module) and read_json
// (calc/base/json_reader.h; every build). Both are strict: duplicate keys, aliases, tags, nesting over 64 levels, texts over
// 16 MB, wrong encodings are diagnostics.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calc/base/diagnostic.h"

namespace calc {

struct Document {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  std::string scalar;   // the text as written, quotes removed
  bool quoted = false;  // a quoted "12" is a text, not a number
  std::vector<Document> items;
  std::vector<std::pair<Document, Document>> entries;  // keys are scalars, in the order written
  Position position;

  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] const Document* find(std::string_view key) const;  // nullptr when this is no map or has no such key
};

}  // namespace calc
