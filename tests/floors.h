// Tests that stand apart from the code they test see every floor but the command.
#pragma once

#include "calc/publish/floor.h"

namespace ansio::tests {

using namespace publish;

}  // namespace ansio::tests
