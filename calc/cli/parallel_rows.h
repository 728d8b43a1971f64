// Rows worked on in blocks, on several threads, and taken back in their order.
//
//   answer_in_order<Answer>(source, jobs, [&](const RowBlock& block, std::size_t worker) { return …; },
//                           [&](const RowBlock& block, Answer& answer) { … });
//
// At most one block a worker is held, so that memory does not grow with the input. `work` runs on the workers' threads,
// one block a worker at a time; `take` on the caller's, block after block.
#pragma once

#include <functional>
#include <future>
#include <string>
#include <string_view>
#include <vector>

#include "calc/cli/row_source.h"

namespace calc::cli {

// Rows copied out of the reader's buffer: the cells' texts in one string.
class RowBlock {
 public:
  // False at the end of the rows.
  bool read(RowSource& source, std::size_t most_rows);

  [[nodiscard]] std::size_t size() const { return positions_.size(); }
  [[nodiscard]] const Position& position(std::size_t row) const { return positions_[row]; }
  [[nodiscard]] std::vector<std::string_view> cells(std::size_t row) const;

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;    // of each cell, in texts_
  std::vector<std::size_t> firsts_;  // each row's first cell
  std::vector<Position> positions_;
};

template <class Answer>
void answer_in_order(RowSource& source, std::size_t workers,
                     const std::function<Answer(const RowBlock&, std::size_t)>& work,
                     const std::function<void(const RowBlock&, Answer&)>& take) {
  constexpr std::size_t rows_per_block = 1024;
  for (bool more = true; more;) {
    std::vector<RowBlock> blocks;
    while (blocks.size() < workers && more) {
      RowBlock block;
      more = block.read(source, rows_per_block);
      if (more)
        blocks.push_back(std::move(block));
    }
    std::vector<std::future<Answer>> running;
    for (std::size_t i = 0; i < blocks.size(); ++i)
      running.push_back(std::async(std::launch::async, std::cref(work), std::cref(blocks[i]), i));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      Answer answer = running[i].get();
      take(blocks[i], answer);
    }
  }
}

}  // namespace calc::cli
