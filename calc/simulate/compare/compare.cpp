#include "calc/simulate/compare/compare.h"

#include <algorithm>

namespace ansio::simulate {
namespace {

const Figure* find_figure(const ScenarioResult& scenario, VariableId variable, const std::string& person) {
  for (const Figure& figure : scenario.figures)
    if (figure.instance.variable == variable && person_name(scenario.shape, figure.instance.person) == person)
      return &figure;
  return nullptr;
}

std::vector<Value> minus(const Figure* figure, const Figure* first, std::size_t count) {
  std::vector<Value> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (figure != nullptr)
      values[i] = figure->values[i];
    if (first != nullptr)
      values[i] = values[i] - first->values[i];
  }
  return values;
}

void add_marks(const std::vector<bool>& marks, std::vector<bool>& all) {
  all.resize(std::max(all.size(), marks.size()));
  for (std::size_t i = 0; i < marks.size(); ++i)
    all[i] = all[i] || marks[i];
}

// Every person any scenario has, in the order of the fullest household.
std::vector<std::string> persons_of(const Results& results, Entity entity) {
  if (entity == Entity::household)
    return {std::string()};
  std::vector<std::string> persons;
  for (const ScenarioResult& scenario : results.scenarios)
    for (int person = 0; person < scenario.shape.person_count(); ++person) {
      std::string name = person_name(scenario.shape, static_cast<std::uint8_t>(person));
      if (std::find(persons.begin(), persons.end(), name) == persons.end())
        persons.push_back(std::move(name));
    }
  return persons;
}

}  // namespace

std::vector<Difference> differences_of(const RuleSet& rules, const Results& results) {
  std::vector<Difference> differences;
  for (const VariableId id : results.variables) {
    const Variable& variable = rules.variables[id];
    if (variable.type.kind != Type::Kind::number)
      continue;
    const auto count =
        static_cast<std::size_t>(variable.period == Period::year ? shown_years(results) : results.months);
    for (const std::string& person : persons_of(results, variable.entity)) {
      const Figure* first = find_figure(results.scenarios.front(), id, person);
      Difference difference{id, person, {}, {}, {}};
      bool differs = false;
      for (const ScenarioResult& scenario : results.scenarios) {
        const Figure* figure = find_figure(scenario, id, person);
        if (figure != nullptr)
          add_marks(figure->expected, difference.expected);
        std::vector<Value> values = minus(figure, first, count);
        differs =
            differs || std::any_of(values.begin(), values.end(), [](const Value& value) { return value.sign() != 0; });
        if (const auto total = total_of(rules, {{id, Instance::household}, values, false, {}}))
          difference.totals.push_back(*total);
        difference.by_scenario.push_back(std::move(values));
      }
      if (differs)
        differences.push_back(std::move(difference));
    }
  }
  return differences;
}

}  // namespace ansio::simulate
