// Compares a household with itself at another amount and tells where the difference goes, term by term.
#include "calc/analyse/rates/rates.h"

#include <algorithm>

#include "calc/analyse/grid/grid.h"
#include "calc/analyse/rates/summands.h"
#include "calc/program/question/rates.h"

namespace ansio::analyse {
namespace {

std::size_t place_of(const RuleSet& rules, const Question& question, const Instance& instance, YearMonth month) {
  if (question.timeline.typical)
    return 0;
  if (rules.variables[instance.variable].period == Period::year)
    return static_cast<std::size_t>(month.year() - question.timeline.first.year());
  return static_cast<std::size_t>(month.index - question.timeline.first.index);
}

// What both households are asked, and what their answers come to.
class Decomposition {
 public:
  Decomposition(const RuleSet& rules, const Question& question, VariableId rate, std::uint8_t person,
                const std::vector<YearMonth>& months)
      : person_(person),
        wanted_{{rules.variables[rate].rate->of, person}, {rules.variables[rate].rate->leaves, Instance::household}} {
    for (const YearMonth month : months) {
      Month& one = months_.emplace_back();
      one.of = place_of(rules, question, wanted_[0], month);
      one.leaves = place_of(rules, question, wanted_[1], month);
      // By month: a formula may change.
      for (const Summand& part : summands_of(rules, question, wanted_[1], static_cast<int>(one.leaves))) {
        const auto known = std::find(wanted_.begin(), wanted_.end(), part.instance);
        one.parts.push_back({part, static_cast<std::size_t>(known - wanted_.begin())});
        if (known == wanted_.end())
          wanted_.push_back(part.instance);
      }
    }
  }

  // The number that changes comes first.
  [[nodiscard]] const std::vector<Instance>& wanted() const { return wanted_; }

  [[nodiscard]] std::vector<RateOfPerson> rates(const Answer& now, const Answer& other) const {
    std::vector<RateOfPerson> results;
    results.reserve(months_.size());
    for (const Month& month : months_) {
      RateOfPerson result;
      result.person = person_;
      result.from = now.values[0][month.of];
      result.to = other.values[0][month.of];
      const Fraction difference = result.to - result.from;
      const Fraction kept = (other.values[1][month.leaves] - now.values[1][month.leaves]) / difference;
      result.value = Fraction::from_integer(1) - kept;  // invalid without a difference
      result.rounding = kept;
      for (const auto& [part, place] : month.parts) {
        const auto index = static_cast<std::size_t>(part.index);
        const Fraction share = part.factor * (other.values[place][index] - now.values[place][index]) / difference;
        result.rounding = result.rounding - share;
        if (share.is_valid() && share.sign() != 0)
          result.shares.push_back({part.instance, share});
      }
      results.push_back(std::move(result));
    }
    return results;
  }

  [[nodiscard]] std::vector<RateOfPerson> no_rates() const {
    RateOfPerson none;
    none.person = person_;
    none.from = none.to = none.value = none.rounding = Fraction::invalid();
    return std::vector<RateOfPerson>(months_.size(), none);
  }

 private:
  struct Month {
    std::size_t of = 0, leaves = 0;
    std::vector<std::pair<Summand, std::size_t>> parts;  // with their places in wanted_
  };

  std::uint8_t person_;
  std::vector<Instance> wanted_;
  std::vector<Month> months_;
};

}  // namespace

std::vector<VariableId> rates_of(const RuleSet& rules) {
  std::vector<VariableId> rates;
  for (VariableId id = 0; id < rules.variables.size(); ++id)
    if (rules.variables[id].rate)
      rates.push_back(id);
  return rates;
}

Result<std::vector<RateOfPerson>> compute_rate(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                                               VariableId rate, std::uint8_t person,
                                               const std::vector<YearMonth>& months, const Answering& answering) {
  Question question = make_question(rules, situation, scenario, {});
  const Decomposition parts(rules, question, rate, person, months);
  question.wanted = parts.wanted();
  const Result<Answer> now = answering(question);
  if (!now)
    return now.diagnostics();
  const Result<Answer> other =
      answering(other_household(question, *rules.variables[rate].rate, person, now->values.front()));
  // At the largest value that may be given there is no other to compare with, as in `calc` and `sweep`.
  if (!other && other.diagnostics().front().code == Code::out_of_bounds)
    return parts.rates(*now, *now);
  if (!other)
    return other.diagnostics();
  return parts.rates(*now, *other);
}

Result<std::vector<std::vector<RateOfPerson>>> compute_rates(const RuleSet& rules, const Case& situation,
                                                             const Scenario& scenario, const std::vector<Axis>& axes,
                                                             VariableId rate, std::uint8_t person,
                                                             const std::vector<YearMonth>& months,
                                                             const Answering& answering) {
  Result<GridSeries> grid = series_over(rules, situation, scenario, axes);
  if (!grid)
    return grid.diagnostics();
  Series& series = grid->series;
  const Decomposition parts(rules, series.question, rate, person, months);
  series.question.wanted = parts.wanted();
  std::vector<Result<Answer>> now(series.size(), Result<Answer>(Answer{}));
  SeriesProblems problems;
  answering.answer(series, [&](std::size_t point, const Result<Answer>& answer) {
    if (!problems.note(point, answer))
      now[point] = answer;
  });
  if (problems.any())
    return problems.first();
  std::vector<std::vector<RateOfPerson>> results(series.size(), parts.no_rates());
  answer_others(
      series, now, 0, *rules.variables[rate].rate, person, parts.wanted(),
      [&](std::size_t point, const Result<Answer>& other) {
        if (other)
          results[point] = parts.rates(*now[point], *other);
      },
      [&](const Question& question) { return answering(question); },
      [&](Series& others, const Taking& take) { answering.answer(others, take); });
  return results;
}

}  // namespace ansio::analyse
