// What a case comes to: every scenario, every figure shown, month by month, with notices, assumptions and overrides.
//
//   Result<Results> results = compute_results(rules, situation, answering);
//   for (const ScenarioResult& scenario : results->scenarios) …
//
// Errors are the evaluators'; each names its scenario.
#pragma once

#include <string>
#include <vector>

#include "calc/base/date/date.h"
#include "calc/case/read/case.h"
#include "calc/explain/trace/assumptions.h"
#include "calc/program/machine/answering.h"
#include "calc/simulate/floor.h"

namespace ansio::simulate {

struct Figure {
  Instance instance;
  std::vector<Value> values;     // of the months shown; of a yearly variable of their years
  bool overridden = false;       // a computed variable that the case gave
  std::vector<bool> expected{};  // beside `values`: which rest on values that are expected; empty when none does
};

// A notice and the months shown in which it begins to hold.
struct FiredNotice {
  std::size_t notice = 0;  // into RuleSet::notices
  Instance instance;
  std::vector<YearMonth> months;
  std::vector<Date> due;  // one a month, of a notice whose rules say by what day
};

// A sentence of a `says` text is filled from these: every variable that a text of this scenario names.
struct SpokenValue {
  Instance instance;
  std::vector<Value> values;
};

// A reading of the law that the case chose: a place in RuleSet::choices, and the reading's number.
struct ChosenReading {
  std::size_t choice = 0;
  std::size_t reading = 0;
};

// What stands for months before a plan of which the case says nothing.
struct AssumedBefore {
  Instance instance;
  Value value;
  // Of an input that the case gives from the start: how the sum of the leading figure over the months shown would
  // change, had the input been before the start what it is then.
  std::optional<Fraction> effect;
};

struct ScenarioResult {
  std::string name;
  Shape shape;
  std::vector<Figure> figures;
  std::vector<Figure> given;  // what the case gave; a month without a value holds an invalid one
  std::vector<FiredNotice> notices;
  std::vector<RestsOn> assumptions;
  std::vector<ExpectedValue> expected;
  std::vector<ChosenReading> readings;
  std::vector<AssumedBefore> assumed_before;
  std::vector<SpokenValue> spoken;
  std::vector<CaseValue> carry;  // when asked for: what a plan that goes on from here has before it
};

struct Results {
  bool typical = true;
  YearMonth start;
  int months = 1;                     // shown
  std::vector<VariableId> variables;  // shown, in the order asked for
  std::vector<ScenarioResult> scenarios;
};

// The variables shown when nobody asks for others: those marked as outputs. Rates, which cost a household more to
// compute, are not among them.
std::vector<VariableId> default_outputs(const RuleSet& rules);

// All outputs, rates too: what a program gets that asks for no others.
std::vector<VariableId> all_outputs(const RuleSet& rules);

// The figures a person wants first, in the order the rules give them; all outputs when the rules name none.
std::vector<VariableId> headlines(const RuleSet& rules);

struct ResultOptions {
  std::vector<VariableId> variables;  // empty: default_outputs
  bool with_assumptions = true;
  bool with_carry = false;
};

Result<Results> compute_results(const RuleSet& rules, const Case& situation, const Answering& answering,
                                const ResultOptions& options = {});

// The same without assumptions and carrying: all that a small program has to hold. Of no variables: default_outputs.
Result<Results> compute_figures(const RuleSet& rules, const Case& situation, const Answering& answering,
                                const std::vector<VariableId>& variables);

// Years that the months shown touch.
int shown_years(const Results& results);

// The sum over the months shown of an amount per month; nothing for any other kind of figure, and for one that does not
// add up over time (a limit, a distance to one).
std::optional<Fraction> total_of(const RuleSet& rules, const Figure& figure);

// The client's sentence of a figure (of its first month shown) or of a notice (of a month in which it begins); empty
// when the rules have none.
std::string sentence_of(const RuleSet& rules, const Results& results, const ScenarioResult& scenario,
                        const Figure& figure, Language language);
std::string sentence_of(const RuleSet& rules, const Results& results, const ScenarioResult& scenario,
                        const FiredNotice& fired, YearMonth month, Language language);

}  // namespace ansio::simulate
