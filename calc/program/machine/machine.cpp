// Keeps compiled programs by the form of a question, runs them alone or in columns, and hands on what is beyond them.
//
// Three evaluators, each asked when the one before it cannot answer: a program of whole numbers (fast, within bounds
// that were proven when it was compiled), the tree in fractions of 128 bits (any question, and every error with its
// words), the definition in numbers of any size. Invariant: whoever answers, the answer is the definition's. A program
// that does not hold for a case says so (`sound`, inputs outside their bounds, an output that 128 bits do not hold).
#include "calc/program/machine/machine.h"

#include <algorithm>
#include <map>
#include <string>

#include "calc/base/limits/limits.h"
#include "calc/program/code/compiler.h"
#include "calc/program/columns/columns.h"
#include "calc/program/question/question_check.h"
#include "calc/program/question/rates.h"
#include "calc/program/scalar/scalar_machine.h"
#include "calc/program/tree/tree_answer.h"

namespace ansio::program {
namespace {

// Fewer cases than this are not worth arranging a program in columns, nor more arrangements of one keeping.
constexpr std::size_t least_cases_in_columns = 8;
constexpr std::size_t most_arrangements = 4;

// A program and its registers; none when the form is beyond the machine.
struct Compiled {
  explicit Compiled(std::shared_ptr<const Program> compiled) : program(std::move(compiled)) {
    if (program)
      machine.emplace(*program);
  }
  // The program in columns, with these inputs steady.
  Columns& columns(const std::vector<bool>& steady);

  std::shared_ptr<const Program> program;
  std::optional<ScalarMachine> machine;

 private:
  struct Arranged {
    std::vector<bool> steady;
    std::unique_ptr<Columns> columns;
  };
  std::vector<Arranged> arranged_;
};

Columns& Compiled::columns(const std::vector<bool>& steady) {
  for (const Arranged& known : arranged_)
    if (known.steady == steady)
      return *known.columns;
  if (arranged_.size() == most_arrangements)
    arranged_.erase(arranged_.begin());
  arranged_.push_back({steady, std::make_unique<Columns>(*program, steady)});
  return *arranged_.back().columns;
}

// The value as a whole number of the slot's scale; nothing when the program does not hold for it.
std::optional<std::int64_t> whole_number(const InputSlot& slot, const Value& value) {
  // Nearly all values and scales are short, and dividing 128 bits takes ten times as long.
  const auto numerator = static_cast<std::int64_t>(value.numerator());
  const auto denominator = static_cast<std::int64_t>(value.denominator());
  if (denominator <= 0 || denominator != value.denominator() || numerator != value.numerator() ||
      slot.scale % denominator != 0)
    return std::nullopt;
  std::int64_t whole = 0;
  if (__builtin_mul_overflow(numerator, slot.scale / denominator, &whole) || whole < slot.low || whole > slot.high)
    return std::nullopt;
  return whole;
}

}  // namespace

struct Machine::Cache {
  const RuleSet& rules;
  Definition definition;
  Compiling compiling;
  std::map<std::string, std::unique_ptr<Compiled>> programs = {};
  std::size_t instructions_kept = 0;
  Counts counts = {};
  Form form = {};
  std::string key = {};
  std::vector<std::int64_t> inputs = {};

  Compiled& compiled();
  bool run(Compiled& compiled, const Question& question, Answer& answer);
  Result<Answer> one(const Question& question);
  void run_columns(Columns& columns, const Program& program, Series& series, const Taking& take);
  void size_for(const Question& question, Answer& answer) const;
  Result<Answer> by_tree(const Question& question);
};

Compiled& Machine::Cache::compiled() {
  key.clear();
  append_key(form, key);
  if (const auto found = programs.find(key); found != programs.end())
    return *found->second;
  auto made = std::make_unique<Compiled>(compiling(form, key));
  ++counts.compiled;
  const std::size_t size = made->program ? made->program->instructions.size() : 1;
  // All at once: who keeps so many forms is walking through households, and seldom comes back to the first one.
  if (instructions_kept + size > most_instructions_kept) {
    programs.clear();
    instructions_kept = 0;
  }
  instructions_kept += size;
  return *programs.emplace(key, std::move(made)).first->second;
}

bool Machine::Cache::run(Compiled& compiled, const Question& question, Answer& answer) {
  if (!compiled.program)
    return false;
  inputs.clear();
  for (const InputSlot& slot : compiled.program->inputs) {
    const auto whole = whole_number(slot, *question.given[slot.given].values[slot.index]);
    if (!whole)
      return false;
    inputs.push_back(*whole);
  }
  if (!compiled.machine->run(inputs))
    return false;
  size_for(question, answer);
  for (std::size_t i = 0; i < compiled.program->outputs.size(); ++i) {
    const OutputSlot& slot = compiled.program->outputs[i];
    const Fraction value = compiled.machine->output(i);
    if (!value.is_valid())
      return false;
    answer.values[slot.wanted][slot.index] = value;
  }
  return true;
}

void Machine::Cache::size_for(const Question& question, Answer& answer) const {
  answer.values.resize(question.wanted.size());
  for (std::size_t i = 0; i < question.wanted.size(); ++i)
    answer.values[i].resize(
        static_cast<std::size_t>(value_count(rules.variables[question.wanted[i].variable], question.timeline)));
}

Result<Answer> Machine::Cache::by_tree(const Question& question) {
  ++counts.by_tree;
  Result<Answer> answer = answer_by_tree(rules, question);
  const auto is_too_large = [](const Diagnostic& diagnostic) { return diagnostic.code == Code::value_too_large; };
  const Diagnostics& found = answer.diagnostics();
  if (definition != nullptr && !answer && std::any_of(found.begin(), found.end(), is_too_large))
    return definition(rules, question);
  return answer;
}

Machine::Machine(const RuleSet& rules, Definition definition, Compiling compiling)
    : cache_(new Cache{rules, definition, std::move(compiling)}) {
  if (!cache_->compiling)
    cache_->compiling = [&rules](const Form& form, const std::string&) {
      auto program = compile(rules, form);
      return program ? std::make_shared<const Program>(std::move(*program)) : nullptr;
    };
}
Machine::~Machine() = default;

Machine::Counts Machine::counts() const {
  return cache_->counts;
}

Result<Answer> Machine::Cache::one(const Question& question) {
  Diagnostics refused = check_question(rules, question);
  if (!refused.empty())
    return refused;
  Answer answer;
  if (!form_of(rules, question, form) || !run(compiled(), question, answer))
    return by_tree(question);
  ++counts.by_program;
  return answer;
}

Result<Answer> Machine::answer(const Question& question) {
  if (wants_rates(cache_->rules, question))
    return answer_rates(cache_->rules, question, [this](const Question& other) { return cache_->one(other); });
  return cache_->one(question);
}

void Machine::answer(Series& series, const Taking& take) {
  Cache& cache = *cache_;
  if (wants_rates(cache.rules, series.question))
    return answer_rates(
        cache.rules, series, take, [&cache](const Question& question) { return cache.one(question); },
        [this](Series& other, const Taking& taking) { answer(other, taking); });
  const auto one_by_one = [&] {
    for (std::size_t at = 0; at < series.size(); ++at) {
      series.move_to(at);
      take(at, cache.one(series.question));
    }
  };
  if (series.size() < least_cases_in_columns)
    return one_by_one();
  // The form of the first case, with the decimals that any case has.
  series.move_to(0);
  if (!check_question(cache.rules, series.question).empty() || !form_of(cache.rules, series.question, cache.form))
    return one_by_one();
  for (std::size_t i = 0; i < series.moving.size(); ++i)
    widen_to(series.values[i], cache.form.inputs[series.moving[i]]);
  Compiled& compiled = cache.compiled();
  if (!compiled.program)
    return one_by_one();
  std::vector<bool> moves(series.question.given.size(), false);
  for (const std::size_t given : series.moving)
    moves[given] = true;
  std::vector<bool> steady;
  for (const InputSlot& slot : compiled.program->inputs)
    steady.push_back(!moves[slot.given]);
  Columns& columns = compiled.columns(steady);
  for (std::size_t input = 0; input < steady.size(); ++input) {
    if (!steady[input])
      continue;
    const InputSlot& slot = compiled.program->inputs[input];
    const auto whole = whole_number(slot, *series.question.given[slot.given].values[slot.index]);
    if (!whole)
      return one_by_one();
    columns.set_steady(input, *whole);
  }
  // What is steady has been computed now, once for all cases.
  columns.begin();
  cache.run_columns(columns, *compiled.program, series, take);
}

void Machine::Cache::run_columns(Columns& columns, const Program& program, Series& series, const Taking& take) {
  std::vector<std::size_t> place(series.question.given.size(), 0);  // of a given value among those that move
  for (std::size_t i = 0; i < series.moving.size(); ++i)
    place[series.moving[i]] = i;
  // What columns do not hold for is answered alone when they are done: its program may push theirs out of the cache.
  std::vector<std::size_t> alone;
  std::vector<bool> outside;
  Result<Answer> answer{Answer{}};
  size_for(series.question, *answer);
  bool is_known = true;
  std::vector<std::size_t> moving;
  std::vector<Value*> moving_values;
  for (std::size_t i = 0; i < program.outputs.size(); ++i) {
    Value& value = answer->values[program.outputs[i].wanted][program.outputs[i].index];
    if (columns.is_steady_output(i)) {
      value = columns.output(i, 0);
      is_known = is_known && value.is_valid();
    } else {
      moving.push_back(i);
      moving_values.push_back(&value);
    }
  }
  for (std::size_t first = 0; first < series.size(); first += columns.cases()) {
    const std::size_t count = std::min(columns.cases(), series.size() - first);
    outside.assign(count, false);
    for (std::size_t input = 0; input < program.inputs.size(); ++input) {
      const InputSlot& slot = program.inputs[input];
      if (columns.is_steady(input))
        continue;
      const std::vector<Value>& values = series.values[place[slot.given]];
      for (std::size_t at = 0; at < count; ++at) {
        const auto whole = whole_number(slot, values[first + at]);
        // A case outside the bounds computes along with any value within them: the loops have no branch for it, and
        // nobody looks at what it gives.
        columns.set(input, at, whole.value_or(slot.low));
        if (!whole)
          outside[at] = true;
      }
    }
    columns.run(count);
    for (std::size_t at = 0; at < count; ++at) {
      bool known = is_known && !outside[at] && columns.is_sound(at);
      for (std::size_t i = 0; i < moving.size() && known; ++i) {
        *moving_values[i] = columns.output(moving[i], at);
        known = moving_values[i]->is_valid();
      }
      if (!known) {
        alone.push_back(first + at);
        continue;
      }
      ++counts.by_program;
      ++counts.in_columns;
      take(first + at, answer);
    }
  }
  for (const std::size_t at : alone) {
    series.move_to(at);
    take(at, one(series.question));
  }
}

}  // namespace ansio::program
