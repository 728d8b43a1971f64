// A case: who lives in the household, what is known about them, which months to compute, in which scenarios.
//
//   Result<Case> situation = read_case(rules, *read_yaml(text, "case.yaml"));
//   Question question = make_question(rules, *situation, situation->scenarios[0], wanted);
//
// docs/cases.md describes the format. Every error of a text is reported at once, each with its place: bad_case
// (structure), unknown_variable, bad_value, out_of_bounds, no_such_person, bad_date, date_out_of_range. A plan that
// runs past the last month of law the rules know gets a warning and goes on with that law.
//
// Versions. `ansiopolku: 1` is the only one. What has come to it since 2026-11 is new keys that an older case lacks:
// `decisions:`, `before:`, `readings:` and `file:`. A case that an older reader would take for another needs 2.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/document/document.h"
#include "calc/base/limits/limits.h"
#include "calc/case/floor.h"
#include "calc/case/names/names.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::cases {

inline constexpr std::int32_t not_open = -1;

// From this month on the variable has this value, or none (it is computed, or has its default).
struct Step {
  YearMonth from;  // YearMonth{0}: always
  std::optional<Value> value;
  std::int32_t open = not_open;  // into Case::open: the value is only assumed
};

// What the case says of a value that it does not know (open_values.h).
struct OpenValue {
  enum class Kind : std::uint8_t { between, one_of, varies, unknown };  // unknown: what the rules take for plausible
  Kind kind = Kind::unknown;
  VariableName name;           // of a reading: its choice
  YearMonth from;              // of its step
  Value least, most;           // between, varies
  std::vector<Value> members;  // one_of
  Position position;
};

struct CaseValue {
  VariableName name;
  std::vector<Step> steps;  // by month, ascending; months before the first have no value
  Position position;
};

struct Scenario {
  std::string name;
  Shape shape;
  std::vector<CaseValue> values;  // each name once, in the order written
  std::vector<CaseValue> before;  // what was so in the months before the first; likewise
};

struct Case {
  std::string name;
  YearMonth start;
  int months = 1;                   // 1: a typical month; more: a plan
  std::vector<Scenario> scenarios;  // at least one; without `scenarios:` the case itself, named "case"
  std::vector<OpenValue> open;      // of all scenarios; those that share one know as little
  [[nodiscard]] bool is_typical() const { return months == 1; }
};

Result<Case> read_case(const RuleSet& rules, const Document& document);

// The months an evaluator computes for a case: the typical month, or the plan widened to whole calendar years.
Timeline timeline_of(const Case& situation);

Question make_question(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                       std::vector<Instance> wanted);

// The step that says what the value is in a month of the timeline; nullptr when none does. A yearly value of the year
// in which a plan starts is that of its first month.
const Step* step_in(const Variable& variable, const CaseValue& given, YearMonth month, YearMonth start);

// The value at a month: that of the last step not after it.
std::optional<Value> value_of(const std::vector<Step>& steps, YearMonth month);

}  // namespace ansio::cases
