// The rules of tests/fixtures/small, for tests; with the rates of tests/fixtures/rated, or without.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"

#include <gtest/gtest.h>

namespace ansio::testing {

using namespace ruleset;

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

inline const RuleSet& rated_rules() {
  static const RuleSet rules = [] {
    auto files = *read_directory(ANSIO_SOURCE_DIR "/tests/fixtures/small");
    auto more = *read_directory(ANSIO_SOURCE_DIR "/tests/fixtures/rated");
    for (SourceFile& file : more) {
      file.path = ANSIO_SOURCE_DIR "/tests/fixtures/small/rates.yaml";  // belongs to the manifest beside it
      files.push_back(std::move(file));
    }
    Result<RuleSet> read = load_rules(files);
    for (const Diagnostic& diagnostic : read.diagnostics())
      ADD_FAILURE() << to_text(diagnostic);
    return std::move(*read);
  }();
  return rules;
}

inline const RuleSet& small_rules() {
  static const RuleSet rules = load_fixture_rules("small");
  return rules;
}

}  // namespace ansio::testing
