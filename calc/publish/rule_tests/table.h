// A table in a rule test (docs/language.md section 5): many rows of inputs and figures under one named situation.
//
//   - name: a wage at each bend of the scale
//     source: "act 10/2020 3 §"
//     given: {client.age: 40}
//     columns: [date, client.wage]             # what a row gives: variables, and date, within or source of its own
//     expect: [client.tax.amount]
//     rows:
//       - [2025-06, 999.99, 0]
//       - [2025-06, 1000, 0.10]
//
// Each row becomes the test that it stands for, as if it had been written alone; `~` leaves a cell out. An error in the
// heads of columns is reported once, an error in a cell where the cell stands.
#pragma once

#include <string>
#include <vector>

#include "calc/base/document/document.h"
#include "calc/publish/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::publish {

struct RowOfTable {
  Document test;       // a single test: name, source, date, given, expect
  std::string inputs;  // what the row alone gives, as written: "date 2025-06, client.wage 1000"
};

// Of a test with `rows:`. Errors: missing_key, wrong_kind, duplicate_key and those of names.
std::vector<RowOfTable> rows_of_table(const RuleSet& rules, const Document& item, Diagnostics& diagnostics);

}  // namespace ansio::publish
