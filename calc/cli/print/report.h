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

// At most a hundred of them; then how many more there are. `sources` hold the texts that positions point into; a file
// not among them is reported without its line.
void print_diagnostics(Session& session, const Diagnostics& diagnostics, const std::vector<SourceFile>& sources,
                       bool with_warnings = true);

// Wrong use of the command: told in the reader's language, in JSON when that is asked for; exit code 2.
void refuse_use(Session& session, const Diagnostics& diagnostics);
void misuse(Session& session, const std::string& option, std::string message, std::string found = {},
            std::string expected = {}, std::string hint = {});

}  // namespace ansio::cli
