// Stakes are ranges of one figure with each item alone, in the scenario asked for and the one compared with.
#include "calc/analyse/unknown/stakes.h"

#include <algorithm>

#include "calc/case/names/subject.h"
#include "calc/simulate/results/results.h"

namespace ansio::analyse {
namespace {

Diagnostics located(Diagnostics diagnostics, const std::string& option) {
  for (Diagnostic& diagnostic : diagnostics)
    diagnostic.position = {option, 0, 0};
  return diagnostics;
}

}  // namespace

Result<StakesRequest> read_stakes_request(const RuleSet& rules, const Case& situation, const StakesNames& names) {
  StakesRequest request;
  Diagnostics diagnostics;
  const auto find = [&](const std::string& name, const std::string& option, const Scenario*& scenario) {
    const Result<const Scenario*> found = find_scenario(situation, name);
    if (found)
      scenario = *found;
    else
      for (Diagnostic& one : located(found.diagnostics(), option))
        diagnostics.push_back(std::move(one));
  };
  const bool last = names.scenario.empty() && !names.against.empty();
  if (last)
    request.scenario = &situation.scenarios.back();
  else
    find(names.scenario, "--scenario", request.scenario);
  if (!names.against.empty())
    find(names.against, "--against", request.against);
  if (request.scenario != nullptr && request.scenario == request.against)
    diagnostics.push_back({.code = Code::wrong_use,
                           .position = {"--against", 0, 0},
                           .message = "a scenario does not differ from itself",
                           .found = names.against,
                           .expected = "another scenario of the case"});
  if (names.figure.empty()) {
    request.figure = {Owner{}, headlines(rules).front()};
    if (rules.variables[request.figure.variable].entity == Entity::person)
      request.figure.owner = Owner{Owner::Role::client};
  } else if (const Result<VariableName> figure =
                 parse_variable_name(rules, owned_name(rules, names.figure), {"--figure", 0, 0})) {
    request.figure = *figure;
    if (rules.variables[figure->variable].type.kind != Type::Kind::number)
      diagnostics.push_back({.code = Code::wrong_use,
                             .position = {"--figure", 0, 0},
                             .message = "only a number can be moved",
                             .found = names.figure});
    else if (request.scenario != nullptr && !instance_in(request.scenario->shape, request.figure))
      diagnostics.push_back({.code = Code::no_such_person,
                             .position = {"--figure", 0, 0},
                             .message = "the household has no such person",
                             .found = names.figure});
  } else {
    diagnostics.insert(diagnostics.end(), figure.diagnostics().begin(), figure.diagnostics().end());
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return request;
}

Result<Stakes> find_stakes(const RuleSet& rules, const Case& situation, const StakesRequest& request,
                           const Answering& answering) {
  Case asked = situation;
  asked.scenarios.clear();
  if (request.against != nullptr)
    asked.scenarios.push_back(*request.against);
  asked.scenarios.push_back(*request.scenario);
  Result<Ranges> ranges = compute_ranges(rules, asked, {request.figure.variable}, answering, {WhichItems::all, false});
  if (!ranges)
    return ranges.diagnostics();
  const auto person = person_number(request.scenario->shape, request.figure.owner);
  const std::string whose = person_name(request.scenario->shape, person.value_or(Instance::household));
  const bool compares = request.against != nullptr;
  const auto line = std::find_if(ranges->lines.begin(), ranges->lines.end(), [&](const RangeLine& one) {
    return one.is_difference == compares && one.scenario + 1 == asked.scenarios.size() && one.person == whose;
  });
  Stakes stakes;
  stakes.figure = request.figure;
  stakes.scenario = request.scenario->name;
  if (compares)
    stakes.against = request.against->name;
  stakes.shape = request.scenario->shape;
  stakes.start = situation.start;
  stakes.months = static_cast<std::size_t>(situation.months);
  stakes.items = std::move(ranges->items);
  if (line == ranges->lines.end())
    return stakes;
  stakes.is_total = line->total.has_value() && !situation.is_typical();
  stakes.values = line->values;
  for (const Value& value : line->values)
    stakes.value = stakes.value + value;
  for (const RangeCause& cause : line->because)
    if (cause.width().sign() > 0)
      stakes.stakes.push_back(cause);
  stakes.without_effect = stakes.items.size() - stakes.stakes.size();
  return stakes;
}

}  // namespace ansio::analyse
