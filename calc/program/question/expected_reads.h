// Which figures of a typical month may rest on values that no text in force fixes yet: by what their formulas say,
// whatever the household is. For answers in bulk, which are not traced figure by figure.
//
//   ExpectedReads reads(rules);
//   reads.may_rest(figure, YearMonth::of(2027, 6))
//   for (const ExpectedRead& read : reads.of({figure, …}, month)) …
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "calc/program/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

// A dated value of a parameter, or a dated formula of a rule.
struct ExpectedRead {
  ParameterId parameter = 0;
  const ParameterValue* value = nullptr;
  VariableId rule = 0;
  const DatedFormula* formula = nullptr;
  friend bool operator==(const ExpectedRead&, const ExpectedRead&) = default;
};

class ExpectedReads {
 public:
  explicit ExpectedReads(const RuleSet& rules);

  // Whether any value or formula of the month is expected, or the month lies past the law that is known.
  [[nodiscard]] bool any_in(YearMonth month) const { return month >= first_ || month > rules_->law_until; }
  [[nodiscard]] bool may_rest(VariableId figure, YearMonth month) const;
  // In the order of the rule set, each once.
  [[nodiscard]] std::vector<ExpectedRead> of(std::span<const VariableId> figures, YearMonth month) const;

 private:
  // A variable's formula of the month, and its initial one: what previous() reads where there is no history.
  struct Reading {
    std::vector<std::uint32_t> reads;  // other readings
    std::vector<ExpectedRead> expected;
  };
  [[nodiscard]] std::vector<Reading> readings_of(YearMonth month) const;
  [[nodiscard]] std::vector<bool> touched_in(YearMonth month) const;

  const RuleSet* rules_;
  YearMonth first_ = YearMonth::of(9999, 1);
  std::vector<std::vector<bool>> touched_;  // by variable, of each month from first_ to the last known
};

}  // namespace ansio::program
