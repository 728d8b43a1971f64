// The law of this repository, loaded once for the tests that ask it questions.
#pragma once

#include <gtest/gtest.h>

#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"
#include "tests/floors.h"

namespace ansio::testing {

using namespace publish;

inline std::vector<SourceFile> law_files() {
  auto files = read_directory(ANSIO_SOURCE_DIR "/rules");
  for (const Diagnostic& diagnostic : files.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return files ? std::move(*files) : std::vector<SourceFile>{};
}

inline const RuleSet& law() {
  static const RuleSet rules = [] {
    Result<RuleSet> loaded = load_rules(law_files());
    for (const Diagnostic& diagnostic : loaded.diagnostics())
      if (diagnostic.severity == Severity::error)
        ADD_FAILURE() << to_text(diagnostic);
    return loaded ? std::move(*loaded) : RuleSet{};
  }();
  return rules;
}

}  // namespace ansio::testing
