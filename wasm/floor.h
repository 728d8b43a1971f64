// The border to the browser stands on the engine's floors up to `answer`, whose names are seen unqualified.
#pragma once

#include "calc/answer/floor.h"

namespace ansio::wasm {

using namespace answer;

}  // namespace ansio::wasm
