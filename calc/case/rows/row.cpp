#include "calc/case/rows/row.h"

#include <algorithm>

namespace ansio::cases {

Result<Shape> shape_of_row(const Row& row, const Position& where) {
  Shape shape;
  std::uint32_t seen = 0;
  for (const RowValue& given : row.values) {
    if (given.name.owner.role == Owner::Role::spouse)
      shape.spouse = true;
    if (given.name.owner.role == Owner::Role::child) {
      shape.children = std::max(shape.children, given.name.owner.child);
      seen |= std::uint32_t{1} << given.name.owner.child;
    }
  }
  for (int child = 1; child <= shape.children; ++child)
    if ((seen >> child & 1U) == 0)
      return Diagnostic{.code = Code::no_such_person,
                        .position = where,
                        .message = "children are numbered from 1 without gaps",
                        .found = "child" + std::to_string(shape.children),
                        .expected = "something given for child" + std::to_string(child)};
  return shape;
}

Question make_row_question(const Row& row, const Shape& shape, std::vector<Instance> wanted) {
  Question question{shape, Timeline{true, row.date, 1}, {}, std::move(wanted)};
  question.given.reserve(row.values.size());
  for (const RowValue& given : row.values)
    if (const auto instance = instance_in(shape, given.name))
      question.given.push_back({*instance, {given.value}});
  return question;
}

}  // namespace ansio::cases
