#include "calc/cli/rows/parallel_rows.h"

namespace ansio::cli {

bool RowBlock::read(RowSource& source, std::size_t most_rows) {
  std::vector<std::string_view> cells;
  while (positions_.size() < most_rows && source.next(cells)) {
    for (const std::string_view cell : cells) {
      texts_ += cell;
      ends_.push_back(texts_.size());
    }
    widths_.push_back(cells.size());
    if (source.damage())
      damages_.emplace_back(positions_.size(), *source.damage());
    positions_.push_back(source.position());
  }
  return !positions_.empty();
}

std::vector<RowTexts> RowBlock::rows() const {
  std::vector<RowTexts> rows(size());
  std::size_t cell = 0;
  std::size_t begin = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    rows[row].where = positions_[row];
    rows[row].cells.reserve(widths_[row]);
    for (std::size_t i = 0; i < widths_[row]; ++i) {
      rows[row].cells.push_back(std::string_view(texts_).substr(begin, ends_[cell] - begin));
      begin = ends_[cell++];
    }
  }
  for (const auto& [row, damage] : damages_)
    rows[row].damage = &damage;
  return rows;
}

}  // namespace ansio::cli
