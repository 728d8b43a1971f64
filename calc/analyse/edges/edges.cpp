// Follows a figure's curve stretch by stretch, turns what breaks it into edges, and looks for where a loss is made
// good.
//
// The curve gives samples; where two neighbours have different signatures, the figure turns between them, and nowhere
// else (the law of Curve). Such a turn is described from both sides: the slope before and after it, and how far apart
// the two expressions are at either point. Whether it is a jump, a kink or a rounding that shows is edge_runs' to say.
// Points that the program does not answer are asked of the definition, one by one; between them there are jumps alone.
#include "calc/analyse/edges/edges.h"

#include <algorithm>
#include <map>
#include <memory>

#include "calc/analyse/axis/traced_axis.h"
#include "calc/analyse/edges/edge_runs.h"
#include "calc/analyse/enclosure/curve.h"
#include "calc/base/limits/limits.h"
#include "calc/explain/words/format.h"
#include "calc/simulate/results/results.h"

namespace ansio::analyse {
namespace {

Diagnostic nobody(const RuleSet& rules, const VariableName& name) {
  return {.code = Code::no_such_person,
          .message = "the household has no such person",
          .found = rules.variables[name.variable].name};
}

// What is too little to be an edge of a figure, and what a rounding may move it by before it is one.
struct Scale {
  Fraction smallest, coarse;
};

Scale scale_of(const RuleSet& rules, const Variable& variable) {
  const Fraction none = Fraction::from_integer(0);
  if (variable.type.kind != Type::Kind::number)
    return {none, none};
  if (variable.percent)
    return {Fraction::from_ratio(1, 10'000), Fraction::from_ratio(1, 100)};
  const int decimals = shown_decimals(rules, variable.type.unit);
  Scale scale{none, Fraction::from_integer(1)};
  if (decimals > 0) {
    scale.smallest = Fraction::from_integer(1);
    for (int i = 0; i < decimals; ++i)
      scale.smallest = scale.smallest / Fraction::from_integer(10);
    scale.coarse = scale.smallest * Fraction::from_integer(100);
  }
  if (variable.type.unit.powers[Unit::year] < 0)
    scale.coarse = scale.coarse * Fraction::from_integer(12);
  return scale;
}

// One figure of one month, or a sum over months, as a value of the traced graph.
struct Asked {
  std::size_t wanted = 0;
  int index = -1;
  Exact value;
  Scale scale;
};

class EdgeFinder {
 public:
  EdgeFinder(const RuleSet& rules, const Question& question, const Instance& moved, const Axis& axis,
             const ShownMonths& shown, const Answering& answering)
      : rules_(rules), axis_(axis), shown_(shown), answering_(answering), question_(question), moved_(moved) {}

  Result<Edges> find() {
    if (Diagnostics refused = look_at_figures(); !refused.empty())
      return refused;
    Edges edges{axis_, {}, moved_, {}, curve_ ? curve_->looked_at() : 0};
    for (std::size_t i = 0; i < asked_.size(); ++i)
      edges.curves.push_back(curve_of(i));
    edges.question = std::move(question_);
    return edges;
  }

 private:
  Diagnostics look_at_figures() {
    // The evaluator refuses what is missing or wrong in the case, with its words.
    // What is refused at one point is mostly refused at all of them; asking first saves tracing for nothing.
    if (const Result<Answer> answer = answer_at(0); !answer)
      return answer.diagnostics();
    auto traced = trace_axis(rules_, question_, axis_, moved_);
    if (!traced)
      return look_point_by_point();
    traced_ = std::make_unique<TracedAxis>(std::move(*traced));
    ask_for_figures();
    build_curve();
    if (Diagnostics refused = replace_unsound(); !refused.empty())
      return refused;
    find_turns();
    return {};
  }

  [[nodiscard]] const Variable& variable_of(std::size_t wanted) const {
    return rules_.variables[question_.wanted[wanted].variable];
  }

  // Months shown, or for a yearly figure the years they touch: first and last number on the timeline.
  [[nodiscard]] ShownMonths shown(const Variable& variable) const {
    const bool by_year = variable.period == Period::year && !question_.timeline.typical;
    return by_year ? ShownMonths{shown_.first / 12, shown_.last / 12} : shown_;
  }

  [[nodiscard]] bool has_total(const Variable& variable) const {
    return shown_.first < shown_.last && variable.type.kind == Type::Kind::number && variable.period == Period::month &&
           variable.type.unit.powers[Unit::month] == -1;
  }

  void ask_for_figures() {
    ExactArithmetic exact(traced_->traced.graph);
    for (std::size_t wanted = 0; wanted < question_.wanted.size(); ++wanted) {
      const Variable& variable = variable_of(wanted);
      const auto [from, until] = shown(variable);
      const Scale scale = scale_of(rules_, variable);
      // The sum over the months is a figure of its own: what one month loses another may win, and then it has no edge.
      std::optional<Exact> total;
      for (const TracedOutput& output : traced_->traced.outputs) {
        const int index = static_cast<int>(output.index);
        if (output.wanted != wanted || index < from || index > until)
          continue;
        asked_.push_back({wanted, index, output.value, scale});
        total = total ? exact.add(*total, output.value) : output.value;
      }
      if (!has_total(variable))
        continue;
      const Fraction months = Fraction::from_integer(until - from + 1);
      // Each month may round once.
      asked_.push_back({wanted, -1, *total, {scale.smallest, scale.coarse * months}});
    }
  }

  void build_curve() {
    std::vector<ValueId> roots;
    for (const Asked& asked : asked_) {
      roots.push_back(asked.value.numerator);
      if (asked.value.divisor != no_value)
        roots.push_back(asked.value.divisor);
    }
    const ValueId sound = traced_->traced.sound;
    const bool always_sound = traced_->traced.graph.is_constant(sound);
    if (!always_sound)
      roots.push_back(sound);
    MovingValues values = traced_->moving(roots);
    std::vector<Ratio> outputs;
    std::vector<Fraction> coarse;
    for (const Asked& asked : asked_) {
      outputs.push_back({values.place(asked.value.numerator),
                         asked.value.divisor == no_value ? no_value : values.place(asked.value.divisor),
                         asked.value.denominator});
      coarse.push_back(asked.scale.coarse);
    }
    const std::uint32_t sound_place = always_sound ? no_value : values.place(sound);
    curve_ = std::make_unique<Curve>(std::move(values), std::move(outputs), sound_place, std::move(coarse),
                                     traced_->point_count);
    curve_->subdivide();
    effects_ = std::make_unique<RoundingEffects>(curve_->values());
    samples_ = curve_->samples();
  }

  Result<Answer> answer_at(std::int64_t point) {
    const Value value = axis_.at(static_cast<std::size_t>(point));
    for (Given& given : question_.given)
      if (given.instance == moved_)
        std::fill(given.values.begin(), given.values.end(), value);
    return answering_(question_);
  }

  [[nodiscard]] Value figure_in(const Answer& answer, const Asked& asked) const {
    const std::vector<Value>& values = answer.values[asked.wanted];
    if (asked.index >= 0)
      return values[static_cast<std::size_t>(asked.index)];
    const auto [from, until] = shown(variable_of(asked.wanted));
    Value total = Fraction::from_integer(0);
    for (int index = from; index <= until; ++index)
      total = total + values[static_cast<std::size_t>(index)];
    return total;
  }

  // A point that the program does not answer.
  Curve::Sample single_at(std::int64_t point, const Answer& answer) {
    std::vector<Value>& figures = singles_[point];
    for (const Asked& asked : asked_)
      figures.push_back(figure_in(answer, asked));
    // A signature of its own: nothing is known of the points beside it.
    return {point, false, std::vector<std::uint64_t>(asked_.size(), static_cast<std::uint64_t>(point))};
  }

  [[nodiscard]] Value figure_at(std::int64_t point, bool sound, std::size_t i) {
    if (!sound)
      return singles_[point][i];
    curve_->values().evaluate(point, at_point_);
    return curve_->values().ratio(at_point_, curve_->outputs()[i]);
  }

  // Stretches in which the program does not hold are answered point by point.
  Diagnostics replace_unsound() {
    std::vector<Curve::Sample> samples;
    std::int64_t singles = 0;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      if (samples_[i].sound) {
        samples.push_back(samples_[i]);
        continue;
      }
      const bool stretches = i + 1 < samples_.size() && !samples_[i + 1].sound;
      const std::int64_t end = stretches ? samples_[i + 1].point : samples_[i].point + 1;
      for (std::int64_t point = samples_[i].point; point < end; ++point) {
        if (++singles > most_single_points)
          return {too_many_single_points(axis_)};
        const Result<Answer> answer = answer_at(point);
        if (!answer)
          return answer.diagnostics();
        samples.push_back(single_at(point, *answer));
      }
    }
    samples_ = std::move(samples);
    return {};
  }

  // A form that is no program at all: every point is answered, and edges are jumps alone.
  Diagnostics look_point_by_point() {
    if (static_cast<std::int64_t>(axis_.count()) > most_single_points)
      return {too_many_single_points(axis_)};
    for (std::size_t wanted = 0; wanted < question_.wanted.size(); ++wanted) {
      const Scale scale = scale_of(rules_, variable_of(wanted));
      const auto [from, until] = shown(variable_of(wanted));
      for (int index = from; index <= until; ++index)
        asked_.push_back({wanted, index, {}, scale});
      if (has_total(variable_of(wanted)))
        asked_.push_back({wanted, -1, {}, {scale.smallest, scale.coarse * Fraction::from_integer(until - from + 1)}});
    }
    for (std::size_t point = 0; point < axis_.count(); ++point) {
      const Result<Answer> answer = answer_at(static_cast<std::int64_t>(point));
      if (!answer)
        return answer.diagnostics();
      samples_.push_back(single_at(static_cast<std::int64_t>(point), *answer));
    }
    turns_.resize(asked_.size());
    for (std::size_t k = 0; k + 1 < samples_.size(); ++k)
      add_unsound_turns(k);
    return {};
  }

  void add_unsound_turns(std::size_t k) {
    const Curve::Sample &left = samples_[k], &right = samples_[k + 1];
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      const Fraction step = figure_at(right.point, right.sound, i) - figure_at(left.point, left.sound, i);
      turns_[i].push_back({left.point, Fraction::invalid(), Fraction::invalid(), asked_[i].scale.coarse, step, step});
    }
  }

  void find_turns() {
    turns_.resize(asked_.size());
    slopes_at_start_.assign(asked_.size(), Fraction::invalid());
    roundings_at_start_.assign(asked_.size(), Fraction::from_integer(0));
    known_.resize(asked_.size());
    bent_.resize(asked_.size());
    if (samples_.front().sound) {
      PointValues values;
      curve_->values().evaluate(0, values);
      for (std::size_t i = 0; i < asked_.size(); ++i) {
        const Course course = course_at(i, samples_.front().signatures[i], values);
        slopes_at_start_[i] = course.slope;
        roundings_at_start_[i] = course.roundings;
      }
    }
    for (std::size_t k = 0; k + 1 < samples_.size(); ++k) {
      if (!samples_[k].sound || !samples_[k + 1].sound)
        add_unsound_turns(k);
      else if (samples_[k].signatures != samples_[k + 1].signatures)
        add_turns(k);
    }
  }

  void add_turns(std::size_t k) {
    const Curve::Sample &left = samples_[k], &right = samples_[k + 1];
    const MovingValues& values = curve_->values();
    // The expression of the left point, carried to the right one, and the other way round. So the turn splits into what
    // the old way would have done in this step and what changing ways adds.
    const std::vector<bool> everything(values.count(), true);
    values.evaluate(left.point, at_left_);
    values.evaluate(right.point, at_right_);
    values.evaluate_as(right.point, at_left_, everything, as_left_, turned_);
    values.evaluate_as(left.point, at_right_, everything, as_right_, turned_);
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      if (left.signatures[i] == right.signatures[i])
        continue;
      const Course before = course_at(i, left.signatures[i], at_left_);
      const Course after = course_at(i, right.signatures[i], at_right_);
      const Ratio& output = curve_->outputs()[i];
      turns_[i].push_back({left.point, before.slope, after.slope, std::max(before.roundings, after.roundings),
                           values.ratio(as_right_, output) - values.ratio(at_left_, output),
                           values.ratio(at_right_, output) - values.ratio(as_left_, output)});
    }
  }

  // How the figure goes on from a point: alike wherever the signature is, unless the way is curved.
  struct Course {
    Fraction slope, roundings;
  };

  Course course_at(std::size_t i, std::uint64_t signature, const PointValues& values) {
    const auto known = known_[i].find(signature);
    if (known != known_[i].end())
      return known->second;
    const Ratio& output = curve_->outputs()[i];
    const Slope slope = curve_->values().slope(values, output);
    const RoundingEffects::Effect effect =
        effects_->weigh(values, values, output, RoundingEffects::most_of(asked_[i].scale.coarse, values, output));
    const Course course{slope.value, RoundingEffects::in_units(effect.total, values, output)};
    bent_[i] = bent_[i] || slope.curved || effect.weighed;
    // A straight way goes on as it does wherever its signature is met; a curved one must be asked at each turn.
    if (!slope.curved && !effect.weighed)
      known_[i].emplace(signature, course);
    return course;
  }

  EdgeCurve curve_of(std::size_t i) {
    const Asked& asked = asked_[i];
    EdgeCurve curve;
    curve.wanted = asked.wanted;
    curve.index = asked.index;
    curve.first = figure_at(samples_.front().point, samples_.front().sound, i);
    curve.last = figure_at(samples_.back().point, samples_.back().sound, i);
    curve.slope = slopes_at_start_.empty() ? Fraction::invalid() : slopes_at_start_[i] / axis_.step;
    curve.roundings = roundings_at_start_.empty() ? asked.scale.coarse : roundings_at_start_[i];
    curve.bent = !bent_.empty() && bent_[i];
    for (const Turn& turn : turns_[i])
      curve.roundings = std::max(curve.roundings, turn.roundings);
    if (turns_[i].empty())
      return curve;
    const FoundEdges found = edges_of_turns(turns_[i], samples_.back().point, asked.scale.smallest);
    curve.slope = found.slope / axis_.step;
    for (const FoundEdge& edge : found.edges)
      curve.edges.push_back(edge_of(i, edge));
    return curve;
  }

  Edge edge_of(std::size_t i, const FoundEdge& found) {
    const Turn& turn = turns_[i][found.turn];
    Edge edge;
    edge.kind = found.is_jump ? Edge::Kind::jump : Edge::Kind::kink;
    // The two ways of a kink may meet at its second point: there it stands then.
    const bool meets_after = !found.is_jump && turn.step_after.is_valid() && turn.step_after.sign() == 0 &&
                             turn.step_before.sign() != 0 && turn.point + 1 < samples_.back().point;
    edge.point = turn.point + (meets_after ? 1 : 0);
    edge.at = axis_.at(static_cast<std::size_t>(edge.point));
    edge.next = axis_.at(static_cast<std::size_t>(edge.point) + 1);
    const auto left =
        std::lower_bound(samples_.begin(), samples_.end(), turn.point,
                         [](const Curve::Sample& sample, std::int64_t point) { return sample.point < point; });
    edge.from = figure_at(edge.point, left->sound, i);
    edge.to = figure_at(edge.point + 1, (left + 1)->sound, i);
    edge.slope_before = found.slope_before / axis_.step;
    edge.slope_after = found.slope_after / axis_.step;
    if (!left->sound || !(left + 1)->sound)
      return edge;
    // Only a loss is made good. A quotient is not searched: its level is no level of its numerator.
    if (found.is_jump && edge.to < edge.from && curve_->outputs()[i].divisor == no_value)
      edge.break_even = break_even_of(i, turn.point + 1, edge.from);
    edge.causes = causes_of(i, turn.point, found);
    return edge;
  }

  Value break_even_of(std::size_t i, std::int64_t from, const Value& level) {
    std::int64_t point = curve_->first_at_least(i, level, from);
    if (point < 0)
      point = curve_->first_at_least_beyond(i, level, traced_->last_possible, most_pieces_beyond);
    return point < 0 ? Value::invalid() : axis_.at(static_cast<std::size_t>(point));
  }

  std::vector<EdgeCause> causes_of(std::size_t i, std::int64_t point, const FoundEdge& found) {
    const MovingValues& values = curve_->values();
    const Ratio& output = curve_->outputs()[i];
    values.evaluate(point, at_left_);
    values.evaluate(point + 1, at_right_);
    // Only decisions that the figure rests on, on either side: others turn at the same point and have nothing to do
    // with it.
    std::vector<bool> grounds(values.count());
    for (const PointValues* side : {&at_left_, &at_right_})
      for (const std::uint32_t place : {output.numerator, output.divisor})
        if (place != no_value)
          values.mark_grounds(*side, place, grounds);
    values.evaluate_as(point + 1, at_left_, grounds, as_left_, turned_);
    return grouped(weighed(i, point, found));
  }

  // The decisions that turned, weightiest first, without those that make no difference.
  std::vector<std::uint32_t> weighed(std::size_t i, std::int64_t point, const FoundEdge& found) {
    if (turned_.size() < 2)
      return turned_;
    const MovingValues& values = curve_->values();
    const Ratio& output = curve_->outputs()[i];
    const Fraction whole = found.is_jump ? values.ratio(at_right_, output) : values.slope(at_right_, output).value;
    std::vector<std::pair<Fraction, std::uint32_t>> weights;
    for (const std::uint32_t decision : turned_) {
      // Undo this one decision and see how much of the edge is gone.
      values.evaluate_with(point + 1, at_left_, decision, as_left_);
      const Fraction without =
          found.is_jump ? values.ratio(as_left_, output) : values.slope(as_left_, output, {decision, &at_left_}).value;
      const Fraction weight = whole - without;
      if (weight.is_valid() && weight.sign() != 0)
        weights.emplace_back(weight.sign() < 0 ? -weight : weight, decision);
    }
    if (weights.empty())  // each alone is made up for by another: the first in the order of the formulas stands for all
      return {turned_.front()};
    std::stable_sort(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
    std::vector<std::uint32_t> decisions;
    decisions.reserve(weights.size());
    for (const auto& [weight, decision] : weights)
      decisions.push_back(decision);
    return decisions;
  }

  // The same condition of several months is one cause.
  std::vector<EdgeCause> grouped(const std::vector<std::uint32_t>& decisions) {
    std::vector<EdgeCause> causes;
    for (const std::uint32_t decision : decisions) {
      const ValueOrigin& origin = traced_->traced.origins[curve_->values().source(decision)];
      const auto known = std::find_if(causes.begin(), causes.end(), [&](const EdgeCause& cause) {
        return cause.instance == origin.instance && cause.node == origin.node && cause.is_initial == origin.is_initial;
      });
      if (known == causes.end())
        causes.push_back({origin.instance, origin.is_initial, origin.node, {origin.index}});
      else if (std::find(known->indexes.begin(), known->indexes.end(), origin.index) == known->indexes.end())
        known->indexes.push_back(origin.index);
    }
    for (EdgeCause& cause : causes)
      std::sort(cause.indexes.begin(), cause.indexes.end());
    return causes;
  }

  const RuleSet& rules_;
  const Axis& axis_;
  ShownMonths shown_;
  const Answering& answering_;
  Question question_;
  Instance moved_;
  std::unique_ptr<TracedAxis> traced_;
  std::unique_ptr<Curve> curve_;
  std::unique_ptr<RoundingEffects> effects_;
  std::vector<Asked> asked_;
  std::vector<Curve::Sample> samples_;
  std::vector<std::vector<Turn>> turns_;  // by figure asked for
  std::vector<Fraction> slopes_at_start_, roundings_at_start_;
  std::vector<std::map<std::uint64_t, Course>> known_;
  std::vector<bool> bent_;
  std::map<std::int64_t, std::vector<Value>> singles_;  // figures at points the program does not answer
  PointValues at_left_, at_right_, as_left_, as_right_, at_point_;
  std::vector<std::uint32_t> turned_;
};

}  // namespace

ShownMonths shown_months(const Case& situation) {
  if (situation.is_typical())
    return {0, 0};
  const int first = situation.start.index - timeline_of(situation).first.index;
  return {first, first + situation.months - 1};
}

Result<Edges> find_edges(const RuleSet& rules, const Question& question, const Instance& moved, const Axis& axis,
                         const ShownMonths& shown, const Answering& answering) {
  // Figure by figure: what is a coarse rounding for one is a fine one for another.
  Edges all{axis, question, moved, {}, 0};
  for (std::size_t wanted = 0; wanted < question.wanted.size(); ++wanted) {
    Question one = question;
    one.wanted = {question.wanted[wanted]};
    Result<Edges> edges = EdgeFinder(rules, one, moved, axis, shown, answering).find();
    if (!edges)
      return edges;
    for (EdgeCurve& curve : edges->curves) {
      curve.wanted = wanted;
      all.curves.push_back(std::move(curve));
    }
    all.pieces += edges->pieces;
  }
  return all;
}

Result<Edges> find_edges(const RuleSet& rules, const Case& situation, const Scenario& scenario, const Axis& axis,
                         const std::vector<VariableName>& wanted, const Answering& answering) {
  const auto moved = instance_in(scenario.shape, axis.name);
  Diagnostics refused;
  if (!moved)
    refused.push_back(nobody(rules, axis.name));
  std::vector<Instance> instances;
  for (const VariableName& name : wanted) {
    if (const auto instance = instance_in(scenario.shape, name))
      instances.push_back(*instance);
    else
      refused.push_back(nobody(rules, name));
  }
  if (!refused.empty())
    return refused;
  const Question question =
      make_question(rules, situation, with_value(scenario, axis.name, axis.from), std::move(instances));
  return find_edges(rules, question, *moved, axis, shown_months(situation), answering);
}

}  // namespace ansio::analyse
