// Files of a rule set that are no law but what analyses take from it: its folder `analysis`.
//
// rules/xx/analysis/population.yaml says what households are drawn from, reform.yaml what a reform is judged by,
// rates.yaml which rates there are. With
// --rules they are those of that folder, else those compiled in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/analyse/rates.h"
#include "calc/base/document.h"
#include "calc/cli/session.h"
#include "calc/ruleset/sources.h"

namespace calc::cli {

struct AnalysisFile {
  SourceFile file;
  Document document;
};

// Prints why and sets exit code 4 when the rule set has no such file or it is malformed.
std::optional<AnalysisFile> load_analysis_file(Session& session, const RuleSet& rules, const std::string& name);

// The rates of analysis/rates.yaml; none when the rule set has no such file. Refuses as above.
std::optional<std::vector<Rate>> load_rates(Session& session, const RuleSet& rules);

}  // namespace calc::cli
