// Rows worked on in blocks, on several threads, and taken back in their order.
//
//   answer_in_order<Answer>(source, workers, [&](const RowBlock& block, std::size_t worker) { return …; },
//                           [&](const RowBlock& block, Answer& answer) { … });
//
// One block a worker is held and one is being read, so that memory does not grow with the input. `work` runs on the
// workers' threads, one block a worker at a time; `take` on the caller's, block after block. A single worker is the
// caller's own thread.
#pragma once

#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calc/cli/floor.h"
#include "calc/cli/rows/row_source.h"

namespace ansio::cli {

// Rows copied out of the reader's buffer: the cells' texts in one string.
class RowBlock {
 public:
  // False at the end of the rows.
  bool read(RowSource& source, std::size_t most_rows);

  [[nodiscard]] std::size_t size() const { return positions_.size(); }
  // Valid as long as the block is.
  [[nodiscard]] std::vector<RowTexts> rows() const;

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;    // of each cell, in texts_
  std::vector<std::size_t> widths_;  // cells of each row
  std::vector<Position> positions_;
  std::deque<std::pair<std::size_t, Diagnostic>> damages_;  // by row
};

template <class Answer>
void answer_in_order(RowSource& source, std::size_t workers,
                     const std::function<Answer(const RowBlock&, std::size_t)>& work,
                     const std::function<void(const RowBlock&, Answer&)>& take) {
  constexpr std::size_t rows_per_block = 2048;
  struct Running {
    std::unique_ptr<RowBlock> block;
    std::future<Answer> answer;
  };
  // The oldest block's worker is the next one's. Reading goes on meanwhile.
  std::deque<Running> running;
  const auto take_oldest = [&] {
    Answer answer = running.front().answer.get();
    take(*running.front().block, answer);
    running.pop_front();
  };
  for (std::size_t number = 0;; ++number) {
    auto block = std::make_unique<RowBlock>();
    if (!block->read(source, rows_per_block))
      break;
    if (workers == 1) {
      Answer answer = work(*block, 0);
      take(*block, answer);
      continue;
    }
    if (running.size() == workers)
      take_oldest();
    const RowBlock& here = *block;
    running.push_back(
        {std::move(block), std::async(std::launch::async, std::cref(work), std::cref(here), number % workers)});
  }
  while (!running.empty())
    take_oldest();
}

}  // namespace ansio::cli
