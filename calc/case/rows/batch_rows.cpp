// Many rows of a batch at once: rows that ask the same of different values are one series.
#include <unordered_map>

#include "calc/case/rows/batch.h"

namespace ansio::cases {
namespace {

// Rows of one month and shape that give values of the same names in the same order.
struct Alike {
  Shape shape;
  std::vector<std::size_t> rows;
};

std::string key_of(const Row& row) {
  std::string key;
  const auto append = [&key](const auto& part) { key.append(reinterpret_cast<const char*>(&part), sizeof part); };
  append(row.date.index);
  for (const RowValue& given : row.values) {
    append(given.name.variable);
    append(given.name.owner.role);
    append(given.name.owner.child);
  }
  return key;
}

Series series_of(const std::vector<BatchRow>& rows, const Alike& alike, std::vector<Instance> wanted) {
  Series series;
  series.question = make_row_question(*rows[alike.rows.front()].row, alike.shape, std::move(wanted));
  const std::size_t given = series.question.given.size();
  for (std::size_t i = 0; i < given; ++i) {
    series.moving.push_back(i);
    std::vector<Value>& values = series.values.emplace_back();
    values.reserve(alike.rows.size());
    for (const std::size_t row : alike.rows)
      values.push_back((*rows[row].row).values[i].value);
  }
  return series;
}

}  // namespace

std::vector<BatchRow> Batch::read_rows(const std::vector<RowTexts>& texts) const {
  std::vector<BatchRow> rows;
  rows.reserve(texts.size());
  for (const RowTexts& text : texts)
    rows.push_back(read_row(text));
  return rows;
}

std::vector<RowFigures> Batch::compute(const std::vector<BatchRow>& rows, const Answering& answering) const {
  std::vector<RowFigures> figures;
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Alike> groups;
  figures.reserve(rows.size());
  for (const BatchRow& read : rows) {
    const Result<Row>& row = read.row;
    const Result<Shape> shape = row ? shape_of_row(*row, read.where) : Result<Shape>(row.diagnostics());
    if (!shape) {
      figures.emplace_back(shape.diagnostics());
      continue;
    }
    const auto [found, is_new] = places.emplace(key_of(*row), groups.size());
    if (is_new)
      groups.push_back({*shape, {}});
    groups[found->second].rows.push_back(figures.size());
    figures.emplace_back(std::vector<std::optional<Value>>(wanted_.size()));
  }
  for (const Alike& alike : groups) {
    // A figure of a person these rows do not have stays empty.
    std::vector<Instance> instances;
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (const auto instance = instance_in(alike.shape, wanted_[i])) {
        instances.push_back(*instance);
        wanted.push_back(i);
      }
    Series series = series_of(rows, alike, std::move(instances));
    const auto take = [&](std::size_t at, const Result<Answer>& answer) {
      RowFigures& here = figures[alike.rows[at]];
      if (!answer)
        here = answer.diagnostics();
      for (std::size_t i = 0; answer && i < wanted.size(); ++i)
        (*here)[wanted[i]] = answer->values[i].front();
    };
    if (series.moving.empty()) {
      for (std::size_t at = 0; at < alike.rows.size(); ++at)
        take(at, answering(series.question));
    } else {
      answering.answer(series, take);
    }
  }
  return figures;
}

std::size_t Batch::answer_rows(const std::vector<RowTexts>& texts, const Answering& answering, std::string& out) const {
  const std::vector<BatchRow> rows = read_rows(texts);
  const std::vector<RowFigures> figures = compute(rows, answering);
  std::size_t failed = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    write_row(rows[i], figures[i], out);
    failed += figures[i].ok() ? 0 : 1;
  }
  return failed;
}

}  // namespace ansio::cases
