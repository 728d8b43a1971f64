// What edges are asked for, from the names people give.
//
//   Result<EdgeRequest> request = read_edge_request(rules, situation, {"client.wage=0:6000", "", {"net_income"}});
//   Result<Edges> edges = find_edges(rules, situation, *request->scenario, request->axis, request->wanted, answering);
//
// All that is wrong with them is reported at once.
#pragma once

#include <string>
#include <vector>

#include "calc/analyse/axis/axis.h"
#include "calc/analyse/floor.h"

namespace ansio::analyse {

struct EdgeRequestNames {
  std::string vary;              // "NAME=FROM:TO" or "NAME=FROM:TO:STEP"
  std::string scenario;          // empty: the first
  std::vector<std::string> get;  // empty: the figure that matters most
};

struct EdgeRequest {
  const Scenario* scenario = nullptr;  // of the case
  Axis axis;
  std::vector<VariableName> wanted;
};

Result<EdgeRequest> read_edge_request(const RuleSet& rules, const Case& situation, const EdgeRequestNames& names);

}  // namespace ansio::analyse
