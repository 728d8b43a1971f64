// Answers questions of rates by two further questions: the household as it is, and with another amount.
#include "calc/program/question/rates.h"

#include <algorithm>

#include "calc/program/question/question_check.h"

namespace ansio::program {
namespace {

bool is_rate(const RuleSet& rules, const Instance& instance) {
  return instance.variable < rules.variables.size() && rules.variables[instance.variable].rate.has_value();
}

const Given* given_for(const Question& question, const Instance& instance) {
  const auto found = std::find_if(question.given.begin(), question.given.end(),
                                  [&](const Given& given) { return given.instance == instance; });
  return found == question.given.end() ? nullptr : &*found;
}

std::size_t place_in(std::vector<Instance>& instances, const Instance& instance) {
  const auto found = std::find(instances.begin(), instances.end(), instance);
  if (found != instances.end())
    return static_cast<std::size_t>(found - instances.begin());
  instances.push_back(instance);
  return instances.size() - 1;
}

// What is asked of the household as it is, and of each other household that a wanted rate compares it with.
class Comparisons {
 public:
  Comparisons(const RuleSet& rules, const Question& question) : rules_(rules), wanted_(question.wanted) {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (!is_rate(rules, wanted_[i])) {
        places_.push_back(place_in(asked_, wanted_[i]));
        continue;
      }
      const RateOf& rate = *rules.variables[wanted_[i].variable].rate;
      places_.push_back(i);
      rates_.push_back({i, &rate, place_in(asked_, {rate.of, wanted_[i].person}),
                        place_in(asked_, {rate.leaves, Instance::household})});
    }
  }

  struct Comparison {
    std::size_t wanted;  // the rate's place among what is wanted
    const RateOf* rate;
    std::size_t of, leaves;  // places among what is asked of the household as it is
  };

  [[nodiscard]] const std::vector<Instance>& asked() const { return asked_; }
  [[nodiscard]] const std::vector<Comparison>& rates() const { return rates_; }
  [[nodiscard]] std::uint8_t person(const Comparison& rate) const { return wanted_[rate.wanted].person; }
  [[nodiscard]] std::vector<Instance> asked_of_other(const Comparison& rate) const {
    return {asked_[rate.of], asked_[rate.leaves]};
  }

  // The answer without its rates, which are invalid until they are set.
  [[nodiscard]] Answer answer_of(const Answer& now) const {
    Answer answer;
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      answer.values.push_back(is_rate(rules_, wanted_[i])
                                  ? std::vector<Value>(now.values[rates_.front().of].size(), Value::invalid())
                                  : now.values[places_[i]]);
    return answer;
  }

  void set(const Comparison& rate, const Answer& now, const Answer& other, Answer& answer) const {
    std::vector<Value>& values = answer.values[rate.wanted];
    for (std::size_t month = 0; month < values.size(); ++month) {
      const Value change = other.values[0][month] - now.values[rate.of][month];
      const Value kept = (other.values[1][month] - now.values[rate.leaves][month]) / change;
      values[month] = Value::from_integer(1) - kept;
    }
  }

  // What the question gives is taken as it is.
  void take_given(const Question& question, Answer& answer) const {
    for (const Comparison& rate : rates_)
      if (const Given* given = given_for(question, wanted_[rate.wanted]))
        for (std::size_t month = 0; month < answer.values[rate.wanted].size(); ++month)
          if (given->has(static_cast<int>(month)))
            answer.values[rate.wanted][month] = *given->values[month + static_cast<std::size_t>(given->before)];
  }

 private:
  const RuleSet& rules_;
  const std::vector<Instance> wanted_;
  std::vector<Instance> asked_;
  std::vector<std::size_t> places_;  // of what is wanted, among what is asked
  std::vector<Comparison> rates_;
};

// Whether the number that changes is the same in all months, none of them before the timeline.
bool is_simple(const Question& question, const Instance& moved, const std::vector<Value>& values) {
  const Given* given = given_for(question, moved);
  return (given == nullptr || given->before == 0) &&
         std::all_of(values.begin(), values.end(), [&](const Value& value) { return value == values.front(); });
}

// The other households of these cases as a series; the number moves.
Series series_of_others(const Series& series, const std::vector<Result<Answer>>& now,
                        const std::vector<std::size_t>& cases, std::size_t of, const RateOf& rate,
                        std::uint8_t person) {
  Series others;
  others.question = other_household(series.question, rate, person, now[cases.front()]->values[of]);
  others.moving = series.moving;
  for (const std::vector<Value>& values : series.values) {
    std::vector<Value>& mine = others.values.emplace_back();
    mine.reserve(cases.size());
    for (const std::size_t at : cases)
      mine.push_back(values[at]);
  }
  const Given* moved = given_for(others.question, {rate.of, person});
  const auto given = static_cast<std::size_t>(moved - others.question.given.data());
  const auto known = std::find(others.moving.begin(), others.moving.end(), given);
  const auto place = static_cast<std::size_t>(known - others.moving.begin());
  if (known == others.moving.end()) {
    others.moving.push_back(given);
    others.values.emplace_back(cases.size());
  }
  for (std::size_t i = 0; i < cases.size(); ++i)
    others.values[place][i] = rate.step ? now[cases[i]]->values[of].front() + *rate.step : Value{};
  return others;
}

}  // namespace

bool wants_rates(const RuleSet& rules, const Question& question) {
  return std::any_of(question.wanted.begin(), question.wanted.end(),
                     [&](const Instance& instance) { return is_rate(rules, instance); });
}

Question other_household(Question question, const RateOf& rate, std::uint8_t person, const std::vector<Value>& now) {
  const Instance moved{rate.of, person};
  auto given = std::find_if(question.given.begin(), question.given.end(),
                            [&](const Given& one) { return one.instance == moved; });
  if (given == question.given.end())
    given = question.given.insert(given, {moved, std::vector<std::optional<Value>>(now.size())});
  for (std::size_t month = 0; month < now.size(); ++month)
    given->values[month + static_cast<std::size_t>(given->before)] = rate.step ? now[month] + *rate.step : Value{};
  return question;
}

Result<Answer> answer_rates(const RuleSet& rules, const Question& question, const AnsweringOne& answer) {
  if (Diagnostics refused = check_question(rules, question); !refused.empty())
    return refused;
  const Comparisons comparisons(rules, question);
  Question asked = question;
  asked.wanted = comparisons.asked();
  const Result<Answer> now = answer(asked);
  if (!now)
    return now.diagnostics();
  Answer result = comparisons.answer_of(*now);
  for (const auto& rate : comparisons.rates()) {
    Question others = other_household(asked, *rate.rate, comparisons.person(rate), now->values[rate.of]);
    others.wanted = comparisons.asked_of_other(rate);
    if (const Result<Answer> other = answer(others))
      comparisons.set(rate, *now, *other, result);
  }
  comparisons.take_given(question, result);
  return result;
}

void answer_rates(const RuleSet& rules, Series& series, const Taking& take, const AnsweringOne& answer_one,
                  const AnsweringMany& answer_many) {
  const std::vector<Instance> wanted = series.question.wanted;
  const Question question = series.question;
  const Comparisons comparisons(rules, question);
  std::vector<Result<Answer>> now(series.size(), Result<Answer>(Answer{}));
  std::vector<Answer> results(series.size());
  series.question.wanted = comparisons.asked();
  answer_many(series, [&](std::size_t at, const Result<Answer>& answer) {
    now[at] = answer;
    if (answer)
      results[at] = comparisons.answer_of(*answer);
  });
  for (const auto& rate : comparisons.rates())
    answer_others(
        series, now, rate.of, *rate.rate, comparisons.person(rate), comparisons.asked_of_other(rate),
        [&](std::size_t at, const Result<Answer>& other) {
          if (other)
            comparisons.set(rate, *now[at], *other, results[at]);
        },
        answer_one, answer_many);
  for (std::size_t at = 0; at < now.size(); ++at) {
    series.move_to(at);
    if (now[at])
      comparisons.take_given(series.question, results[at]);
    take(at, now[at] ? Result<Answer>(std::move(results[at])) : now[at]);
  }
  series.question.wanted = wanted;
}

void answer_others(Series& series, const std::vector<Result<Answer>>& now, std::size_t of, const RateOf& rate,
                   std::uint8_t person, const std::vector<Instance>& wanted, const Taking& take,
                   const AnsweringOne& answer_one, const AnsweringMany& answer_many) {
  std::vector<std::size_t> together, alone;
  for (std::size_t at = 0; at < now.size(); ++at)
    if (now[at])
      (is_simple(series.question, {rate.of, person}, now[at]->values[of]) ? together : alone).push_back(at);
  if (!together.empty()) {
    Series others = series_of_others(series, now, together, of, rate, person);
    others.question.wanted = wanted;
    answer_many(others, [&](std::size_t at, const Result<Answer>& other) { take(together[at], other); });
  }
  for (const std::size_t at : alone) {
    series.move_to(at);
    Question others = other_household(series.question, rate, person, now[at]->values[of]);
    others.wanted = wanted;
    take(at, answer_one(others));
  }
}

}  // namespace ansio::program
