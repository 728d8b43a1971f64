// Arranges a program's instructions for columns: kinds together, doubles where the bounds allow them.
//
// Three questions are answered here once, so that the loops need not ask them for every case:
//   Does it change from case to case? What does not is computed before the block by a program of its own (`steady`) and
//   stands repeated, as one unit that a loop reads without moving on.
//   In which lanes? Doubles hold whole numbers exactly up to 2^53, and a processor multiplies and divides more of them
//   at a time than 64-bit integers. They are used as integers: only where the bounds prove every operand and result to
//   be a whole number below 2^51 (column_loops.inc has the proof for division). Where does it stand? Registers become
//   columns, one for each kind of lanes that some step needs the value in.
//
// Invariant: a moving value stands, at each step, in at least one column (`in`), and all columns marked agree.
#include <algorithm>

#include "calc/program/columns/columns.h"
#include "calc/program/values/interval.h"

namespace ansio::program {
namespace {

// The kind of operation, widths aside: the instruction table lists them in this order.
enum class Arithmetic : std::uint8_t {
#define CALC_KIND(name, operands, expression, text) name,
  CALC_ARITHMETIC_INSTRUCTIONS(CALC_KIND)
#undef CALC_KIND
};

struct Arranged {
  Arithmetic kind = Arithmetic::add;
  int operands = 1;
  bool wide = false;
};

constexpr int operand_counts[] = {
#define CALC_COUNT(name, operands, expression, text) operands,
    CALC_ARITHMETIC_INSTRUCTIONS(CALC_COUNT)
#undef CALC_COUNT
};

// A block of columns should stay in the second cache of a processor's core. Many columns, of a plan, leave it at any
// length worth a loop: then it is enough that they stay near.
// Powers of two, and multiples of what a round of the loops takes.
constexpr std::size_t most_cases = 512, fair_cases = 128, least_cases = 32;
constexpr std::size_t most_bytes = 512 * 1024, most_bytes_near = 2 * 1024 * 1024;

// Each arithmetic instruction stands as a narrow and a wide one in Operation, on three kinds of lanes here.
Arranged arranged(Operation operation) {
  const auto number = static_cast<int>(operation);
  return {static_cast<Arithmetic>(number / 2), operand_counts[number / 2], number % 2 == 1};
}

ColumnOperation on_lanes(Arithmetic kind, Lanes lanes) {
  return static_cast<ColumnOperation>(3 * static_cast<int>(kind) + static_cast<int>(lanes));
}

class Arrangement {
 public:
  Arrangement(const Program& program, const std::vector<bool>& steady_inputs)
      : program_(program), narrow_(program.register_count), wide_(program.wide_register_count) {
    place_steady_inputs(steady_inputs);
    place_moving_inputs(steady_inputs);
    for (const Instruction& instruction : program.instructions)
      if (instruction.operation != Operation::stop)
        arrange(instruction);
    place_outputs();
    lay_out();
  }

  ColumnCode take() { return std::move(code_); }

 private:
  // What a register of the program holds at the moment.
  struct Held {
    bool steady = false;
    Register from = 0;                   // steady: its register in the steady program
    bool in[3] = {false, false, false};  // moving: in which lanes it stands
    std::uint32_t column[3] = {none, none, none};
  };
  static constexpr std::uint32_t none = 0xffffffff;

  void place_steady_inputs(const std::vector<bool>& steady_inputs) {
    Program& steady = code_.steady;
    steady.constants = program_.constants;
    steady.wide_constants = program_.wide_constants;
    steady.tables = program_.tables;
    for (Register i = 0; i < program_.constants.size(); ++i)
      hold_steady(narrow_[i], i);
    for (Register i = 0; i < program_.wide_constants.size(); ++i)
      hold_steady(wide_[i], i);
    auto next = static_cast<Register>(program_.constants.size());
    for (std::size_t i = 0; i < program_.inputs.size(); ++i)
      if (steady_inputs[i]) {
        hold_steady(narrow_[program_.inputs[i].place], next);
        steady.inputs.push_back(program_.inputs[i]);
        steady.inputs.back().place = next++;
      }
    steady.register_count = next;
    steady.wide_register_count = static_cast<std::uint32_t>(program_.wide_constants.size());
  }

  void place_moving_inputs(const std::vector<bool>& steady_inputs) {
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
      const InputSlot& slot = program_.inputs[i];
      Held& held = narrow_[slot.place];
      if (steady_inputs[i]) {
        code_.inputs.push_back({Lanes::whole, true, held.from});
        continue;
      }
      // The bounds were proven for what the form accepts; whoever sets an input has checked it.
      const Lanes lanes = Interval{slot.low, slot.high}.below(double_limit) ? Lanes::doubles : Lanes::whole;
      code_.inputs.push_back({lanes, false, made(held, lanes)});
    }
  }

  static void hold_steady(Held& held, Register from) {
    held.steady = true;
    held.from = from;
    held.in[0] = held.in[1] = held.in[2] = false;
  }

  // The column of a register's new value; columns are counted for now, and laid out when all are known.
  std::uint32_t made(Held& held, Lanes lanes) {
    const auto which = static_cast<std::size_t>(lanes);
    if (held.column[which] == none) {
      held.column[which] = static_cast<std::uint32_t>(columns_.size());
      columns_.push_back(lanes);
    }
    // The register has a new value: copies of the old one in other lanes are worth nothing now.
    held.steady = false;
    held.in[0] = held.in[1] = held.in[2] = false;
    held.in[which] = true;
    return held.column[which];
  }

  void arrange(const Instruction& instruction) {
    switch (instruction.operation) {
      case Operation::look_up:
        return look_up(instruction);
      case Operation::widen:
        return widen(instruction);
      case Operation::narrow:
        return narrow(instruction);
      default:
        break;
    }
    const Arranged shape = arranged(instruction.operation);
    std::vector<Held>& file = shape.wide ? wide_ : narrow_;
    Held* const operands[] = {&file[instruction.a], shape.operands > 1 ? &file[instruction.b] : nullptr,
                              shape.operands > 2 ? &file[instruction.c] : nullptr};
    if (std::all_of(std::begin(operands), std::end(operands),
                    [](const Held* held) { return held == nullptr || held->steady; }))
      return compute_once(instruction, shape);
    const Lanes lanes = shape.wide ? Lanes::wide : instruction.fits_double ? Lanes::doubles : Lanes::whole;
    ColumnStep step;
    step.operation = on_lanes(shape.kind, lanes);
    const bool divides = shape.kind >= Arithmetic::divide_half_away;
    // Most divisions of the law are by a number known beforehand: by 12, by 100. They multiply by its reciprocal, which
    // is computed once, and need no division at all.
    if (divides && lanes == Lanes::doubles && operands[1]->steady) {
      using As = ColumnCode::Repeated::As;
      step.operation =
          static_cast<ColumnOperation>(static_cast<int>(ColumnOperation::divide_half_away_steady) +
                                       static_cast<int>(shape.kind) - static_cast<int>(Arithmetic::divide_half_away));
      take(step, 0, *operands[0], lanes);
      step.b = repeated(operands[1]->from, false, lanes,
                        shape.kind == Arithmetic::divide_half_away ? As::half_when_even : As::half_less_one);
      step.c = repeated(operands[1]->from, false, lanes, As::reciprocal);
      // b and c, the two that are repeated.
      step.steady |= 6;
    } else {
      for (int i = 0; i < shape.operands; ++i)
        take(step, i, *operands[i], lanes);
    }
    step.target = made(file[instruction.target], lanes);
    code_.steps.push_back(step);
  }

  void compute_once(const Instruction& instruction, const Arranged& shape) {
    // Steady registers are never reused: a loop may ask for a value long after the program would have overwritten it.
    Instruction once = instruction;
    std::vector<Held>& file = shape.wide ? wide_ : narrow_;
    once.a = file[instruction.a].from;
    once.b = shape.operands > 1 ? file[instruction.b].from : 0;
    once.c = shape.operands > 2 ? file[instruction.c].from : 0;
    once.target = shape.wide ? code_.steady.wide_register_count++ : code_.steady.register_count++;
    hold_steady(file[instruction.target], once.target);
    code_.steady.instructions.push_back(once);
  }

  void look_up(const Instruction& instruction) {
    const Held& index = narrow_[instruction.a];
    if (index.steady) {
      Instruction once = instruction;
      once.a = index.from;
      once.target = code_.steady.register_count++;
      hold_steady(narrow_[instruction.target], once.target);
      code_.steady.instructions.push_back(once);
      return;
    }
    const Lanes lanes = instruction.fits_double ? Lanes::doubles : Lanes::whole;
    ColumnStep step;
    step.operation = instruction.fits_double ? ColumnOperation::look_up_doubles : ColumnOperation::look_up_whole;
    take(step, 0, narrow_[instruction.a], lanes);
    step.b = instruction.b;
    step.target = made(narrow_[instruction.target], lanes);
    code_.steps.push_back(step);
  }

  void widen(const Instruction& instruction) {
    Held& from = narrow_[instruction.a];
    if (from.steady) {
      Instruction once = instruction;
      once.a = from.from;
      once.target = code_.steady.wide_register_count++;
      hold_steady(wide_[instruction.target], once.target);
      code_.steady.instructions.push_back(once);
      return;
    }
    convert(from, from.in[0] ? Lanes::doubles : Lanes::whole, wide_[instruction.target], Lanes::wide);
  }

  void narrow(const Instruction& instruction) {
    Held& from = wide_[instruction.a];
    if (from.steady) {
      Instruction once = instruction;
      once.a = from.from;
      once.target = code_.steady.register_count++;
      hold_steady(narrow_[instruction.target], once.target);
      code_.steady.instructions.push_back(once);
      return;
    }
    convert(from, Lanes::wide, narrow_[instruction.target], Lanes::whole);
  }

  void convert(const Held& from, Lanes from_lanes, Held& to, Lanes lanes) {
    ColumnStep step;
    step.operation = from_lanes == Lanes::wide      ? ColumnOperation::wide_to_whole
                     : lanes == Lanes::wide         ? (from_lanes == Lanes::doubles ? ColumnOperation::doubles_to_wide
                                                                                    : ColumnOperation::whole_to_wide)
                     : from_lanes == Lanes::doubles ? ColumnOperation::doubles_to_whole
                                                    : ColumnOperation::whole_to_doubles;
    step.a = step.b = step.c = from.column[static_cast<std::size_t>(from_lanes)];
    // A copy in other lanes beside the one that is there, not a new value.
    if (&from == &to) {
      const auto which = static_cast<std::size_t>(lanes);
      if (to.column[which] == none) {
        to.column[which] = static_cast<std::uint32_t>(columns_.size());
        columns_.push_back(lanes);
      }
      to.in[which] = true;
      step.target = to.column[which];
    } else {
      step.target = made(to, lanes);
    }
    code_.steps.push_back(step);
  }

  // Operand `number` of a step, in the lanes it works on.
  void take(ColumnStep& step, int number, Held& held, Lanes lanes) {
    std::uint32_t& place = number == 0 ? step.a : number == 1 ? step.b : step.c;
    if (held.steady) {
      step.steady |= static_cast<std::uint8_t>(1 << number);
      place = repeated(held.from, lanes == Lanes::wide, lanes, ColumnCode::Repeated::As::value);
      return;
    }
    const auto which = static_cast<std::size_t>(lanes);
    // Converted once, at the first step that needs it so; later steps find the copy.
    if (!held.in[which])
      convert(held, lanes == Lanes::doubles ? Lanes::whole : Lanes::doubles, held, lanes);
    place = held.column[which];
  }

  // Where a steady value stands repeated: its number among them, until all is laid out.
  std::uint32_t repeated(Register from, bool wide, Lanes lanes, ColumnCode::Repeated::As as) {
    constexpr std::size_t forms = 6;  // doubles as four things, 64 and 128 bits
    const std::size_t form = wide ? 5 : lanes == Lanes::doubles ? static_cast<std::size_t>(as) : 4;
    const std::size_t key = from * forms + form;
    if (key >= repeated_.size())
      repeated_.resize(key + forms, none);
    if (repeated_[key] == none) {
      repeated_[key] = static_cast<std::uint32_t>(code_.repeated.size());
      code_.repeated.push_back({from, wide, lanes, as, 0});
    }
    return repeated_[key];
  }

  ColumnPlace place_of(Register place, bool wide) const {
    if (place == no_register)
      return {};
    const Held& held = (wide ? wide_ : narrow_)[place];
    if (held.steady)
      return {wide ? Lanes::wide : Lanes::whole, true, held.from};
    const Lanes lanes = wide ? Lanes::wide : held.in[0] ? Lanes::doubles : Lanes::whole;
    return {lanes, false, held.column[static_cast<std::size_t>(lanes)]};
  }

  void place_outputs() {
    for (const OutputSlot& slot : program_.outputs) {
      code_.numerators.push_back(place_of(slot.numerator, slot.numerator_wide));
      code_.divisors.push_back(place_of(slot.divisor, slot.divisor_wide));
    }
    code_.sound = place_of(program_.sound, false);
    code_.steady.instructions.push_back({Operation::stop, true, 0, 0, 0, 0});
  }

  void lay_out();

  const Program& program_;
  ColumnCode code_;
  std::vector<Held> narrow_, wide_;
  std::vector<Lanes> columns_;
  std::vector<std::uint32_t> repeated_;
};

// Columns lie one after the other, a unit apart lest powers of two compete for the same lines of the cache; then the
// tables, as doubles and in 64 bits; then what is repeated.
void Arrangement::lay_out() {
  std::size_t doubled = 0;
  for (const Lanes lanes : columns_)
    doubled += lanes == Lanes::wide ? 2 : 1;
  const std::size_t bytes_a_case = doubled * sizeof(double);
  code_.cases = most_cases;
  while ((code_.cases > fair_cases && bytes_a_case * code_.cases > most_bytes) ||
         (code_.cases > least_cases && bytes_a_case * code_.cases > most_bytes_near))
    code_.cases /= 2;
  std::vector<std::uint32_t> places;
  std::uint32_t next = 0;
  for (const Lanes lanes : columns_) {
    places.push_back(next);
    next += static_cast<std::uint32_t>(code_.cases / cases_per_unit * (lanes == Lanes::wide ? 2 : 1) + 1);
  }
  const auto table_units = static_cast<std::uint32_t>((program_.tables.size() + cases_per_unit - 1) / cases_per_unit);
  code_.table_place = next;
  next += 2 * table_units;
  for (ColumnCode::Repeated& repeated : code_.repeated)
    repeated.place = next++;
  code_.units = next;

  const auto laid_out = [&](std::uint32_t& place, bool steady) {
    place = steady ? code_.repeated[place].place : places[place];
  };
  for (ColumnStep& step : code_.steps) {
    step.target = places[step.target];
    laid_out(step.a, (step.steady & 1) != 0);
    if (step.operation == ColumnOperation::look_up_doubles || step.operation == ColumnOperation::look_up_whole) {
      step.c = code_.table_place + (step.operation == ColumnOperation::look_up_whole ? table_units : 0);
      continue;
    }
    laid_out(step.b, (step.steady & 2) != 0);
    laid_out(step.c, (step.steady & 4) != 0);
  }
  code_.steps.emplace_back();
  const auto placed = [&](ColumnPlace& place) {
    if (!place.steady && place.place != no_register)
      place.place = places[place.place];
  };
  std::for_each(code_.inputs.begin(), code_.inputs.end(), placed);
  std::for_each(code_.numerators.begin(), code_.numerators.end(), placed);
  std::for_each(code_.divisors.begin(), code_.divisors.end(), placed);
  placed(code_.sound);
}

}  // namespace

ColumnCode make_column_code(const Program& program, const std::vector<bool>& steady_inputs) {
  return Arrangement(program, steady_inputs).take();
}

}  // namespace ansio::program
