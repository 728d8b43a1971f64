// Where along an axis a truth holds: all points, in stretches, from one end on.
//
// Proven by enclosures, not sampled: a stretch between two points is told as a whole only where the truth cannot turn;
// else it is cut, at last into neighbouring points, which are computed.
//
//   TruthSearch search(values, holds, sound, point_count);
//   search.run(TruthSearch::From::last, [&](std::int64_t first, std::int64_t last, TruthSearch::State state) {
//     return state != TruthSearch::State::holds;          // false: enough
//   });
//
// Laws: the stretches taken have no gap and do not overlap; neighbours may be of one state.
#pragma once

#include <functional>

#include "calc/analyse/enclosure/enclosure.h"
#include "calc/analyse/enclosure/moving_values.h"
#include "calc/analyse/floor.h"

namespace ansio::analyse {

class TruthSearch {
 public:
  enum class From : std::uint8_t { first, last };
  enum class State : std::uint8_t { fails, holds, unknown };  // unknown: beyond the program
  using Taking = std::function<bool(std::int64_t first, std::int64_t last, State state)>;

  // Places of a truth and of one that is 1 where the program holds (no_value: everywhere). Keeps a reference.
  TruthSearch(const MovingValues& values, std::uint32_t truth, std::uint32_t sound, std::int64_t point_count);
  TruthSearch(const TruthSearch&) = delete;
  TruthSearch& operator=(const TruthSearch&) = delete;

  void run(From from, const Taking& take);
  // Pieces proven or cut: what the search cost.
  [[nodiscard]] std::size_t looked_at() const { return looked_at_; }

 private:
  struct End {  // of a piece: a point with its values
    std::int64_t point = 0;
    PointValues values;
  };

  [[nodiscard]] State state_of(const End& end, bool sound_is_settled) const;
  [[nodiscard]] Interval bounds(std::uint32_t place) const;
  [[nodiscard]] std::int64_t cut_of(std::uint32_t place, const End& left, const End& right) const;
  void evaluate(End& end, const MovingList& list);
  bool look(const End& left, const End& right, const MovingList& list, bool sound_is_settled);
  bool take(std::int64_t first, std::int64_t last, State state) { return (*take_)(first, last, state); }

  const MovingValues& values_;
  std::uint32_t truth_, sound_;
  std::int64_t point_count_;
  Enclosure enclosure_;
  From from_ = From::first;
  const Taking* take_ = nullptr;
  std::vector<PointValues> spare_;
  std::size_t looked_at_ = 0;
};

}  // namespace ansio::analyse
