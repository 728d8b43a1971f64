// From the graph to instructions in the order of need; a register is given back after its last use.
//
// Passes: count uses from the roots (what nobody needs is never emitted), choose an instruction and its width for each
// value, put steps of one kind together, hand out registers along that order. Each pass reads what the one before
// wrote.
#include "calc/program/code/emission.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <utility>

namespace ansio::program {
namespace {

struct Operations {
  Operation narrow, wide;
  int operands;
};

// Kinds of values and operations bear the same names.
Operations operations_of(ValueKind kind) {
#define CALC_SAME_NAME(name, operands)                  \
  case ValueKind::name:                                 \
    return {                                            \
      Operation::name, Operation::name##_wide, operands \
    }
  switch (kind) {
    CALC_SAME_NAME(add, 2);
    CALC_SAME_NAME(subtract, 2);
    CALC_SAME_NAME(multiply, 2);
    CALC_SAME_NAME(minimum, 2);
    CALC_SAME_NAME(maximum, 2);
    CALC_SAME_NAME(absolute, 1);
    CALC_SAME_NAME(less, 2);
    CALC_SAME_NAME(less_equal, 2);
    CALC_SAME_NAME(equal, 2);
    CALC_SAME_NAME(not_equal, 2);
    CALC_SAME_NAME(select, 3);
    CALC_SAME_NAME(divide_half_away, 2);
    CALC_SAME_NAME(divide_down, 2);
    CALC_SAME_NAME(divide_up, 2);
    default:
      return {Operation::look_up, Operation::look_up, 1};
  }
#undef CALC_SAME_NAME
}

constexpr std::uint32_t never_freed = 0xffffffff;

}  // namespace

Emission::Emission(const ValueGraph& graph, const std::vector<ValueId>& roots, std::size_t input_count)
    : graph_(graph),
      uses_(graph.size()),
      fused_(graph.size()),
      last_use_(graph.size()),
      places_(graph.size()),
      wide_constants_(graph.size(), no_register) {
  for (const auto& table : graph.tables()) {
    table_begin_.push_back(static_cast<std::uint32_t>(program_.tables.size()));
    program_.tables.insert(program_.tables.end(), table.begin(), table.end());
  }
  mark_uses(roots);
  choose_steps();
  order_steps();
  place_inputs_and_constants(roots, input_count);
  assign_registers(roots);
}

Emission::Place Emission::place_of(ValueId root) const {
  return places_[root];
}

bool Emission::is_instruction(ValueId value) const {
  const ValueKind kind = graph_[value].kind;
  return kind != ValueKind::constant && kind != ValueKind::input;
}

void Emission::mark_uses(const std::vector<ValueId>& roots) {
  for (const ValueId root : roots)
    ++uses_[root];
  for (auto id = static_cast<ValueId>(graph_.size()); id-- > 0;) {
    if (uses_[id] == 0 || !is_instruction(id))
      continue;
    const ValueNode& node = graph_[id];
    const ValueId operands[] = {node.a, node.b, node.c};
    for (int i = 0; i < operations_of(node.kind).operands; ++i)
      ++uses_[operands[i]];
  }
}

// A sum of a product that nothing else needs is one instruction.
bool Emission::fuses(ValueId sum, Step& step) const {
  const ValueNode& node = graph_[sum];
  if (node.kind != ValueKind::add || step.wide)
    return false;
  for (const auto& [product, other] : {std::pair(node.a, node.b), std::pair(node.b, node.a)}) {
    if (graph_[product].kind != ValueKind::multiply || uses_[product] != 1)
      continue;
    const ValueNode& factors = graph_[product];
    if (!is_narrow(product) || !is_narrow(factors.a) || !is_narrow(factors.b))
      continue;
    step.operands[0] = factors.a;
    step.operands[1] = factors.b;
    step.operands[2] = other;
    step.narrow_operation = Operation::multiply_add;
    step.wide_operation = Operation::multiply_add_wide;
    step.fits_double = step.fits_double && graph_.range(product).below(double_limit) &&
                       graph_.range(factors.a).below(double_limit) && graph_.range(factors.b).below(double_limit);
    return true;
  }
  return false;
}

void Emission::choose_steps() {
  // From the end, so that a product is known to be fused before its own turn.
  for (auto id = static_cast<ValueId>(graph_.size()); id-- > 0;) {
    if (uses_[id] == 0 || !is_instruction(id) || fused_[id])
      continue;
    const ValueNode& node = graph_[id];
    const Operations operations = operations_of(node.kind);
    Step step;
    step.value = id;
    step.narrow_operation = operations.narrow;
    step.wide_operation = operations.wide;
    step.wide = !is_narrow(id);
    step.fits_double = node.range.below(double_limit);
    const ValueId operands[] = {node.a, node.b, node.c};
    for (int i = 0; i < operations.operands; ++i) {
      step.operands[i] = operands[i];
      step.wide = step.wide || !is_narrow(operands[i]);
      step.fits_double = step.fits_double && graph_.range(operands[i]).below(double_limit);
    }
    if (node.kind >= ValueKind::divide_half_away && node.kind <= ValueKind::divide_up)
      step.fits_double = step.fits_double && graph_.range(node.a).below(double_limit - graph_.range(node.b).high);
    if (fuses(id, step))
      fused_[step.operands[2] == node.a ? node.b : node.a] = true;
    steps_.push_back(step);
  }
  std::reverse(steps_.begin(), steps_.end());
}

// Steps of one kind are put one after the other as far as what they need allows. A processor foresees the code of the
// next instruction when it is that of the one before; in the order of the formulas it mostly does not, and waits longer
// than the instruction takes.
void Emission::order_steps() {
  const auto count = static_cast<std::uint32_t>(steps_.size());
  std::vector<std::uint32_t> maker(graph_.size(), count), awaited(count), readers_begin(count + 1);
  const auto each_need = [&](std::uint32_t number, auto&& use) {
    for (const ValueId value : steps_[number].operands)
      if (value != no_value && maker[value] != count)
        use(maker[value]);
  };
  for (std::uint32_t number = 0; number < count; ++number) {
    maker[steps_[number].value] = number;
    each_need(number, [&](std::uint32_t need) {
      ++awaited[number];
      ++readers_begin[need];
    });
  }
  std::partial_sum(readers_begin.begin(), readers_begin.end(), readers_begin.begin());
  std::vector<std::uint32_t> readers(readers_begin[count]);
  for (std::uint32_t number = count; number-- > 0;)
    each_need(number, [&](std::uint32_t need) { readers[--readers_begin[need]] = number; });

  // Of each kind those that may come next, the first in the order of the formulas on top.
  // A topological order, with a preference: of all kinds that could go on, the one with the most steps ready does,
  // until it has no more.
  using Ready = std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>>;
  std::vector<Ready> ready(static_cast<std::size_t>(Operation::stop));
  const auto is_ready = [&](std::uint32_t number) {
    const Step& step = steps_[number];
    ready[static_cast<std::size_t>(step.wide ? step.wide_operation : step.narrow_operation)].push(number);
  };
  for (std::uint32_t number = 0; number < count; ++number)
    if (awaited[number] == 0)
      is_ready(number);
  std::vector<Step> ordered;
  ordered.reserve(count);
  while (ordered.size() < count) {
    Ready& kind = *std::max_element(ready.begin(), ready.end(),
                                    [](const Ready& a, const Ready& b) { return a.size() < b.size(); });
    while (!kind.empty()) {
      const std::uint32_t number = kind.top();
      kind.pop();
      ordered.push_back(steps_[number]);
      for (std::uint32_t reader = readers_begin[number]; reader < readers_begin[number + 1]; ++reader)
        if (--awaited[readers[reader]] == 0)
          is_ready(readers[reader]);
    }
  }
  steps_ = std::move(ordered);
}

void Emission::place_inputs_and_constants(const std::vector<ValueId>& roots, std::size_t input_count) {
  for (const Step& step : steps_)
    for (const ValueId value : step.operands)
      if (value != no_value && graph_.is_constant(value))
        constant(value, step.wide);
  for (const ValueId root : roots)
    if (graph_.is_constant(root))
      constant(root, !is_narrow(root));
  narrow_.count = static_cast<std::uint32_t>(program_.constants.size() + input_count);
  wide_.count = static_cast<std::uint32_t>(program_.wide_constants.size());
  for (ValueId id = 0; id < graph_.size(); ++id) {
    if (graph_[id].kind == ValueKind::input)
      places_[id] = {static_cast<Register>(program_.constants.size() + graph_[id].a), false};
    else if (graph_.is_constant(id) && !is_narrow(id))
      places_[id] = {wide_constants_[id], true};
  }
}

Register Emission::constant(ValueId value, bool wide) {
  if (wide) {
    if (wide_constants_[value] == no_register) {
      wide_constants_[value] = static_cast<Register>(program_.wide_constants.size());
      program_.wide_constants.push_back(graph_.constant_of(value));
    }
    return wide_constants_[value];
  }
  if (places_[value].place == no_register) {
    places_[value] = {static_cast<Register>(program_.constants.size()), false};
    program_.constants.push_back(static_cast<std::int64_t>(graph_.constant_of(value)));
  }
  return places_[value].place;
}

Register Emission::RegisterFile::take() {
  if (free.empty())
    return count++;
  const Register taken = free.back();
  free.pop_back();
  return taken;
}

void Emission::assign_registers(const std::vector<ValueId>& roots) {
  for (std::size_t number = 0; number < steps_.size(); ++number)
    for (const ValueId value : steps_[number].operands)
      if (value != no_value)
        last_use_[value] = static_cast<std::uint32_t>(number);
  for (const ValueId root : roots)
    last_use_[root] = never_freed;
  program_.instructions.reserve(steps_.size());
  for (std::size_t number = 0; number < steps_.size(); ++number)
    emit(steps_[number], number);
  program_.instructions.push_back({Operation::stop, true, 0, 0, 0, 0});
  program_.register_count = narrow_.count;
  program_.wide_register_count = wide_.count;
}

// The register of an operand in the file the step works in; a narrow value is widened for a wide step.
Register Emission::operand(const Step& step, ValueId value) {
  if (value == no_value)
    return 0;
  if (graph_.is_constant(value))
    return constant(value, step.wide);
  const Place place = places_[value];
  if (place.wide == step.wide)
    return place.place;
  const Register widened = wide_.take();
  borrowed_.push_back(widened);
  program_.instructions.push_back({Operation::widen, false, widened, place.place, 0, 0});
  return widened;
}

void Emission::emit(const Step& step, std::size_t number) {
  Instruction instruction;
  instruction.operation = step.wide ? step.wide_operation : step.narrow_operation;
  instruction.fits_double = step.fits_double;
  instruction.a = operand(step, step.operands[0]);
  instruction.b = operand(step, step.operands[1]);
  instruction.c = operand(step, step.operands[2]);
  if (step.narrow_operation == Operation::look_up)
    instruction.b = table_begin_[graph_[step.value].b];
  for (int i = 0; i < 3; ++i) {
    const ValueId value = step.operands[i];
    if (value == no_value || last_use_[value] != number || !is_instruction(value))
      continue;
    (places_[value].wide ? wide_ : narrow_).free.push_back(places_[value].place);
    last_use_[value] = never_freed;  // an operand may stand twice
  }
  // Widened operands live for one instruction. They are free before the result takes its register: an instruction reads
  // all it needs before it writes.
  wide_.free.insert(wide_.free.end(), borrowed_.begin(), borrowed_.end());
  borrowed_.clear();
  const bool result_wide = !is_narrow(step.value);
  instruction.target = (step.wide ? wide_ : narrow_).take();
  program_.instructions.push_back(instruction);
  if (step.wide == result_wide) {
    places_[step.value] = {instruction.target, step.wide};
    return;
  }
  const Register narrowed = narrow_.take();
  program_.instructions.push_back({Operation::narrow, false, narrowed, instruction.target, 0, 0});
  wide_.free.push_back(instruction.target);
  places_[step.value] = {narrowed, false};
}

}  // namespace ansio::program
