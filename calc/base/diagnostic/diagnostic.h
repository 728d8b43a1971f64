// Errors as values: what is wrong, where, what was found, what would be right.
//
// Every public function of the engine that can fail returns a Result<T>: a value, or diagnostics, or a value with
// warnings. Nothing is thrown across a floor. Codes are stable: scripts and translations may rely on them.
//
//   Result<Decimal> amount = parse_decimal("12,50");
//   if (!amount) return std::move(amount).diagnostics();
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "calc/base/diagnostic/diagnostic_codes.h"

namespace ansio::base {

enum class Severity : std::uint8_t { error, warning };

// Whether refusals say why. A program that hands on what it refuses can be built without the words of refusals
// (ANSIO_WITHOUT_WORDS), which take a twelfth of a small one: then the texts and places of diagnostics hold nothing.
#ifdef ANSIO_WITHOUT_WORDS
inline constexpr bool says_why = false;

// Takes any words and holds none.
struct NoWords {
  template <class... Anything>
  constexpr NoWords(const Anything&...) {}     // NOLINT(google-explicit-constructor)
  operator std::string() const { return {}; }  // NOLINT(google-explicit-constructor)
  constexpr NoWords& operator+=(const NoWords&) { return *this; }
  friend constexpr bool operator==(const NoWords&, const NoWords&) { return true; }
};
using Words = NoWords;
#else
inline constexpr bool says_why = true;
using Words = std::string;
#endif

// A place in a text; line and column count from 1 (columns in characters), 0 means unknown. `file` is a path or a name
// such as "<case>".
struct Position {
  Words file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Diagnostic {
  Code code = Code::internal;
  Severity severity = Severity::error;
  std::conditional_t<says_why, Position, Words> position{};
  Words message{};   // what is wrong, one sentence
  Words found{};     // the offending text, when there is one
  Words expected{};  // what would be right
  Words hint{};      // the nearest name, the conversion to write
};

using Diagnostics = std::vector<Diagnostic>;

// The diagnostic that `make` makes; without words an error that says nothing.
//
//   diagnostics.push_back(worded([&] { return Diagnostic{.code = Code::bad_date, .found = text}; }));
template <class Make>
Diagnostic worded(Make make) {
  if constexpr (says_why)
    return make();
  else
    return {};
}

// True when at least one of them is an error.
inline bool has_errors(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.severity == Severity::error)
      return true;
  return false;
}

// "rules/a.yaml:12:7: error E203: ..." with the source line (when `source_text` is the file's text), found, expected,
// hint.
std::string to_text(const Diagnostic& diagnostic, std::string_view source_text = {});

// The name of `candidates` nearest to `name` by edit distance; empty when none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

// A value, or the diagnostics that say why there is none. Warnings may accompany a value.
template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}                              // NOLINT(google-explicit-constructor)
  Result(Diagnostics diagnostics) : diagnostics_(std::move(diagnostics)) {}  // NOLINT(google-explicit-constructor)
  Result(Diagnostic diagnostic) {                                            // NOLINT(google-explicit-constructor)
    diagnostics_.push_back(std::move(diagnostic));
  }
  Result(T value, Diagnostics warnings) : value_(std::move(value)), diagnostics_(std::move(warnings)) {}

  explicit operator bool() const { return value_.has_value(); }
  [[nodiscard]] bool ok() const { return value_.has_value(); }
  T& operator*() & { return *value_; }
  const T& operator*() const& { return *value_; }
  T&& operator*() && { return std::move(*value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  [[nodiscard]] const Diagnostics& diagnostics() const& { return diagnostics_; }
  [[nodiscard]] Diagnostics diagnostics() && { return std::move(diagnostics_); }

 private:
  std::optional<T> value_;
  Diagnostics diagnostics_;
};

}  // namespace ansio::base
