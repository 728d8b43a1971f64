// The floor `answer` is the one serializer: every answer as JSON.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/analyse/floor.h"

namespace ansio::answer {

using namespace analyse;

}  // namespace ansio::answer
