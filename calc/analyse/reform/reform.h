// Two laws side by side over many households: who gains, who loses, what it costs, by decile and by group.
//
//   Result<ReformMeasures> measures = read_reform_measures(*read_yaml("reform.yaml", text), rules);
//   ReformSummary summary;
//   summary.add({income_before, income_after, purse_before, purse_after, group});      // a household
//   summary.all().winners; summary.deciles()[0].tally.mean_change()
//
// Sums are exact. Memory does not grow with the households: incomes are kept by whole units (a euro, not a cent), and
// households of the same whole unit stay in the same decile, the one in which the middle of them stands. Errors of the
// measures' file, each with its place: unknown_key, missing_key, wrong_kind, unknown_variable, no_such_person.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calc/analyse/floor.h"
#include "calc/base/document/document.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::analyse {

// What a reform is judged by, by name: `gain` the household's amount it wins or loses (also what deciles are of),
// `purse` the public one's, `group` the household's enum whose members are told apart.
struct ReformMeasures {
  std::string gain, purse, group;
};

Result<ReformMeasures> read_reform_measures(const Document& document, const RuleSet& rules);

struct ReformHousehold {
  Fraction gain_before, gain_after;
  Fraction purse_before, purse_after;
  std::int64_t group = 0;  // the member's place
};

struct ReformTally {
  std::uint64_t households = 0, winners = 0, losers = 0;
  Fraction gained, lost;  // by the winners; by the losers, below zero
  Fraction purse_change;

  void add(const ReformHousehold& household);
  void add(const ReformTally& other);
  [[nodiscard]] std::uint64_t unchanged() const { return households - winners - losers; }
  [[nodiscard]] Fraction total_change() const { return gained + lost; }
  [[nodiscard]] Fraction mean_change() const;  // invalid of no households
};

// Households of the n-th tenth by `gain` before: those with at least `from` and less than `to` whole units.
struct Decile {
  std::int64_t from = 0, to = 0;
  ReformTally tally;
};

class ReformSummary {
 public:
  void add(const ReformHousehold& household);
  void add(const ReformSummary& other);

  [[nodiscard]] const ReformTally& all() const { return all_; }
  [[nodiscard]] const std::map<std::int64_t, ReformTally>& groups() const { return groups_; }
  // Ten of them; one without households is empty.
  [[nodiscard]] std::vector<Decile> deciles() const;

 private:
  ReformTally all_;
  std::map<std::int64_t, ReformTally> groups_;
  std::map<std::int64_t, ReformTally> by_unit_;
};

}  // namespace ansio::analyse
