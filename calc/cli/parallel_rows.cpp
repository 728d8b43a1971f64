#include "calc/cli/parallel_rows.h"

namespace calc::cli {

bool RowBlock::read(RowSource& source, std::size_t most_rows) {
  std::vector<std::string_view> cells;
  while (positions_.size() < most_rows && source.next(cells)) {
    firsts_.push_back(ends_.size());
    for (const std::string_view cell : cells) {
      texts_ += cell;
      ends_.push_back(texts_.size());
    }
    positions_.push_back(source.position());
  }
  return !positions_.empty();
}

std::vector<std::string_view> RowBlock::cells(std::size_t row) const {
  const std::size_t last = row + 1 < firsts_.size() ? firsts_[row + 1] : ends_.size();
  std::vector<std::string_view> cells;
  for (std::size_t cell = firsts_[row]; cell < last; ++cell) {
    const std::size_t begin = cell == 0 ? 0 : ends_[cell - 1];
    cells.push_back(std::string_view(texts_).substr(begin, ends_[cell] - begin));
  }
  return cells;
}

}  // namespace calc::cli
