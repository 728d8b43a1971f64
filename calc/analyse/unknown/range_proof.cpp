// From lines to targets of a search: outputs of the traced scenarios in one denominator, what does not move as a
// constant beside them.
//
// A line may be a difference of two scenarios that both hang on the number. Its least is not the least of one less the
// most of the other: both move together. So the difference itself is the target, as a sum of whole numbers with
// factors, and one search over the axis bounds it. Where a figure is a quotient, or 128 bits would not hold the sum,
// the line has no target and keeps what single points have shown, without the mark of a proof.
#include "calc/analyse/unknown/range_proof.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include "calc/analyse/axis/traced_axis.h"
#include "calc/analyse/unknown/extreme_search.h"

namespace ansio::analyse {
namespace {

constexpr std::size_t most_pieces = 6000;
constexpr Int128 widest_output = Int128{1} << 90;  // times a factor: stays far within 128 bits
constexpr Int128 largest_factor = Int128{1} << 24;

// One scenario along the number.
struct Followed {
  std::size_t scenario = 0;
  std::unique_ptr<TracedAxis> traced;
  std::vector<std::vector<const TracedOutput*>> outputs;  // by place in wanted, then index
};

class Proof {
 public:
  Proof(const RuleSet& rules, const MovedCases& cases, const OpenItem& item, std::size_t number,
        const std::vector<Answer>& base, RangeLines& lines)
      : rules_(rules), cases_(cases), item_(item), number_(number), base_(base), lines_(lines) {}

  std::optional<std::vector<ProvenCause>> find() {
    axis_ = {item_.name, item_.least, item_.most, item_.step};
    if (axis_.to < axis_.from || !follow_scenarios())
      return std::nullopt;
    make_targets();
    std::vector<SearchedAxis> axes;
    for (std::size_t i = 0; i < followed_.size(); ++i)
      axes.push_back({std::move(values_[i]), sounds_[i]});
    ExtremeSearch search(std::move(axes), searched_, static_cast<std::int64_t>(axis_.count()));
    if (!search.run(most_pieces))
      return std::nullopt;
    return taken(search);
  }

 private:
  struct Target {
    std::size_t line = 0, place = 0;  // place in the line's extremes
    Int128 denominator = 1;
    Value offset;  // of what does not move
  };

  bool follow_scenarios() {
    for (std::size_t s = 0; s < cases_.scenario_count(); ++s) {
      if (!cases_.has(s, number_))
        continue;
      // The axis moves the input in all months alike. One that holds in some of them is left to single points.
      if (!cases_.holds_always(s, number_))
        return false;
      Followed followed;
      followed.scenario = s;
      Question question = cases_.question_at(s, number_, item_.least);
      const std::vector<Instance> wanted = question.wanted;
      std::vector<std::size_t> places;  // of what is traced: a rate compares two households
      question.wanted.clear();
      for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!rules_.variables[wanted[i].variable].rate) {
          question.wanted.push_back(wanted[i]);
          places.push_back(i);
        }
      auto traced = trace_axis(rules_, question, axis_, cases_.instance(s, number_));
      if (!traced)
        return false;
      followed.traced = std::make_unique<TracedAxis>(std::move(*traced));
      followed.outputs.resize(wanted.size());
      for (const TracedOutput& output : followed.traced->traced.outputs) {
        auto& by_index = followed.outputs[places[output.wanted]];
        if (by_index.size() <= output.index)
          by_index.resize(output.index + 1);
        by_index[output.index] = &output;
      }
      followed_.push_back(std::move(followed));
    }
    for (const Followed& followed : followed_)
      add_values(followed);
    return !followed_.empty();
  }

  void add_values(const Followed& followed) {
    const TracedValues& traced = followed.traced->traced;
    std::vector<ValueId> roots;
    for (const TracedOutput& output : traced.outputs)
      if (output.value.divisor == no_value)
        roots.push_back(output.value.numerator);
    const bool always_sound = traced.graph.is_constant(traced.sound);
    if (!always_sound)
      roots.push_back(traced.sound);
    values_.push_back(followed.traced->moving(roots));
    sounds_.push_back(always_sound ? no_value : values_.back().place(traced.sound));
  }

  void make_targets() {
    for (std::size_t number = 0; number < lines_.lines().size(); ++number) {
      const RangeLines::Line& line = lines_.lines()[number];
      for (std::size_t place = 0; place <= line.count; ++place) {
        Target target{number, place, 1, {}};
        SearchTarget terms;
        const std::size_t from = place < line.count ? place : 0;
        const std::size_t until = place < line.count ? place + 1 : line.count;
        bool good = true;
        for (std::size_t i = from; i < until && good; ++i) {
          if (line.here)
            good = add_term(line, line.told.scenario, *line.here, i, 1, target, terms);
          if (good && line.first)
            good = add_term(line, 0, *line.first, i, -1, target, terms);
        }
        if (!good)
          continue;
        targets_.push_back(target);
        searched_.push_back(std::move(terms));
      }
    }
  }

  // A term of the target, in the denominator common to all; false when it is none that can be searched.
  bool add_term(const RangeLines::Line& line, std::size_t scenario, std::size_t wanted, std::size_t index, int sign,
                Target& target, SearchTarget& terms) {
    const auto followed =
        std::find_if(followed_.begin(), followed_.end(), [&](const Followed& one) { return one.scenario == scenario; });
    if (followed == followed_.end()) {
      const Value value = base_[scenario].values[wanted][line.begin + index];
      target.offset = sign > 0 ? target.offset + value : target.offset - value;
      return true;
    }
    const auto axis = static_cast<std::size_t>(followed - followed_.begin());
    const auto& by_index = followed->outputs[wanted];
    if (line.begin + index >= by_index.size() || by_index[line.begin + index] == nullptr)
      return false;
    const Exact& value = by_index[line.begin + index]->value;
    if (value.divisor != no_value)
      return false;
    const std::uint32_t place = values_[axis].place(value.numerator);
    const Interval range = values_[axis].range(place);
    const Int128 common =
        value.denominator * (target.denominator / greatest_common_divisor(value.denominator, target.denominator));
    if (!range.below(widest_output) || common >= largest_factor)
      return false;
    for (SearchTerm& term : terms)
      term.factor *= common / target.denominator;
    target.denominator = common;
    terms.push_back({axis, place, sign * (common / value.denominator)});
    return true;
  }

  std::vector<ProvenCause> taken(const ExtremeSearch& search) {
    std::vector<ProvenCause> causes;
    std::vector<std::size_t> proven_count(lines_.lines().size(), 0);
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      const Target& target = targets_[i];
      const ExtremeSearch::Found& found = search.found(i);
      RangeLines::Line& line = lines_.lines()[target.line];
      Extreme& extreme = line.extremes[target.place];
      const Value least = Fraction::from_ratio(found.least, target.denominator) + target.offset;
      const Value most = Fraction::from_ratio(found.most, target.denominator) + target.offset;
      // Points that were looked at before stay: an extreme that was seen cannot be argued away.
      extreme.least = std::min(extreme.least, least);
      extreme.most = std::max(extreme.most, most);
      extreme.proven = found.proven;
      proven_count[target.line] += found.proven ? 1 : 0;
      if (target.place == line.count)
        causes.push_back({target.line,
                          {number_, axis_.at(static_cast<std::size_t>(found.at_least)),
                           axis_.at(static_cast<std::size_t>(found.at_most)), least, most, found.proven}});
    }
    for (std::size_t i = 0; i < lines_.lines().size(); ++i)
      lines_.lines()[i].told.proven = proven_count[i] == lines_.lines()[i].extremes.size();
    return causes;
  }

  const RuleSet& rules_;
  const MovedCases& cases_;
  const OpenItem& item_;
  std::size_t number_;
  const std::vector<Answer>& base_;
  RangeLines& lines_;
  Axis axis_;
  std::vector<Followed> followed_;
  std::vector<MovingValues> values_;
  std::vector<std::uint32_t> sounds_;
  std::vector<Target> targets_;
  std::vector<SearchTarget> searched_;
};

}  // namespace

std::optional<std::vector<ProvenCause>> prove_ranges(const RuleSet& rules, const MovedCases& cases,
                                                     const std::vector<OpenItem>& items, std::size_t item,
                                                     const std::vector<Answer>& base, RangeLines& lines) {
  return Proof(rules, cases, items[item], item, base, lines).find();
}

}  // namespace ansio::analyse
