// The rules of tests/fixtures/small, for tests.
#pragma once

#include "calc/ruleset/directory.h"
#include "calc/ruleset/load.h"

#include <gtest/gtest.h>

namespace calc::testing {

inline RuleSet load_small_rules() {
  const auto files = read_directory(ANSIO_SOURCE_DIR "/tests/fixtures/small");
  if (!files)
    ADD_FAILURE() << to_text(files.diagnostics().front());
  Result<RuleSet> rules = load_rules(*files);
  for (const Diagnostic& diagnostic : rules.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return std::move(*rules);
}

inline const RuleSet& small_rules() {
  static const RuleSet rules = load_small_rules();
  return rules;
}

}  // namespace calc::testing
