// The syntax tree: how a formula is built, before anyone asks what its names mean.
#pragma once

#include <string_view>
#include <vector>

#include "calc/base/number/fraction.h"
#include "calc/language/floor.h"
#include "calc/language/read/report.h"
#include "calc/language/tree/tree.h"

namespace ansio::language {

using SyntaxId = std::uint32_t;

struct Syntax {
  enum class Kind : std::uint8_t {
    error,     // something that does not parse; already reported
    number,    // number, unit
    month,     // text
    date,      // text
    member,    // text: without quotes
    name,      // text: words joined by points
    unary,     // operation; [x]
    binary,    // operation; [a, b]
    contains,  // [x, member, …]
    if_else,   // [condition, then, else]
    let,       // text: the name; name_range; [value, body]
    lookup,    // text: the parameter; [key, …]
    call,      // text: the function; [argument, …]
  };
  Kind kind = Kind::error;
  NodeKind operation = NodeKind::constant;
  SourceRange range;
  SourceRange name_range;  // of a let's name, a call's function, a lookup's parameter
  std::string_view text;
  Fraction number;
  Unit unit;
  bool bare = false;  // a number without unit and without %
  int depth = 1;
  std::vector<SyntaxId> children;
};

struct SyntaxTree {
  std::vector<Syntax> nodes;  // children before their parent
  SyntaxId root = 0;
};

}  // namespace ansio::language
