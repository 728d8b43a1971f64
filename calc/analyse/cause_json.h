// A cause as JSON, as edges and solve write it: docs/json.md.
#pragma once

#include "calc/analyse/edge_causes.h"
#include "calc/base/json_writer.h"
#include "calc/simulate/serializer.h"

namespace calc::json {

void write_cause(JsonWriter& json, const Envelope& envelope, const Question& question, const DescribedCause& described);

}  // namespace calc::json
