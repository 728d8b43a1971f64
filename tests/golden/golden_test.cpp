// The golden cases: households computed by others (see README beside the data), compared cell by cell.
//
// <name>.csv: columns as `ansio batch` reads them, and `expect:<variable>`; an empty expectation is not compared.
// <name>.tolerance.csv: column,tolerance (0 when a column is not named).
// <name>.exceptions.csv: id,column,statute,reason: cells where the law says otherwise than the model. Every cell agrees
// or is listed there; a listed cell really differs; and the listed ones are few.
#include <gtest/gtest.h>

#include <algorithm>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "calc/base/document/csv_reader.h"
#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "tests/floors.h"
#include "tests/law.h"

namespace ansio::tests {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(ANSIO_SOURCE_DIR) / "tests" / "golden";

// So many cells of all files together agree before exceptions are looked at; a file about a benefit where the model is
// known to differ from the law (tests/golden/README.md) may have fewer. Every cell that differs is an exception with
// its statute. Two of these are the law's own and take the model below 99 %: a child of 18 or over is a household of
// their own in social assistance (1412/1997 3 §), and the full daily amount is rounded before the adjustment.
constexpr double least_agreement = 0.985;

CsvTable read_table(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    ADD_FAILURE() << path << " cannot be read";
    return {};
  }
  const std::string text(std::istreambuf_iterator<char>{in}, {});
  Result<CsvTable> table = read_csv(path.filename().string(), text);
  if (!table) {
    ADD_FAILURE() << to_text(table.diagnostics().front());
    return {};
  }
  return std::move(*table);
}

using testing::law;

std::vector<std::string> golden_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".csv") && name.find('.') == name.size() - 4)
      names.push_back(name.substr(0, name.size() - 4));
  }
  std::sort(names.begin(), names.end());
  return names;
}

using Cell = std::pair<std::string, std::string>;  // id, column

struct Comparison {
  std::map<std::string, Fraction> tolerances;
  std::map<Cell, std::string> exceptions;  // and why
  std::set<Cell> differing;
  std::size_t cells = 0;
  std::vector<std::string> failures;
};

Comparison read_expectations(const std::string& name) {
  Comparison comparison;
  for (const CsvRow& row : read_table(folder / (name + ".tolerance.csv")).rows)
    comparison.tolerances[row.cells[0]] = parse_fraction(row.cells[1]).value_or(Fraction{});
  for (const CsvRow& row : read_table(folder / (name + ".exceptions.csv")).rows) {
    const bool fresh = comparison.exceptions.emplace(Cell{row.cells[0], row.cells[1]}, row.cells[3]).second;
    EXPECT_TRUE(fresh) << name << ": listed twice: " << row.cells[0] << " " << row.cells[1];
    EXPECT_FALSE(row.cells[2].empty()) << name << ": an exception without its statute: " << row.cells[0];
    EXPECT_FALSE(row.cells[3].empty()) << name << ": an exception without its reason: " << row.cells[0];
  }
  return comparison;
}

void compare_row(const Batch& batch, const std::vector<std::string>& names, const CsvTable& table, const CsvRow& row,
                 Machine& machine, Comparison& comparison) {
  const std::string& id = row.cells[0];
  const auto fail = [&](const std::string& message) { comparison.failures.push_back(id + ": " + message); };
  const std::vector<std::string_view> cells(row.cells.begin(), row.cells.end());
  const Result<Row> read = batch.read_row({cells, row.position}).row;
  if (!read)
    return fail(to_text(read.diagnostics().front()));
  const Result<Shape> shape = shape_of_row(*read, row.position);
  if (!shape)
    return fail(to_text(shape.diagnostics().front()));
  std::vector<Instance> instances;
  std::vector<std::pair<std::string, std::string>> expected;  // column, value
  std::size_t wanted = 0;
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (!table.header[i].starts_with("expect:"))
      continue;
    const std::size_t place = wanted++;
    if (row.cells[i].empty())
      continue;
    const auto instance = instance_in(*shape, batch.wanted()[place]);
    if (!instance) {
      fail("no such person: " + names[place]);
      continue;
    }
    instances.push_back(*instance);
    expected.emplace_back(names[place], row.cells[i]);
  }
  const Result<Answer> answer = machine.answer(make_row_question(*read, *shape, instances));
  if (!answer)
    return fail(to_text(answer.diagnostics().front()));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& [column, text] = expected[i];
    const Variable& variable = law().variables[instances[i].variable];
    const Result<Value> value = read_value(law(), variable, text, row.position);
    if (!value) {
      fail(column + " cannot be read: " + text);
      continue;
    }
    ++comparison.cells;
    const Value& ours = answer->values[i].front();
    const Fraction off = ours - *value;
    const auto tolerance = comparison.tolerances.find(column);
    const Fraction allowed = tolerance == comparison.tolerances.end() ? Fraction{} : tolerance->second;
    if (off <= allowed && -off <= allowed)
      continue;
    comparison.differing.insert({id, column});
    if (comparison.exceptions.count({id, column}) == 0)
      fail(column + " is " + value_text(law(), variable, ours) + ", expected " + text);
  }
}

class Golden : public ::testing::TestWithParam<std::string> {};

void compare_file(const std::string& name, Comparison& comparison) {
  const CsvTable table = read_table(folder / (name + ".csv"));
  ASSERT_FALSE(table.rows.empty());
  ASSERT_EQ(table.header.front(), "id");
  comparison = read_expectations(name);
  const std::vector<std::string_view> header(table.header.begin(), table.header.end());
  const Result<Batch> batch = Batch::open(law(), header, {}, {name + ".csv", 1, 1});
  for (const Diagnostic& diagnostic : batch.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  ASSERT_TRUE(batch);
  std::vector<std::string> names;
  for (const std::string& column : table.header)
    if (column.starts_with("expect:"))
      names.push_back(column.substr(7));
  Machine machine(law(), answer_by_definition);
  for (const CsvRow& row : table.rows)
    compare_row(*batch, names, table, row, machine, comparison);
  ASSERT_GT(comparison.cells, 0U);
}

double agreement_of(std::size_t differing, std::size_t cells) {
  return 1.0 - static_cast<double>(differing) / static_cast<double>(cells);
}

TEST_P(Golden, cases_agree_where_the_law_does) {
  const std::string& name = GetParam();
  Comparison comparison;
  ASSERT_NO_FATAL_FAILURE(compare_file(name, comparison));
  std::printf("%s: %zu cells, %zu differ (%.2f %% agree), %zu exceptions listed\n", name.c_str(), comparison.cells,
              comparison.differing.size(), 100 * agreement_of(comparison.differing.size(), comparison.cells),
              comparison.exceptions.size());
  constexpr std::size_t shown = 15;
  std::string failures;
  for (std::size_t i = 0; i < comparison.failures.size() && i < shown; ++i)
    failures += comparison.failures[i] + "\n";
  EXPECT_TRUE(comparison.failures.empty()) << comparison.failures.size() << " failures, the first:\n" << failures;
  for (const auto& [cell, reason] : comparison.exceptions)
    EXPECT_TRUE(comparison.differing.count(cell) == 1)
        << "listed as an exception, but it agrees: " << cell.first << " " << cell.second << " (" << reason << ")";
}

TEST(GoldenFiles, together_agree_but_for_the_listed_exceptions) {
  std::size_t cells = 0;
  std::size_t differing = 0;
  for (const std::string& name : golden_names()) {
    Comparison comparison;
    ASSERT_NO_FATAL_FAILURE(compare_file(name, comparison));
    cells += comparison.cells;
    differing += comparison.differing.size();
  }
  ASSERT_GT(cells, 0U);
  std::printf("all golden files: %zu cells, %zu differ (%.2f %% agree)\n", cells, differing,
              100 * agreement_of(differing, cells));
  EXPECT_GE(agreement_of(differing, cells), least_agreement);
}

INSTANTIATE_TEST_SUITE_P(Files, Golden, ::testing::ValuesIn(golden_names()),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace ansio::tests
