// The floor `program` knows questions about a household and their answers: the definition, the machine that must agree
// with it, columns.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/ruleset/floor.h"

namespace ansio::program {

using namespace ruleset;

}  // namespace ansio::program
