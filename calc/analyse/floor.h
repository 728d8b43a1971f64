// The floor `analyse` knows many cases: edges, solutions, grids, rates, reforms, populations.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/simulate/floor.h"

namespace ansio::analyse {

using namespace simulate;

}  // namespace ansio::analyse
