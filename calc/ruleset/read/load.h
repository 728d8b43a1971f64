// Rule files → RuleSet: reads, checks and links everything, or says everything that is wrong with it.
//
//   Result<RuleSet> rules = load_rules(files);
//   if (!rules) return print(rules.diagnostics());      // all errors of all files, each with file, line and column
//   print(rules.diagnostics());                         // warnings
//
// Errors: those of docs/language.md; codes 1xx for texts that cannot be read, 2xx for formulas, 3xx for the rest.
#pragma once

#include <span>

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::ruleset {

// `files`: the manifest, the modules and their tables (sources.h says which is which). `overlays`: files of changes,
// applied in turn before anything is checked, so that a reform is held to the same strictness as the law.
Result<RuleSet> load_rules(std::span<const SourceFile> files, std::span<const SourceFile> overlays = {});

}  // namespace ansio::ruleset
