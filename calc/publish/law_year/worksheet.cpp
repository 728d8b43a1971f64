// Writes the worksheet of a new year of law, and reads it again with every row checked.
#include "calc/publish/law_year/worksheet.h"

#include <algorithm>
#include <array>
#include <map>

#include "calc/base/document/csv_reader.h"
#include "calc/ruleset/certainty/basis.h"
#include "calc/ruleset/model/unit_name.h"
#include "calc/ruleset/read/fields.h"

namespace ansio::publish {
namespace {

// The columns that are read again.
enum Column : std::uint8_t { name_column, key_column, from_column, new_column, source_column };
constexpr std::array<std::string_view, 5> read_columns{"name", "key", "from", "new", "source"};

bool has_file(const Parameter& parameter) {
  return std::any_of(parameter.values.begin(), parameter.values.end(),
                     [](const ParameterValue& value) { return !value.column.empty(); });
}

bool changes(const Parameter& parameter) {
  for (std::size_t i = 1; i < parameter.values.size(); ++i)
    if (parameter.values[i].cells != parameter.values[i - 1].cells && !parameter.values[i].none)
      return true;
  return false;
}

bool is_stale(const Parameter& parameter, YearMonth month) {
  const ParameterValue* value = value_at(parameter, month);
  if (value == nullptr || value->none)
    return false;
  if (value->basis != Basis::enacted)
    return true;
  return value->from.year() < month.year() && (parameter.is_revised || changes(parameter));
}

std::string shown(const Parameter& parameter, const Fraction& cell, bool percent) {
  if (parameter.boolean)
    return cell.sign() != 0 ? "true" : "false";
  return to_decimal_text(percent || parameter.percent ? cell * Fraction::from_integer(100) : cell);
}

std::string scale_text(const Parameter& parameter, const ParameterValue& value) {
  std::string text;
  for (std::size_t i = 0; i + 1 < value.cells.size(); i += 2)
    text += (i > 0 ? ", " : "") + shown(parameter, value.cells[i], false) + ": " +
            shown(parameter, value.cells[i + 1], true);
  return text;
}

std::string part_of_key(const RuleSet& rules, const TableKey& key, std::size_t place) {
  return key.is_enumeration ? rules.enums[key.enumeration].members[place]
                            : std::to_string(key.low + static_cast<std::int32_t>(place));
}

// "single", "2/3": the keys of a cell, the last one running fastest.
std::string key_of(const RuleSet& rules, const Parameter& parameter, std::size_t cell) {
  std::string text;
  for (std::size_t i = parameter.keys.size(); i-- > 0;) {
    const auto size = static_cast<std::size_t>(parameter.keys[i].size());
    text = part_of_key(rules, parameter.keys[i], cell % size) + (text.empty() ? "" : "/" + text);
    cell /= size;
  }
  return text;
}

// A cell's row is a number, else the parameter's only row: a number, a scale, the columns of a file.
bool has_row_a_cell(const Parameter& parameter) {
  return parameter.kind == Parameter::Kind::table && !has_file(parameter);
}

struct Filled {
  std::string value, source;
  Position where;
};

using Cells = std::map<std::string, Filled>;  // by key

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + '"';
}

class Reading {
 public:
  Reading(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {}

  void add(const std::vector<std::string>& cells, const Position& where) {
    if (cells[new_column].empty())
      return;
    const Parameter* parameter = find(cells[name_column], where);
    const std::optional<YearMonth> from = parse_year_month(cells[from_column]);
    if (!from)
      report(diagnostics_, Code::bad_date, where, "the row does not say from which month", cells[from_column],
             "a month such as 2028-01");
    if (cells[source_column].empty())
      report(diagnostics_, Code::missing_key, where, "a new value has a source", {}, "a text in the column 'source'");
    if (parameter == nullptr || !from)
      return;
    const bool known = filled_[{parameter, *from}]
                           .emplace(cells[key_column], Filled{cells[new_column], cells[source_column], where})
                           .second;
    if (!known)
      report(diagnostics_, Code::bad_table, where, "a second row for the same value", cells[name_column]);
  }

  std::vector<NewValue> finish() {
    std::vector<NewValue> values;
    for (const auto& [what, cells] : filled_) {
      const auto& [parameter, from] = what;
      const std::string text =
          has_row_a_cell(*parameter) ? table_text(*parameter, cells) : single_text(*parameter, cells);
      values.push_back({parameter->name, from, text, cells.begin()->second.where});
    }
    return values;
  }

 private:
  const Parameter* find(const std::string& name, const Position& where) {
    std::vector<std::string> names;
    for (const Parameter& parameter : rules_.parameters) {
      if (parameter.name == name)
        return &parameter;
      names.push_back(parameter.name);
    }
    const std::string nearest = nearest_name(name, names);
    report(diagnostics_, Code::unknown_name, where, "the rules have no parameter of this name", name, {},
           nearest.empty() ? "" : "did you mean '" + nearest + "'?");
    return nullptr;
  }

  bool check_cell(const Parameter& parameter, const std::string& text, const Position& where) {
    if (parse_cell(text, parameter.boolean))
      return true;
    report(diagnostics_, Code::bad_value, where,
           parameter.boolean ? "this is neither true nor false" : "this is no number", text,
           parameter.boolean ? "true or false" : "a number such as 12.50");
    return false;
  }

  std::string single_text(const Parameter& parameter, const Cells& cells) {
    const auto& [key, filled] = *cells.begin();
    if (cells.size() > 1 || !key.empty())
      report(diagnostics_, Code::bad_table, cells.rbegin()->second.where, "this parameter has one value and no key",
             cells.rbegin()->first);
    const std::string end = ", source: " + quoted(filled.source) + "}";
    if (has_file(parameter))
      return columns_text(parameter, filled) + end;
    if (parameter.kind == Parameter::Kind::scale)
      return "{bands: [" + bands_text(filled) + "]" + end;
    check_cell(parameter, filled.value, filled.where);
    return "{value: " + filled.value + end;
  }

  static std::string columns_text(const Parameter& parameter, const Filled& filled) {
    return parameter.keys.size() == 1 ? "{column: " + filled.value : "{columns: [" + filled.value + "]";
  }

  // "0: 12.64, 22000: 19"
  std::string bands_text(const Filled& filled) {
    std::string text;
    for (std::size_t begin = 0; begin < filled.value.size();) {
      const std::size_t end = std::min(filled.value.find(',', begin), filled.value.size());
      std::string band = filled.value.substr(begin, end - begin);
      begin = end + 1;
      band.erase(0, band.find_first_not_of(' '));
      const std::size_t colon = band.find(": ");
      const bool good =
          colon != std::string::npos && parse_fraction(band.substr(0, colon)) && parse_fraction(band.substr(colon + 2));
      if (!good) {
        report(diagnostics_, Code::bad_value, filled.where, "this is no band of a scale", band,
               "a limit and a rate, as in 22000: 19");
        continue;
      }
      text +=
          (text.empty() ? "{over: " : ", {over: ") + band.substr(0, colon) + ", rate: " + band.substr(colon + 2) + "}";
    }
    return text;
  }

  // A table is filled whole or not at all.
  std::string table_text(const Parameter& parameter, const Cells& cells) {
    std::size_t size = 1;
    for (const TableKey& key : parameter.keys)
      size *= static_cast<std::size_t>(key.size());
    std::string missing;
    std::size_t used = 0;
    for (std::size_t cell = 0; cell < size; ++cell) {
      const auto found = cells.find(key_of(rules_, parameter, cell));
      if (found == cells.end())
        missing += (missing.empty() ? "" : ", ") + key_of(rules_, parameter, cell);
      else if (check_cell(parameter, found->second.value, found->second.where))
        ++used;
    }
    const Filled& first = cells.begin()->second;
    if (!missing.empty())
      report(diagnostics_, Code::bad_table, first.where, "a table is filled whole: no row for " + missing,
             parameter.name);
    else if (used == size && cells.size() > size)
      report(diagnostics_, Code::bad_table, first.where, "a row for a key that the table does not have",
             parameter.name);
    const std::string map = cells_text(parameter, cells, 0, {});
    return "{" + map + ", source: " + quoted(first.source) + "}";
  }

  std::string cells_text(const Parameter& parameter, const Cells& cells, std::size_t depth, const std::string& before) {
    std::string text;
    const TableKey& key = parameter.keys[depth];
    for (std::size_t place = 0; place < static_cast<std::size_t>(key.size()); ++place) {
      const std::string part = part_of_key(rules_, key, place);
      const std::string whole = before.empty() ? part : before + "/" + part;
      text += (place > 0 ? ", " : "") + part + ": ";
      if (depth + 1 < parameter.keys.size())
        text += "{" + cells_text(parameter, cells, depth + 1, whole) + "}";
      else if (const auto found = cells.find(whole); found != cells.end())
        text += found->second.value;
    }
    return text;
  }

  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  std::map<std::pair<const Parameter*, YearMonth>, Cells> filled_;
};

}  // namespace

std::vector<WorksheetRow> stale_values(const RuleSet& rules, YearMonth month) {
  std::vector<WorksheetRow> rows;
  for (const Parameter& parameter : rules.parameters) {
    if (!is_stale(parameter, month))
      continue;
    const ParameterValue& value = *value_at(parameter, month);
    WorksheetRow row;
    row.name = parameter.name;
    row.unit = parameter.boolean ? "boolean" : parameter.percent ? "%" : unit_name(rules, parameter.unit);
    row.published = parameter.published;
    row.from = YearMonth::of(month.year(), 1) < value.from ? value.from : month;
    row.act = rules.modules[parameter.module].statute;
    for (const Citation& citation : parameter.citations) {
      if (&citation == &parameter.citations.front())
        row.act = citation.statute;
      row.section += (row.section.empty() ? "" : ", ") +
                     (citation.statute == row.act ? citation.section : citation.statute + " " + citation.section);
    }
    if (has_row_a_cell(parameter)) {
      for (std::size_t cell = 0; cell < value.cells.size(); ++cell) {
        row.key = key_of(rules, parameter, cell);
        row.value = shown(parameter, value.cells[cell], false);
        row.basis = basis_name(value.is_expected(cell) ? value.basis : Basis::enacted);
        rows.push_back(row);
      }
      continue;
    }
    row.basis = basis_name(value.basis);
    if (has_file(parameter))
      row.value = value.column;
    else
      row.value = parameter.kind == Parameter::Kind::scale ? scale_text(parameter, value)
                                                           : shown(parameter, value.cells.front(), false);
    rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> worksheet_header() {
  return {"name", "key", "value", "unit", "basis", "act", "section", "published", "from", "new", "source"};
}

std::vector<std::string> worksheet_cells(const WorksheetRow& row) {
  return {row.name,    row.key,       row.value,         row.unit, row.basis, row.act,
          row.section, row.published, to_text(row.from), {},       {}};
}

Result<std::vector<NewValue>> read_worksheet(const RuleSet& rules, const std::string& file, std::string_view text) {
  const Result<CsvTable> table = read_csv(file, text);
  if (!table)
    return table.diagnostics();
  Diagnostics diagnostics;
  std::array<std::size_t, read_columns.size()> places{};
  for (std::size_t i = 0; i < read_columns.size(); ++i) {
    const auto found = std::find(table->header.begin(), table->header.end(), read_columns[i]);
    places[i] = static_cast<std::size_t>(found - table->header.begin());
    if (found == table->header.end())
      report(diagnostics, Code::missing_key, {file, 1, 1},
             "the worksheet has no column '" + std::string(read_columns[i]) + "'");
  }
  if (!diagnostics.empty())
    return diagnostics;
  Reading reading(rules, diagnostics);
  for (const CsvRow& row : table->rows) {
    std::vector<std::string> cells;
    for (const std::size_t place : places)
      cells.push_back(row.cells[place]);
    reading.add(cells, row.position);
  }
  std::vector<NewValue> values = reading.finish();
  if (!diagnostics.empty())
    return diagnostics;
  return values;
}

}  // namespace ansio::publish
