// The floor `explain` knows one figure: what it read, amounts put into its formula, what it rests on, and words in
// every language.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/case/floor.h"

namespace ansio::explain {

using namespace cases;

}  // namespace ansio::explain
