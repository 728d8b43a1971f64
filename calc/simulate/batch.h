// Batches: one household a row, one typical month each, any number of rows.
//
//   Result<Batch> batch = Batch::open(rules, header_cells, {.date = YearMonth::of(2026, 6), .get =
//   {"disposable_income"}}, where); std::string out = batch->header_line(); while (reader.next(cells))
//   batch->answer_row(cells, reader.position(), answering, out);
//
// Columns are variables by name (names.h), and these: `date` (the row's month), `id` (handed through), `error` and
// `expect:…` (left alone). A person that a column which is not empty speaks of exists in that row. A wanted figure of a
// person the row does not have is empty. Errors of the header: unknown_variable, no_such_person, duplicate_key,
// wrong_use. Errors of a row stand in its last column, `error`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calc/simulate/answering.h"
#include "calc/simulate/row.h"

namespace calc {

struct BatchOptions {
  std::optional<YearMonth> date;
  std::vector<std::string> get;  // wanted names; `expect:` columns of the header when empty
};

class Batch {
 public:
  static Result<Batch> open(const RuleSet& rules, const std::vector<std::string_view>& header,
                            const BatchOptions& options, const Position& where);

  // "id,client.net_income,disposable_income,error\n"
  [[nodiscard]] std::string header_line() const;

  // Appends the row's line to `out`; false when the line bears an error.
  bool answer_row(const std::vector<std::string_view>& cells, const Position& where, const Answering& answering,
                  std::string& out) const;

  // The parts of answer_row, for callers that compute many rows at once.
  Result<Row> read_row(const std::vector<std::string_view>& cells, const Position& where) const;
  [[nodiscard]] const std::vector<VariableName>& wanted() const { return wanted_; }

 private:
  struct Column {
    enum class Use : std::uint8_t { variable, date, id, ignored };
    Use use = Use::ignored;
    VariableName name;
  };

  explicit Batch(const RuleSet& rules) : rules_(&rules) {}
  void add_column(std::string_view name, const Position& where, Diagnostics& diagnostics);

  const RuleSet* rules_;
  std::optional<YearMonth> date_;
  std::vector<Column> columns_;
  std::vector<VariableName> wanted_;
  std::vector<std::string> wanted_names_;
  std::optional<std::size_t> id_;
  bool has_date_ = false;
};

// A cell as CSV has it: in quotes when it must be.
void append_csv_cell(std::string& out, std::string_view text);

}  // namespace calc
