// Reads the header of a batch and its rows of CSV, and writes their answers.
#include "calc/case/rows/batch.h"

#include <algorithm>

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

}  // namespace

std::string error_text(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::error)
      continue;
    if (!text.empty())
      text += "; ";
    text += 'E';
    text += std::to_string(static_cast<int>(diagnostic.code));
    text += ' ';
    text += diagnostic.message;
    if (!diagnostic.found.empty())
      text += ": " + diagnostic.found;
    if (!diagnostic.expected.empty())
      text += " (" + diagnostic.expected + ")";
  }
  return text;
}

std::string warning_text(const Diagnostic& warning) {
  return "E" + std::to_string(static_cast<int>(warning.code)) + " " + warning.message;
}

void append_csv_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"')
      out += '"';
    out += c;
  }
  out += '"';
}

void Batch::add_column(std::string_view name, const Position& where, Diagnostics& diagnostics) {
  Column column;
  if (name == "date") {
    column.use = Column::Use::date;
    has_date_ = true;
  } else if (name == "id") {
    column.use = Column::Use::id;
    id_ = columns_.size();
  } else if (name != "error" && !name.starts_with(expected_prefix)) {
    column.use = Column::Use::variable;
    Result<VariableName> variable = parse_variable_name(*rules_, name, where);
    if (variable)
      column.name = *variable;
    else
      diagnostics.push_back(variable.diagnostics().front());
  }
  const bool twice = std::any_of(columns_.begin(), columns_.end(), [&](const Column& other) {
    return other.use == column.use && column.use != Column::Use::ignored && other.name == column.name;
  });
  if (twice && !has_errors(diagnostics))
    diagnostics.push_back({.code = Code::duplicate_key,
                           .position = where,
                           .message = "a column stands twice",
                           .found = std::string(name)});
  columns_.push_back(column);
}

Result<Batch> Batch::open(const RuleSet& rules, const std::vector<std::string_view>& header,
                          const BatchOptions& options, const Position& where) {
  Batch batch(rules);
  batch.date_ = options.date;
  batch.input_ = options.input;
  batch.output_ = options.output;
  Diagnostics diagnostics;
  std::vector<std::string> get = options.get;
  for (const std::string_view name : header) {
    batch.add_column(name, where, diagnostics);
    if (options.get.empty() && name.starts_with(expected_prefix))
      get.emplace_back(name.substr(expected_prefix.size()));
  }
  if (get.empty())
    diagnostics.push_back(wrong_use(where, "no figure is asked for", "--get disposable_income,…"));
  for (const std::string& name : get) {
    Result<VariableName> wanted = parse_variable_name(rules, name, {});
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
  return batch;
}

std::string Batch::header_line() const {
  std::string line;
  if (output_ == RowFormat::lines)
    return line;
  if (id_ || input_ == RowFormat::lines)
    line += "id,";
  for (const std::string& name : wanted_names_) {
    append_csv_cell(line, name);
    line += ',';
  }
  if (is_marked_)
    line += "expected,warning,";
  line += "error\n";
  return line;
}

Result<Row> Batch::read_cells(const std::vector<std::string_view>& cells, const Position& where) const {
  Diagnostics diagnostics;
  if (cells.size() != columns_.size())
    return Diagnostic{.code = Code::bad_table,
                      .position = where,
                      .message = "a row of the wrong width",
                      .found = std::to_string(cells.size()) + " cells",
                      .expected = std::to_string(columns_.size())};
  Row row;
  std::optional<YearMonth> date = date_;
  row.values.reserve(columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty())
      continue;
    if (columns_[i].use == Column::Use::variable) {
      const Variable& variable = rules_->variables[columns_[i].name.variable];
      Result<Value> value = read_value(*rules_, variable, cells[i], where);
      if (value)
        row.values.push_back({columns_[i].name, *value});
      else
        diagnostics.push_back(
            refused_open_text(*rules_, variable, cells[i], where).value_or(value.diagnostics().front()));
    } else if (columns_[i].use == Column::Use::date) {
      date = parse_year_month(cells[i]);
      if (!date)
        diagnostics.push_back(no_month(cells[i], where));
    }
  }
  if (date)
    row.date = *date;
  else if (diagnostics.empty())
    diagnostics.push_back(wrong_use(where, "the row has no month", "a month such as 2026-05"));
  if (!diagnostics.empty())
    return diagnostics;
  return row;
}

BatchRow Batch::read_row(const std::vector<std::string_view>& cells, const Position& where) const {
  if (input_ == RowFormat::lines)
    return read_line(cells.front(), where);
  return {id_ && *id_ < cells.size() ? std::string(cells[*id_]) : std::string(), true, read_cells(cells, where), where};
}

void Batch::write_row(const BatchRow& row, const RowFigures& figures, std::string& out) const {
  if (output_ == RowFormat::lines) {
    write_line(row, figures, out);
    return;
  }
  if (id_ || input_ == RowFormat::lines) {
    append_csv_cell(out, row.id);
    out += ',';
  }
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    if (figures && (*figures)[i])
      append_csv_cell(out, value_text(*rules_, rules_->variables[wanted_[i].variable], *(*figures)[i]));
    out += ',';
  }
  if (is_marked_) {
    const YearMonth month = figures ? row.row->date : YearMonth{};
    for (const char* before = ""; const std::string_view name : expected_figures(month)) {
      out += before;
      out += name;
      before = " ";
    }
    out += ',';
    if (const std::optional<Diagnostic> warning = warning_past_law(*rules_, month, row.where))
      append_csv_cell(out, warning_text(*warning));
    out += ',';
  }
  if (!figures)
    append_csv_cell(out, error_text(figures.diagnostics()));
  out += '\n';
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
  return answer_rows({{cells, where}}, answering, out) == 0;
}

}  // namespace ansio::cases
