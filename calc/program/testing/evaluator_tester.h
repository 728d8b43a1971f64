// Asks the definition, the machine and the columns the same question and insists on the same answer; for tests.
//
//   EvaluatorTester tester(builder.rules());
//   tester.give(wage, {"1200.50"}).want(tax);
//   EXPECT_EQ(tester.values(tax), "300.125");
#pragma once

#include <gtest/gtest.h>

#include "calc/program/definition/definition.h"
#include "calc/program/floor.h"
#include "calc/program/machine/machine.h"
#include "calc/program/testing/column_tester.h"

namespace ansio::program {

class EvaluatorTester {
 public:
  explicit EvaluatorTester(const RuleSet& rules) : rules_(rules) { question_.timeline.first = YearMonth::of(2026, 5); }

  EvaluatorTester& household(bool spouse, int children) {
    question_.shape = {spouse, static_cast<std::uint8_t>(children)};
    return *this;
  }
  EvaluatorTester& typical(int year, int month) {
    question_.timeline = {true, YearMonth::of(year, month), 1, 0};
    return *this;
  }
  // `start`: the number of the month the plan really starts in.
  EvaluatorTester& plan(int year, int months, int start = 0) {
    question_.timeline = {false, YearMonth::of(year, 1), months, start};
    return *this;
  }
  // One text a month; the last one holds until the end. An empty text is "not given".
  EvaluatorTester& give(VariableId variable, std::vector<std::string> texts, std::uint8_t person = 0) {
    Given given{instance(variable, person), {}};
    const int years = question_.timeline.typical ? 1 : question_.timeline.months / 12;
    const int count = rules_.variables[variable].period == Period::year ? years : question_.timeline.months;
    for (int i = 0; i < count; ++i) {
      const std::string& text = texts[std::min(texts.size() - 1, static_cast<std::size_t>(i))];
      given.values.push_back(text.empty() ? std::nullopt : parse_fraction(text));
    }
    question_.given.push_back(std::move(given));
    return *this;
  }
  // Of what was given last: the months before the plan, in order; previous(x) is the last of them in its first month.
  EvaluatorTester& before(const std::vector<std::string>& texts) {
    Given& given = question_.given.back();
    given.continues = true;
    const int months = static_cast<int>(texts.size()), start = question_.timeline.start;
    given.before = std::max(0, months - start);
    given.values.insert(given.values.begin(), static_cast<std::size_t>(given.before), std::nullopt);
    for (int i = 0; i < months; ++i)
      given.values[static_cast<std::size_t>(given.before + start - months + i)] =
          parse_fraction(texts[static_cast<std::size_t>(i)]);
    return *this;
  }
  Question& question() { return question_; }

  Result<Answer> ask(VariableId variable, std::uint8_t person = 0) {
    question_.wanted = {instance(variable, person)};
    Result<Answer> expected = answer_by_definition(rules_, question_);
    Machine machine(rules_, answer_by_definition);
    const Result<Answer> found = machine.answer(question_);
    counts_ = machine.counts();
    EXPECT_EQ(difference_in_columns(rules_, {question_}), "");
    EXPECT_EQ(expected.ok(), found.ok());
    if (expected && found) {
      EXPECT_TRUE(expected->values == found->values);
    } else {
      EXPECT_EQ(texts_of(expected.diagnostics()), texts_of(found.diagnostics()));
    }
    return expected;
  }

  // "1.5 2 2": the values, one a month or year; or the first diagnostic: "E501 client.wage must be given".
  std::string values(VariableId variable, std::uint8_t person = 0) {
    const Result<Answer> answer = ask(variable, person);
    if (!answer)
      return texts_of(answer.diagnostics());
    std::string text;
    for (const Fraction& value : answer->values[0])
      text += (text.empty() ? "" : " ") + to_decimal_text(value);
    return text;
  }

  // Of the last question: whether a compiled program answered.
  bool by_program() const { return counts_.by_program == 1; }

  static std::string texts_of(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics)
      text += (text.empty() ? "E" : "; E") + std::to_string(static_cast<int>(diagnostic.code)) + " " +
              diagnostic.message + (diagnostic.found.empty() ? "" : " (" + diagnostic.found + ")");
    return text;
  }

 private:
  Instance instance(VariableId variable, std::uint8_t person) const {
    const bool of_household = rules_.variables[variable].entity == Entity::household;
    return {variable, of_household ? Instance::household : person};
  }

  const RuleSet& rules_;
  Question question_;
  Machine::Counts counts_;
};

}  // namespace ansio::program
