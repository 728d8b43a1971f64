#include "calc/analyse/edges/edge_request.h"

#include "calc/case/names/subject.h"
#include "calc/simulate/results/results.h"

namespace ansio::analyse {

Result<EdgeRequest> read_edge_request(const RuleSet& rules, const Case& situation, const EdgeRequestNames& names) {
  EdgeRequest request;
  Diagnostics diagnostics;
  const auto take = [&](const auto& result, auto&& use) {
    if (result)
      use(*result);
    else
      diagnostics.insert(diagnostics.end(), result.diagnostics().begin(), result.diagnostics().end());
  };
  take(find_scenario(situation, names.scenario), [&](const Scenario* scenario) { request.scenario = scenario; });
  for (Diagnostic& diagnostic : diagnostics)
    diagnostic.position.file = "--scenario";
  const auto check_person = [&](const VariableName& name, std::string_view option) {
    if (request.scenario != nullptr && !instance_in(request.scenario->shape, name))
      diagnostics.push_back({.code = Code::no_such_person,
                             .position = {std::string(option), 0, 0},
                             .message = "the household has no such person",
                             .found = rules.variables[name.variable].name});
  };
  take(read_axis(rules, owned_name(rules, names.vary), {"--vary", 0, 0}, AxisStep::finest), [&](const Axis& axis) {
    request.axis = axis;
    check_person(axis.name, "--vary");
  });
  std::vector<std::string> get = names.get;
  if (get.empty())
    get.push_back(rules.variables[headlines(rules).front()].name);
  for (const std::string& text : get)
    take(parse_variable_name(rules, owned_name(rules, text), {"--get", 0, 0}), [&](const VariableName& name) {
      request.wanted.push_back(name);
      check_person(name, "--get");
    });
  if (has_errors(diagnostics))
    return diagnostics;
  return request;
}

}  // namespace ansio::analyse
