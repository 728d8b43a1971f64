// A cause as JSON, as edges and solve write it: docs/json.md.
#pragma once

#include "calc/analyse/edges/edge_causes.h"
#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"
#include "calc/base/document/json_writer.h"

namespace ansio::answer::json {

void write_cause(JsonWriter& json, const Envelope& envelope, const Question& question, const DescribedCause& described);

}  // namespace ansio::answer::json
