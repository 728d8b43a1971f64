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
#include <utility>
#include <vector>

#include "calc/base/diagnostic_codes.h"

namespace calc {

enum class Severity : std::uint8_t { error, warning };

// A place in a text; line and column count from 1 (columns in characters), 0 means unknown. `file` is a path or a name
// such as "<case>".
struct Position {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Diagnostic {
  Code code = Code::internal;
  Severity severity = Severity::error;
  Position position{};
  std::string message{};   // what is wrong, one sentence
  std::string found{};     // the offending text, when there is one
  std::string expected{};  // what would be right
  std::string hint{};      // the nearest name, the conversion to write
};

using Diagnostics = std::vector<Diagnostic>;

// True when at least one of them is an error.
bool has_errors(const Diagnostics& diagnostics);

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

}  // namespace calc
