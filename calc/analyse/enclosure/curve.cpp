// Cuts an axis until every stretch is proven or down to two neighbouring points, and keeps a sample of each.
//
// Idea: branch and bound. A stretch is enclosed; outputs that no open decision leads to are done there and leave the
// scope. The rest is cut where the decision it waits for changes sides, and each half needs only what is still open,
// so the lists shrink as the pieces do. A stretch of two neighbours has no point between and is done anyway.
//
// Invariant of cut_between(left, right, scope): at every point between, outputs outside the scope have the signature
// that `left` carries for them; scope.list computes all that the scope's outputs need, for points between only.
#include "calc/analyse/enclosure/curve.h"

#include <algorithm>

namespace ansio::analyse {
namespace {

constexpr std::int64_t coarse_probes = 32;
constexpr std::size_t any_number = static_cast<std::size_t>(-1);

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
    most_of_fine_.push_back(
        outputs_[output].divisor == no_value ? RoundingEffects::most_of(coarse_[output], {}, outputs_[output]) : 0);
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
    // A quotient follows one expression when both its parts do.
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
  // Coarse once is coarse everywhere: otherwise the expression, and with it the signature, would hang on the piece that
  // one looks at.
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
  // Whatever the probes miss is found in subdivide, at the price of starting again.
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
    settled_.assign(outputs_.size(), {});
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
    cut_between(first, last, everything);
    add_sample(last);
    // A rounding that has become coarse on the way was fine in what was proven before: all of it is looked at again.
    if (!has_coarse_)
      return;
  }
}

void Curve::add_sample(const End& end) {
  samples_.push_back({end.point, end.sound, end.signatures});
}

// Of an output that is settled in the piece last enclosed.
void Curve::weigh_roundings(std::size_t output, const End& left, const End& right) {
  // One expression weighs its roundings alike at every point, unless a product or a quotient of two moving values is in
  // it: such a one is weighed anew in every piece.
  auto& known = known_[output];
  const std::uint64_t signature = left.signatures[output];
  const auto place = std::lower_bound(known.begin(), known.end(), signature);
  if (place != known.end() && *place == signature)
    return;
  if (mark_coarse(
          effects_.weigh(left.values, right.values, outputs_[output], most_of_fine(output, left.values), enclosure_)))
    known.insert(place, signature);
}

// Of the piece last enclosed, or two neighbours.
void Curve::note_settled(std::size_t output, const End& left, const End& right) {
  // Kept for first_at_least: a piece that stays below the level is passed over without a look.
  const std::uint32_t place = outputs_[output].numerator;
  Int128 most = std::max(left.values[place], right.values[place]);
  if (right.point > left.point + 1 && values_.moves(place))
    most = std::max(most, enclosure_.bounds(place).high);
  settled_[output].push_back({left.point, right.point, most});
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

// What of the scope stays open in this piece, and where to cut it.
void Curve::look(const End& left, const End& right, const Scope& scope, Scope& open, std::int64_t& cut) {
  ++looked_at_;
  enclosure_.enclose(left.point, left.values, right.point, right.values, scope.list);
  cut = -1;
  const auto waits = [&](std::uint32_t place) {
    if (place == no_value || !values_.moves(place) || !enclosure_.is_open(place))
      return false;
    // One cut at a time: the first output that is open says where.
    if (cut < 0)
      cut = enclosure_.cut(place);
    return true;
  };
  open.sound = scope.sound && !enclosure_.bounds(sound_).is_single() && waits(sound_);
  for (const std::size_t output : scope.outputs) {
    bool stays = waits(outputs_[output].numerator) || waits(outputs_[output].divisor);
    // Settled, and yet two signatures: the proof is not stretched over the difference, the piece is cut on.
    if (!stays && left.signatures[output] != right.signatures[output])
      stays = true;
    if (stays) {
      open.outputs.push_back(output);
      continue;
    }
    weigh_roundings(output, left, right);
    note_settled(output, left, right);
  }
  if (cut < 0)
    cut = left.point + (right.point - left.point) / 2;
  if (open.sound || !open.outputs.empty())
    open.list = enclosure_.narrowed(places_of(open));
}

// Adds the samples from `left` (left out) to `right` (left out).
void Curve::cut_between(const End& left, const End& right, const Scope& scope) {
  if (right.point == left.point + 1) {
    for (const std::size_t output : scope.outputs)
      note_settled(output, left, right);
    return;
  }
  Scope open;
  std::int64_t cut = 0;
  look(left, right, scope, open, cut);
  if (!open.sound && open.outputs.empty())
    return;
  End middle = end_at(cut, open.list);
  // By the invariant: what is no longer in the scope is alike at all points between.
  middle.signatures = left.signatures;
  middle.sound = open.sound ? is_sound(middle.values) : left.sound;
  sign(middle, open);
  cut_between(left, middle, open);
  add_sample(middle);
  cut_between(middle, right, open);
  release(middle);
}

std::int64_t Curve::search(std::size_t output, Int128 least, const End& left, const End& right, const MovingList& list,
                           bool is_settled) {
  const std::uint32_t place = outputs_[output].numerator;
  const auto holds = [&](const End& end) { return end.values[place] >= least && is_sound(end.values); };
  // From left to right, the nearer half first: what is found first is the first there is.
  if (holds(left))
    return left.point;
  if (looked_at_ >= most_looked_at_)
    return -1;
  if (right.point - left.point <= longest_run + 1) {
    // Roundings leave some points on either side of a crossing open: looking at each costs less than proofs.
    if (const std::int64_t between = right.point - left.point - 1; between > 0) {
      values_.evaluate_run(left.point + 1, between, list, run_);
      for (std::int64_t i = 0; i < between; ++i)
        if (run_[run_place(place, i)] >= least && (sound_ == no_value || run_[run_place(sound_, i)] != 0))
          return left.point + 1 + i;
    }
    return holds(right) ? right.point : -1;
  }
  ++looked_at_;
  enclosure_.enclose(left.point, left.values, right.point, right.values, list);
  const Interval bounds = values_.moves(place) ? enclosure_.bounds(place) : values_.range(place);
  // The proof that makes the search exact: no point of the piece reaches the level.
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
  std::int64_t found = search(output, least, left, middle, rest, is_settled);
  if (found < 0)
    found = search(output, least, middle, right, rest, is_settled);
  release(middle);
  return found;
}

std::int64_t Curve::search(std::size_t output, Int128 least, std::int64_t from, std::int64_t until) {
  const MovingList& list = list_of(output);
  End left = end_at(from, list), right = end_at(until, list);
  const std::int64_t found = search(output, least, left, right, list, false);
  release(left);
  release(right);
  return found;
}

// Values are whole numbers: at least the level is at least the level rounded up. Past what any value may be when 128
// bits do not hold it.
Int128 Curve::whole_level(std::size_t output, const Fraction& level) const {
  const Fraction whole =
      round_to(level * Fraction::from_ratio(outputs_[output].denominator, 1), Fraction::from_integer(1), Rounding::up);
  return whole.is_valid() ? whole.numerator() : 2 * widest_moving;
}

std::int64_t Curve::first_at_least(std::size_t output, const Fraction& level, std::int64_t from) {
  const Int128 least = whole_level(output, level);
  most_looked_at_ = any_number;
  const auto& pieces = settled_[output];
  for (auto piece = std::lower_bound(pieces.begin(), pieces.end(), from,
                                     [](const Settled&settled, std::int64_t point) { return settled.last < point; });
       piece != pieces.end(); ++piece) {
    if (piece->most < least)
      continue;
    const std::int64_t found = search(output, least, std::max(from, piece->first), piece->last);
    if (found >= 0)
      return found;
  }
  return -1;
}

std::int64_t Curve::first_at_least_beyond(std::size_t output, const Fraction& level, std::int64_t until,
                                          std::size_t most_pieces) {
  const std::int64_t last = point_count_ - 1;
  if (last > until)
    return -1;
  most_looked_at_ = looked_at_ + most_pieces;
  return search(output, whole_level(output, level), last, until);
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

}  // namespace ansio::analyse
