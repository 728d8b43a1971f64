// What figures rest on without certainty: the unverified rules, defaults and parameters that they really used.
//
// Only what was read on the way to a figure counts: a branch not taken, an override, an input that was given bring
// nothing.
#pragma once

#include <span>
#include <vector>

#include "calc/explain/floor.h"
#include "calc/explain/trace/trace.h"
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

struct Foundations {
  std::vector<RestsOn> assumptions;  // in the order of the rule set
  // What stands for the month before a plan, where the case says nothing of it: of what figures that are not zero rest
  // on, the values that are not zero.
  std::vector<FigureAt> assumed_before;
};

// `figures` are those shown; what they read in any month is followed.
Foundations foundations_of(const RuleSet& rules, Tracer& tracer, const Question& question,
                           std::span<const FigureAt> figures);

// All unverified rules, inputs and parameters of the rule set.
std::vector<RestsOn> all_assumptions(const RuleSet& rules);

}  // namespace ansio::explain
