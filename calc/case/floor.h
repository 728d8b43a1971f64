// The floor `case` knows what people write about a household: names, values, cases, rows of a batch.
// Its namespace is `cases`, since `case` is a word of C++.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/program/floor.h"

namespace ansio::cases {

using namespace program;

}  // namespace ansio::cases
