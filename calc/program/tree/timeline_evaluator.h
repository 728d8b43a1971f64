// Answers a Question by evaluating the tree, in any kind of number: the meaning of months and years (docs/language.md,
// section 4) written once for the definition and for the fallback in 128-bit fractions.
//
// Every (instance, month or year) is computed once, when it is first needed, and remembered with its failure if it
// fails. Months run in order and remembered variables come first, so that no chain of previous() is followed deeper
// than a year.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/dependencies.h"
#include "calc/program/question/question_check.h"
#include "calc/program/tree/tree_evaluator.h"

#include <algorithm>

namespace ansio::program {

template <class Number>
class TimelineEvaluator {
 public:
  using Operations = NumberOperations<Number>;
  using Outcome = std::optional<Number>;

  TimelineEvaluator(const RuleSet& rules, const Question& question)
      : rules_(rules),
        question_(question),
        people_(static_cast<std::size_t>(question.shape.person_count()) + 1),
        histories_(rules.variables.size() * people_) {}

  Result<Answer> answer() {
    Diagnostics refused = start();
    if (!refused.empty())
      return refused;
    Answer answer;
    for (const Instance& instance : question_.wanted)
      answer.values.emplace_back(static_cast<std::size_t>(count_of(instance)));
    for (int month = 0; month < question_.timeline.months; ++month) {
      for (const Instance& instance : remembered_)
        if (falls_due(instance, month))
          value_at_index(instance, index_at(instance, month));
      for (std::size_t i = 0; i < question_.wanted.size(); ++i)
        if (falls_due(question_.wanted[i], month))
          store(answer, i, index_at(question_.wanted[i], month));
    }
    if (!reported_.empty())
      return reported_;
    return answer;
  }

  // One figure at a time, for explanations: start() (what it returns refuses the question), then value_at_index and
  // read. The first moment of a long plan first, so that chains of previous() stay short.

  // A month or a year of the timeline, by number.
  struct Moment {
    Period period = Period::month;
    int index = 0;
  };

  Diagnostics start() {
    Diagnostics refused = check_question(rules_, question_);
    if (!refused.empty())
      return refused;
    for (const Given& given : question_.given)
      history(given.instance).given = &given;
    prepare_remembered();
    return refused;
  }

  [[nodiscard]] bool typical() const { return question_.timeline.typical; }

  // Parameters and formulas are those of the month computed; of a year those of January.
  [[nodiscard]] YearMonth calendar_month(Moment moment) const {
    const YearMonth first = question_.timeline.first;
    if (moment.period == Period::month)
      return YearMonth{first.index + moment.index};
    return YearMonth::of(first.year() + moment.index, 1);
  }

  bool is_given(Instance instance, Moment now) {
    const History& past = history(instance);
    return past.given != nullptr && past.given->has(same_time(instance, now).index);
  }

  // Which reading of the law holds: 0, the rules' own, when none is chosen.
  std::size_t chosen(VariableId choice, Moment now) {
    const Instance instance{choice, Instance::household};
    if (choice == no_variable || !is_given(instance, now))
      return 0;
    const Outcome number = value_at_index(instance, same_time(instance, now).index);
    return number ? static_cast<std::size_t>(Operations::to_integer(*number)) : 0;
  }

  // Of the reading that holds.
  const DatedFormula* formula_now(const Variable& rule, Moment now) {
    return formula_at(rule, chosen(rule.choice, now), calendar_month(now));
  }

  // The month or year of the instance that belongs to the moment.
  [[nodiscard]] Moment same_time(Instance instance, Moment now) const {
    const Period period = variable(instance).period;
    if (period == now.period)
      return now;
    const int months_a_year = typical() ? 1 : 12;
    return {period, period == Period::year ? now.index / months_a_year : now.index * months_a_year};
  }

  Outcome read(NodeKind how, Instance instance, std::uint32_t months, Moment now) {
    const int here = same_time(instance, now).index;
    switch (how) {
      case NodeKind::previous:
      case NodeKind::last_year:
        return has_history(instance, here) ? value_at_index(instance, here - 1) : without_history(instance, here);
      case NodeKind::average:
        return average(instance, here, static_cast<int>(months));
      case NodeKind::year_to_date:
      case NodeKind::year_sum:
      case NodeKind::at_year_start:
      case NodeKind::at_year_end:
        return over_the_year(how, instance, here);
      default:
        return value_at_index(instance, here);
    }
  }

  // Whether there is a month (of a yearly variable: a year) before this one.
  [[nodiscard]] bool has_history(Instance instance, int index) {
    const int first = variable(instance).period == Period::year ? 0 : question_.timeline.start;
    const Given* given = history(instance).given;
    return index > first || (index == first && given != nullptr && given->continues && given->has(first - 1));
  }

  // The month that stands for one that may lie before the timeline: itself when it is given, else the first.
  [[nodiscard]] int month_for(Instance instance, int month) {
    const Given* given = history(instance).given;
    return month >= 0 || (given != nullptr && given->has(month)) ? month : 0;
  }

  // Whether the month (year) is one before the plan that the question tells of.
  [[nodiscard]] bool is_past(Instance instance, int index) {
    const Given* given = history(instance).given;
    const int first = variable(instance).period == Period::year ? 0 : question_.timeline.start;
    return given != nullptr && given->continues && index < first;
  }

  // The first month that an average of so many months reads.
  [[nodiscard]] int first_of_average(Instance instance, int here, int months) {
    int first = here - months + 1;
    while (first < 0 && month_for(instance, first) != first)
      ++first;
    return first;
  }

  // What stands for the value before the month or year `index` when there is none.
  Outcome without_history(Instance instance, int index) {
    History& past = history(instance);
    const auto place = static_cast<std::size_t>(index);
    if ((past.given != nullptr && past.given->has(index)) || variable(instance).kind == Variable::Kind::input)
      return value_at_index(instance, index);
    if (variable(instance).initial.root == no_node) {
      fail(Code::missing_initial, [&] { return name_of(instance) + " has no initial value"; });
      return std::nullopt;
    }
    if (past.initials.empty())
      past.initials = std::vector<Cell>(static_cast<std::size_t>(question_.timeline.start) + 1);
    return computed(instance, past.initials[place], variable(instance).initial.root,
                    Moment{variable(instance).period, index});
  }

  Outcome value_at_index(Instance instance, int index) {
    History& past = history(instance);
    const int before = past.given != nullptr ? past.given->before : 0;
    const auto place = static_cast<std::size_t>(before + index);
    if (past.cells.empty())
      past.cells = std::vector<Cell>(static_cast<std::size_t>(before + count_of(instance)));
    Cell& cell = past.cells[place];
    if (cell.state == State::unknown && past.given != nullptr && past.given->has(index)) {
      cell.value = Operations::from(*past.given->values[place]);
      cell.state = State::known;
    }
    if (cell.state != State::unknown)
      return remembered(instance, cell);
    const Moment now{variable(instance).period, index};
    if (!supported(instance, cell, index))
      return std::nullopt;
    const DatedFormula* formula = formula_now(variable(instance), now);
    if (formula == nullptr || formula->root == no_node) {
      if (variable(instance).kind == Variable::Kind::input)
        fail(Code::missing_input, [&] { return name_of(instance) + " must be given"; });
      else
        fail(Code::missing_value,
             [&] { return variable(instance).name + " has no formula in " + to_text(calendar_month(now)); });
      cell.state = State::failed;
      cell.failure = last_failure_;
      return std::nullopt;
    }
    return computed(instance, cell, formula->root, now);
  }

  // Why the value last asked for is none.
  [[nodiscard]] const Diagnostic& last_failure() const { return failures_[last_failure_]; }

 private:
  enum class State : std::uint8_t { unknown, open, known, failed };

  struct Cell {
    State state = State::unknown;
    std::uint32_t failure = 0;  // into failures_
    Number value{};
  };

  struct History {
    const Given* given = nullptr;
    std::vector<Cell> cells;     // one a month or year, those before the timeline included
    std::vector<Cell> initials;  // one a month until the plan starts
  };

  // The surroundings of one formula.
  class World final : public FormulaWorld<Number> {
   public:
    World(TimelineEvaluator& timeline, Moment now) : timeline_(timeline), now_(now) {}
    Outcome read(NodeKind how, Instance instance, std::uint32_t months) override {
      return timeline_.read(how, instance, months, now_);
    }
    bool is_given(Instance instance) override { return timeline_.is_given(instance, now_); }
    std::size_t chosen(VariableId choice) override { return timeline_.chosen(choice, now_); }
    bool is_typical() override { return timeline_.typical(); }
    void fail(Diagnostic diagnostic) override { timeline_.fail(std::move(diagnostic)); }

   private:
    TimelineEvaluator& timeline_;
    Moment now_;
  };

  [[nodiscard]] const Variable& variable(Instance instance) const { return rules_.variables[instance.variable]; }
  [[nodiscard]] int count_of(Instance instance) const { return value_count(variable(instance), question_.timeline); }
  [[nodiscard]] bool falls_due(Instance instance, int month) const {
    return variable(instance).period == Period::month || month % 12 == 0;
  }
  [[nodiscard]] int index_at(Instance instance, int month) const {
    return variable(instance).period == Period::month ? month : month / 12;
  }
  History& history(Instance instance) {
    const std::size_t person = instance.person == Instance::household ? 0 : instance.person + 1U;
    return histories_[instance.variable * people_ + person];
  }

  // Whether the rule has an answer now; the situation in which it has none is looked at first.
  bool supported(Instance instance, Cell& cell, int index) {
    if (variable(instance).unsupported == no_variable)
      return true;
    const Instance situation = situation_of(rules_, instance);
    const Outcome stopped = value_at_index(situation, index);
    if (stopped && *stopped == Operations::from(0))
      return true;
    if (stopped)
      fail(worded([&] {
        return Diagnostic{.code = Code::unsupported,
                          .message = variable(situation).says.in(Language::en),
                          .found = name_of(situation)};
      }));
    cell.state = State::failed;
    cell.failure = last_failure_;
    return false;
  }

  void prepare_remembered() {
    if (typical())
      return;
    for (const VariableId id : dependencies_of(rules_, question_.wanted).remembered) {
      if (rules_.variables[id].entity == Entity::household) {
        remembered_.push_back({id, Instance::household});
        continue;
      }
      for (int person = 0; person < question_.shape.person_count(); ++person)
        remembered_.push_back({id, static_cast<std::uint8_t>(person)});
    }
  }

  void store(Answer& answer, std::size_t wanted, int index) {
    const Outcome value = value_at_index(question_.wanted[wanted], index);
    if (!value) {
      report(failures_[last_failure_]);
      return;
    }
    const Fraction result = Operations::to_fraction(*value);
    if (!result.is_valid()) {
      fail_too_large();
      report(failures_[last_failure_]);
    }
    answer.values[wanted][static_cast<std::size_t>(index)] = result;
  }

  void report(const Diagnostic& diagnostic) {
    const auto same = [&](const Diagnostic& other) {
      return other.code == diagnostic.code && other.message == diagnostic.message && other.found == diagnostic.found;
    };
    if (std::none_of(reported_.begin(), reported_.end(), same))
      reported_.push_back(diagnostic);
  }

  Outcome over_the_year(NodeKind how, Instance instance, int here) {
    const int january = typical() ? 0 : here / 12 * 12;
    if (how == NodeKind::at_year_start)
      return value_at_index(instance, january);
    if (how == NodeKind::at_year_end)
      return value_at_index(instance, typical() ? 0 : january + 11);
    if (typical()) {
      const int times = how == NodeKind::year_sum ? 12 : question_.timeline.first.month();
      const Outcome value = value_at_index(instance, 0);
      return value ? Outcome(*value * Operations::from(times)) : value;
    }
    return total(instance, january, how == NodeKind::year_sum ? january + 11 : here);
  }

  Outcome average(Instance instance, int here, int months) {
    if (typical())
      return value_at_index(instance, here);
    const Outcome sum = total(instance, here - months + 1, here);
    return sum ? Outcome(*sum / Operations::from(months)) : sum;
  }

  // Months before the timeline that are not given count as its first.
  Outcome total(Instance instance, int from, int until) {
    Number sum = Operations::from(0);
    for (int month = from; month <= until; ++month) {
      const Outcome value = value_at_index(instance, month_for(instance, month));
      if (!value)
        return value;
      sum = sum + *value;
      if (!Operations::usable(sum))
        return fail_too_large();
    }
    return sum;
  }

  Outcome computed(Instance instance, Cell& cell, NodeId root, Moment now) {
    if (cell.state != State::unknown)
      return remembered(instance, cell);
    cell.state = State::open;
    World world(*this, now);
    TreeEvaluator<Number> evaluator(rules_, question_.shape, world);
    const Outcome value = evaluator.evaluate(root, Viewpoint{instance.person, instance.person}, calendar_month(now));
    cell.state = value ? State::known : State::failed;
    if (value)
      cell.value = *value;
    else
      cell.failure = last_failure_;
    return value;
  }

  Outcome remembered(Instance instance, Cell& cell) {
    if (cell.state == State::known)
      return cell.value;
    if (cell.state == State::open)
      fail(Code::cycle, [&] { return name_of(instance) + " depends on itself"; });
    else
      last_failure_ = cell.failure;
    return std::nullopt;
  }

  [[nodiscard]] std::string name_of(Instance instance) const {
    return instance_name(variable(instance).name, question_.shape, instance.person);
  }

  Outcome fail_too_large() {
    fail(Code::value_too_large, [] { return std::string("a value beyond what can be computed exactly"); });
    return std::nullopt;
  }

  template <class Message>
  void fail(Code code, Message message) {
    fail(worded([&] { return Diagnostic{.code = code, .message = message()}; }));
  }

  void fail(Diagnostic diagnostic) {
    failures_.push_back(std::move(diagnostic));
    last_failure_ = static_cast<std::uint32_t>(failures_.size() - 1);
  }

  const RuleSet& rules_;
  const Question& question_;
  std::size_t people_;
  std::vector<History> histories_;
  std::vector<Instance> remembered_;
  Diagnostics failures_, reported_;
  std::uint32_t last_failure_ = 0;
};

}  // namespace ansio::program
