// Reads test files with all their errors at once, and puts each test to every evaluator.
#include "calc/publish/rule_tests/rule_tests.h"

#include <algorithm>
#include <array>

#include "calc/case/read/case_values.h"
#include "calc/case/read/open_values.h"
#include "calc/case/values/value.h"
#include "calc/publish/rule_tests/table.h"

namespace ansio::publish {
namespace {

constexpr std::string_view expects_refusal = "unsupported";

void append(Diagnostics& to, Diagnostics from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Diagnostic wrong(Code code, const Document& at, std::string message, std::string expected) {
  return {.code = code,
          .position = at.position,
          .message = std::move(message),
          .found = at.is_scalar() ? at.scalar : std::string(),
          .expected = std::move(expected)};
}

// The named value of `test`, of the kind asked for; reports and gives nullptr when it is missing or of another kind.
const Document* need(const Document& test, std::string_view key, Document::Kind kind, Diagnostics& diagnostics) {
  const Document* value = test.find(key);
  if (value == nullptr) {
    diagnostics.push_back(wrong(Code::missing_key, test, "a test needs " + std::string(key), std::string(key)));
    return nullptr;
  }
  if (value->kind != kind) {
    diagnostics.push_back(wrong(Code::wrong_kind, *value, std::string(key) + " is of the wrong kind",
                                kind == Document::Kind::map ? "a map" : "a text"));
    return nullptr;
  }
  return value;
}

std::optional<RowValue> read_row_value(const RuleSet& rules, const Document& key, const Document& value,
                                       Diagnostics& diagnostics) {
  Result<VariableName> name = parse_variable_name(rules, key.scalar, key.position);
  if (!name) {
    append(diagnostics, std::move(name).diagnostics());
    return std::nullopt;
  }
  const Variable& variable = rules.variables[name->variable];
  if (!value.is_scalar()) {
    diagnostics.push_back(wrong(Code::wrong_kind, value, "one value", expected_value(rules, variable)));
    return std::nullopt;
  }
  Result<Value> read = read_value(rules, variable, value.scalar, value.position);
  if (!read) {
    append(diagnostics, std::move(read).diagnostics());
    return std::nullopt;
  }
  return RowValue{*name, *read};
}

void read_expectations(const RuleSet& rules, const Document& map, YearMonth month, RuleTest& test,
                       Diagnostics& diagnostics) {
  if (!map.is_map() || map.entries.empty()) {
    diagnostics.push_back(wrong(Code::wrong_kind, map, "expect is a map", "{disposable_income: 1234.50}"));
    return;
  }
  for (const auto& [key, value] : map.entries) {
    if (value.is_scalar() && value.scalar == expects_refusal) {
      Result<VariableName> name = parse_variable_name(rules, key.scalar, key.position);
      if (name)
        test.expectations.push_back({*name, month, {}, true, value.scalar, key.position});
      else
        append(diagnostics, std::move(name).diagnostics());
    } else if (const auto read = read_row_value(rules, key, value, diagnostics)) {
      test.expectations.push_back({read->name, month, read->value, false, value.scalar, key.position});
    }
  }
  const auto refused = std::count_if(test.expectations.begin(), test.expectations.end(),
                                     [](const Expectation& expectation) { return expectation.refused; });
  if (refused != 0 && refused != std::ssize(test.expectations))
    diagnostics.push_back(wrong(Code::bad_value, map, "a test expects figures, or that all are refused",
                                "another test for the figures that have an answer"));
}

std::optional<YearMonth> read_month(const Document& text, Diagnostics& diagnostics) {
  const auto month = parse_year_month(text.scalar);
  if (!month)
    diagnostics.push_back(wrong(Code::bad_date, text, "no month", "a month such as 2026-05"));
  return month;
}

void read_plan(const RuleSet& rules, const Document& item, const Document& expect, RuleTest& test,
               Diagnostics& diagnostics) {
  Result<Case> plan = read_case(rules, *item.find("case"));
  if (!plan) {
    append(diagnostics, std::move(plan).diagnostics());
    return;
  }
  test.plan = std::move(*plan);
  if (!expect.is_map() || expect.entries.empty()) {
    diagnostics.push_back(wrong(Code::wrong_kind, expect, "expect is a map of months", "{2026-03: {…}}"));
    return;
  }
  const YearMonth first = test.plan->start;
  const YearMonth last{first.index + test.plan->months - 1};
  for (const auto& [key, values] : expect.entries) {
    const auto month = read_month(key, diagnostics);
    if (!month)
      continue;
    if (*month < first || *month > last)
      diagnostics.push_back(wrong(Code::bad_date, key, "the case does not show this month",
                                  "a month from " + to_text(first) + " to " + to_text(last)));
    else
      read_expectations(rules, values, *month, test, diagnostics);
  }
}

// `readings: {module.rule: name}`, as a case chooses them.
void read_chosen(const RuleSet& rules, const Document& readings, RuleTest& test, Diagnostics& diagnostics) {
  std::vector<CaseValue> chosen;
  std::vector<OpenValue> open;
  CaseReading reading{rules, chosen, chosen, open, diagnostics, test.row.date};
  read_readings(reading, readings);
  for (const OpenValue& one : open)
    diagnostics.push_back({.code = Code::bad_value,
                           .position = one.position,
                           .message = "a test chooses one reading",
                           .expected = "the name of a reading"});
  for (const CaseValue& value : chosen)
    if (value.steps.front().value)
      test.row.values.push_back({value.name, *value.steps.front().value});
}

void read_typical(const RuleSet& rules, const Document& item, const Document& expect, RuleTest& test,
                  Diagnostics& diagnostics) {
  const Document* date = need(item, "date", Document::Kind::scalar, diagnostics);
  if (date == nullptr)
    return;
  const auto month = read_month(*date, diagnostics);
  if (!month)
    return;
  test.row.date = *month;
  if (const Document* given = item.find("given")) {
    if (!given->is_map() && given->kind != Document::Kind::null)
      diagnostics.push_back(wrong(Code::wrong_kind, *given, "given is a map", "{client.wage: 780}"));
    for (const auto& [key, value] : given->entries)
      if (const auto read = read_row_value(rules, key, value, diagnostics))
        test.row.values.push_back(*read);
  }
  if (const Document* readings = item.find("readings"))
    read_chosen(rules, *readings, test, diagnostics);
  read_expectations(rules, expect, *month, test, diagnostics);
}

RuleTest read_test(const RuleSet& rules, const Document& item, Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 8> keys{"name",   "source", "date",   "given",
                                                        "within", "case",   "expect", "readings"};
  RuleTest test;
  test.position = item.position;
  for (const auto& [key, value] : item.entries)
    if (std::find(keys.begin(), keys.end(), key.scalar) == keys.end())
      diagnostics.push_back(wrong(Code::unknown_key, key, "a test has no such key",
                                  "name, source, date, given, readings, within, case, expect, columns, rows"));
  if (const Document* name = need(item, "name", Document::Kind::scalar, diagnostics))
    test.name = name->scalar;
  if (const Document* source = need(item, "source", Document::Kind::scalar, diagnostics))
    test.source = source->scalar;
  if (const Document* within = item.find("within")) {
    const auto number = parse_fraction(within->scalar);
    if (number && number->sign() >= 0)
      test.within = *number;
    else
      diagnostics.push_back(wrong(Code::bad_value, *within, "no distance", "a number such as 0.5"));
  }
  if (const Document* expect = need(item, "expect", Document::Kind::map, diagnostics)) {
    if (item.find("case") != nullptr) {
      for (const char* key : {"date", "given", "readings"})
        if (const Document* beside = item.find(key))
          diagnostics.push_back(wrong(Code::unknown_key, *beside, std::string(key) + " stands beside a case",
                                      "the same inside the case, which says it all"));
      read_plan(rules, item, *expect, test, diagnostics);
    } else {
      read_typical(rules, item, *expect, test, diagnostics);
    }
  }
  return test;
}

void read_rows(const RuleSet& rules, const Document& item, std::vector<RuleTest>& tests, Diagnostics& diagnostics) {
  for (const RowOfTable& row : rows_of_table(rules, item, diagnostics)) {
    tests.push_back(read_test(rules, row.test, diagnostics));
    tests.back().inputs = row.inputs;
  }
}

Result<Question> question_of(const RuleSet& rules, const RuleTest& test) {
  Diagnostics diagnostics;
  Shape shape;
  if (test.plan) {
    shape = test.plan->scenarios.front().shape;
  } else {
    Result<Shape> of_row = shape_of_row(test.row, test.position);
    if (!of_row)
      return std::move(of_row).diagnostics();
    shape = *of_row;
  }
  std::vector<Instance> wanted;
  for (const Expectation& expectation : test.expectations) {
    const auto instance = instance_in(shape, expectation.name);
    if (!instance)
      diagnostics.push_back({.code = Code::no_such_person,
                             .position = expectation.position,
                             .message = "the household has no such person"});
    else
      wanted.push_back(*instance);
  }
  if (!diagnostics.empty())
    return diagnostics;
  if (test.plan)
    return make_question(rules, *test.plan, test.plan->scenarios.front(), std::move(wanted));
  return make_row_question(test.row, shape, std::move(wanted));
}

std::size_t place_of(const RuleSet& rules, const Question& question, const Expectation& expectation) {
  const int months = expectation.month.index - question.timeline.first.index;
  const bool yearly = rules.variables[expectation.name.variable].period == Period::year;
  return static_cast<std::size_t>(yearly ? months / 12 : months);
}

bool is_refusal(const Result<Answer>& answer) {
  const Diagnostics& found = answer.diagnostics();
  return !answer && !found.empty() && std::all_of(found.begin(), found.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.code == Code::unsupported;
  });
}

Diagnostic located(Diagnostic diagnostic, const Position& where) {
  if (diagnostic.position.line == 0)
    diagnostic.position = where;
  return diagnostic;
}

void compare(const RuleSet& rules, const RuleTest& test, const Question& question, const Answer& answer,
             Diagnostics& failures) {
  for (std::size_t i = 0; i < test.expectations.size(); ++i) {
    const Expectation& expectation = test.expectations[i];
    const Value& value = answer.values[i][place_of(rules, question, expectation)];
    const Fraction off = value - expectation.value;
    if (off <= test.within && -off <= test.within)
      continue;
    const Variable& variable = rules.variables[expectation.name.variable];
    std::string message = instance_name(rules, question.shape, question.wanted[i]);
    if (test.plan)
      message += " in " + to_text(expectation.month);
    message += " differs in: " + test.title();
    failures.push_back(
        {.code = Code::bad_value,
         .position = expectation.position,
         .message = std::move(message),
         .found = value_text(rules, variable, value),
         .expected =
             expectation.text + (test.within.sign() > 0 ? ", within " + to_decimal_text(test.within) : std::string())});
  }
}

}  // namespace

std::string overlay_of_tests(const Document& document) {
  const Document* overlay = document.find("overlay");
  return overlay != nullptr && overlay->is_scalar() ? overlay->scalar : std::string();
}

Result<std::vector<RuleTest>> read_rule_tests(const RuleSet& rules, const Document& document) {
  Diagnostics diagnostics;
  const Document* list = document.find("tests");
  const std::size_t others = overlay_of_tests(document).empty() ? 0 : 1;
  if (list == nullptr || !list->is_list() || document.entries.size() != 1 + others)
    return wrong(Code::wrong_kind, document,
                 "a test file holds `tests:`, a list, and at most `overlay:`, a file beside it",
                 "tests: [{name: …, source: …, date: …, given: {…}, expect: {…}}]");
  std::vector<RuleTest> tests;
  for (const Document& item : list->items)
    if (item.find("rows") != nullptr)
      read_rows(rules, item, tests, diagnostics);
    else
      tests.push_back(read_test(rules, item, diagnostics));
  if (has_errors(diagnostics))
    return diagnostics;
  return tests;
}

Diagnostics run_rule_test(const RuleSet& rules, const RuleTest& test, std::span<const Answering> evaluators) {
  Result<Question> question = question_of(rules, test);
  if (!question)
    return std::move(question).diagnostics();
  Diagnostics failures;
  std::optional<Answer> first;
  for (const Answering& evaluator : evaluators) {
    Result<Answer> answer = evaluator(*question);
    if (test.expectations.front().refused) {
      if (!is_refusal(answer))
        failures.push_back({.code = Code::bad_value,
                            .position = test.position,
                            .message = "the rules have an answer in: " + test.title(),
                            .expected = std::string(expects_refusal)});
      continue;
    }
    if (!answer) {
      for (const Diagnostic& diagnostic : answer.diagnostics())
        failures.push_back(located(diagnostic, test.position));
      continue;
    }
    if (!first) {
      compare(rules, test, *question, *answer, failures);
      first = std::move(*answer);
    } else if (first->values != answer->values) {
      for (std::size_t i = 0; i < question->wanted.size(); ++i)
        if (first->values[i] != answer->values[i])
          failures.push_back({.code = Code::internal,
                              .position = test.position,
                              .message = "the evaluators differ on " +
                                         instance_name(rules, question->shape, question->wanted[i]) +
                                         " in: " + test.title()});
    }
  }
  return failures;
}

}  // namespace ansio::publish
