#include "calc/program/machine.h"

#include <algorithm>
#include <map>
#include <string>

#include "calc/program/compiler.h"
#include "calc/program/question_check.h"
#include "calc/program/scalar_machine.h"
#include "calc/program/timeline_evaluator.h"

namespace calc {
namespace {

// Programs are let go, all at once, when together they hold more than this.
constexpr std::size_t most_instructions_kept = 4'000'000;

// A program and its registers; none when the form is beyond the machine.
struct Compiled {
  explicit Compiled(std::optional<Program> compiled) : program(std::move(compiled)) {
    if (program)
      machine.emplace(*program);
  }
  std::optional<Program> program;
  std::optional<ScalarMachine> machine;
};

// The value as a whole number of the slot's scale; nothing when the program does not hold for it.
std::optional<std::int64_t> whole_number(const InputSlot& slot, const Value& value) {
  Int128 whole = 0;
  if (__builtin_mul_overflow(value.numerator(), Int128{slot.scale}, &whole))
    return std::nullopt;
  whole /= value.denominator();
  if (whole < slot.low || whole > slot.high)
    return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

}  // namespace

struct Machine::Cache {
  const RuleSet& rules;
  Definition definition;
  std::map<std::string, std::unique_ptr<Compiled>> programs = {};
  std::size_t instructions_kept = 0;
  Counts counts = {};
  Form form = {};
  std::string key = {};
  std::vector<std::int64_t> inputs = {};

  Compiled& compiled();
  bool run(Compiled& compiled, const Question& question, Answer& answer);
  Result<Answer> by_tree(const Question& question);
};

Compiled& Machine::Cache::compiled() {
  key.clear();
  append_key(form, key);
  if (const auto found = programs.find(key); found != programs.end())
    return *found->second;
  auto made = std::make_unique<Compiled>(compile(rules, form));
  ++counts.compiled;
  const std::size_t size = made->program ? made->program->instructions.size() : 1;
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
  answer.values.resize(question.wanted.size());
  for (std::size_t i = 0; i < question.wanted.size(); ++i)
    answer.values[i].resize(
        static_cast<std::size_t>(value_count(rules.variables[question.wanted[i].variable], question.timeline)));
  for (std::size_t i = 0; i < compiled.program->outputs.size(); ++i) {
    const OutputSlot& slot = compiled.program->outputs[i];
    const Fraction value = compiled.machine->output(i);
    if (!value.is_valid())
      return false;
    answer.values[slot.wanted][slot.index] = value;
  }
  return true;
}

Result<Answer> Machine::Cache::by_tree(const Question& question) {
  ++counts.by_tree;
  Result<Answer> answer = TimelineEvaluator<Fraction>(rules, question).answer();
  const auto is_too_large = [](const Diagnostic& diagnostic) { return diagnostic.code == Code::value_too_large; };
  const Diagnostics& found = answer.diagnostics();
  if (definition != nullptr && !answer && std::any_of(found.begin(), found.end(), is_too_large))
    return definition(rules, question);
  return answer;
}

Machine::Machine(const RuleSet& rules, Definition definition) : cache_(new Cache{rules, definition}) {}
Machine::~Machine() = default;

Machine::Counts Machine::counts() const {
  return cache_->counts;
}

Result<Answer> Machine::answer(const Question& question) {
  Diagnostics refused = check_question(cache_->rules, question);
  if (!refused.empty())
    return refused;
  Answer answer;
  if (!form_of(cache_->rules, question, cache_->form) || !cache_->run(cache_->compiled(), question, answer))
    return cache_->by_tree(question);
  ++cache_->counts.by_program;
  return answer;
}

}  // namespace calc
