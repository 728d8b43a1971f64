// Finds scenario, person and month by the names people give, and says which of them there is not.
#include "calc/case/names/subject.h"

#include <algorithm>
#include <vector>

#include "calc/case/names/names.h"

namespace ansio::cases {

Result<const Scenario*> find_scenario(const Case& situation, const std::string& name) {
  std::vector<std::string> names;
  for (const Scenario& scenario : situation.scenarios) {
    if (name.empty() || scenario.name == name)
      return &scenario;
    names.push_back(scenario.name);
  }
  return Diagnostic{.code = Code::wrong_use,
                    .message = "the case has no such scenario",
                    .found = name,
                    .hint = nearest_name(name, names)};
}

Result<YearMonth> find_month(const Case& situation, const std::string& text) {
  if (text.empty())
    return situation.start;
  const auto month = parse_year_month(text);
  const YearMonth last{situation.start.index + situation.months - 1};
  if (!month || *month < situation.start || *month > last)
    return Diagnostic{.code = Code::wrong_use,
                      .message = "the case does not show this month",
                      .found = text,
                      .expected = "a month from " + to_text(situation.start) + " to " + to_text(last)};
  return *month;
}

Result<std::vector<FigureName>> parse_figure_names(const RuleSet& rules, const Case& situation,
                                                   const std::vector<std::string>& names, const std::string& option) {
  std::vector<FigureName> figures;
  Diagnostics diagnostics;
  for (const std::string& name : names) {
    if (const auto bare = rules.find_variable(name)) {
      figures.push_back({*bare});
      continue;
    }
    const Result<VariableName> read = parse_variable_name(rules, name, {option, 0, 0});
    if (!read) {
      diagnostics.push_back(read.diagnostics().front());
      continue;
    }
    const bool exists =
        std::any_of(situation.scenarios.begin(), situation.scenarios.end(),
                    [&](const Scenario& scenario) { return instance_in(scenario.shape, *read).has_value(); });
    if (exists)
      figures.push_back({read->variable, read->owner});
    else
      diagnostics.push_back({.code = Code::no_such_person,
                             .position = {option, 0, 0},
                             .message = "the household has no such person",
                             .found = name});
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return figures;
}

std::vector<VariableId> variables_of(const std::vector<FigureName>& names) {
  std::vector<VariableId> variables;
  for (const FigureName& name : names)
    if (std::find(variables.begin(), variables.end(), name.variable) == variables.end())
      variables.push_back(name.variable);
  return variables;
}

bool is_meant(const std::vector<FigureName>& names, const Shape& shape, const Instance& instance) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const FigureName& name) {
           return name.variable == instance.variable &&
                  (!name.owner || person_number(shape, *name.owner) == instance.person);
         });
}

Result<Subject> read_subject(const RuleSet& rules, const Case& situation, const SubjectNames& names) {
  const auto scenario = find_scenario(situation, names.scenario);
  if (!scenario)
    return scenario.diagnostics();
  std::string name = names.variable;
  if (const auto bare = rules.find_variable(name); bare && rules.variables[*bare].entity == Entity::person)
    name = "client." + name;
  const Result<VariableName> variable = parse_variable_name(rules, name, {});
  if (!variable)
    return variable.diagnostics();
  const auto instance = instance_in((*scenario)->shape, *variable);
  if (!instance)
    return Diagnostic{
        .code = Code::no_such_person, .message = "the household has no such person", .found = names.variable};
  const auto month = find_month(situation, names.month);
  if (!month)
    return month.diagnostics();
  return Subject{*scenario, *instance, *month};
}

}  // namespace ansio::cases
