// Reads the cells of a table, nested by its keys or from a file.
#include "calc/ruleset/declare/cells.h"

#include <algorithm>
#include <unordered_map>

namespace ansio::ruleset {
namespace {

using Cells = std::vector<std::optional<Fraction>>;

std::string key_text(const TableKey& key, std::size_t place, const RuleSet& rules) {
  return key.is_enumeration ? rules.enums[key.enumeration].members[place]
                            : std::to_string(key.low + static_cast<std::int32_t>(place));
}

std::size_t size_of(std::span<const TableKey> keys) {
  std::size_t size = 1;
  for (const TableKey& key : keys)
    size *= static_cast<std::size_t>(key.size());
  return size;
}

// One error for all of them: a table that was never filled must not bury the other errors.
void report_unseen(const std::vector<bool>& seen, const TableKey& key, const Position& where, std::string_view what,
                   const RuleSet& rules, Diagnostics& diagnostics) {
  std::string missing;
  std::size_t count = 0;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (!seen[i] && ++count <= 5)
      missing += (missing.empty() ? "" : ", ") + key_text(key, i, rules);
  if (count > 5)
    missing += " and " + std::to_string(count - 5) + " more";
  if (count > 0)
    report(diagnostics, Code::bad_table, where, std::string(what) + missing);
}

class Reader {
 public:
  Reader(const RuleSet& rules, bool boolean, std::span<const std::string_view> others, Diagnostics& diagnostics)
      : rules_(rules), boolean_(boolean), others_(others.begin(), others.end()), diagnostics_(diagnostics) {}

  void read(const Document& value, std::span<const TableKey> keys, std::span<std::optional<Fraction>> cells) {
    if (keys.empty()) {
      cells[0] = read_cell(value, boolean_, diagnostics_);
      return;
    }
    const std::size_t stride = size_of(keys.subspan(1));
    const std::size_t size = static_cast<std::size_t>(keys[0].size());
    if (value.is_list() && !keys[0].is_enumeration) {
      if (value.items.size() != size)
        report(diagnostics_, Code::bad_table, value.position, "a row of the wrong length",
               std::to_string(value.items.size()) + " values", std::to_string(size) + " values");
      for (std::size_t i = 0; i < std::min(size, value.items.size()); ++i)
        read(value.items[i], keys.subspan(1), cells.subspan(i * stride, stride));
      return;
    }
    if (!value.is_map()) {
      report(diagnostics_, Code::bad_table, value.position, "the cells of a table stand by key", describe(value),
             keys[0].is_enumeration ? "a map from members to values" : "a list, or a map from whole numbers to values");
      return;
    }
    read_map(value, keys, cells, stride);
  }

 private:
  void read_map(const Document& value, std::span<const TableKey> keys, std::span<std::optional<Fraction>> cells,
                std::size_t stride) {
    const bool outermost = !inside_;
    inside_ = true;
    std::vector<bool> seen(static_cast<std::size_t>(keys[0].size()));
    for (const auto& [key, cell] : value.entries) {
      if (outermost && std::find(others_.begin(), others_.end(), std::string_view(key.scalar)) != others_.end())
        continue;
      const std::optional<std::size_t> place = place_of(key, keys[0]);
      if (!place)
        continue;
      seen[*place] = true;
      read(cell, keys.subspan(1), cells.subspan(*place * stride, stride));
    }
    report_unseen(seen, keys[0], value.position, "a table without a value for ", rules_, diagnostics_);
  }

  std::optional<std::size_t> place_of(const Document& key, const TableKey& expected) {
    if (expected.is_enumeration) {
      const std::vector<std::string>& members = rules_.enums[expected.enumeration].members;
      const auto found = std::find(members.begin(), members.end(), key.scalar);
      if (found != members.end())
        return static_cast<std::size_t>(found - members.begin());
      const std::string nearest = nearest_name(key.scalar, members);
      report(diagnostics_, Code::bad_table, key.position, "a cell for what is no member of the enum", key.scalar,
             "a member of " + rules_.enums[expected.enumeration].name,
             nearest.empty() ? "" : "did you mean '" + nearest + "'?");
      return std::nullopt;
    }
    const std::optional<Fraction> number = parse_fraction(key.scalar);
    if (number && number->is_integer() && number->numerator() >= expected.low && number->numerator() <= expected.high)
      return static_cast<std::size_t>(number->numerator() - expected.low);
    report(diagnostics_, Code::bad_table, key.position, "a cell outside the table's keys", key.scalar,
           std::to_string(expected.low) + " to " + std::to_string(expected.high));
    return std::nullopt;
  }

  const RuleSet& rules_;
  bool boolean_;
  std::vector<std::string_view> others_;
  Diagnostics& diagnostics_;
  bool inside_ = false;
};

std::optional<std::vector<Fraction>> complete(const Cells& cells) {
  std::vector<Fraction> values;
  values.reserve(cells.size());
  for (const std::optional<Fraction>& cell : cells) {
    if (!cell)
      return std::nullopt;
    values.push_back(*cell);
  }
  return values;
}

}  // namespace

std::optional<std::vector<Fraction>> read_cells(const Document& value, const Parameter& parameter,
                                                std::span<const std::string_view> others, const RuleSet& rules,
                                                Diagnostics& diagnostics) {
  Cells cells(size_of(parameter.keys));
  Reader(rules, parameter.boolean, others, diagnostics).read(value, parameter.keys, cells);
  return complete(cells);
}

std::optional<std::vector<Fraction>> read_columns(const std::vector<const Document*>& columns, const CsvTable& table,
                                                  const Document& key_column, const Parameter& parameter,
                                                  const RuleSet& rules, Diagnostics& diagnostics) {
  const std::optional<std::size_t> key = find_column(table, key_column, diagnostics);
  std::vector<std::size_t> places;
  for (const Document* column : columns)
    if (const std::optional<std::size_t> place = find_column(table, *column, diagnostics))
      places.push_back(*place);
  if (!key || places.size() != columns.size())
    return std::nullopt;

  const std::vector<TableKey>& keys = parameter.keys;
  const Enumeration& enumeration = rules.enums[keys[0].enumeration];
  std::unordered_map<std::string_view, std::size_t> members;
  for (std::size_t i = 0; i < enumeration.members.size(); ++i)
    members.emplace(enumeration.members[i], i);
  Cells cells(size_of(keys));
  std::vector<bool> seen(enumeration.members.size());
  for (const CsvRow& row : table.rows) {
    const auto member = members.find(row.cells[*key]);
    if (member == members.end()) {
      report(diagnostics, Code::bad_table, row.position, "a row for what is no member of the enum", row.cells[*key],
             "a member of " + enumeration.name);
      continue;
    }
    const std::size_t place = member->second;
    if (seen[place])
      report(diagnostics, Code::bad_table, row.position, "a second row for the same member", row.cells[*key]);
    seen[place] = true;
    for (std::size_t i = 0; i < places.size(); ++i) {
      std::optional<Fraction>& cell = cells[place * places.size() + i];
      cell = parse_cell(row.cells[places[i]], parameter.boolean);
      if (!cell)
        report(diagnostics, Code::bad_table, row.position,
               (parameter.boolean ? "neither true nor false in column '" : "no number in column '") +
                   columns[i]->scalar + "' for " + row.cells[*key],
               row.cells[places[i]], parameter.boolean ? "true or false" : "a number such as 12.50");
    }
  }
  report_unseen(seen, keys[0], key_column.position, "the table has no row for ", rules, diagnostics);
  return complete(cells);
}

}  // namespace ansio::ruleset
