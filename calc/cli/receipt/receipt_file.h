// Receipts as files: one written beside an answer, and the command that computes one again.
#pragma once

#include <string>

#include "calc/cli/floor.h"
#include "calc/cli/source/case_source.h"

namespace ansio::cli {

// Whole or not at all; refuses, and sets the exit code, when it cannot be written or would be too large to be read.
bool write_receipt(Session& session, const LoadedCase& loaded, const Results& results, const std::string& path);

}  // namespace ansio::cli
