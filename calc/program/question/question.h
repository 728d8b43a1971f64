// What every evaluator is asked and what it answers, so that all of them can be compared.
//
// A Question names the people, the months and the values given; an Answer holds the wanted variables. The definition
// (definition.h), the machine (machine.h) and the columns (columns.h) answer the same Question with the same Answer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "calc/base/date/year_month.h"
#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/number/fraction.h"
#include "calc/language/tree/tree.h"
#include "calc/program/floor.h"

namespace ansio::program {

// Who lives in the household. Persons are numbered client 0, then spouse, then the children.
struct Shape {
  bool spouse = false;
  std::uint8_t children = 0;
  [[nodiscard]] int person_count() const { return 1 + (spouse ? 1 : 0) + children; }
  friend auto operator<=>(const Shape&, const Shape&) = default;
};

// A variable of somebody: `person` is a person's number, or `household`.
struct Instance {
  static constexpr std::uint8_t household = 0xff;
  VariableId variable = 0;
  std::uint8_t person = household;
  friend auto operator<=>(const Instance&, const Instance&) = default;
};

// Typical: one month, its whole year alike. Plan: `months` months from `first` on, which is a January; `months` is a
// multiple of 12. (Simulation widens a plan to whole years and shows the months asked for.)
struct Timeline {
  bool typical = true;
  YearMonth first;
  int months = 1;
  // Of a plan: the number of the month it really starts in. Until then, and in that month, there is no month before:
  // previous(x) is x's initial value, unless it is given (Given::continues).
  int start = 0;
};

// Booleans are 0 and 1, enum members their index, months their YearMonth index.
using Value = Fraction;

// Values of one instance: one for each month of the timeline (a yearly variable: one for each year). In a month
// without a value an input has its default and a rule is computed.
struct Given {
  Instance instance;
  std::vector<std::optional<Value>> values;
  // The first so many values belong to the months (years) right before the timeline; averages reach them.
  int before = 0;
  // Whether the value of the month before the plan starts, if there is one, is what previous(x) is in its first month.
  bool continues = false;

  [[nodiscard]] bool has(int index) const {
    const int place = index + before;
    return place >= 0 && place < static_cast<int>(values.size()) && values[static_cast<std::size_t>(place)].has_value();
  }
};

struct Question {
  Shape shape;
  Timeline timeline;
  std::vector<Given> given;
  std::vector<Instance> wanted;
};

// The reading of the law that the question chooses: 0, the rules' own, when it chooses none.
inline std::size_t chosen_reading(const Question& question, VariableId choice) {
  for (const Given& given : question.given)
    if (choice != no_variable && given.instance.variable == choice)
      for (const std::optional<Value>& value : given.values)
        if (value)
          return static_cast<std::size_t>(value->numerator());
  return 0;
}

// values[i] belongs to wanted[i]: one value a month, or one a year for a yearly variable.
struct Answer {
  std::vector<std::vector<Value>> values;
};

// One question asked of many cases. In case k the values given for question.given[moving[i]] are all values[i][k]; what
// else is given is the same in every case.
struct Series {
  Question question;
  std::vector<std::size_t> moving;
  std::vector<std::vector<Value>> values;

  [[nodiscard]] std::size_t size() const { return values.empty() ? 0 : values[0].size(); }
  // The question of one case.
  void move_to(std::size_t at) {
    for (std::size_t i = 0; i < moving.size(); ++i)
      for (std::optional<Value>& value : question.given[moving[i]].values)
        value = values[i][at];
  }
};

// Takes the answer of a case; it is the caller's only until this returns. Cases come in any order.
using Taking = std::function<void(std::size_t at, const Result<Answer>& answer)>;

}  // namespace ansio::program
