// The floor `simulate` knows a whole case: its scenarios, month by month, what differs between them and why, what is
// left to do.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/explain/floor.h"

namespace ansio::simulate {

using namespace explain;

}  // namespace ansio::simulate
