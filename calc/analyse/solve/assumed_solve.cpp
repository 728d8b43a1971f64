// Whatever the open facts are: the stretches that all solutions have in common; at best: those that any of them has.
#include "calc/analyse/solve/assumed_solve.h"

#include <algorithm>

namespace ansio::analyse {
namespace {

constexpr std::size_t most_solved = 64;
constexpr int steps_between = 4;  // of a number that is tried between its ends

using Values = std::vector<Value>;              // one an item
using Stretches = std::vector<HoldingStretch>;  // ascending

Stretches ascending(Stretches stretches) {
  std::sort(stretches.begin(), stretches.end(),
            [](const HoldingStretch& a, const HoldingStretch& b) { return a.from < b.from; });
  return stretches;
}

Stretches common(const Stretches& a, const Stretches& b) {
  Stretches both;
  for (const HoldingStretch& one : a)
    for (const HoldingStretch& other : b) {
      const Value from = std::max(one.from, other.from), to = std::min(one.to, other.to);
      if (from <= to)
        both.push_back({from, to});
    }
  return both;
}

// Neighbouring points are one stretch.
Stretches united(const Stretches& a, const Stretches& b, const Value& step) {
  Stretches all = a;
  all.insert(all.end(), b.begin(), b.end());
  all = ascending(std::move(all));
  Stretches joined;
  for (const HoldingStretch& one : all)
    if (!joined.empty() && one.from <= joined.back().to + step)
      joined.back().to = std::max(joined.back().to, one.to);
    else
      joined.push_back(one);
  return joined;
}

class AssumedSolver {
 public:
  AssumedSolver(const RuleSet& rules, const Case& situation, const SolveRequest& request, Assume assume,
                const Answering& answering, Machine::Definition definition)
      : rules_(rules),
        situation_(situation),
        request_(request),
        assume_(assume),
        answering_(answering),
        definition_(definition),
        items_(open_items(rules, situation, WhichItems::of_case)) {}

  Result<AssumedSolution> solve() {
    for (const OpenItem& item : items_)
      candidates_.push_back(candidates_of(item));
    if (assume_ == Assume::given || items_.empty()) {
      Result<Solution> solution = analyse::solve(rules_, situation_, request_, answering_, definition_);
      if (!solution)
        return solution.diagnostics();
      return AssumedSolution{std::move(*solution), std::move(items_), assume_};
    }
    std::size_t product = 1;
    for (const Values& values : candidates_)
      product = std::min(product * values.size(), most_solved + 1);
    if (Diagnostics refused = product <= most_solved ? solve_all() : solve_in_turn(); !refused.empty())
      return refused;
    return told();
  }

 private:
  [[nodiscard]] static Values candidates_of(const OpenItem& item) {
    if (item.has_members())
      return item.members;
    Values values;
    for (int i = 0; i <= steps_between; ++i) {
      const Value share = Fraction::from_ratio(i, steps_between);
      const Value value = i == steps_between
                              ? item.most
                              : item.least + round_to((item.most - item.least) * share, item.step, Rounding::down);
      if (values.empty() || values.back() != value)
        values.push_back(value);
    }
    return values;
  }

  // Solves at these values and keeps what holds at all of them, or at any.
  Diagnostics solve_at(const Values& values) {
    SolveRequest request = request_;
    Scenario scenario = *request_.scenario;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      scenario = with_item(situation_, scenario, items_[i], values[i]);
      request.base = with_item(situation_, request.base, items_[i], values[i]);
    }
    request.scenario = &scenario;
    Result<Solution> solution = analyse::solve(rules_, situation_, request, answering_, definition_);
    if (!solution)
      return solution.diagnostics();
    const Stretches here = ascending(solution->stretches);
    if (solved_.empty())
      holding_ = here;
    else
      holding_ = assume_ == Assume::worst ? common(holding_, here) : united(holding_, here, request_.axis.step);
    solved_.push_back({values, std::move(*solution)});
    return {};
  }

  Diagnostics solve_all() {
    std::vector<std::size_t> at(items_.size(), 0);
    for (bool more = true; more;) {
      Values values;
      for (std::size_t i = 0; i < items_.size(); ++i)
        values.push_back(candidates_[i][at[i]]);
      if (Diagnostics refused = solve_at(values); !refused.empty())
        return refused;
      more = false;
      for (std::size_t i = items_.size(); i-- > 0 && !more;) {
        more = ++at[i] < candidates_[i].size();
        if (!more)
          at[i] = 0;
      }
    }
    return {};
  }

  // Item after item, the others staying where they are.
  Diagnostics solve_in_turn() {
    Values values;
    for (std::size_t i = 0; i < items_.size(); ++i)
      values.push_back(items_[i].assumed.value_or(candidates_[i].front()));
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::size_t first = solved_.size();
      for (const Value& value : candidates_[i]) {
        values[i] = value;
        if (Diagnostics refused = solve_at(values); !refused.empty())
          return refused;
      }
      std::size_t best = first;
      for (std::size_t k = first; k < solved_.size(); ++k)
        if (is_preferred(solved_[k].solution, solved_[best].solution))
          best = k;
      values[i] = solved_[best].values[i];
    }
    return {};
  }

  // Whether the first says more of what is asked: the worst, or the best.
  [[nodiscard]] bool is_preferred(const Solution& a, const Solution& b) const {
    const bool wants_less = assume_ == Assume::worst;
    if (!a.value || !b.value)
      return wants_less ? !a.value && b.value : a.value && !b.value;
    const bool is_farther = request_.goal == Goal::most ? *b.value < *a.value : *a.value < *b.value;
    return *a.value != *b.value && is_farther != wants_less;
  }

  AssumedSolution told() {
    std::optional<Value> answer;
    if (!holding_.empty())
      answer = request_.goal == Goal::most ? holding_.back().to : holding_.front().from;
    const Solved* binding = &solved_.front();
    for (const Solved& one : solved_)
      if (one.solution.value == answer && binding->solution.value != answer)
        binding = &one;
      else if (binding->solution.value != answer && is_preferred(one.solution, binding->solution))
        binding = &one;
    AssumedSolution told{binding->solution, std::move(items_), assume_};
    for (std::size_t i = 0; i < told.items.size(); ++i)
      told.items[i].assumed = binding->values[i].is_valid() ? std::optional(binding->values[i]) : std::nullopt;
    told.solution.value = answer;
    told.solution.stretches = holding_;
    if (request_.goal == Goal::most)
      std::reverse(told.solution.stretches.begin(), told.solution.stretches.end());
    told.solution.depends =
        std::any_of(solved_.begin(), solved_.end(), [](const Solved& one) { return one.solution.depends; });
    return told;
  }

  struct Solved {
    Values values;
    Solution solution;
  };

  const RuleSet& rules_;
  const Case& situation_;
  const SolveRequest& request_;
  Assume assume_;
  const Answering& answering_;
  Machine::Definition definition_;
  std::vector<OpenItem> items_;
  std::vector<Values> candidates_;
  std::vector<Solved> solved_;
  Stretches holding_;
};

}  // namespace

Scenario with_item(const Case& situation, const Scenario& scenario, const OpenItem& item, const Value& value) {
  Scenario changed = scenario;
  const bool varies_by_month = item.kind == OpenItem::Kind::varies && item.has_members();
  for (CaseValue& given : changed.values) {
    if (!(given.name == item.name))
      continue;
    std::vector<Step> steps;
    for (std::size_t i = 0; i < given.steps.size(); ++i) {
      const Step& step = given.steps[i];
      if (step.open != item.open) {
        steps.push_back(step);
        continue;
      }
      if (!varies_by_month) {
        steps.push_back({step.from, value.is_valid() ? std::optional(value) : std::nullopt});
        continue;
      }
      const YearMonth until{i + 1 < given.steps.size() ? given.steps[i + 1].from.index
                                                       : situation.start.index + situation.months};
      const Pattern pattern = pattern_of(value);
      steps.push_back({step.from, value_in(item, pattern, 0)});
      for (int month = 0; month < situation.months; ++month) {
        const YearMonth at{situation.start.index + month};
        if (at > step.from && at < until)
          steps.push_back({at, value_in(item, pattern, static_cast<std::size_t>(month))});
      }
    }
    given.steps = std::move(steps);
  }
  return changed;
}

Result<AssumedSolution> solve_assuming(const RuleSet& rules, const Case& situation, const SolveRequest& request,
                                       Assume assume, const Answering& answering, Machine::Definition definition) {
  return AssumedSolver(rules, situation, request, assume, answering, definition).solve();
}

}  // namespace ansio::analyse
