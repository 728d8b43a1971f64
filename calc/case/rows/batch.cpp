// Reads the header of a batch and its rows of CSV, and writes their answers.
#include "calc/case/rows/batch.h"

#include <algorithm>

#include "calc/base/text/characters.h"
#include "calc/base/text/utf8.h"
#include "calc/case/read/known_law.h"
#include "calc/case/read/open_values.h"
#include "calc/case/values/value.h"

namespace ansio::cases {
namespace {

constexpr std::string_view expected_prefix = "expect:";

Diagnostic wrong_use(const Position& where, std::string message, std::string expected) {
  return {.code = Code::wrong_use, .position = where, .message = std::move(message), .expected = std::move(expected)};
}

Diagnostic no_month(std::string_view found, const Position& where) {
  return {.code = Code::bad_date,
          .position = where,
          .message = "no month",
          .found = std::string(found),
          .expected = "a month such as 2026-05"};
}

std::string first_line_of(const std::vector<std::string_view>& header) {
  std::string line;
  for (const std::string_view cell : header)
    (line += line.empty() ? "" : ",") += cell;
  return shown(line, 100);
}

}  // namespace

std::string error_text(const Diagnostics& diagnostics, std::string_view hint_label) {
  const auto add = [](std::string& text, const char* separator, std::string_view more) {
    if (!more.empty())
      (text += text.empty() ? "" : separator) += more;
  };
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    std::string one = "E" + std::to_string(static_cast<int>(diagnostic.code)) + " " + diagnostic.message;
    add(one, ": ", shown(diagnostic.found));
    std::string right;
    add(right, "; ", diagnostic.expected);
    if (!diagnostic.hint.empty())
      add(right, "; ", std::string(hint_label) + diagnostic.hint);
    if (!right.empty())
      one += " (" + right + ")";
    add(text, "; ", one);
  }
  return text;
}

// Every diagnostic of a header says which column it is about.
void Batch::add_column(std::string_view cell, const Position& where, Diagnostics& diagnostics) {
  const std::string_view name = trimmed(cell);
  const auto note = [&, number = std::to_string(columns_.size() + 1)](Diagnostic diagnostic) {
    diagnostic.message += ", in column " + number;
    diagnostics.push_back(std::move(diagnostic));
  };
  Column column;
  if (name.empty()) {
    column.use = Column::Use::nameless;
    note({.code = Code::bad_table,
          .severity = Severity::warning,
          .position = where,
          .message = "a column without a name is left out"});
  } else if (name == "date") {
    column.use = Column::Use::date;
    has_date_ = true;
  } else if (name == "id") {
    column.use = Column::Use::id;
    id_ = columns_.size();
  } else if (name != "error" && !name.starts_with(expected_prefix)) {
    column.use = Column::Use::variable;
    Result<VariableName> variable = parse_variable_name(*rules_, name, where);
    if (variable) {
      column.name = *variable;
    } else {
      note(variable.diagnostics().front());
      column.use = Column::Use::ignored;
    }
  }
  const bool can_stand_twice = column.use == Column::Use::ignored || column.use == Column::Use::nameless;
  if (!can_stand_twice && std::any_of(columns_.begin(), columns_.end(), [&](const Column& other) {
        return other.use == column.use && other.name == column.name;
      }))
    note({.code = Code::duplicate_key,
          .position = where,
          .message = "a column stands twice",
          .found = std::string(name)});
  columns_.push_back(column);
}

Result<Batch> Batch::open(const RuleSet& rules, const std::vector<std::string_view>& header,
                          const BatchOptions& options, const Position& where, const std::vector<Position>& places) {
  Batch batch(rules);
  batch.date_ = options.date;
  batch.input_ = options.input;
  batch.output_ = options.output;
  batch.input_dialect_ = options.input_dialect;
  batch.output_dialect_ = options.output_dialect;
  batch.words_ = options.words;
  if (!batch.words_)
    batch.words_ = [](const Diagnostics& said) { return error_text(said); };
  Diagnostics diagnostics;
  std::vector<std::string> get = options.get;
  for (const std::string_view cell : header) {
    const std::size_t at = batch.columns_.size();
    batch.add_column(cell, at < places.size() ? places[at] : where, diagnostics);
    if (const std::string_view name = trimmed(cell); options.get.empty() && name.starts_with(expected_prefix))
      get.emplace_back(name.substr(expected_prefix.size()));
  }
  // A line of values, or of another language: none of its names is known, and none is near one.
  const bool any_known = std::any_of(batch.columns_.begin(), batch.columns_.end(), [](const Column& column) {
    return column.use != Column::Use::ignored && column.use != Column::Use::nameless;
  });
  const bool any_near = std::any_of(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& diagnostic) { return !diagnostic.hint.empty(); });
  if (!any_known && !any_near && has_errors(diagnostics))
    diagnostics = {{.code = Code::bad_table,
                    .position = where,
                    .message = "the first line must name the columns",
                    .found = first_line_of(header),
                    .expected = "names such as rent and client.wage, as `ansio list inputs` has them"}};
  if (get.empty())
    diagnostics.push_back(wrong_use(where, "no figure is asked for", "--get disposable_income,…"));
  for (const std::string& name : get) {
    Result<VariableName> wanted = parse_variable_name(rules, owned_name(rules, name), {"--get", 0, 0});
    if (wanted)
      batch.wanted_.push_back(*wanted);
    else
      diagnostics.push_back(wanted.diagnostics().front());
  }
  if (!batch.has_date_ && !options.date && options.input == RowFormat::csv)
    diagnostics.push_back(wrong_use(where, "no row says its month", "a column `date`, or --date 2026-06"));
  if (has_errors(diagnostics))
    return diagnostics;
  batch.wanted_names_ = std::move(get);
  // Rows that bring their own dates may bring any.
  batch.is_marked_ = options.date && !batch.has_date_ ? batch.expected_.any_in(*options.date)
                                                      : batch.expected_.any_in(rules.law_until);
  return {std::move(batch), std::move(diagnostics)};
}

std::string Batch::header_line() const {
  if (output_ == RowFormat::lines)
    return {};
  std::vector<std::string> cells;
  if (id_ || input_ == RowFormat::lines)
    cells.emplace_back("id");
  cells.insert(cells.end(), wanted_names_.begin(), wanted_names_.end());
  if (is_marked_)
    cells.insert(cells.end(), {"expected", "warning"});
  cells.emplace_back("error");
  std::string line;
  append_csv_row(line, cells, output_dialect_);
  return line;
}

void Batch::read_cell(std::size_t column, std::string_view cell, const Position& where, Row& row,
                      Diagnostics& diagnostics) const {
  switch (columns_[column].use) {
    case Column::Use::variable: {
      const Variable& variable = rules_->variables[columns_[column].name.variable];
      std::optional<std::string> number;
      if (input_dialect_.decimal_comma && variable.type.kind == Type::Kind::number) {
        number = read_number_cell(cell, input_dialect_);
        if (!number) {
          diagnostics.push_back({.code = Code::bad_value,
                                 .position = where,
                                 .message = "this number can be read in two ways, as a value of " + variable.name,
                                 .found = std::string(cell),
                                 .expected = "1200 or 1,2"});
          return;
        }
      }
      Result<Value> value = read_value(*rules_, variable, number ? std::string_view(*number) : cell, where);
      if (value)
        row.values.push_back({columns_[column].name, *value});
      else
        diagnostics.push_back(refused_open_text(*rules_, variable, cell, where).value_or(value.diagnostics().front()));
      return;
    }
    case Column::Use::date:
      if (const auto month = parse_year_month(cell))
        row.date = *month;
      else
        diagnostics.push_back(no_month(cell, where));
      return;
    case Column::Use::nameless:
      diagnostics.push_back({.code = Code::bad_table,
                             .position = where,
                             .message = "a value in a column without a name, in column " + std::to_string(column + 1),
                             .found = std::string(cell)});
      return;
    case Column::Use::id:
    case Column::Use::ignored:
      return;
  }
}

Result<Row> Batch::read_cells(const std::vector<std::string_view>& cells, const Position& where) const {
  Diagnostics diagnostics;
  if (cells.size() != columns_.size())
    return Diagnostic{.code = Code::bad_table,
                      .position = where,
                      .message = "a row of the wrong width",
                      .found = std::to_string(cells.size()) + " cells",
                      .expected = std::to_string(columns_.size())};
  constexpr YearMonth no_date{-1};
  Row row;
  row.date = date_.value_or(no_date);
  row.values.reserve(columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (const std::string_view cell = trimmed(cells[i]); !cell.empty())
      read_cell(i, cell, where, row, diagnostics);
  if (row.date == no_date && diagnostics.empty())
    diagnostics.push_back(wrong_use(where, "the row has no month", "a month such as 2026-05"));
  if (!diagnostics.empty())
    return diagnostics;
  return row;
}

BatchRow Batch::read_row(const RowTexts& row) const {
  if (input_ == RowFormat::lines)
    return row.damage != nullptr ? BatchRow{{}, true, *row.damage, row.where} : read_line(row.cells.front(), row.where);
  const bool has_id = id_ && *id_ < row.cells.size() && !find_invalid_utf8(row.cells[*id_]);
  return {has_id ? shown(trimmed(row.cells[*id_])) : std::string(), true,
          row.damage != nullptr ? Result<Row>(*row.damage) : read_cells(row.cells, row.where), row.where};
}

// Which figures may rest on expected values, and what is to be said of the month.
void Batch::add_marks(const BatchRow& row, const RowFigures& figures, std::vector<std::string>& cells) const {
  std::string& names = cells.emplace_back();
  std::string& said = cells.emplace_back();
  if (!figures)
    return;
  for (const std::string_view name : expected_figures(row.row->date))
    (names += names.empty() ? "" : " ") += name;
  if (const std::optional<Diagnostic> warning = warning_past_law(*rules_, row.row->date, row.where))
    said = words_({*warning});
}

void Batch::write_row(const BatchRow& row, const RowFigures& figures, std::string& out) const {
  if (output_ == RowFormat::lines) {
    write_line(row, figures, out);
    return;
  }
  std::vector<std::string> cells;
  cells.reserve(wanted_.size() + 4);
  if (id_ || input_ == RowFormat::lines)
    cells.push_back(row.id);
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    const Variable& variable = rules_->variables[wanted_[i].variable];
    std::string& cell = cells.emplace_back();
    if (figures && (*figures)[i])
      cell = value_text(*rules_, variable, *(*figures)[i]);
    if (variable.type.kind == Type::Kind::number)
      cell = write_number_cell(std::move(cell), output_dialect_);
  }
  if (is_marked_)
    add_marks(row, figures, cells);
  cells.push_back(figures ? std::string() : words_(figures.diagnostics()));
  append_csv_row(out, cells, output_dialect_);
}

std::vector<std::string_view> Batch::expected_figures(YearMonth month) const {
  std::vector<std::string_view> names;
  if (expected_.any_in(month))
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      if (expected_.may_rest(wanted_[i].variable, month))
        names.push_back(wanted_names_[i]);
  return names;
}

bool Batch::answer_row(const std::vector<std::string_view>& cells, const Position& where, const Answering& answering,
                       std::string& out) const {
  return answer_rows({{cells, where, nullptr}}, answering, out) == 0;
}

}  // namespace ansio::cases
