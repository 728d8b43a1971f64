// A diagnostic as people read it, with labels in their language.
#pragma once

#include <string>
#include <string_view>

#include "calc/base/diagnostic/diagnostic.h"

namespace ansio::base {

// The words around what a diagnostic says; the last three are as wide as each other.
struct DiagnosticLabels {
  std::string_view error = "error", warning = "warning";
  std::string_view found = "found:    ", expected = "expected: ", hint = "hint:     ";
};

// As to_text (diagnostic.h). What a terminal would obey is written out (calc/base/text/characters.h).
std::string to_text(const Diagnostic& diagnostic, std::string_view source_text, const DiagnosticLabels& labels);

}  // namespace ansio::base
