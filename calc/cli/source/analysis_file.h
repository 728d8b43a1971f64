// Files of a rule set that are no law but what analyses take from it: its folder `analysis`.
//
// rules/xx/analysis/population.yaml says what households are drawn from, reform.yaml what a reform is judged by. With
// --rules they are those of that folder, else those compiled in.
#pragma once

#include <optional>
#include <string>

#include "calc/base/document/document.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::cli {

struct AnalysisFile {
  SourceFile file;
  Document document;
};

// Prints why and sets exit code 4 when the rule set has no such file or it is malformed.
std::optional<AnalysisFile> load_analysis_file(Session& session, const RuleSet& rules, const std::string& name);

}  // namespace ansio::cli
