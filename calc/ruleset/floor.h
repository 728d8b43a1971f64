// The floor `ruleset` knows the law as data: modules, parameters, variables and their sources, read from files or from
// an image.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/language/floor.h"

namespace ansio::ruleset {

using namespace language;

}  // namespace ansio::ruleset
