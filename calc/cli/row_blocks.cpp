#include "calc/cli/row_blocks.h"

#include <deque>
#include <future>
#include <memory>
#include <ostream>

namespace calc::cli {
namespace {

constexpr std::size_t rows_per_block = 2048;

// Rows copied out of the reader's buffer: the cells' texts in one string.
struct Block {
  std::string texts;
  std::vector<std::size_t> ends;    // of each cell, in `texts`
  std::vector<std::size_t> widths;  // cells of each row
  std::vector<Position> positions;
  std::string answers;
  std::size_t failed_rows = 0;
};

bool read_block(RowSource& source, Block& block) {
  std::vector<std::string_view> cells;
  while (block.widths.size() < rows_per_block && source.next(cells)) {
    for (const std::string_view cell : cells) {
      block.texts += cell;
      block.ends.push_back(block.texts.size());
    }
    block.widths.push_back(cells.size());
    block.positions.push_back(source.position());
  }
  return !block.widths.empty();
}

void answer_block(const Batch& batch, const Answering& answering, Block& block) {
  std::vector<RowTexts> rows(block.widths.size());
  std::size_t cell = 0;
  std::size_t begin = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    rows[row].where = std::move(block.positions[row]);
    rows[row].cells.reserve(block.widths[row]);
    for (std::size_t i = 0; i < block.widths[row]; ++i) {
      rows[row].cells.push_back(std::string_view(block.texts).substr(begin, block.ends[cell] - begin));
      begin = block.ends[cell++];
    }
  }
  block.failed_rows = batch.answer_rows(rows, answering, block.answers);
}

struct Running {
  std::unique_ptr<Block> block;
  std::future<void> done;
};

}  // namespace

BlockOutcome answer_blocks(const Batch& batch, RowSource& source, const std::vector<Answering>& answerings,
                           std::ostream& out, Progress& progress) {
  BlockOutcome outcome;
  const auto write = [&](const Block& block) {
    out << block.answers;
    outcome.rows += block.widths.size();
    outcome.failed_rows += block.failed_rows;
    progress.advance(outcome.rows, source.bytes());
  };
  // The oldest block's thread is the next one's: each machine serves one block at a time. Reading goes on meanwhile.
  std::deque<Running> running;
  const auto write_oldest = [&] {
    running.front().done.get();
    write(*running.front().block);
    running.pop_front();
  };
  for (std::size_t number = 0;; ++number) {
    auto block = std::make_unique<Block>();
    if (!read_block(source, *block))
      break;
    const Answering& answering = answerings[number % answerings.size()];
    if (answerings.size() == 1) {
      answer_block(batch, answering, *block);
      write(*block);
      continue;
    }
    if (running.size() == answerings.size())
      write_oldest();
    Block& here = *block;
    running.push_back({std::move(block), std::async(std::launch::async, answer_block, std::cref(batch),
                                                    std::cref(answering), std::ref(here))});
  }
  while (!running.empty())
    write_oldest();
  progress.finish(outcome.rows);
  return outcome;
}

}  // namespace calc::cli
