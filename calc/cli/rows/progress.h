// How far a long run is, on standard error: "12,000 rows (24 %), 3,400 rows/s, 0:11 left".
//
//   Progress progress(session.err, Progress::Style::in_place, file_size);
//   progress.advance(rows_so_far, bytes_so_far);     // as often as one likes; it prints now and then
//   progress.finish(rows);
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>

#include "calc/cli/floor.h"

namespace ansio::cli {

class Progress {
 public:
  // A line of its own each time, or on a terminal the same line over and over.
  enum class Style : std::uint8_t { none, lines, in_place };

  // `expected_bytes` 0: unknown, so that no time left can be told.
  Progress(std::ostream& out, Style style, std::uint64_t expected_bytes);

  void advance(std::uint64_t rows, std::uint64_t bytes);
  void finish(std::uint64_t rows);

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& out_;
  Style style_;
  std::uint64_t expected_bytes_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point told_ = start_;
};

}  // namespace ansio::cli
