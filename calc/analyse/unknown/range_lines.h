// The lines of a case's ranges while points are computed: what of an answer belongs to which, and the extremes so far.
#pragma once

#include "calc/analyse/floor.h"
#include "calc/analyse/unknown/ranges.h"

namespace ansio::analyse {

// A point at which the case was computed: the value of each item, nothing where it is as assumed.
using ItemValues = std::vector<std::optional<Value>>;

struct Extreme {
  Value least, most;
  bool proven = false;
};

class RangeLines {
 public:
  RangeLines(const RuleSet& rules, const Case& situation, const std::vector<VariableId>& variables);

  // The instances that the lines of each scenario read.
  [[nodiscard]] const std::vector<std::vector<Instance>>& wanted() const { return wanted_; }

  struct Line {
    RangeLine told;
    std::optional<std::size_t> here, first;  // places in wanted() of the scenario and of the first one
    std::size_t begin = 0, count = 1;        // of the answer's values
    bool has_total = false;
    std::vector<Extreme> extremes;  // one a value, then of the total or sum
  };
  [[nodiscard]] std::vector<Line>& lines() { return lines_; }

  // Of a line at this answer: its values, then their sum. False when a scenario it needs has no answer.
  bool read(const Line& line, const std::vector<const Answer*>& by_scenario, std::vector<Value>& values) const;

  // As assumed: the first answer of all.
  void begin(const std::vector<const Answer*>& by_scenario);
  static void note(Line& line, const std::vector<Value>& values);

 private:
  void add_lines(const RuleSet& rules, const Case& situation, VariableId id);

  std::vector<std::vector<Instance>> wanted_;
  std::vector<Line> lines_;
  std::size_t first_month_ = 0, months_ = 1, years_ = 1;
  bool typical_ = true;
};

}  // namespace ansio::analyse
