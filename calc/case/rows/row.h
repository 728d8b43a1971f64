// One typical month of one household, as a batch row or a rule test gives it: names and values, no structure.
//
//   Row row{.date = YearMonth::of(2026, 6), .values = {{client_wage, 780}, {rent, 700}}};
//   Result<Question> question = make_row_question(row, {disposable_income}, where);
//
// The persons are those that the names speak of; the client is always there. Errors: no_such_person (child2 without
// child1).
#pragma once

#include <span>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/case/floor.h"
#include "calc/case/names/names.h"
#include "calc/program/question/question.h"

namespace ansio::cases {

struct RowValue {
  VariableName name;
  Value value;
};

struct Row {
  YearMonth date;
  std::vector<RowValue> values;
};

Result<Shape> shape_of_row(const Row& row, const Position& where);

// `wanted` instances must exist in the shape (see shape_of_row and instance_in).
Question make_row_question(const Row& row, const Shape& shape, std::vector<Instance> wanted);

}  // namespace ansio::cases
