#include "calc/cli/rows/progress.h"

#include <algorithm>
#include <ostream>
#include <string>

#include "calc/explain/words/format.h"

namespace ansio::cli {
namespace {

// Often enough to follow on a terminal; rarely enough for a log.
constexpr std::chrono::milliseconds in_place_interval{500};
constexpr std::chrono::milliseconds lines_interval{5000};

std::string count_text(std::uint64_t count) {
  return format_number(Fraction::from_integer(static_cast<std::int64_t>(count)), {0, 0}, Language::en);
}

std::string clock_text(std::uint64_t seconds) {
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + ':' + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

Progress::Progress(std::ostream& out, Style style, std::uint64_t expected_bytes)
    : out_(out), style_(style), expected_bytes_(expected_bytes) {}

void Progress::advance(std::uint64_t rows, std::uint64_t bytes) {
  const Clock::time_point now = Clock::now();
  if (style_ == Style::none || now - told_ < (style_ == Style::in_place ? in_place_interval : lines_interval))
    return;
  told_ = now;
  const auto milliseconds =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count());
  std::string text = count_text(rows) + " rows";
  if (expected_bytes_ > 0)
    text += " (" + std::to_string(std::min<std::uint64_t>(100, bytes * 100 / expected_bytes_)) + " %)";
  text += ", " + count_text(rows * 1000 / std::max<std::uint64_t>(1, milliseconds)) + " rows/s";
  if (expected_bytes_ > 0 && bytes > 0)
    text += ", " + clock_text(milliseconds * (std::max(expected_bytes_, bytes) - bytes) / bytes / 1000) + " left";
  if (style_ == Style::in_place)
    out_ << '\r' << text << "\x1b[K" << std::flush;
  else
    out_ << text << '\n' << std::flush;
}

void Progress::finish(std::uint64_t rows) {
  if (style_ == Style::none)
    return;
  const auto milliseconds =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_).count());
  if (style_ == Style::in_place)
    out_ << '\r';
  out_ << count_text(rows) << " rows in " << clock_text(milliseconds / 1000) << ", "
       << count_text(rows * 1000 / std::max<std::uint64_t>(1, milliseconds)) << " rows/s"
       << (style_ == Style::in_place ? "\x1b[K\n" : "\n") << std::flush;
}

}  // namespace ansio::cli
