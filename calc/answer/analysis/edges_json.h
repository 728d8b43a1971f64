// Edges as JSON: docs/json.md.
#pragma once

#include <string>
#include <string_view>

#include "calc/analyse/edges/edge_causes.h"
#include "calc/analyse/unknown/open_items.h"
#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"

namespace ansio::answer {

std::string edges_json(const Envelope& envelope, const Edges& edges, std::string_view scenario,
                       const Diagnostics& warnings = {}, const std::vector<OpenItem>& assumed = {});

// Of a figure per cent or along an axis of per cents: as both are written.
Fraction written_slope(const RuleSet& rules, const Edges& edges, const EdgeCurve& curve, const Fraction& slope);

}  // namespace ansio::answer
