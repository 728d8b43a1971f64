// Points in chunks, scenario by scenario: in columns where each moved item fills all months of its value, one by one
// where it fills some of them or leaves the value out.
#include "calc/analyse/unknown/moved_cases.h"

#include <algorithm>

#include "calc/program/question/question_check.h"

namespace ansio::analyse {
namespace {

constexpr std::size_t chunk = 64;  // points whose answers are held at once

const CaseValue* named(const std::vector<CaseValue>& values, const VariableName& name) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const CaseValue& value) { return value.name == name; });
  return found == values.end() ? nullptr : &*found;
}

bool is_always_given(const std::vector<Value>& values) {
  return std::all_of(values.begin(), values.end(), [](const Value& value) { return value.is_valid(); });
}

}  // namespace

MovedCases::MovedCases(const RuleSet& rules, const Case& situation, const std::vector<OpenItem>& items,
                       std::vector<std::vector<Instance>> wanted, const Answering& answering)
    : rules_(rules), items_(items), answering_(answering) {
  for (std::size_t i = 0; i < situation.scenarios.size(); ++i)
    questions_.push_back(make_question(rules, situation, situation.scenarios[i], std::move(wanted[i])));
  const Timeline& timeline = questions_.front().timeline;
  first_shown_ = static_cast<std::size_t>(situation.start.index - timeline.first.index);
  shown_ = static_cast<std::size_t>(situation.months);
  find_places(situation);
}

void MovedCases::find_places(const Case& situation) {
  for (std::size_t s = 0; s < questions_.size(); ++s) {
    const Scenario& scenario = situation.scenarios[s];
    const Timeline& timeline = questions_[s].timeline;
    std::vector<Place>& places = places_.emplace_back(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const OpenItem& item = items_[i];
      const auto instance = instance_in(scenario.shape, item.name);
      const CaseValue* told = named(scenario.values, item.name);
      const CaseValue* before = named(scenario.before, item.name);
      if (!instance)
        continue;
      Place& place = places[i];
      place.instance = *instance;
      const Variable& variable = rules_.variables[instance->variable];
      const auto given = std::find_if(questions_[s].given.begin(), questions_[s].given.end(),
                                      [&](const Given& one) { return one.instance == *instance; });
      const std::size_t history = given == questions_[s].given.end() ? 0 : static_cast<std::size_t>(given->before);
      const auto count = static_cast<std::size_t>(value_count(variable, timeline));
      const int months = variable.period == Period::year ? 12 : 1;
      for (std::size_t index = 0; index < count; ++index) {
        const YearMonth month{timeline.first.index + static_cast<int>(index) * months};
        const bool is_past = before != nullptr && month < situation.start && value_of(before->steps, month);
        const Step* step = told == nullptr ? nullptr : step_in(variable, *told, month, situation.start);
        const bool is_open =
            item.open == not_open ? step == nullptr || !step->value : step != nullptr && step->open == item.open;
        if (is_open && !is_past)
          place.months.push_back(history + index);
      }
      place.is_there = !place.months.empty();
      place.is_whole = place.months.size() == count && history == 0;
      // A reading or an assumption is open in a scenario only where that says nothing at all.
      if (item.open == not_open && !place.is_whole)
        place = {};
    }
  }
}

bool MovedCases::has(std::size_t scenario, std::size_t item) const {
  return places_[scenario][item].is_there;
}

bool MovedCases::holds_always(std::size_t scenario, std::size_t item) const {
  const bool varies_by_month = items_[item].kind == OpenItem::Kind::varies && items_[item].has_members();
  return places_[scenario][item].is_whole && !varies_by_month;
}

Instance MovedCases::instance(std::size_t scenario, std::size_t item) const {
  return places_[scenario][item].instance;
}

Given& MovedCases::given_in(Question& question, const Place& place) const {
  const auto found = std::find_if(question.given.begin(), question.given.end(),
                                  [&](const Given& one) { return one.instance == place.instance; });
  if (found != question.given.end())
    return *found;
  const Variable& variable = rules_.variables[place.instance.variable];
  const auto count = static_cast<std::size_t>(value_count(variable, question.timeline));
  question.given.push_back({place.instance, std::vector<std::optional<Value>>(count)});
  return question.given.back();
}

void MovedCases::set(Question& question, std::size_t scenario, std::size_t item, const Value& value) const {
  const Place& place = places_[scenario][item];
  if (!place.is_there)
    return;
  Given& given = given_in(question, place);
  const bool varies_by_month = items_[item].kind == OpenItem::Kind::varies && items_[item].has_members();
  for (const std::size_t month : place.months) {
    if (!varies_by_month) {
      given.values[month] = value.is_valid() ? std::optional(value) : std::nullopt;  // not given
      continue;
    }
    // Months before the first and after the last shown are as the first and the last.
    const std::size_t index = month - static_cast<std::size_t>(given.before);
    const std::size_t shown = std::min(std::max(index, first_shown_) - first_shown_, shown_ - 1);
    given.values[month] = value_in(items_[item], pattern_of(value), shown);
  }
}

Question MovedCases::question_at(std::size_t scenario, std::size_t item, const Value& value) const {
  Question question = questions_[scenario];
  set(question, scenario, item, value);
  return question;
}

void MovedCases::answer_scenario(std::size_t scenario, const MovedPoints& points, std::size_t first, std::size_t count,
                                 std::vector<std::optional<Answer>>& answers) const {
  std::vector<std::size_t> here;  // among points.items
  bool in_columns = true;
  for (std::size_t i = 0; i < points.items.size(); ++i)
    if (has(scenario, points.items[i])) {
      here.push_back(i);
      in_columns = in_columns && holds_always(scenario, points.items[i]) && is_always_given(points.values[i]);
    }
  answers.assign(count, std::nullopt);
  if (here.empty()) {
    const Result<Answer> answer = answering_(questions_[scenario]);
    if (answer)
      answers.assign(count, *answer);
    return;
  }
  if (!in_columns) {
    for (std::size_t at = 0; at < count; ++at) {
      Question question = questions_[scenario];
      for (const std::size_t i : here)
        set(question, scenario, points.items[i], points.values[i][first + at]);
      if (Result<Answer> answer = answering_(question))
        answers[at] = std::move(*answer);
    }
    return;
  }
  Series series;
  series.question = questions_[scenario];
  for (const std::size_t i : here) {
    const Given& given = given_in(series.question, places_[scenario][points.items[i]]);
    series.moving.push_back(static_cast<std::size_t>(&given - series.question.given.data()));
    const auto begin = points.values[i].begin() + static_cast<std::ptrdiff_t>(first);
    series.values.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(count));
  }
  answering_.answer(series, [&](std::size_t at, const Result<Answer>& answer) {
    if (answer)
      answers[at] = *answer;
  });
}

void MovedCases::answer(const MovedPoints& points, const TakingMoved& take) const {
  std::vector<std::vector<std::optional<Answer>>> answers(questions_.size());
  std::vector<const Answer*> by_scenario(questions_.size());
  for (std::size_t first = 0; first < points.size(); first += chunk) {
    const std::size_t count = std::min(chunk, points.size() - first);
    for (std::size_t s = 0; s < questions_.size(); ++s)
      answer_scenario(s, points, first, count, answers[s]);
    for (std::size_t at = 0; at < count; ++at) {
      for (std::size_t s = 0; s < questions_.size(); ++s)
        by_scenario[s] = answers[s][at] ? &*answers[s][at] : nullptr;
      take(first + at, by_scenario);
    }
  }
}

}  // namespace ansio::analyse
