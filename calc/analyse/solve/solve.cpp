// Searches for the outermost point at which a condition holds in every month, and describes what turns beyond it.
//
// Conditions are not monotone: more wage may cost a benefit and later win it back. So nothing is bisected. The axis is
// searched from the end that the answer is nearest to, stretch by stretch, each proven to hold or to fail throughout,
// until the stretches asked for are found; the answer is the end of the first one.
#include "calc/analyse/solve/solve.h"

#include <algorithm>

#include "calc/analyse/axis/traced_axis.h"
#include "calc/analyse/solve/solve_search.h"
#include "calc/case/values/value.h"

namespace ansio::analyse {
namespace {

using State = TruthSearch::State;

constexpr std::size_t most_of_condition = 3;  // parameters

class Solver {
 public:
  Solver(const Condition& condition, const Question& question, const Instance& moved, const Axis& axis, Goal goal,
         const ShownMonths& shown, Machine::Definition definition)
      : rules_(*condition.rules),
        axis_(axis),
        goal_(goal),
        condition_(condition),
        definition_(definition),
        shown_(shown),
        moved_(moved),
        last_(static_cast<std::int64_t>(axis.count()) - 1),
        question_(question) {
    question_.wanted = {condition.instance};
    for (const Instance& figure : condition.figures)
      if (!(figure == moved_))
        question_.wanted.push_back(figure);
  }

  Result<Solution> solve() {
    find_stretches();
    if (!refused_.empty())
      return refused_;
    solution_.axis = axis_;
    solution_.goal = goal_;
    solution_.moved = moved_;
    solution_.condition = condition_.text;
    solution_.rules = condition_.rules;
    solution_.condition_instance = condition_.instance;
    look_at_points();
    if (!refused_.empty())
      return refused_;
    if (goal_ == Goal::most)
      std::reverse(solution_.stretches.begin(), solution_.stretches.end());
    solution_.question = std::move(question_);
    return std::move(solution_);
  }

 private:
  // One point of the axis: by the traced values where they hold, else as the evaluators answer it.
  struct Point {
    std::int64_t point = 0;
    std::optional<PointValues> traced;
    std::optional<Answer> answer;
  };

  [[nodiscard]] Value value_at(std::int64_t point) const { return axis_.at(static_cast<std::size_t>(point)); }

  std::optional<Answer> answer_at(std::int64_t point) {
    if (machine_ == nullptr)
      machine_ = std::make_unique<Machine>(rules_, definition_);
    const Value value = value_at(point);
    for (Given& given : question_.given)
      if (given.instance == moved_)
        std::fill(given.values.begin(), given.values.end(), value);
    Result<Answer> answer = machine_->answer(question_);
    if (answer)
      return std::move(*answer);
    refused_ = answer.diagnostics();
    for (Diagnostic& diagnostic : refused_)
      if (diagnostic.hint.empty())
        diagnostic.hint = "at " + instance_name(rules_, question_.shape, moved_) + " = " +
                          value_text(rules_, rules_.variables[moved_.variable], value);
    return std::nullopt;
  }

  void find_stretches() {
    const auto take = [&](std::int64_t first, std::int64_t last, State state) {
      return state == State::unknown ? take_singly(first, last) : take_stretch(first, last, state == State::holds);
    };
    traced_ = trace_axis(rules_, question_, axis_, moved_);
    if (!traced_) {
      take(0, last_, State::unknown);
    } else {
      build_values();
      const std::uint32_t truth = values_->place(holds_);
      solution_.depends = values_->moves(truth) || (sound_ != no_value && values_->moves(sound_));
      TruthSearch search(*values_, truth, sound_, traced_->point_count);
      search.run(goal_ == Goal::most ? TruthSearch::From::last : TruthSearch::From::first, take);
      solution_.pieces = search.looked_at();
    }
    end_stretch();
  }

  void build_values() {
    ValueGraph& graph = traced_->traced.graph;
    // The conjunction over months is nobody's decision: it must not be taken for the cause of anything.
    graph.set_scope(no_value);
    holds_ = graph.constant(1);
    for (const TracedOutput& output : traced_->traced.outputs) {
      const int month = static_cast<int>(output.index);
      if (output.wanted != 0 || month < shown_.first || month > shown_.last)
        continue;
      truths_.push_back(output.value.numerator);
      holds_ = graph.minimum(holds_, output.value.numerator);
    }
    traced_->traced.origins.resize(graph.size());
    std::vector<ValueId> roots = truths_;
    roots.push_back(holds_);
    const ValueId sound = traced_->traced.sound;
    const bool always_sound = graph.is_constant(sound);
    if (!always_sound)
      roots.push_back(sound);
    values_ = std::make_unique<MovingValues>(traced_->moving(roots));
    sound_ = always_sound ? no_value : values_->place(sound);
  }

  bool take_singly(std::int64_t first, std::int64_t last) {
    singles_ += last - first + 1;
    if (singles_ > most_single_points) {
      refused_ = {too_many_single_points(axis_)};
      return false;
    }
    for (std::int64_t i = 0; i <= last - first; ++i) {
      const std::int64_t point = goal_ == Goal::most ? last - i : first + i;
      const std::optional<Answer> answer = answer_at(point);
      if (!answer || !take_stretch(point, point, failing_months(*answer).empty()))
        return false;
    }
    return true;
  }

  // From the end of the axis that the answer is nearest to.
  bool take_stretch(std::int64_t first, std::int64_t last, bool holds) {
    if (!holds) {
      end_stretch();
      return true;
    }
    if (!stretch_) {
      if (solution_.stretches.size() == most_stretches) {
        solution_.has_more = true;
        return false;
      }
      stretch_ = {first, last};
    }
    stretch_->first = std::min(stretch_->first, first);
    stretch_->last = std::max(stretch_->last, last);
    return true;
  }

  void end_stretch() {
    if (!stretch_)
      return;
    if (solution_.stretches.empty())
      answer_ = goal_ == Goal::most ? stretch_->last : stretch_->first;
    solution_.stretches.push_back({value_at(stretch_->first), value_at(stretch_->last)});
    stretch_.reset();
  }

  [[nodiscard]] std::vector<int> failing_months(const Answer& answer) const {
    std::vector<int> months;
    for (int month = shown_.first; month <= shown_.last; ++month)
      if (answer.values[0][static_cast<std::size_t>(month)].sign() == 0)
        months.push_back(month);
    return months;
  }

  [[nodiscard]] std::vector<int> failing_months(const Point& point) const {
    if (!point.traced)
      return failing_months(*point.answer);
    std::vector<int> months;
    for (std::size_t i = 0; i < truths_.size(); ++i)
      if ((*point.traced)[values_->place(truths_[i])] == 0)
        months.push_back(shown_.first + static_cast<int>(i));
    return months;
  }

  // The answer and what lies just beyond it, or without an answer both ends of the axis.
  void look_at_points() {
    std::vector<Point> points;
    if (answer_) {
      solution_.value = value_at(*answer_);
      points.push_back({*answer_, {}, {}});
      // One step beyond the answer the condition fails, and that is where its reasons show.
      const std::int64_t beyond = *answer_ + (goal_ == Goal::most ? 1 : -1);
      if (beyond >= 0 && beyond <= last_)
        points.push_back({beyond, {}, {}});
    } else {
      points.push_back({0, {}, {}});
      if (last_ > 0)
        points.push_back({last_, {}, {}});
    }
    for (Point& point : points) {
      if (values_ != nullptr) {
        point.traced.emplace();
        values_->evaluate(point.point, *point.traced);
        if (sound_ != no_value && (*point.traced)[sound_] == 0)
          point.traced.reset();
      }
      if (!point.traced && !(point.answer = answer_at(point.point)))
        return;
      solution_.points.push_back({value_at(point.point), failing_months(point)});
    }
    read_figures(points);
    if (answer_ && points.size() == 2 && points[0].traced && points[1].traced)
      find_causes(points[0], points[1]);
  }

  // Figures are shown of one month: of the first that fails beyond the answer, where the limit is felt.
  [[nodiscard]] int month_of_figures() const {
    for (const SolvedPoint& point : solution_.points)
      if (!point.fails_in.empty())
        return point.fails_in.front();
    return shown_.first;
  }

  void read_figures(const std::vector<Point>& points) {
    const int month = month_of_figures();
    std::vector<const Exact*> traced;  // by figure
    std::vector<ValueId> roots;
    for (std::size_t wanted = 1; wanted < question_.wanted.size(); ++wanted) {
      const bool yearly = rules_.variables[question_.wanted[wanted].variable].period == Period::year;
      const int index = yearly && !question_.timeline.typical ? month / 12 : month;
      solution_.figures.push_back({question_.wanted[wanted], index, {}, {}});
      traced.push_back(nullptr);
      if (!traced_)
        continue;
      for (const TracedOutput& output : traced_->traced.outputs)
        if (output.wanted == wanted && static_cast<int>(output.index) == index)
          traced.back() = &output.value;
      roots.push_back(traced.back()->numerator);
      if (traced.back()->divisor != no_value)
        roots.push_back(traced.back()->divisor);
    }
    std::optional<MovingValues> moving;
    if (traced_)
      moving.emplace(traced_->moving(roots));
    PointValues values;
    for (const Point& point : points) {
      if (point.traced)
        moving->evaluate(point.point, values);
      for (std::size_t i = 0; i < solution_.figures.size(); ++i) {
        SolvedFigure& figure = solution_.figures[i];
        if (!point.traced) {
          figure.values.push_back(point.answer->values[i + 1][static_cast<std::size_t>(figure.index)]);
          continue;
        }
        const Exact& exact = *traced[i];
        figure.values.push_back(moving->ratio(
            values, {moving->place(exact.numerator),
                     exact.divisor == no_value ? no_value : moving->place(exact.divisor), exact.denominator}));
      }
    }
  }

  // Of all decisions that turn of their own accord between the two points those that alone make a month fail; each
  // weighs as many months as hold again when it is undone.
  void find_causes(const Point& at, const Point& beyond) {
    const std::vector<int>& months = solution_.points[1].fails_in;
    std::vector<std::uint32_t> places;
    std::vector<bool> grounds(values_->count());
    for (const int month : months) {
      places.push_back(values_->place(truths_[static_cast<std::size_t>(month - shown_.first)]));
      values_->mark_grounds(*at.traced, places.back(), grounds);
      values_->mark_grounds(*beyond.traced, places.back(), grounds);
    }
    PointValues values;
    std::vector<std::uint32_t> turned;
    values_->evaluate_as(beyond.point, *at.traced, grounds, values, turned);
    std::vector<std::pair<std::ptrdiff_t, std::uint32_t>> weights;
    for (const std::uint32_t decision : turned) {
      values_->evaluate_with(beyond.point, *at.traced, decision, values);
      const auto held =
          std::count_if(places.begin(), places.end(), [&](std::uint32_t place) { return values[place] != 0; });
      weights.emplace_back(held, decision);
    }
    std::stable_sort(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
    for (const auto& [weight, decision] : weights)
      // Those that change nothing alone are told only when all are such.
      if (weight > 0 || weights.front().first == 0)
        add_cause(traced_->traced.origins[values_->source(decision)]);
  }

  // The same condition of several months is one cause.
  void add_cause(const ValueOrigin& origin) {
    std::vector<EdgeCause>& causes = solution_.causes;
    auto known = std::find_if(causes.begin(), causes.end(), [&](const EdgeCause& cause) {
      return cause.instance == origin.instance && cause.node == origin.node && cause.is_initial == origin.is_initial;
    });
    if (known == causes.end())
      known = causes.insert(causes.end(), {origin.instance, origin.is_initial, origin.node, {}});
    const auto place = std::lower_bound(known->indexes.begin(), known->indexes.end(), origin.index);
    if (place == known->indexes.end() || *place != origin.index)
      known->indexes.insert(place, origin.index);
  }

  const RuleSet& rules_;
  const Axis& axis_;
  Goal goal_;
  const Condition& condition_;
  Machine::Definition definition_;
  ShownMonths shown_;
  Instance moved_;
  std::int64_t last_;
  Question question_;
  std::unique_ptr<Machine> machine_;
  std::optional<TracedAxis> traced_;
  std::unique_ptr<MovingValues> values_;
  std::vector<ValueId> truths_;  // the condition, by month shown
  ValueId holds_ = no_value;     // it holds in all of them
  std::uint32_t sound_ = no_value;
  std::int64_t singles_ = 0;
  struct Points {
    std::int64_t first, last;
  };
  std::optional<Points> stretch_;  // not ended yet
  std::optional<std::int64_t> answer_;
  Diagnostics refused_;
  Solution solution_;
};

}  // namespace

Result<Solution> solve(const Condition& condition, const Question& question, const Instance& moved, const Axis& axis,
                       Goal goal, const ShownMonths& shown, Machine::Definition definition) {
  return Solver(condition, question, moved, axis, goal, shown, definition).solve();
}

Result<Solution> solve(const RuleSet& rules, const Case& situation, const SolveRequest& request,
                       const Answering& answering, Machine::Definition definition) {
  const Scenario& scenario = *request.scenario;
  Condition condition = request.condition;
  std::vector<std::vector<Value>> base;
  if (!condition.base.empty()) {
    std::vector<Instance> wanted;
    for (const BaseRead& read : condition.base)
      wanted.push_back(*base_instance(scenario, request.base, read.figure));
    Result<Answer> answer = answering(make_question(rules, situation, request.base, std::move(wanted)));
    if (!answer)
      return answer.diagnostics();
    base = std::move(answer->values);
    condition.rules = std::make_shared<RuleSet>(*condition.rules);
    give_base(condition, timeline_of(situation), base);
  }
  const Question question =
      make_question(*condition.rules, situation, with_value(scenario, request.axis.name, request.axis.from), {});
  Result<Solution> solution = solve(condition, question, *instance_in(scenario.shape, request.axis.name), request.axis,
                                    request.goal, shown_months(situation), definition);
  if (!solution)
    return solution;
  if (!base.empty())
    solution->base = request.base.name;
  for (SolvedFigure& figure : solution->figures)
    for (std::size_t i = 0; i < base.size(); ++i)
      if (condition.base[i].figure == figure.instance)
        figure.base = base[i][static_cast<std::size_t>(figure.index)];
  return solution;
}

DescribedCause describe(CauseReader& reader, const Solution& solution, const EdgeCause& cause) {
  DescribedCause described = reader.describe(cause, solution.points.front().at);
  if (cause.instance == solution.condition_instance && described.parameters.size() > most_of_condition)
    described.parameters.clear();
  return described;
}

}  // namespace ansio::analyse
