// What benchmarks ask of the rules of rules/: every output, every input given with numbers a little above their bounds,
// or at them where the rules would have no answer.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/machine/machine.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"

namespace ansio::program {

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
      if (variable.output && !variable.rate)
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
  // A variable at its bound whenever that leaves fewer reasons to refuse.
  Question typical = question;
  typical.timeline = {true, timeline.first, 1};
  for (Given& given : typical.given)
    given.values.resize(1);
  Machine machine(rules);
  std::size_t reasons = machine.answer(typical).diagnostics().size();
  for (VariableId id = 0; id < rules.variables.size() && reasons > 0; ++id) {
    if (rules.variables[id].kind != Variable::Kind::input || !rules.variables[id].lowest)
      continue;
    const auto give = [&](Question& to, const Value& value) {
      for (Given& given : to.given)
        if (given.instance.variable == id)
          given.values.assign(given.values.size(), value);
    };
    Question lower = typical;
    give(lower, *rules.variables[id].lowest);
    if (const std::size_t left = machine.answer(lower).diagnostics().size(); left < reasons) {
      reasons = left;
      typical = std::move(lower);
      give(question, *rules.variables[id].lowest);
    }
  }
  return question;
}

// Which given amounts of a typical month may rise by 50 without a refusal.
inline std::vector<bool> movable(const RuleSet& rules, Question question) {
  Machine machine(rules);
  std::vector<bool> moves;
  for (Given& given : question.given) {
    const Value before = *given.values[0];
    given.values[0] = before + Fraction::from_integer(50);
    const bool is_amount = rules.variables[given.instance.variable].decimals == 2;
    moves.push_back(is_amount && machine.answer(question).ok());
    given.values[0] = before;
  }
  return moves;
}

}  // namespace ansio::program
