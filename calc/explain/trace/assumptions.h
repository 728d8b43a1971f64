// What figures rest on without certainty: the unverified rules, defaults and parameters that they really used, and the
// values that no text in force fixes yet.
//
// Only what was read on the way to a figure counts: a branch not taken, an override, an input that was given bring
// nothing.
#pragma once

#include <span>
#include <vector>

#include "calc/explain/floor.h"
#include "calc/explain/trace/parameter_uses.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::explain {

struct RestsOn {
  enum class Kind : std::uint8_t { rule, input, parameter };
  Kind kind = Kind::rule;
  std::uint32_t id = 0;  // VariableId or ParameterId
  bool material = true;
  const Assumption* assumption = nullptr;  // its note; lives in the rule set
  friend bool operator==(const RestsOn&, const RestsOn&) = default;
};

// A value of a parameter that is forecast or continued, the cell of it that was used; or a formula that is.
struct ExpectedValue {
  std::optional<ParameterUse> use;
  VariableId rule = 0;  // when it is a formula
  const DatedFormula* formula = nullptr;
  bool material = true;
};

// Whether both are the same value of the same parameter and cell, or the same formula.
bool is_same(const ExpectedValue& a, const ExpectedValue& b);

struct Foundations {
  std::vector<RestsOn> assumptions;     // in the order of the rule set
  std::vector<ExpectedValue> expected;  // likewise: parameters, then rules
  // Beside the figures asked for: whether one rests on what is expected, or on the law of a month past the last known.
  std::vector<bool> rests_on_expected;
  // What stands for the month before a plan, where the case says nothing of it: of what figures that are not zero rest
  // on, the values that are not zero.
  std::vector<FigureAt> assumed_before;
  // Inputs that the case gives from the start of a plan and of which it says nothing in earlier months of the year: the
  // first such month that a figure rests on.
  std::vector<FigureAt> unsaid_before;
};

// `figures` are those shown; what they read in any month is followed.
Foundations foundations_of(const RuleSet& rules, Tracer& tracer, const Question& question,
                           std::span<const FigureAt> figures);

// All unverified rules, inputs and parameters of the rule set.
std::vector<RestsOn> all_assumptions(const RuleSet& rules);

}  // namespace ansio::explain
