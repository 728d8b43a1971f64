#include "calc/program/columns/columns.h"

#include <algorithm>

namespace ansio::program {

Columns::Columns(const Program& program, const std::vector<bool>& steady_inputs, InstructionSet set)
    : program_(program),
      code_(make_column_code(program, steady_inputs)),
      loops_(column_loops(set)),
      steady_(code_.steady),
      steady_inputs_(program.inputs.size()),
      storage_((std::size_t{code_.units} + 1) * column_unit) {
  const auto address = reinterpret_cast<std::uintptr_t>(storage_.data());
  memory_ = storage_.data() + (column_unit - address % column_unit) % column_unit;
  auto* as_doubles = reinterpret_cast<double*>(memory_ + std::size_t{code_.table_place} * column_unit);
  const std::size_t room = (program.tables.size() + cases_per_unit - 1) / cases_per_unit * cases_per_unit;
  auto* whole = reinterpret_cast<std::int64_t*>(as_doubles + room);
  for (std::size_t i = 0; i < program.tables.size(); ++i) {
    as_doubles[i] = static_cast<double>(program.tables[i]);
    whole[i] = program.tables[i];
  }
}

void Columns::begin() {
  std::vector<std::int64_t> inputs;
  for (std::size_t i = 0; i < program_.inputs.size(); ++i)
    if (code_.inputs[i].steady)
      inputs.push_back(steady_inputs_[i]);
  steady_.run(inputs);
  using As = ColumnCode::Repeated::As;
  for (const ColumnCode::Repeated& repeated : code_.repeated) {
    const Int128 value = steady_.value(repeated.from, repeated.from_wide);
    std::byte* const place = memory_ + std::size_t{repeated.place} * column_unit;
    if (repeated.lanes == Lanes::wide) {
      *reinterpret_cast<Int128*>(place) = value;
      continue;
    }
    if (repeated.lanes == Lanes::whole) {
      std::fill_n(reinterpret_cast<std::int64_t*>(place), cases_per_unit, static_cast<std::int64_t>(value));
      continue;
    }
    const auto plain = static_cast<double>(static_cast<std::int64_t>(value));
    const double stands = repeated.as == As::value           ? plain
                          : repeated.as == As::reciprocal    ? 1 / plain
                          : repeated.as == As::half_less_one ? (plain - 1) / 2
                          : static_cast<int>(value % 2) == 0 ? 0.5
                                                             : 0;
    std::fill_n(reinterpret_cast<double*>(place), cases_per_unit, stands);
  }
}

void Columns::run(std::size_t count) {
  // Loops compute whole vectors; cases past the last are copies of it, so that they keep within the inputs' ranges.
  constexpr std::size_t together = 2 * cases_per_unit;
  const std::size_t padded = (count + together - 1) / together * together;
  for (const ColumnPlace& input : code_.inputs) {
    if (input.steady)
      continue;
    auto* values = reinterpret_cast<std::int64_t*>(column(input));
    for (std::size_t i = count; i < padded; ++i)
      std::memcpy(&values[i], &values[count - 1], sizeof values[i]);
  }
  if (count > 0)
    loops_(code_.steps.data(), memory_, padded);
}

Fraction Columns::output(std::size_t number, std::size_t at) const {
  const Fraction value = Fraction::from_ratio(numerator(number, at), program_.outputs[number].denominator);
  if (program_.outputs[number].divisor == no_register)
    return value;
  return value / Fraction::from_ratio(divisor(number, at), 1);
}

}  // namespace ansio::program
