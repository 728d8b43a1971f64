// The floor `cli` is the command `ansio`: arguments in, tables, JSON and CSV out.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/publish/floor.h"

namespace ansio::cli {

using namespace publish;

}  // namespace ansio::cli
