// An end holds from the first value with a range on; later values without one stay as they are.
#include "calc/ruleset/certainty/expected_readings.h"

#include <algorithm>

namespace ansio::ruleset {
namespace {

Reading end_of(const std::vector<ParameterValue>& values, std::string_view name, Texts says,
               std::vector<Fraction> ParameterValue::*end) {
  Reading reading;
  reading.name = name;
  reading.says = std::move(says);
  for (const ParameterValue& value : values) {
    const bool has_range = !(value.*end).empty();
    if (reading.values.empty() && !has_range)
      continue;
    reading.values.push_back(value);
    if (!has_range)
      continue;
    reading.values.back().cells = value.*end;
    if (reading.source.empty())
      reading.source = value.source;
  }
  return reading;
}

}  // namespace

void add_expected_readings(RuleSet& rules) {
  const Texts lowest{
      {"Pienin odotettu arvo", "Det lägsta väntade värdet", "The lowest expected value", "Pienin arvo, jota odotamme"}};
  const Texts highest{{"Suurin odotettu arvo", "Det högsta väntade värdet", "The highest expected value",
                       "Suurin arvo, jota odotamme"}};
  for (Parameter& parameter : rules.parameters) {
    if (std::none_of(parameter.values.begin(), parameter.values.end(),
                     [](const ParameterValue& value) { return !value.low.empty(); }))
      continue;
    parameter.readings.push_back(end_of(parameter.values, lowest_expected, lowest, &ParameterValue::low));
    parameter.readings.push_back(end_of(parameter.values, highest_expected, highest, &ParameterValue::high));
  }
}

}  // namespace ansio::ruleset
