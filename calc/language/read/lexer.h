// Tokens of a formula: names, numbers, months, dates, 'members', signs.
//
//   tokenize("round(x, 0.01)")  →  name round, sign (, name x, sign ",", number 0.01, sign ), end
//
// A dotted path (client.wage) is one name; a month (2026-05) or date (2026-05-12) is one token, so a subtraction is
// written with blanks. Comments run from # to the end of the line. Characters that no formula uses are E201, malformed
// numbers E215; both are skipped.
#pragma once

#include <string_view>
#include <vector>

#include "calc/language/floor.h"
#include "calc/language/read/report.h"

namespace ansio::language {

struct Token {
  // invalid: stands where a value should and has been reported.
  enum class Kind : std::uint8_t { end, name, number, month, date, member, sign, invalid };
  Kind kind = Kind::end;
  SourceRange range;
  std::string_view text;  // of a member: without quotes

  // A sign or a word of the language.
  [[nodiscard]] bool is(std::string_view word) const {
    return (kind == Kind::sign || kind == Kind::name) && text == word;
  }
};

// The last token is `end`. The tokens keep views of the report's text.
std::vector<Token> tokenize(FormulaReport& report);

}  // namespace ansio::language
