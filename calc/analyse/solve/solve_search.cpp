// Proves on which stretches of an axis a condition holds, by enclosures, from one end to the other.
#include "calc/analyse/solve/solve_search.h"

namespace ansio::analyse {

TruthSearch::TruthSearch(const MovingValues& values, std::uint32_t truth, std::uint32_t sound, std::int64_t point_count)
    : values_(values), truth_(truth), sound_(sound), point_count_(point_count), enclosure_(values) {}

void TruthSearch::evaluate(End& end, const MovingList& list) {
  if (!spare_.empty()) {
    end.values = std::move(spare_.back());
    spare_.pop_back();
  }
  values_.evaluate(end.point, list, end.values);
}

TruthSearch::State TruthSearch::state_of(const End& end, bool sound_is_settled) const {
  if (!sound_is_settled && end.values[sound_] == 0)
    return State::unknown;
  return end.values[truth_] != 0 ? State::holds : State::fails;
}

Interval TruthSearch::bounds(std::uint32_t place) const {
  return values_.moves(place) ? enclosure_.bounds(place) : values_.range(place);
}

std::int64_t TruthSearch::cut_of(std::uint32_t place, const End& left, const End& right) const {
  return values_.moves(place) && enclosure_.is_open(place) ? enclosure_.cut(place)
                                                           : left.point + (right.point - left.point) / 2;
}

// All points between `left` and `right`; false when enough has been taken.
bool TruthSearch::look(const End& left, const End& right, const MovingList& list, bool sound_is_settled) {
  if (right.point - left.point < 2)
    return true;
  ++looked_at_;
  enclosure_.enclose(left.point, left.values, right.point, right.values, list);
  std::uint32_t waiting = truth_;
  if (!sound_is_settled) {
    const Interval sound = bounds(sound_);
    if (sound.high == 0)
      return take(left.point + 1, right.point - 1, State::unknown);
    sound_is_settled = sound.low != 0;
    if (!sound_is_settled)
      waiting = sound_;
  }
  if (const Interval truth = bounds(truth_); sound_is_settled && truth.is_single())
    return take(left.point + 1, right.point - 1, truth.low != 0 ? State::holds : State::fails);

  End middle;
  middle.point = cut_of(waiting, left, right);
  std::vector<std::uint32_t> places;
  for (const std::uint32_t place : {truth_, sound_is_settled ? no_value : sound_})
    if (place != no_value && values_.moves(place))
      places.push_back(place);
  const MovingList narrowed = enclosure_.narrowed(places);
  evaluate(middle, narrowed);
  const bool leftwards = from_ == From::last;
  const bool goes_on = look(leftwards ? middle : left, leftwards ? right : middle, narrowed, sound_is_settled) &&
                       take(middle.point, middle.point, state_of(middle, sound_is_settled)) &&
                       look(leftwards ? left : middle, leftwards ? middle : right, narrowed, sound_is_settled);
  spare_.push_back(std::move(middle.values));
  return goes_on;
}

void TruthSearch::run(From from, const Taking& take_each) {
  from_ = from;
  take_ = &take_each;
  const bool sound_is_settled = sound_ == no_value;
  const MovingList list = values_.list();
  End ends[2];
  ends[0].point = from == From::first ? 0 : point_count_ - 1;
  ends[1].point = point_count_ - 1 - ends[0].point;
  for (End& end : ends)
    evaluate(end, list);
  if (!take(ends[0].point, ends[0].point, state_of(ends[0], sound_is_settled)) || point_count_ == 1)
    return;
  const bool leftwards = from == From::last;
  if (look(ends[leftwards ? 1 : 0], ends[leftwards ? 0 : 1], list, sound_is_settled))
    take(ends[1].point, ends[1].point, state_of(ends[1], sound_is_settled));
}

}  // namespace ansio::analyse
