// The floor `library` is the other side of include/ansio/ansio.h: questions of programs in, values as texts out.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/publish/floor.h"

namespace ansio::library {

using namespace publish;

}  // namespace ansio::library
