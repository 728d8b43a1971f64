#include "calc/cli/row_blocks.h"

#include <future>
#include <ostream>

namespace calc::cli {
namespace {

constexpr std::size_t rows_per_block = 1024;

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
  std::vector<std::string_view> cells;
  std::size_t cell = 0;
  std::size_t begin = 0;
  for (std::size_t row = 0; row < block.widths.size(); ++row) {
    cells.clear();
    for (std::size_t i = 0; i < block.widths[row]; ++i) {
      cells.push_back(std::string_view(block.texts).substr(begin, block.ends[cell] - begin));
      begin = block.ends[cell++];
    }
    if (!batch.answer_row(cells, block.positions[row], answering, block.answers))
      ++block.failed_rows;
  }
}

}  // namespace

BlockOutcome answer_blocks(const Batch& batch, RowSource& source, const std::vector<Answering>& answerings,
                           std::ostream& out, Progress& progress) {
  BlockOutcome outcome;
  for (bool more = true; more;) {
    std::vector<Block> blocks;
    while (blocks.size() < answerings.size() && more) {
      Block block;
      more = read_block(source, block);
      if (more)
        blocks.push_back(std::move(block));
    }
    std::vector<std::future<void>> running;
    for (std::size_t i = 1; i < blocks.size(); ++i)
      running.push_back(std::async(std::launch::async, answer_block, std::cref(batch), std::cref(answerings[i]),
                                   std::ref(blocks[i])));
    if (!blocks.empty())
      answer_block(batch, answerings[0], blocks[0]);
    for (std::future<void>& worker : running)
      worker.get();
    for (const Block& block : blocks) {
      out << block.answers;
      outcome.rows += block.widths.size();
      outcome.failed_rows += block.failed_rows;
    }
    progress.advance(outcome.rows, source.bytes());
  }
  progress.finish(outcome.rows);
  return outcome;
}

}  // namespace calc::cli
