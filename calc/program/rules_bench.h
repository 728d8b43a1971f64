// What benchmarks ask of the rules of rules/: every output, every input given with numbers a little above their bounds.
#pragma once

#include "calc/program/question.h"
#include "calc/ruleset/directory.h"
#include "calc/ruleset/load.h"

namespace calc {

inline const RuleSet& rules_of_the_house() {
  static const RuleSet rules = [] {
    const Result<std::vector<SourceFile>> files = read_directory(ANSIO_SOURCE_DIR "/rules");
    Result<RuleSet> loaded = files ? load_rules(*files) : Result<RuleSet>(RuleSet{});
    return loaded ? *std::move(loaded) : RuleSet{};
  }();
  return rules;
}

inline Question everything_of(const RuleSet& rules, Shape shape, Timeline timeline) {
  Question question{shape, timeline, {}, {}};
  const auto each = [&](VariableId id, auto&& use) {
    if (rules.variables[id].entity == Entity::household)
      return use(Instance{id, Instance::household});
    for (int person = 0; person < shape.person_count(); ++person)
      use(Instance{id, static_cast<std::uint8_t>(person)});
  };
  for (VariableId id = 0; id < rules.variables.size(); ++id) {
    const Variable& variable = rules.variables[id];
    if (variable.kind == Variable::Kind::rule) {
      if (variable.output)
        each(id, [&](Instance instance) { question.wanted.push_back(instance); });
      continue;
    }
    Value value = Fraction::from_integer(0);
    if (variable.type.kind == Type::Kind::month)
      value = Fraction::from_integer(YearMonth::of(1980, 1).index);
    else if (variable.type.kind == Type::Kind::number && variable.lowest && variable.highest)
      value = round_to(*variable.lowest + (*variable.highest - *variable.lowest) / Fraction::from_integer(50),
                       Fraction::from_ratio(1, variable.percent        ? 10000
                                               : variable.decimals > 0 ? 100
                                                                       : 1),
                       Rounding::up);
    if (variable.lowest && value < *variable.lowest)
      value = *variable.lowest;
    const auto count = static_cast<std::size_t>(
        timeline.typical || variable.period == Period::month ? timeline.months : timeline.months / 12);
    each(id, [&](Instance instance) {
      question.given.push_back({instance, std::vector<std::optional<Value>>(count, value)});
    });
  }
  return question;
}

}  // namespace calc
