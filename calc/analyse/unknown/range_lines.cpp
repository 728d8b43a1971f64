// Lines are made once, for every figure of every scenario and every difference from the first one; answers are then
// read into them by place.
#include "calc/analyse/unknown/range_lines.h"

#include <algorithm>

#include "calc/simulate/results/results.h"
#include "calc/simulate/results/scenario_figures.h"

namespace ansio::analyse {
namespace {

std::optional<std::size_t> place_of(const Shape& shape, const std::vector<Instance>& wanted, VariableId variable,
                                    const std::string& person) {
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i].variable == variable && person_name(shape, wanted[i].person) == person)
      return i;
  return std::nullopt;
}

}  // namespace

RangeLines::RangeLines(const RuleSet& rules, const Case& situation, const std::vector<VariableId>& variables) {
  const Shown shown = shown_of(situation);
  first_month_ = shown.first;
  months_ = shown.count;
  years_ = shown.years;
  typical_ = situation.is_typical();
  for (const Scenario& scenario : situation.scenarios) {
    std::vector<Instance>& wanted = wanted_.emplace_back();
    for (const VariableId id : variables)
      if (rules.variables[id].type.kind == Type::Kind::number)
        for (const Instance& instance : instances_of(rules, scenario.shape, id))
          wanted.push_back(instance);
  }
  for (const VariableId id : variables)
    if (rules.variables[id].type.kind == Type::Kind::number)
      add_lines(rules, situation, id);
}

void RangeLines::add_lines(const RuleSet& rules, const Case& situation, VariableId id) {
  const Variable& variable = rules.variables[id];
  std::vector<std::string> persons;
  for (std::size_t s = 0; s < situation.scenarios.size(); ++s)
    for (const Instance& instance : instances_of(rules, situation.scenarios[s].shape, id)) {
      std::string person = person_name(situation.scenarios[s].shape, instance.person);
      if (std::find(persons.begin(), persons.end(), person) == persons.end())
        persons.push_back(std::move(person));
    }
  const bool yearly = variable.period == Period::year;
  for (std::size_t s = 0; s < situation.scenarios.size(); ++s)
    for (const std::string& person : persons)
      for (const bool is_difference : {false, true}) {
        Line line;
        line.told.scenario = s;
        line.told.is_difference = is_difference;
        line.told.variable = id;
        line.told.person = person;
        line.here = place_of(situation.scenarios[s].shape, wanted_[s], id, person);
        if (is_difference)
          line.first = place_of(situation.scenarios[0].shape, wanted_[0], id, person);
        if ((is_difference && s == 0) || (!is_difference && !line.here))
          continue;
        line.begin = typical_ || yearly ? 0 : first_month_;
        line.count = typical_ ? 1 : yearly ? years_ : months_;
        line.has_total =
            total_of(rules, {{id, Instance::household}, std::vector<Value>(line.count), false}).has_value();
        lines_.push_back(std::move(line));
      }
}

bool RangeLines::read(const Line& line, const std::vector<const Answer*>& by_scenario,
                      std::vector<Value>& values) const {
  const Answer* here = by_scenario[line.told.scenario];
  const Answer* first = by_scenario.front();
  if (here == nullptr || (line.told.is_difference && first == nullptr))
    return false;
  values.clear();
  Value sum;
  for (std::size_t i = 0; i < line.count; ++i) {
    Value value;
    if (line.here)
      value = here->values[*line.here][line.begin + i];
    if (line.first)
      value = value - first->values[*line.first][line.begin + i];
    values.push_back(value);
    sum = sum + value;
  }
  values.push_back(sum);
  return std::all_of(values.begin(), values.end(), [](const Value& value) { return value.is_valid(); });
}

void RangeLines::begin(const std::vector<const Answer*>& by_scenario) {
  for (Line& line : lines_) {
    std::vector<Value> values;
    if (!read(line, by_scenario, values))
      continue;
    for (const Value& value : values)
      line.extremes.push_back({value, value});
    values.pop_back();
    line.told.values = std::move(values);
  }
  std::erase_if(lines_, [](const Line& line) { return line.extremes.empty(); });  // rates may have no value
}

void RangeLines::note(Line& line, const std::vector<Value>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    Extreme& extreme = line.extremes[i];
    if (values[i] < extreme.least)
      extreme.least = values[i];
    else if (values[i] > extreme.most)
      extreme.most = values[i];
  }
}

}  // namespace ansio::analyse
