// The stakes of a figure as JSON.
#pragma once

#include "calc/analyse/unknown/stakes.h"
#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"

namespace ansio::answer {

std::string stakes_json(const Envelope& envelope, const Stakes& stakes, const Diagnostics& warnings = {});

}  // namespace ansio::answer
