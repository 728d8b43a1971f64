// A sweep as people, spreadsheets and programs read it.
#pragma once

#include "calc/analyse/grid/grid.h"
#include "calc/analyse/rates/rates.h"
#include "calc/analyse/unknown/open_items.h"
#include "calc/answer/serializer/serializer.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

// A rate at every point, then in each month, with what it consists of.
struct RateCauses {
  Instance rate;
  std::vector<std::vector<RateOfPerson>> values;
};

struct SweepAnswer {
  const Scenario* scenario = nullptr;  // of the case
  Grid grid;
  std::vector<RateCauses> causes;
  bool by_default = false;          // nobody named the figures
  std::vector<OpenItem> assumed{};  // what was taken for what the case leaves open
};

void print_sweep(Session& session, const RuleSet& rules, const SweepAnswer& answer);
void print_sweep_csv(Session& session, const RuleSet& rules, const Case& situation, const SweepAnswer& answer);
std::string sweep_json(const Envelope& envelope, const SweepAnswer& answer, const Diagnostics& warnings);

}  // namespace ansio::cli
