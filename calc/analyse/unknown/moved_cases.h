// A case with some of its open items moved: the questions of all scenarios, answered at the same points.
//
//   MovedCases cases(rules, situation, items, wanted, answering);     // wanted: by scenario
//   cases.answer({{0}, {{none, basic}}}, [&](std::size_t point, const auto& by_scenario) { … });
//
// Points are computed in columns where an item holds in all months, else one by one. A scenario that has no answer at a
// point has none there: nullptr.
#pragma once

#include <functional>

#include "calc/analyse/floor.h"
#include "calc/analyse/unknown/open_items.h"
#include "calc/program/machine/answering.h"

namespace ansio::analyse {

// values[i][k] is the value of items[i] at point k; all other items are as assumed.
struct MovedPoints {
  std::vector<std::size_t> items;
  std::vector<std::vector<Value>> values;

  [[nodiscard]] std::size_t size() const { return values.empty() ? 1 : values.front().size(); }
};

using TakingMoved = std::function<void(std::size_t point, const std::vector<const Answer*>& by_scenario)>;

class MovedCases {
 public:
  // Keeps references.
  MovedCases(const RuleSet& rules, const Case& situation, const std::vector<OpenItem>& items,
             std::vector<std::vector<Instance>> wanted, const Answering& answering);

  void answer(const MovedPoints& points, const TakingMoved& take) const;

  [[nodiscard]] std::size_t scenario_count() const { return questions_.size(); }
  // With nothing moved, and with one number moved to a value where the scenario has it.
  [[nodiscard]] const Question& question(std::size_t scenario) const { return questions_[scenario]; }
  [[nodiscard]] Question question_at(std::size_t scenario, std::size_t item, const Value& value) const;
  // Whether the item stands in this scenario, and in all its months.
  [[nodiscard]] bool has(std::size_t scenario, std::size_t item) const;
  [[nodiscard]] bool holds_always(std::size_t scenario, std::size_t item) const;
  [[nodiscard]] Instance instance(std::size_t scenario, std::size_t item) const;

 private:
  struct Place {
    Instance instance;
    std::vector<std::size_t> months;  // places in Given::values that the item fills
    bool is_whole = false;            // all of them
    bool is_there = false;
  };

  void find_places(const Case& situation);
  Given& given_in(Question& question, const Place& place) const;
  void set(Question& question, std::size_t scenario, std::size_t item, const Value& value) const;
  void answer_scenario(std::size_t scenario, const MovedPoints& points, std::size_t first, std::size_t count,
                       std::vector<std::optional<Answer>>& answers) const;

  const RuleSet& rules_;
  const std::vector<OpenItem>& items_;
  const Answering& answering_;
  std::vector<Question> questions_;
  std::vector<std::vector<Place>> places_;   // by scenario, then item
  std::size_t first_shown_ = 0, shown_ = 1;  // months of the timeline
};

}  // namespace ansio::analyse
