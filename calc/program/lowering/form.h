// All that a compiled program depends on: who, when, what is given (not its values) and what is wanted.
//
// Questions of the same Form share a Program. A given value counts by its decimals: those the variable declares, or
// more when a value has more.
//
//   Form form;
//   if (!form_of(rules, question, form)) …  // a value without a finite decimal: 1/3
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

struct FormInput {
  Instance instance;
  std::uint8_t decimals = 0;
  std::vector<bool> given;  // one a month or year
  int before = 0;           // as in Given
  bool continues = false;

  [[nodiscard]] bool has(int index) const {
    const int place = index + before;
    return place >= 0 && place < static_cast<int>(given.size()) && given[static_cast<std::size_t>(place)];
  }
  friend bool operator==(const FormInput&, const FormInput&) = default;
};

struct Form {
  Shape shape;
  Timeline timeline;
  std::vector<FormInput> inputs;
  std::vector<Instance> wanted;
};

// The form of a question that check_question accepts; false when a value has no finite or too many decimals.
bool form_of(const RuleSet& rules, const Question& question, Form& form);

// Gives the input the decimals that these values have as well; a value with too many, or none that are finite, is left
// to its own form.
void widen_to(const std::vector<Value>& values, FormInput& input);

// Equal for equal forms only.
void append_key(const Form& form, std::string& key);

// Decimals that a variable's values have in its plain number: of per-cent things two more than people write.
int declared_decimals(const Variable& variable);

}  // namespace ansio::program
