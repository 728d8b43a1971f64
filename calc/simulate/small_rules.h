// The rules of tests/fixtures/small, for tests.
#pragma once

#include "calc/ruleset/directory.h"
#include "calc/ruleset/load.h"

#include <gtest/gtest.h>

namespace calc::testing {

// Of a folder of tests/fixtures.
inline RuleSet load_fixture_rules(const std::string& folder) {
  const auto files = read_directory(ANSIO_SOURCE_DIR "/tests/fixtures/" + folder);
  if (!files)
    ADD_FAILURE() << to_text(files.diagnostics().front());
  Result<RuleSet> rules = load_rules(*files);
  for (const Diagnostic& diagnostic : rules.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return std::move(*rules);
}

inline const RuleSet& small_rules() {
  static const RuleSet rules = load_fixture_rules("small");
  return rules;
}

}  // namespace calc::testing
