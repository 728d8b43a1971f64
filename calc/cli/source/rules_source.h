// The rules a command works with: compiled in, or a folder's, with overlays applied.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::cli {

// Files of --rules DIR, or those compiled in. Prints why and sets the exit code when they cannot be read.
std::optional<std::vector<SourceFile>> session_rule_files(Session& session);

// Loads and checks them; prints every error and sets exit code 4 when there is one. Warnings are printed, or in JSON
// left to the caller, when it asks for them. `more` are overlays after those of the command line.
std::unique_ptr<RuleSet> load_session_rules(Session& session, Diagnostics* warnings = nullptr,
                                            const std::vector<SourceFile>& more = {});

// The nearest folder at or above `path` that holds the manifest of a rule set; empty when there is none.
std::string rules_folder_around(const std::string& path);

}  // namespace ansio::cli
