// Branch and bound over pieces of the axis. Invariant: every point outside the pieces still to be looked at has been
// computed, or lies in a piece whose bound of each target was within the extremes found by then.
#include "calc/analyse/unknown/extreme_search.h"

#include <algorithm>

namespace ansio::analyse {
namespace {

constexpr std::int64_t probes = 32;  // so that pieces are measured against good extremes from the start

}  // namespace

ExtremeSearch::ExtremeSearch(std::vector<SearchedAxis> axes, std::vector<SearchTarget> targets,
                             std::int64_t point_count)
    : axes_(std::move(axes)),
      targets_(std::move(targets)),
      point_count_(point_count),
      found_(targets_.size()),
      runs_(axes_.size()) {
  for (const SearchedAxis& axis : axes_)
    enclosures_.emplace_back(axis.values);
}

ExtremeSearch::End ExtremeSearch::end_at(std::int64_t point, const std::vector<MovingList>& lists) {
  End end;
  end.point = point;
  if (!spare_.empty()) {
    end.values = std::move(spare_.back());
    spare_.pop_back();
  }
  end.values.resize(axes_.size());
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    axes_[axis].values.evaluate(point, lists[axis], end.values[axis]);
  return end;
}

Int128 ExtremeSearch::value(std::size_t target, const End& end) const {
  Int128 sum = 0;
  for (const SearchTerm& term : targets_[target])
    sum += term.factor * end.values[term.axis][term.place];
  return sum;
}

void ExtremeSearch::note(std::size_t target, Int128 value, std::int64_t point) {
  Found& found = found_[target];
  if (value < found.least) {
    found.least = value;
    found.at_least = point;
  }
  if (value > found.most) {
    found.most = value;
    found.at_most = point;
  }
}

void ExtremeSearch::note(const End& end, const std::vector<std::size_t>& targets) {
  for (const std::size_t target : targets)
    note(target, value(target, end), end.point);
}

bool ExtremeSearch::is_sound(const End& end) const {
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    if (axes_[axis].sound != no_value && end.values[axis][axes_[axis].sound] == 0)
      return false;
  return true;
}

bool ExtremeSearch::run(std::size_t most_pieces) {
  pieces_left_ = most_pieces;
  Scope everything;
  for (const SearchedAxis& axis : axes_) {
    everything.lists.push_back(axis.values.list());
    everything.sound = everything.sound || axis.sound != no_value;
  }
  for (std::size_t target = 0; target < targets_.size(); ++target)
    everything.targets.push_back(target);
  End first = end_at(0, everything.lists);
  for (std::size_t target = 0; target < targets_.size(); ++target)
    found_[target].least = found_[target].most = value(target, first);
  is_sound_ = is_sound(first);
  const std::int64_t last = point_count_ - 1;
  std::vector<End> ends;
  ends.push_back(std::move(first));
  const std::int64_t pieces = std::min(probes, last);
  for (std::int64_t probe = 1; probe <= pieces && is_sound_; ++probe) {
    ends.push_back(end_at(last * probe / pieces, everything.lists));
    note(ends.back(), everything.targets);
    is_sound_ = is_sound(ends.back());
  }
  for (std::size_t i = 1; i < ends.size() && is_sound_; ++i)
    look(ends[i - 1], ends[i], everything);
  return is_sound_;
}

bool ExtremeSearch::is_open(std::size_t axis, std::uint32_t place) const {
  return axes_[axis].values.moves(place) && enclosures_[axis].is_open(place);
}

// Whether some point of the piece last enclosed may lie outside what has been found.
bool ExtremeSearch::may_exceed(std::size_t target, const End& left, const End& right) const {
  Int128 low = 0, high = 0;
  // The chord of a sum is the sum of the chords: its ends are exact, and only deviations add up term by term. Bounding
  // each term and adding the bounds would set the worst of one month against the best of another.
  for (const SearchTerm& term : targets_[target]) {
    if (!axes_[term.axis].values.moves(term.place))
      continue;
    const Interval spread = enclosures_[term.axis].deviation(term.place);
    low += term.factor * (term.factor > 0 ? spread.low : spread.high);
    high += term.factor * (term.factor > 0 ? spread.high : spread.low);
  }
  const Int128 from = value(target, left), to = value(target, right);
  Int128 least = std::min(from, to) + low, most = std::max(from, to) + high;
  // A single value also stays within its range, which the enclosure knows.
  if (targets_[target].size() == 1) {
    const SearchTerm& term = targets_[target].front();
    if (axes_[term.axis].values.moves(term.place) && term.factor == 1) {
      const Interval bounds = enclosures_[term.axis].bounds(term.place);
      least = std::max(least, bounds.low);
      most = std::min(most, bounds.high);
    }
  }
  return least < found_[target].least || most > found_[target].most;
}

void ExtremeSearch::look(const End& left, const End& right, const Scope& scope) {
  if (!is_sound_ || right.point <= left.point + 1)
    return;
  if (right.point - left.point <= longest_run) {
    look_at_run(left, right, scope);
    return;
  }
  // What has been found stays true; that nothing lies beyond it is no longer claimed.
  if (pieces_left_ == 0) {
    for (const std::size_t target : scope.targets)
      found_[target].proven = false;
    if (scope.sound)
      is_sound_ = false;
    return;
  }
  --pieces_left_;
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    enclosures_[axis].enclose(left.point, left.values[axis], right.point, right.values[axis], scope.lists[axis]);
  Scope open;
  for (const std::size_t target : scope.targets)
    if (may_exceed(target, left, right))
      open.targets.push_back(target);
  for (std::size_t axis = 0; axis < axes_.size() && scope.sound; ++axis) {
    const std::uint32_t sound = axes_[axis].sound;
    if (sound != no_value && axes_[axis].values.moves(sound) && enclosures_[axis].bounds(sound).low < 1)
      open.sound = true;
  }
  if (open.targets.empty() && !open.sound)
    return;
  const std::int64_t cut = cut_of(left, right, open);
  open.lists = narrowed(open);
  End middle = end_at(cut, open.lists);
  if (open.sound && !is_sound(middle)) {
    is_sound_ = false;
    return;
  }
  // Every point that is computed counts, whatever it was computed for: better extremes close more pieces.
  note(middle, open.targets);
  look(left, middle, open);
  look(middle, right, open);
  release(middle);
}

std::int64_t ExtremeSearch::cut_of(const End& left, const End& right, const Scope& open) const {
  for (const std::size_t target : open.targets)
    for (const SearchTerm& term : targets_[target])
      if (is_open(term.axis, term.place))
        return enclosures_[term.axis].cut(term.place);
  for (std::size_t axis = 0; axis < axes_.size() && open.sound; ++axis)
    if (axes_[axis].sound != no_value && is_open(axis, axes_[axis].sound))
      return enclosures_[axis].cut(axes_[axis].sound);
  return left.point + (right.point - left.point) / 2;
}

std::vector<MovingList> ExtremeSearch::narrowed(const Scope& open) {
  std::vector<std::vector<std::uint32_t>> places(axes_.size());
  for (const std::size_t target : open.targets)
    for (const SearchTerm& term : targets_[target])
      if (axes_[term.axis].values.moves(term.place))
        places[term.axis].push_back(term.place);
  std::vector<MovingList> lists;
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
    if (open.sound && axes_[axis].sound != no_value && axes_[axis].values.moves(axes_[axis].sound))
      places[axis].push_back(axes_[axis].sound);
    lists.push_back(enclosures_[axis].narrowed(places[axis]));
  }
  return lists;
}

// Looking at each of a few points costs less than proofs about them.
void ExtremeSearch::look_at_run(const End& left, const End& right, const Scope& scope) {
  const std::int64_t between = right.point - left.point - 1;
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    axes_[axis].values.evaluate_run(left.point + 1, between, scope.lists[axis], runs_[axis]);
  for (std::int64_t i = 0; i < between; ++i) {
    for (std::size_t axis = 0; axis < axes_.size() && scope.sound; ++axis) {
      const std::uint32_t sound = axes_[axis].sound;
      if (sound != no_value && axes_[axis].values.moves(sound) && runs_[axis][run_place(sound, i)] == 0)
        is_sound_ = false;
    }
    for (const std::size_t target : scope.targets) {
      Int128 sum = 0;
      for (const SearchTerm& term : targets_[target])
        sum += term.factor * (axes_[term.axis].values.moves(term.place) ? runs_[term.axis][run_place(term.place, i)]
                                                                        : left.values[term.axis][term.place]);
      note(target, sum, left.point + 1 + i);
    }
  }
}

}  // namespace ansio::analyse
