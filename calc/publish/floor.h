// The floor `publish` is what is made of the rules themselves: their tests, their pages, what they cover.
//
// Names of the floors below are seen unqualified.
#pragma once

#include "calc/answer/floor.h"

namespace ansio::publish {

using namespace answer;

}  // namespace ansio::publish
