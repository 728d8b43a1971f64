// The rules' own tests (`*.test.yaml`, docs/language.md section 5): read, run, compared.
//
//   Result<std::vector<RuleTest>> tests = read_rule_tests(rules, *read_yaml("a.test.yaml", text));
//   for (const RuleTest& test : *tests)
//     print(run_rule_test(rules, test, {definition, machine}));   // nothing: passed
//
// Each test is put to every evaluator; that they agree is part of passing. `unsupported` expected of a figure means
// that the rules refuse to answer; a test expects it of all its figures or of none. A table of rows under one situation
// is read as a test for each row.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "calc/base/document/document.h"
#include "calc/case/read/case.h"
#include "calc/case/rows/row.h"
#include "calc/program/machine/answering.h"
#include "calc/publish/floor.h"

namespace ansio::publish {

struct Expectation {
  VariableName name;
  YearMonth month;  // of a plan; of a typical month its date
  Value value;
  bool refused = false;  // expected: `unsupported`
  std::string text;      // as written
  Position position;
};

struct RuleTest {
  std::string name;    // of its situation; the rows of a table share it
  std::string inputs;  // of a row: what it gives, as written
  std::string source;
  Position position;         // of the row, of a row
  Fraction within;           // how far a number may be off; 0: not at all
  std::optional<Case> plan;  // of a test with `case:`
  Row row;                   // of any other test
  std::vector<Expectation> expectations;

  // What tells it from every other test of its file.
  [[nodiscard]] std::string title() const { return inputs.empty() ? name : name + ": " + inputs; }
};

// The overlay whose rules the tests of this file are about, beside it; empty: the law's.
std::string overlay_of_tests(const Document& document);

// All errors of a file at once: unknown_key, missing_key, wrong_kind, bad_date and those of cases and names.
Result<std::vector<RuleTest>> read_rule_tests(const RuleSet& rules, const Document& document);

// What went wrong: one diagnostic per expectation that is not met, evaluator that refuses, or difference between them.
Diagnostics run_rule_test(const RuleSet& rules, const RuleTest& test, std::span<const Answering> evaluators);

}  // namespace ansio::publish
