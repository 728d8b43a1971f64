// Files that are being written and must not stay when the command is stopped.
//
// A signal may come at any instruction, so the handler only unlinks names that stand ready for it.
#pragma once

#include <string>

#include "calc/cli/floor.h"

namespace ansio::cli {

// Removes the unfinished files on INT, TERM, HUP and PIPE, then ends as the signal would have. A file that grows over
// the size allowed is a failed write and no signal.
void remove_unfinished_on_signals();

void note_unfinished(const std::string& path);
void forget_unfinished(const std::string& path);

}  // namespace ansio::cli
