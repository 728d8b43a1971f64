// Batches: one household a row, one typical month each, any number of rows.
//
//   Result<Batch> batch = Batch::open(rules, header_cells, {.date = YearMonth::of(2026, 6),
//                                                           .get = {"disposable_income"}}, where);
//   std::string out = batch->header_line();
//   while (reader.next(cells)) batch->answer_row(cells, reader.position(), answering, out);
//
// Blanks around cells and names do not matter. A column without a name is left out, with a warning, as long as nothing
// stands in it. A row is CSV, under a header, or a line of JSON: {"id": 1, "rent": 500, "client.wage": 780}. Columns
// and keys are variables by name (names.h), and these: `date` (the row's month), `id` (handed through), `error` and
// `expect:…` (left alone). A person that a column which is not empty speaks of exists in that row. A wanted figure of a
// person the row does not have is empty. Errors of the header: unknown_variable, no_such_person, duplicate_key,
// wrong_use. Errors of a row stand in its last column, `error`. Where rows may be of a month that has values which are
// expected and not enacted, or of one past the law that is known, two columns before it say so: `expected`, the wanted
// figures that may rest on such values, and `warning`; lines of JSON have these keys where there is something to say.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calc/case/floor.h"
#include "calc/case/rows/dialect.h"
#include "calc/case/rows/row.h"
#include "calc/program/machine/answering.h"
#include "calc/program/question/expected_reads.h"

namespace ansio::cases {

// How rows are written: CSV, or JSON line by line.
enum class RowFormat : std::uint8_t { csv, lines };

struct BatchOptions {
  std::optional<YearMonth> date;
  std::vector<std::string> get;  // wanted names; `expect:` columns of the header when empty
  RowFormat input = RowFormat::csv;
  RowFormat output = RowFormat::csv;
  Dialect input_dialect{};
  Dialect output_dialect{};
  // What a row's error or warning is in words; without it English (error_text).
  std::function<std::string(const Diagnostics&)> words{};
};

// A row as it stands in the input.
struct RowTexts {
  std::vector<std::string_view> cells;
  Position where;
  const Diagnostic* damage = nullptr;  // why it cannot be read, when it cannot; its cells are then those before
};

// A row as it was read: what it is called, and its values or why it has none.
struct BatchRow {
  std::string id;
  bool id_is_text = true;  // in JSON: not a number
  Result<Row> row;
  Position where = {};
};

// One figure for each wanted name, nothing for one of a person whom the row does not have; or why there are none.
using RowFigures = Result<std::vector<std::optional<Value>>>;

class Batch {
 public:
  // The header of CSV; of lines an empty one. `places` are where its cells stand, when that is known.
  static Result<Batch> open(const RuleSet& rules, const std::vector<std::string_view>& header,
                            const BatchOptions& options, const Position& where,
                            const std::vector<Position>& places = {});

  // "id,client.net_income,disposable_income,error\n"; nothing before lines.
  [[nodiscard]] std::string header_line() const;

  // Appends the row's line to `out`; false when the line bears an error. A line of JSON is one cell.
  bool answer_row(const std::vector<std::string_view>& cells, const Position& where, const Answering& answering,
                  std::string& out) const;

  // The same of many rows, those of the same month, persons and columns together; how many bear an error.
  std::size_t answer_rows(const std::vector<RowTexts>& rows, const Answering& answering, std::string& out) const;

  // The parts of answer_rows.
  [[nodiscard]] BatchRow read_row(const RowTexts& row) const;
  [[nodiscard]] std::vector<BatchRow> read_rows(const std::vector<RowTexts>& rows) const;
  [[nodiscard]] std::vector<RowFigures> compute(const std::vector<BatchRow>& rows, const Answering& answering) const;
  void write_row(const BatchRow& row, const RowFigures& figures, std::string& out) const;

  // What the wanted figures may rest on, month by month; the names of those that do. Marks are columns of their own
  // where rows may be of such a month.
  [[nodiscard]] bool is_marked() const { return is_marked_; }
  [[nodiscard]] std::vector<std::string_view> expected_figures(YearMonth month) const;
  [[nodiscard]] const ExpectedReads& expected_reads() const { return expected_; }

  // The month of rows that bring none.
  [[nodiscard]] std::optional<YearMonth> date() const { return date_; }
  [[nodiscard]] const RuleSet& rules() const { return *rules_; }
  [[nodiscard]] const std::vector<VariableName>& wanted() const { return wanted_; }
  [[nodiscard]] const std::vector<std::string>& wanted_names() const { return wanted_names_; }

 private:
  struct Column {
    enum class Use : std::uint8_t { variable, date, id, ignored, nameless };
    Use use = Use::ignored;
    VariableName name;
  };

  explicit Batch(const RuleSet& rules) : rules_(&rules), expected_(rules) {}
  void add_column(std::string_view name, const Position& where, Diagnostics& diagnostics);
  void read_cell(std::size_t column, std::string_view cell, const Position& where, Row& row,
                 Diagnostics& diagnostics) const;
  [[nodiscard]] Result<Row> read_cells(const std::vector<std::string_view>& cells, const Position& where) const;
  [[nodiscard]] BatchRow read_line(std::string_view line, const Position& where) const;
  void write_line(const BatchRow& row, const RowFigures& figures, std::string& out) const;
  void add_marks(const BatchRow& row, const RowFigures& figures, std::vector<std::string>& cells) const;

  const RuleSet* rules_;
  std::optional<YearMonth> date_;
  std::vector<Column> columns_;
  std::vector<VariableName> wanted_;
  std::vector<std::string> wanted_names_;
  std::optional<std::size_t> id_;
  bool has_date_ = false;
  ExpectedReads expected_;
  bool is_marked_ = false;  // rows may be of a month with something expected
  RowFormat input_ = RowFormat::csv;
  RowFormat output_ = RowFormat::csv;
  Dialect input_dialect_;
  Dialect output_dialect_;
  std::function<std::string(const Diagnostics&)> words_;
};

// One line for a cell: "E503 this is no value of kind: rentd (one of rented, owned; hint: rented)". `hint_label` is the
// word before a hint.
std::string error_text(const Diagnostics& diagnostics, std::string_view hint_label = "hint: ");

}  // namespace ansio::cases
