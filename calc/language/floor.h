// The floor `language` knows formulas: lexer, parser, units and types, checks, from text to a checked tree and back.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/base/floor.h"

namespace ansio::language {

using namespace base;

}  // namespace ansio::language
