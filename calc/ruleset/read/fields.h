// Strict reading of the maps a rule file is made of: every key is asked for by name, and what nobody asked for is an
// error.
//
//   Fields fields(document, position_of_name, "a parameter", diagnostics);
//   const Document* unit = fields.require("unit");
//   const Document* cite = fields.take("cite");
//   fields.finish();                      // E301 for each key not asked for, with the nearest one that was
//
// The readers of single values return nothing after they have said what is wrong.
#pragma once

#include "calc/base/date/year_month.h"
#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/document/document.h"
#include "calc/base/number/fraction.h"
#include "calc/ruleset/floor.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ansio::ruleset {

class Fields {
 public:
  // `where` is the place to name when something is missing: usually the key that holds the map.
  Fields(const Document& map, Position where, std::string_view what, Diagnostics& diagnostics);

  [[nodiscard]] bool is_map() const { return map_ != nullptr; }
  const Document* take(std::string_view key);     // nullptr when the map has no such key
  const Document* require(std::string_view key);  // nullptr and E302
  void finish();
  [[nodiscard]] const Position& where() const { return where_; }

 private:
  const Document* map_ = nullptr;  // nullptr: it was no map, and that has been said
  Position where_;
  std::string what_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

void report(Diagnostics& diagnostics, Code code, const Position& position, std::string message, std::string found = {},
            std::string expected = {}, std::string hint = {});

// "a list", "a map", "the text 'x'": what a document is, for `found`.
std::string describe(const Document& document);

std::optional<std::string> read_text(const Document& document, Diagnostics& diagnostics);
std::optional<std::string> read_name(const Document& document, std::string_view what,
                                     Diagnostics& diagnostics);  // lower_case words, as names are
std::optional<Fraction> read_number(const Document& document, Diagnostics& diagnostics);
std::optional<std::int32_t> read_whole_number(const Document& document, Diagnostics& diagnostics);
std::optional<bool> read_boolean(const Document& document, Diagnostics& diagnostics);
// A number, or true and false as 1 and 0: what a parameter holds.
std::optional<Fraction> parse_cell(std::string_view text, bool boolean);
std::optional<Fraction> read_cell(const Document& document, bool boolean, Diagnostics& diagnostics);
std::optional<YearMonth> read_month(const Document& document, Diagnostics& diagnostics);

bool is_name(std::string_view text);  // a letter a–z, then letters, digits and '_'

// The index of the scalar among `words`, or E303 that lists them.
std::optional<std::size_t> read_word(const Document& document, std::initializer_list<std::string_view> words,
                                     Diagnostics& diagnostics);

}  // namespace ansio::ruleset
