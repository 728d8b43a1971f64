// Columns: a Program run over many cases at once, one instruction over a block of cases.
//
//   Columns columns(program, steady);            // steady[i]: input i is the same for all cases
//   columns.set_steady(i, 12'500);
//   columns.begin();                             // computes once what no column changes
//   for (std::size_t k = 0; k < columns.cases(); ++k) columns.set(j, k, wages[k]);
//   columns.run(count);                          // the first `count` cases of the block
//   if (columns.is_sound(k)) use(columns.numerator(output, k));
//
// Values are whole numbers within the ranges of their InputSlots. Instructions proven to stay below 2^51 are computed
// in doubles, exactly; others in 64 or 128 bits. Not thread-safe: one object a thread. Copies of a Program's results
// equal those of ScalarMachine, digit for digit, on every instruction set.
#pragma once

#include <cstring>
#include <memory>
#include <span>

#include "calc/program/code/program.h"
#include "calc/program/columns/column_step.h"
#include "calc/program/floor.h"
#include "calc/program/scalar/scalar_machine.h"

namespace ansio::program {

// A column, or a steady value: where it lies and what it is made of.
struct ColumnPlace {
  Lanes lanes = Lanes::doubles;
  bool steady = false;
  Register place = no_register;  // unit of memory; of a steady value its register in the steady program
};

// What a Program becomes once it is known which inputs move.
struct ColumnCode {
  // A steady value that columns are computed with: its register in `steady`, where it is repeated, and as what.
  struct Repeated {
    enum class As : std::uint8_t { value, half_when_even, half_less_one, reciprocal };
    Register from = 0;
    bool from_wide = false;
    Lanes lanes = Lanes::doubles;
    As as = As::value;
    std::uint32_t place = 0;
  };
  Program steady;  // each value in a register of its own
  std::vector<ColumnStep> steps;
  std::vector<Repeated> repeated;
  std::vector<ColumnPlace> inputs;  // of steady ones the place is a register of `steady`
  std::vector<ColumnPlace> numerators, divisors;
  ColumnPlace sound;  // no_register: always
  std::uint32_t table_place = 0;
  std::uint32_t units = 0;
  std::size_t cases = 0;
};

ColumnCode make_column_code(const Program& program, const std::vector<bool>& steady_inputs);

class Columns {
 public:
  Columns(const Program& program, const std::vector<bool>& steady_inputs, InstructionSet set);
  Columns(const Program& program, const std::vector<bool>& steady_inputs)
      : Columns(program, steady_inputs, instruction_sets_here().back()) {}
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  [[nodiscard]] std::size_t cases() const { return code_.cases; }  // of a block
  [[nodiscard]] const ColumnCode& code() const { return code_; }

  [[nodiscard]] bool is_steady(std::size_t input) const { return code_.inputs[input].steady; }
  void set_steady(std::size_t input, std::int64_t value) { steady_inputs_[input] = value; }
  void begin();
  void set(std::size_t input, std::size_t at, std::int64_t value) {
    const ColumnPlace& place = code_.inputs[input];
    if (place.lanes == Lanes::doubles)
      reinterpret_cast<double*>(column(place))[at] = static_cast<double>(value);
    else
      reinterpret_cast<std::int64_t*>(column(place))[at] = value;
  }
  void run(std::size_t count);

  [[nodiscard]] bool is_sound(std::size_t at) const {
    return code_.sound.place == no_register || value(code_.sound, at) != 0;
  }
  [[nodiscard]] Int128 numerator(std::size_t output, std::size_t at) const {
    return value(code_.numerators[output], at);
  }
  // 1 where the output has none.
  [[nodiscard]] Int128 divisor(std::size_t output, std::size_t at) const {
    const ColumnPlace& place = code_.divisors[output];
    return place.place == no_register ? 1 : value(place, at);
  }
  // The same for all cases: known after begin().
  [[nodiscard]] bool is_steady_output(std::size_t output) const {
    const ColumnPlace &numerator = code_.numerators[output], &divisor = code_.divisors[output];
    return numerator.steady && (divisor.steady || divisor.place == no_register);
  }
  // As ScalarMachine::output; invalid when 128 bits do not hold the ratio.
  [[nodiscard]] Fraction output(std::size_t number, std::size_t at) const;

 private:
  [[nodiscard]] std::byte* column(const ColumnPlace& place) const {
    return memory_ + std::size_t{place.place} * column_unit;
  }
  [[nodiscard]] Int128 value(const ColumnPlace& place, std::size_t at) const {
    if (place.steady)
      return steady_.value(place.place, place.lanes == Lanes::wide);
    switch (place.lanes) {
      case Lanes::doubles:
        return static_cast<std::int64_t>(reinterpret_cast<const double*>(column(place))[at]);
      case Lanes::whole:
        return reinterpret_cast<const std::int64_t*>(column(place))[at];
      case Lanes::wide:
        break;
    }
    return reinterpret_cast<const Int128*>(column(place))[at];
  }

  const Program& program_;
  ColumnCode code_;
  ColumnLoops loops_;
  ScalarMachine steady_;
  std::vector<std::int64_t> steady_inputs_;
  std::vector<std::byte> storage_;
  std::byte* memory_ = nullptr;
};

}  // namespace ansio::program
