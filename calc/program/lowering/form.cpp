// What of a question a program depends on: shape, months, who gives what in how many decimals; not the values.
#include "calc/program/lowering/form.h"

#include <algorithm>

#include "calc/base/limits/limits.h"

namespace ansio::program {
namespace {

bool has_decimals(const Fraction& value, int decimals) {
  Int128 power = 1;
  for (int i = 0; i < decimals; ++i)
    power *= 10;
  const auto denominator = static_cast<std::int64_t>(value.denominator());
  if (denominator == value.denominator() && decimals <= 18)
    return static_cast<std::int64_t>(power) % denominator == 0;
  return power % value.denominator() == 0;
}

void append_number(std::uint64_t number, std::string& key) {
  do {
    key += static_cast<char>((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
    number >>= 7;
  } while (number != 0);
}

void append_instance(const Instance& instance, std::string& key) {
  append_number(instance.variable, key);
  key += static_cast<char>(instance.person);
}

}  // namespace

int declared_decimals(const Variable& variable) {
  if (variable.type.kind != Type::Kind::number)
    return 0;
  return variable.decimals + (variable.percent ? 2 : 0);
}

bool form_of(const RuleSet& rules, const Question& question, Form& form) {
  form.shape = question.shape;
  form.timeline = question.timeline;
  form.wanted = question.wanted;
  form.inputs.resize(question.given.size());
  for (std::size_t i = 0; i < question.given.size(); ++i) {
    const Given& given = question.given[i];
    FormInput& input = form.inputs[i];
    int decimals = std::min(declared_decimals(rules.variables[given.instance.variable]), most_machine_decimals);
    input.given.assign(given.values.size(), false);
    for (std::size_t index = 0; index < given.values.size(); ++index) {
      const std::optional<Value>& value = given.values[index];
      if (!value)
        continue;
      input.given[index] = true;
      if (!has_decimals(*value, decimals)) {
        decimals = std::max(decimals, decimals_of(*value));
        if (decimals > most_machine_decimals || !has_decimals(*value, decimals))
          return false;
      }
    }
    input.instance = given.instance;
    input.before = given.before;
    input.continues = given.continues;
    input.decimals = static_cast<std::uint8_t>(decimals);
  }
  return true;
}

void widen_to(const std::vector<Value>& values, FormInput& input) {
  for (const Value& value : values)
    if (!has_decimals(value, input.decimals))
      if (const int decimals = decimals_of(value); decimals > input.decimals && decimals <= most_machine_decimals)
        input.decimals = static_cast<std::uint8_t>(decimals);
}

void append_key(const Form& form, std::string& key) {
  append_number((form.shape.spouse ? 1U : 0U) + 2U * form.shape.children, key);
  append_number(form.timeline.typical ? 0 : static_cast<std::uint64_t>(form.timeline.months), key);
  append_number(static_cast<std::uint64_t>(form.timeline.first.index), key);
  append_number(static_cast<std::uint64_t>(form.timeline.start), key);
  append_number(form.inputs.size(), key);
  for (const FormInput& input : form.inputs) {
    append_instance(input.instance, key);
    append_number(input.decimals, key);
    append_number(2U * static_cast<std::uint64_t>(input.before) + (input.continues ? 1U : 0U), key);
    std::uint64_t pattern = 0;
    int bits = 0;
    for (const bool given : input.given) {
      pattern = pattern << 1 | (given ? 1U : 0U);
      if (++bits == 63) {
        append_number(pattern, key);
        pattern = 0;
        bits = 0;
      }
    }
    append_number(pattern, key);
  }
  for (const Instance& instance : form.wanted)
    append_instance(instance, key);
}

}  // namespace ansio::program
