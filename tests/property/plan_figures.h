// Plans under the real rules: a case as text, its figures month by month.
//
//   PlanFigures plan("ansiopolku: 1\nstart: 2025-01\nmonths: 12\nclient: {age: 40, wage: 500}\n", {"net_income"});
//   plan["client.net_income"][0]          // of January
//   plan.text("client.disability_pension.state", 3)
//
// A case that is refused fails the test at once with the first error.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "calc/base/date/year_month.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/case/values/value.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/simulate/results/results.h"
#include "tests/floors.h"
#include "tests/law.h"

namespace ansio::tests {

using testing::law;

class PlanFigures {
 public:
  PlanFigures(const std::string& text, const std::vector<std::string>& names) {
    static Machine machine(law(), answer_by_definition);
    const Result<Document> document = read_yaml("plan", text);
    Result<Case> situation = document ? read_case(law(), *document) : Result<Case>(document.diagnostics());
    refuse_errors(situation.diagnostics(), text);
    ResultOptions options{{}, false};
    for (const std::string& name : names)
      options.variables.push_back(law().find_variable(name).value());
    const Result<Results> results = compute_results(
        law(), *situation, [](const Question& question) { return machine.answer(question); }, options);
    refuse_errors(results.diagnostics(), text);
    for (const Figure& figure : results->scenarios.at(0).figures) {
      const std::string name = instance_name(law(), results->scenarios[0].shape, figure.instance);
      values_[name] = figure.values;
      for (const Value& value : figure.values)
        texts_[name].push_back(value_text(law(), law().variables[figure.instance.variable], value));
    }
  }

  [[nodiscard]] bool has(const std::string& name) const { return values_.count(name) > 0; }
  const std::vector<Value>& operator[](const std::string& name) const { return values_.at(name); }
  const std::string& text(const std::string& name, std::size_t month) const { return texts_.at(name).at(month); }

  // Over all months; over the twelve from `first` on.
  Value sum(const std::string& name) const { return sum(name, 0, values_.at(name).size()); }
  Value sum(const std::string& name, std::size_t first, std::size_t count) const {
    Value total;
    for (std::size_t i = first; i < first + count; ++i)
      total = total + values_.at(name).at(i);
    return total;
  }

 private:
  static void refuse_errors(const Diagnostics& diagnostics, const std::string& text) {
    for (const Diagnostic& diagnostic : diagnostics)
      if (diagnostic.severity == Severity::error)
        throw std::runtime_error(to_text(diagnostic, text));
  }

  std::map<std::string, std::vector<Value>> values_;
  std::map<std::string, std::vector<std::string>> texts_;
};

// "{2025-01: 0, 2025-02: 500, …}": a value for each month.
inline std::string month_map(YearMonth start, const std::vector<std::string>& values) {
  std::string text = "{";
  for (std::size_t i = 0; i < values.size(); ++i)
    text += (i == 0 ? "" : ", ") + to_text(YearMonth{start.index + static_cast<int>(i)}) + ": " + values[i];
  return text + "}";
}

}  // namespace ansio::tests
