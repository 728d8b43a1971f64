// Figures along an input that moves. The numbers wait in asked.numbers: the points, then each column.
#include "calc/analyse/axis/sweep.h"
#include "calc/base/document/json_writer.h"
#include "wasm/engine/calls.h"

namespace ansio::wasm {
namespace {

// The nearest double: figures in cents come back digit for digit when printed.
double nearest_double(const Fraction& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

// The one the request names, or the first.
const Scenario* scenario_of(const Asked& asked) {
  const std::string name = text_of(asked.request, "scenario");
  for (const Scenario& candidate : asked.situation->scenarios)
    if (name.empty() || candidate.name == name)
      return &candidate;
  return nullptr;
}

Result<std::vector<VariableName>> figures_wanted(const Asked& asked, const std::vector<std::string>& names,
                                                 const Position& where) {
  std::vector<VariableName> wanted;
  for (const std::string& name : names) {
    const auto variable = parse_variable_name(asked.rules(), name, where);
    if (!variable)
      return variable.diagnostics();
    wanted.push_back(*variable);
  }
  return wanted;
}

}  // namespace

std::string answer_sweep(const Asked& asked) {
  const Position where{"<request>", 0, 0};
  const Result<Axis> axis = read_axis(asked.rules(), text_of(asked.request, "vary"), where);
  if (!axis)
    return diagnostics_json(asked.envelope, axis.diagnostics());
  const std::vector<std::string> names = texts_of(asked.request, "get");
  const auto wanted = figures_wanted(asked, names, where);
  if (!wanted)
    return diagnostics_json(asked.envelope, wanted.diagnostics());
  const Scenario* scenario = scenario_of(asked);
  if (scenario == nullptr)
    return diagnostics_json(asked.envelope,
                            {wrong_request("the case has no such scenario", text_of(asked.request, "scenario"))});
  const Result<Sweep> sweep = sweep_along(asked.rules(), *asked.situation, *scenario, *axis, *wanted, asked.answering);
  if (!sweep)
    return diagnostics_json(asked.envelope, sweep.diagnostics());
  for (const Value& point : sweep->points)
    asked.numbers.push_back(nearest_double(point));
  for (const auto& column : sweep->columns)
    for (const Value& value : column)
      asked.numbers.push_back(nearest_double(value));
  JsonWriter json;
  json.begin_object().key("points").number(static_cast<long long>(sweep->points.size()));
  json.key("columns").begin_list();
  for (const std::string& name : names)
    json.text(name);
  json.end_list().end_object();
  return json.take();
}

}  // namespace ansio::wasm
