// Walks what the rules read of earlier months and takes those values from the end of a plan.
#include "calc/simulate/results/carry.h"

#include <algorithm>

#include "calc/program/question/dependencies.h"

namespace ansio::simulate {
namespace {

bool is_among(const std::vector<VariableId>& ascending, VariableId variable) {
  return std::binary_search(ascending.begin(), ascending.end(), variable);
}

class Carrying {
 public:
  Carrying(const RuleSet& rules, const Case& situation, const Question& question, const Answer& answer)
      : rules_(rules),
        question_(question),
        answer_(answer),
        needed_(dependencies_of(rules, question.wanted)),
        last_(question.timeline.start + situation.months - 1) {}

  std::vector<CaseValue> values() {
    std::vector<CaseValue> carried;
    for (std::size_t i = 0; i < question_.wanted.size(); ++i) {
      const Instance& instance = question_.wanted[i];
      std::vector<Step> steps = steps_of(instance, answer_.values[i]);
      if (!steps.empty())
        carried.push_back({{owner_of(question_.shape, instance.person), instance.variable}, std::move(steps), {}});
    }
    return carried;
  }

 private:
  std::vector<Step> steps_of(const Instance& instance, const std::vector<Value>& values) const {
    const bool remembered = is_among(needed_.remembered, instance.variable);
    if (rules_.variables[instance.variable].period == Period::year)
      return remembered ? last_full_year(instance, values) : std::vector<Step>{};
    if (is_among(needed_.summed, instance.variable)) {
      const int from = first_month_needed(instance.variable);
      if (from <= last_)
        return months(instance, values, from);
    }
    const Value& at_end = values[static_cast<std::size_t>(last_)];
    if (remembered || (is_notice(instance.variable) && at_end.sign() != 0))
      return {{YearMonth{0}, at_end}};
    return {};
  }

  std::vector<Step> last_full_year(const Instance& instance, const std::vector<Value>& values) const {
    const int year = (last_ + 1) / 12 - 1;
    if (year >= 0)
      return {{YearMonth{0}, values[static_cast<std::size_t>(year)]}};
    if (const auto known = given_before(instance, -1))
      return {{YearMonth{0}, *known}};
    return {};
  }

  // As many months as the first month of the next plan looks back on.
  int first_month_needed(VariableId variable) const {
    const int january = (last_ + 1) / 12 * 12;
    const bool is_input = rules_.variables[variable].kind == Variable::Kind::input;
    return is_input ? std::min(january, last_ + 2 - needed_.longest_average) : january;
  }

  std::vector<Step> months(const Instance& instance, const std::vector<Value>& values, int from) const {
    const bool is_single = rules_.variables[instance.variable].is_single;  // says nothing of the month after
    std::vector<Step> steps;
    for (int month = from; month <= last_; ++month) {
      const Value& known = values[static_cast<std::size_t>(std::max(month, 0))];
      const Value value = month < 0 ? given_before(instance, month).value_or(known) : known;
      if (steps.empty() || is_single || !(*steps.back().value == value))
        steps.push_back({YearMonth{question_.timeline.first.index + month}, value});
    }
    return steps;
  }

  [[nodiscard]] std::optional<Value> given_before(const Instance& instance, int index) const {
    for (const Given& given : question_.given)
      if (given.instance == instance && given.has(index))
        return given.values[static_cast<std::size_t>(index + given.before)];
    return std::nullopt;
  }

  [[nodiscard]] bool is_notice(VariableId variable) const {
    return std::any_of(rules_.notices.begin(), rules_.notices.end(),
                       [&](const Notice& notice) { return notice.variable == variable; });
  }

  const RuleSet& rules_;
  const Question& question_;
  const Answer& answer_;
  Dependencies needed_;
  int last_;
};

}  // namespace

std::vector<Instance> carried_instances(const RuleSet& rules, const Shape& shape, const std::vector<Instance>& wanted) {
  const Dependencies needed = dependencies_of(rules, wanted);
  std::vector<Instance> instances;
  for (const VariableId variable : needed.needed)
    if (is_among(needed.remembered, variable) || is_among(needed.summed, variable))
      for (const Instance& instance : instances_of(rules, shape, variable))
        instances.push_back(instance);
  return instances;
}

std::vector<CaseValue> carried_values(const RuleSet& rules, const Case& situation, const Question& question,
                                      const Answer& answer) {
  return Carrying(rules, situation, question, answer).values();
}

}  // namespace ansio::simulate
