// Figures along an axis, cut into stretches in which all decisions that lead to them are settled.
//
// Exact, not a grid: a stretch is proven by an Enclosure over all its points; what cannot be proven is cut until two
// neighbouring points remain, which are computed exactly.
//
//   Curve curve(std::move(values), outputs, sound, point_count);
//   curve.subdivide();
//   curve.samples()          // where signatures of two samples differ, they are neighbours: something turns there
//
// Law: for all samples s, t in a row, either t.point = s.point + 1, or every output has one signature at all points
// from s to t, which is that of both samples.
#pragma once

#include "calc/analyse/enclosure/enclosure.h"
#include "calc/analyse/enclosure/moving_values.h"
#include "calc/analyse/enclosure/rounding_effects.h"
#include "calc/analyse/floor.h"

namespace ansio::analyse {

class Curve {
 public:
  // `sound`: the place of a truth that holds where the figures do; no_value when they always do. A rounding is coarse
  // when one step of it may move outputs[i] by more than coarse[i].
  Curve(MovingValues values, std::vector<Ratio> outputs, std::uint32_t sound, std::vector<Fraction> coarse,
        std::int64_t point_count);
  Curve(const Curve&) = delete;
  Curve& operator=(const Curve&) = delete;

  void subdivide();

  struct Sample {
    std::int64_t point = 0;
    bool sound = true;
    std::vector<std::uint64_t> signatures;  // one for each output
  };
  [[nodiscard]] const std::vector<Sample>& samples() const { return samples_; }

  // The first point from `from` on, until `until`, at which outputs[output] is at least `level`; -1 when there is none.
  // For outputs without a divisor, within the axis.
  [[nodiscard]] std::int64_t first_at_least(std::size_t output, const Fraction& level, std::int64_t from);
  // The same past the axis' end, until `until`; also -1 when none was found after looking at so many pieces.
  [[nodiscard]] std::int64_t first_at_least_beyond(std::size_t output, const Fraction& level, std::int64_t until,
                                                   std::size_t most_pieces);

  [[nodiscard]] const MovingValues& values() const { return values_; }
  [[nodiscard]] const std::vector<Ratio>& outputs() const { return outputs_; }
  [[nodiscard]] std::int64_t point_count() const { return point_count_; }
  [[nodiscard]] bool is_sound(const PointValues& values) const { return sound_ == no_value || values[sound_] != 0; }
  // Pieces proven or cut: what the search cost.
  [[nodiscard]] std::size_t looked_at() const { return looked_at_; }

 private:
  struct End {  // of a piece: a point with its values
    std::int64_t point = 0;
    PointValues values;
    std::vector<std::uint64_t> signatures;
    bool sound = true;
  };
  // What is not yet settled within a piece, and what must be computed for it.
  struct Scope {
    std::vector<std::size_t> outputs;
    bool sound = false;
    MovingList list;
  };

  [[nodiscard]] Int128 most_of_fine(std::size_t output, const PointValues& values) const;
  // A piece in which an output is settled: it follows one expression.
  struct Settled {
    std::int64_t first = 0, last = 0;
    Int128 most = 0;  // that the numerator can be at any point from first to last
  };

  bool mark_coarse(const RoundingEffects::Effect& effect);
  void weigh_roundings(std::size_t output, const End& left, const End& right);
  void find_coarse();
  void cut_between(const End& left, const End& right, const Scope& scope);
  void add_sample(const End& end);
  void look(const End& left, const End& right, const Scope& scope, Scope& open, std::int64_t& cut);
  [[nodiscard]] std::vector<std::uint32_t> places_of(const Scope& scope) const;
  void note_settled(std::size_t output, const End& left, const End& right);
  [[nodiscard]] Int128 whole_level(std::size_t output, const Fraction& level) const;
  [[nodiscard]] std::int64_t search(std::size_t output, Int128 least, std::int64_t from, std::int64_t until);
  [[nodiscard]] std::int64_t search(std::size_t output, Int128 least, const End& left, const End& right,
                                    const MovingList& list, bool is_settled);
  [[nodiscard]] const MovingList& list_of(std::size_t output);
  End end_at(std::int64_t point, const MovingList& list);
  void sign(End& end, const Scope& scope);
  void release(End& end) { spare_.push_back(std::move(end.values)); }

  MovingValues values_;
  std::vector<Ratio> outputs_;
  std::uint32_t sound_;
  std::vector<Fraction> coarse_;
  std::int64_t point_count_;
  Enclosure enclosure_;
  RoundingEffects effects_;
  std::vector<Sample> samples_;
  std::vector<std::uint64_t> signatures_;
  std::vector<std::vector<std::uint64_t>> known_;  // by output: signatures whose roundings are known, sorted
  std::vector<std::vector<Settled>> settled_;      // by output, by point: they and their ends are all of the axis
  std::vector<PointValues> spare_;
  RunValues run_;
  std::vector<MovingList> lists_;     // by output, once asked for
  std::vector<Int128> most_of_fine_;  // by output without a divisor, else unused
  bool has_coarse_ = false;           // a rounding has become coarse since the search began
  std::size_t looked_at_ = 0;
  std::size_t most_looked_at_ = 0;
};

}  // namespace ansio::analyse
