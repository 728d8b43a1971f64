// Each item alone, then one number proven, or several together: all combinations while they are few, else the
// weightiest items crossed and every line's own worst and best values added.
//
// What is told is always true in one direction: every least and most is a value that a computed case has. It is also
// proven, and then marked so, that no other case lies outside, where all members were computed or one number was
// followed along all its points. Several numbers together are searched and not proven.
#include "calc/analyse/unknown/ranges.h"

#include <algorithm>
#include <set>

#include "calc/analyse/unknown/range_lines.h"
#include "calc/analyse/unknown/range_proof.h"

namespace ansio::analyse {
namespace {

constexpr int probes_between = 8;           // of a number alone: that many steps from its least to its most
constexpr std::size_t most_candidates = 6;  // of a number among other items
constexpr std::size_t fewest_points = 64, most_points_together = 4096;
constexpr std::size_t household_months = 60'000;  // that all points together may take

constexpr std::size_t most_months_followed = 120;  // of all numbers and households together

using Point = std::vector<Value>;  // one value for each of some items

class RangeFinder {
 public:
  RangeFinder(const RuleSet& rules, const Case& situation, const std::vector<VariableId>& variables,
              const Answering& answering, const RangeOptions& options)
      : rules_(rules),
        situation_(situation),
        options_(options),
        lines_(rules, situation, variables),
        items_(gathered()),
        cases_(rules, situation, items_, lines_.wanted(), answering),
        alone_(items_.size()),
        candidates_(items_.size()) {}

  Result<Ranges> find(const Answering& answering) {
    std::vector<const Answer*> base;
    for (std::size_t s = 0; s < cases_.scenario_count(); ++s) {
      Result<Answer> answer = answering(cases_.question(s));
      if (!answer)
        return std::move(answer).diagnostics();
      base_.push_back(std::move(*answer));
    }
    for (const Answer& answer : base_)
      base.push_back(&answer);
    lines_.begin(base);
    for (std::size_t item = 0; item < items_.size(); ++item)
      move_alone(item);
    if (!options_.together)
      prove_each();
    else if (items_.size() == 1)
      prove_only();
    else
      move_together();
    return finished();
  }

 private:
  // How far an item alone moves each line's sum, and where.
  struct Alone {
    std::vector<RangeCause> by_line;
    std::vector<bool> moves;  // whether any value of the line is another anywhere
  };

  std::vector<OpenItem> gathered() {
    std::vector<Instance> wanted;
    for (const std::vector<Instance>& one : lines_.wanted())
      wanted.insert(wanted.end(), one.begin(), one.end());
    return that_may_move(rules_, open_items(rules_, situation_, options_.which), wanted);
  }

  [[nodiscard]] std::vector<Value> values_alone(const OpenItem& item) const {
    if (item.has_members())
      return item.members;
    std::vector<Value> values;
    for (int i = 0; i <= probes_between; ++i) {
      const Value share = Fraction::from_ratio(i, probes_between);
      const Value value = i == probes_between
                              ? item.most
                              : item.least + round_to((item.most - item.least) * share, item.step, Rounding::down);
      if (values.empty() || values.back() != value)
        values.push_back(value);
    }
    return values;
  }

  void compute(const MovedPoints& points,
               const std::function<void(std::size_t point, std::size_t line, const std::vector<Value>& values)>& see) {
    std::vector<Value> values;
    cases_.answer(points, [&](std::size_t point, const std::vector<const Answer*>& by_scenario) {
      std::vector<RangeLines::Line>& lines = lines_.lines();
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines_.read(lines[i], by_scenario, values)) {
          is_whole_ = false;
          continue;
        }
        RangeLines::note(lines[i], values);
        see(point, i, values);
      }
    });
  }

  void move_alone(std::size_t item) {
    Alone& alone = alone_[item];
    const std::vector<RangeLines::Line>& lines = lines_.lines();
    alone.by_line.resize(lines.size());
    alone.moves.resize(lines.size());
    std::vector<bool> begun(lines.size());
    // What varies from month to month has more courses than two members show.
    const bool all_computed = items_[item].has_members() && items_[item].kind != OpenItem::Kind::varies;
    const MovedPoints points{{item}, {values_alone(items_[item])}};
    compute(points, [&](std::size_t point, std::size_t line, const std::vector<Value>& values) {
      const Value& at = points.values[0][point];
      const Value& sum = values.back();
      RangeCause& cause = alone.by_line[line];
      if (!begun[line])
        cause = {item, at, at, sum, sum, all_computed};
      begun[line] = true;
      if (sum < cause.least) {
        cause.least = sum;
        cause.at_least = at;
      }
      if (cause.most < sum) {
        cause.most = sum;
        cause.at_most = at;
      }
      alone.moves[line] = alone.moves[line] ||
                          !std::equal(lines[line].told.values.begin(), lines[line].told.values.end(), values.begin());
    });
  }

  void prove(std::size_t item) {
    if (items_[item].has_members())
      return;
    if (const auto causes = prove_ranges(rules_, cases_, items_, item, base_, lines_))
      for (const ProvenCause& one : *causes) {
        alone_[item].by_line[one.line] = one.cause;
        alone_[item].moves[one.line] = alone_[item].moves[one.line] || one.cause.width().sign() > 0;
      }
  }

  // The only item: a number is followed along all that it may be; members have all been computed.
  void prove_only() {
    if (items_.front().has_members() && items_.front().kind != OpenItem::Kind::varies)
      set_proven();
    else
      prove(0);
  }

  // Each number alone, as long as that is no long work.
  void prove_each() {
    const auto numbers = static_cast<std::size_t>(
        std::count_if(items_.begin(), items_.end(), [](const OpenItem& item) { return !item.has_members(); }));
    const auto months = static_cast<std::size_t>(cases_.question(0).timeline.months);
    if (numbers * months * cases_.scenario_count() > most_months_followed)
      return;
    for (std::size_t item = 0; item < items_.size(); ++item)
      prove(item);
  }

  void set_proven() {
    for (RangeLines::Line& line : lines_.lines())
      line.told.proven = is_whole_;
  }

  // What an item is tried at together with others: its ends or members, and where it alone made an extreme.
  // Where one item alone makes an extreme is a good guess of where it does so beside others: figures are made of
  // pieces, and their ends lie where they lie.
  [[nodiscard]] std::vector<Value> candidates_of(std::size_t item) const {
    std::vector<Value> values;
    const auto add = [&](const Value& value) {
      if (values.size() < most_candidates && std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
    };
    const OpenItem& open = items_[item];
    if (open.kind == OpenItem::Kind::varies && open.has_members()) {
      add(open.members[0]);
      add(open.members[1]);
    } else if (open.has_members()) {
      return open.members;
    } else {
      add(open.least);
      add(open.most);
    }
    for (const RangeCause& cause : alone_[item].by_line)
      if (cause.width().sign() > 0) {
        add(cause.at_least);
        add(cause.at_most);
      }
    return values;
  }

  [[nodiscard]] Value weight_of(std::size_t item) const {
    Value most;
    for (const RangeCause& cause : alone_[item].by_line)
      most = std::max(most, cause.width());
    return most;
  }

  [[nodiscard]] std::size_t points_allowed() const {
    const auto months = static_cast<std::size_t>(cases_.question(0).timeline.months);
    const std::size_t points = household_months / (months * cases_.scenario_count());
    return std::clamp(points, fewest_points, most_points_together);
  }

  void move_together() {
    std::vector<std::size_t> order(items_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
      candidates_[i] = candidates_of(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weight_of(b) < weight_of(a); });
    const std::size_t allowed = points_allowed();
    std::size_t product = 1;
    std::vector<std::size_t> crossed, held;
    for (const std::size_t item : order) {
      // By weight: once one does not fit, lighter ones after it are held as well, or a light item would be crossed and
      // a heavy one not.
      if (product * candidates_[item].size() <= allowed && held.empty()) {
        product *= candidates_[item].size();
        crossed.push_back(item);
      } else {
        held.push_back(item);
      }
    }
    compute_product(crossed);
    const bool all_members = std::all_of(items_.begin(), items_.end(), [](const OpenItem& item) {
      return item.has_members() && item.kind != OpenItem::Kind::varies;
    });
    if (held.empty() && all_members)
      set_proven();
    if (!held.empty())
      compute_extremes_together(allowed);
  }

  void compute_product(const std::vector<std::size_t>& items) {
    MovedPoints points{items, std::vector<std::vector<Value>>(items.size())};
    std::vector<std::size_t> at(items.size(), 0);
    for (bool more = true; more;) {
      for (std::size_t i = 0; i < items.size(); ++i)
        points.values[i].push_back(candidates_[items[i]][at[i]]);
      more = false;
      for (std::size_t i = items.size(); i-- > 0 && !more;) {
        more = ++at[i] < candidates_[items[i]].size();
        if (!more)
          at[i] = 0;
      }
    }
    compute(points, [](std::size_t, std::size_t, const std::vector<Value>&) {});
  }

  // Too many for all combinations: each line with every item where it alone makes the line least, and most.
  void compute_extremes_together(std::size_t allowed) {
    std::set<Point> asked;
    for (std::size_t line = 0; line < lines_.lines().size() && asked.size() < allowed; ++line) {
      Point low, high;
      for (std::size_t item = 0; item < items_.size(); ++item) {
        const RangeCause& cause = alone_[item].by_line[line];
        const bool moves = cause.width().sign() > 0;
        const Value& resting = items_[item].assumed ? *items_[item].assumed : candidates_[item].front();
        low.push_back(moves ? cause.at_least : resting);
        high.push_back(moves ? cause.at_most : resting);
      }
      asked.insert(std::move(low));
      asked.insert(std::move(high));
    }
    MovedPoints points{{}, std::vector<std::vector<Value>>(items_.size())};
    for (std::size_t item = 0; item < items_.size(); ++item)
      points.items.push_back(item);
    for (const Point& point : asked)
      for (std::size_t item = 0; item < items_.size(); ++item)
        points.values[item].push_back(point[item]);
    compute(points, [](std::size_t, std::size_t, const std::vector<Value>&) {});
  }

  Ranges finished() {
    Ranges ranges{std::move(items_), {}, is_whole_};
    for (std::size_t i = 0; i < lines_.lines().size(); ++i) {
      RangeLines::Line& line = lines_.lines()[i];
      RangeLine told = std::move(line.told);
      for (std::size_t place = 0; place < line.count; ++place) {
        told.least.push_back(line.extremes[place].least);
        told.most.push_back(line.extremes[place].most);
      }
      if (line.has_total) {
        Value total;
        for (const Value& value : told.values)
          total = total + value;
        told.total = total;
        told.total_least = line.extremes.back().least;
        told.total_most = line.extremes.back().most;
      }
      for (const Alone& alone : alone_)
        if (alone.moves[i])
          told.because.push_back(alone.by_line[i]);
      std::stable_sort(told.because.begin(), told.because.end(),
                       [](const RangeCause& a, const RangeCause& b) { return b.width() < a.width(); });
      told.proven = told.proven && is_whole_;
      ranges.lines.push_back(std::move(told));
    }
    return ranges;
  }

  const RuleSet& rules_;
  const Case& situation_;
  RangeOptions options_;
  RangeLines lines_;
  std::vector<OpenItem> items_;
  MovedCases cases_;
  std::vector<Answer> base_;
  std::vector<Alone> alone_;
  std::vector<std::vector<Value>> candidates_;
  bool is_whole_ = true;
};

}  // namespace

Result<Ranges> compute_ranges(const RuleSet& rules, const Case& situation, const std::vector<VariableId>& variables,
                              const Answering& answering, const RangeOptions& options) {
  return RangeFinder(rules, situation, variables, answering, options).find(answering);
}

}  // namespace ansio::analyse
