#include "calc/analyse/curve.h"

#include <algorithm>

namespace calc {
namespace {

constexpr std::int64_t coarse_probes = 32;
constexpr std::int64_t few_points = 16;

}  // namespace

Curve::Curve(MovingValues values, std::vector<Ratio> outputs, std::uint32_t sound, std::vector<Fraction> coarse,
             std::int64_t point_count)
    : values_(std::move(values)),
      outputs_(std::move(outputs)),
      sound_(sound),
      coarse_(std::move(coarse)),
      point_count_(point_count),
      enclosure_(values_),
      effects_(values_) {
  for (std::size_t output = 0; output < outputs_.size(); ++output)
    most_of_fine_.push_back(outputs_[output].divisor == no_value
                                ? RoundingEffects::most_of(coarse_[output], {}, outputs_[output])
                                : 0);
}

Curve::End Curve::end_at(std::int64_t point, const MovingList& list) {
  End end;
  end.point = point;
  if (!spare_.empty()) {
    end.values = std::move(spare_.back());
    spare_.pop_back();
  }
  values_.evaluate(point, list, end.values);
  return end;
}

void Curve::sign(End& end, const Scope& scope) {
  values_.signatures(end.values, scope.list, signatures_);
  for (const std::size_t output : scope.outputs) {
    const Ratio& ratio = outputs_[output];
    end.signatures[output] = signatures_[ratio.numerator];
    if (ratio.divisor != no_value)
      end.signatures[output] = end.signatures[output] * 31 + signatures_[ratio.divisor];
  }
}

// What one step of a rounding may do to the output before it is coarse.
Int128 Curve::most_of_fine(std::size_t output, const PointValues& values) const {
  return outputs_[output].divisor == no_value ? most_of_fine_[output]
                                              : RoundingEffects::most_of(coarse_[output], values, outputs_[output]);
}

// False when the weight of the roundings hangs on where one looks.
bool Curve::mark_coarse(const RoundingEffects::Effect& effect) {
  for (const std::uint32_t rounding : effect.coarse)
    values_.set_coarse(rounding);
  if (!effect.coarse.empty())
    lists_.clear();  // they hold what was fine
  has_coarse_ = has_coarse_ || !effect.coarse.empty();
  return !effect.weighed;
}

// Beforehand, so that the search is seldom begun anew.
void Curve::find_coarse() {
  const std::int64_t last = point_count_ - 1;
  PointValues at_probe;
  for (std::int64_t probe = 0; probe <= coarse_probes; ++probe) {
    values_.evaluate(last * probe / coarse_probes, at_probe);
    for (std::size_t output = 0; output < outputs_.size(); ++output)
      (void)mark_coarse(effects_.weigh(at_probe, at_probe, outputs_[output], most_of_fine(output, at_probe)));
    if (last == 0)
      break;
  }
}

void Curve::subdivide() {
  find_coarse();
  Scope everything;
  for (std::size_t output = 0; output < outputs_.size(); ++output)
    everything.outputs.push_back(output);
  everything.sound = sound_ != no_value && values_.moves(sound_);
  for (;;) {
    samples_.clear();
    known_.assign(outputs_.size(), {});
    has_coarse_ = false;
    everything.list = values_.list();
    End first = end_at(0, everything.list);
    first.signatures.resize(outputs_.size());
    first.sound = is_sound(first.values);
    sign(first, everything);
    add_sample(first);
    if (point_count_ == 1)
      return;
    End last = end_at(point_count_ - 1, everything.list);
    last.signatures.resize(outputs_.size());
    last.sound = is_sound(last.values);
    sign(last, everything);
    if (cut_between(first, last, everything)) {
      add_sample(last);
      return;
    }
  }
}

void Curve::add_sample(const End& end) {
  samples_.push_back({end.point, end.sound, end.signatures});
}

// Of an output that is settled in the piece last enclosed.
bool Curve::has_new_coarse(std::size_t output, const End& left, const End& right) {
  auto& known = known_[output];
  const std::uint64_t signature = left.signatures[output];
  const auto place = std::lower_bound(known.begin(), known.end(), signature);
  if (place != known.end() && *place == signature)
    return false;
  if (mark_coarse(
          effects_.weigh(left.values, right.values, outputs_[output], most_of_fine(output, left.values), enclosure_)))
    known.insert(place, signature);
  return has_coarse_;
}

std::vector<std::uint32_t> Curve::places_of(const Scope& scope) const {
  std::vector<std::uint32_t> places;
  for (const std::size_t output : scope.outputs)
    for (const std::uint32_t place : {outputs_[output].numerator, outputs_[output].divisor})
      if (place != no_value && values_.moves(place))
        places.push_back(place);
  if (scope.sound)
    places.push_back(sound_);
  return places;
}

// What of the scope stays open in this piece, and where to cut it; false when a rounding has become coarse.
bool Curve::look(const End& left, const End& right, const Scope& scope, Scope& open, std::int64_t& cut) {
  ++looked_at_;
  enclosure_.enclose(left.point, left.values, right.point, right.values, scope.list);
  cut = -1;
  const auto waits = [&](std::uint32_t place) {
    if (place == no_value || !values_.moves(place) || !enclosure_.is_open(place))
      return false;
    if (cut < 0)
      cut = enclosure_.cut(place);
    return true;
  };
  open.sound = scope.sound && !enclosure_.bounds(sound_).is_single() && waits(sound_);
  for (const std::size_t output : scope.outputs) {
    bool stays = waits(outputs_[output].numerator) || waits(outputs_[output].divisor);
    if (!stays && left.signatures[output] != right.signatures[output])
      stays = true;
    if (stays)
      open.outputs.push_back(output);
    else if (has_new_coarse(output, left, right))
      return false;
  }
  if (cut < 0)
    cut = left.point + (right.point - left.point) / 2;
  if (open.sound || !open.outputs.empty())
    open.list = enclosure_.narrowed(places_of(open));
  return true;
}

// Adds the samples from `left` (left out) to `right` (left out); false when a rounding has become coarse.
bool Curve::cut_between(const End& left, const End& right, const Scope& scope) {
  if (right.point == left.point + 1)
    return true;
  Scope open;
  std::int64_t cut = 0;
  if (!look(left, right, scope, open, cut))
    return false;
  if (!open.sound && open.outputs.empty())
    return true;
  End middle = end_at(cut, open.list);
  middle.signatures = left.signatures;
  middle.sound = open.sound ? is_sound(middle.values) : left.sound;
  sign(middle, open);
  if (!cut_between(left, middle, open))
    return false;
  add_sample(middle);
  const bool done = cut_between(middle, right, open);
  release(middle);
  return done;
}

std::int64_t Curve::search(std::size_t output, Int128 least, const End& left, const End& right, bool from_left,
                           const MovingList& list, bool is_settled) {
  const std::uint32_t place = outputs_[output].numerator;
  const auto holds = [&](const End& end) { return end.values[place] >= least && is_sound(end.values); };
  if (holds(from_left ? left : right))
    return (from_left ? left : right).point;
  if (looked_at_ >= most_looked_at_)
    return -1;
  if (right.point - left.point <= few_points) {
    // Roundings leave some points on either side of a crossing open: looking at each costs less than proofs.
    End end;
    end.values = left.values;
    for (std::int64_t i = 1; i < right.point - left.point; ++i) {
      end.point = from_left ? left.point + i : right.point - i;
      values_.evaluate(end.point, list, end.values);
      if (holds(end))
        return end.point;
    }
    return holds(from_left ? right : left) ? (from_left ? right : left).point : -1;
  }
  ++looked_at_;
  enclosure_.enclose(left.point, left.values, right.point, right.values, list);
  const Interval bounds = values_.moves(place) ? enclosure_.bounds(place) : values_.range(place);
  if (bounds.high < least)
    return -1;
  std::int64_t cut = left.point + (right.point - left.point) / 2;
  if (values_.moves(place))
    cut = enclosure_.is_open(place) ? enclosure_.cut(place) : enclosure_.cut_at_level(place, least);
  Scope scope;
  scope.outputs = {output};
  scope.sound = sound_ != no_value && values_.moves(sound_);
  MovingList narrowed;
  if (!is_settled)
    narrowed = enclosure_.narrowed(places_of(scope));
  const MovingList& rest = is_settled ? list : narrowed;
  // Once nothing is open there is nothing more to narrow.
  is_settled = !(values_.moves(place) && enclosure_.is_open(place)) && !(scope.sound && enclosure_.is_open(sound_));
  End middle = end_at(cut, rest);
  const auto halves = [&](bool near) {
    return near == from_left ? search(output, least, left, middle, from_left, rest, is_settled)
                             : search(output, least, middle, right, from_left, rest, is_settled);
  };
  std::int64_t found = halves(true);
  if (found < 0)
    found = halves(false);
  release(middle);
  return found;
}

std::int64_t Curve::at_least(std::size_t output, const Fraction& level, std::int64_t from, std::int64_t until,
                             bool from_left, std::size_t most_pieces) {
  const Fraction whole =
      round_to(level * Fraction::from_ratio(outputs_[output].denominator, 1), Fraction::from_integer(1), Rounding::up);
  if (!whole.is_valid() || from > until)
    return -1;
  most_looked_at_ = most_pieces == any_number ? any_number : looked_at_ + most_pieces;
  const MovingList& list = list_of(output);
  // Piece by piece between the points where decisions are known to turn: there the figure follows one expression, and
  // one look mostly tells.
  std::vector<std::pair<std::int64_t, std::int64_t>> pieces = settled_between(output, from, until);
  if (!from_left)
    std::reverse(pieces.begin(), pieces.end());
  for (const auto& [first, last] : pieces) {
    End left = end_at(first, list), right = end_at(last, list);
    const std::int64_t found = search(output, whole.numerator(), left, right, from_left, list, false);
    release(left);
    release(right);
    if (found >= 0 || looked_at_ >= most_looked_at_)
      return found;
  }
  return -1;
}

// What an output needs, and whether figures hold at all.
const MovingList& Curve::list_of(std::size_t output) {
  lists_.resize(outputs_.size());
  if (lists_[output].empty()) {
    Scope scope;
    scope.outputs = {output};
    scope.sound = sound_ != no_value && values_.moves(sound_);
    lists_[output] = values_.list(places_of(scope));
  }
  return lists_[output];
}

std::vector<std::pair<std::int64_t, std::int64_t>> Curve::settled_between(std::size_t output, std::int64_t from,
                                                                          std::int64_t until) const {
  std::vector<std::pair<std::int64_t, std::int64_t>> pieces;
  std::int64_t begin = from;
  for (std::size_t k = 0; k + 1 < samples_.size() && samples_[k].point < until; ++k) {
    if (samples_[k].point < begin || samples_[k].signatures[output] == samples_[k + 1].signatures[output])
      continue;
    pieces.emplace_back(begin, samples_[k].point);
    begin = samples_[k].point + 1;
  }
  pieces.emplace_back(begin, until);
  return pieces;
}

std::int64_t Curve::first_at_least(std::size_t output, const Fraction& level, std::int64_t from, std::int64_t until,
                                   std::size_t most_pieces) {
  return at_least(output, level, from, until, true, most_pieces);
}

std::int64_t Curve::last_at_least(std::size_t output, const Fraction& level, std::int64_t from, std::int64_t until) {
  return at_least(output, level, from, until, false, any_number);
}

}  // namespace calc
