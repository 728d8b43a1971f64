// Diagnostics for people: each with its place, the line of the text with a caret, and what would be right.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::cli {

// `sources` hold the texts that positions point into; a file not among them is reported without its line.
void print_diagnostics(Session& session, const Diagnostics& diagnostics, const std::vector<SourceFile>& sources,
                       bool with_warnings = true);

}  // namespace ansio::cli
