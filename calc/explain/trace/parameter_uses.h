// Which parameters a formula used, with the cells that were looked up.
//
//   std::vector<ParameterUse> uses = parameter_uses(rules, tracer.trace(figure));
#pragma once

#include <string>
#include <vector>

#include "calc/explain/floor.h"
#include "calc/explain/trace/trace.h"

namespace ansio::explain {

struct ParameterUse {
  ParameterId parameter = 0;
  std::vector<std::string> keys;  // of a table: the members or numbers looked up
  const ParameterValue* in_force = nullptr;
  std::size_t cell = 0;  // of a table: the cell looked up
  Fraction value;        // of a scale: unused
  int band = -1;         // of a scale: the band that is meant, when one is
};

// In the order of evaluation, each once; with `within` only those in the part of the formula under that node.
std::vector<ParameterUse> parameter_uses(const RuleSet& rules, const FormulaTrace& trace, NodeId within = no_node);

// Whether what was used may turn out to be another: a cell of a table, any band of a scale.
bool is_expected(const RuleSet& rules, const ParameterUse& use);

// Whether `node` is `root` or stands somewhere under it.
bool is_under(const Tree& tree, NodeId root, NodeId node);

}  // namespace ansio::explain
