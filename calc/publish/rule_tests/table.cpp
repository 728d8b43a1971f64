// Turns the rows of a table in a test file into tests of their own, each with the place of its row.
#include "calc/publish/rule_tests/table.h"

#include <algorithm>
#include <array>
#include <optional>

#include "calc/case/names/names.h"

namespace ansio::publish {
namespace {

// A row may have these of a test for its own; every other column names a variable that the row gives.
constexpr std::array<std::string_view, 3> words_of_a_test{"date", "within", "source"};

bool is_word_of_a_test(std::string_view column) {
  return std::find(words_of_a_test.begin(), words_of_a_test.end(), column) != words_of_a_test.end();
}

void report(Diagnostics& diagnostics, Code code, const Document& at, std::string message, std::string expected) {
  diagnostics.push_back({.code = code,
                         .position = at.position,
                         .message = std::move(message),
                         .found = at.is_scalar() ? at.scalar : std::string(),
                         .expected = std::move(expected)});
}

Document empty_map(const Position& position) {
  Document map;
  map.kind = Document::Kind::map;
  map.position = position;
  return map;
}

void set(Document& map, std::string_view name, const Document& value) {
  const auto known = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const DocumentEntry& entry) { return entry.first.scalar == name; });
  if (known != map.entries.end()) {
    known->second = value;
    return;
  }
  Document key;
  key.kind = Document::Kind::scalar;
  key.scalar = name;
  key.position = value.position;
  map.entries.push_back({std::move(key), value});
}

struct Table {
  const Document* columns = nullptr;
  const Document* expect = nullptr;
  const Document* rows = nullptr;
  Document given;   // what all rows share
  Document shared;  // the test without its table

  [[nodiscard]] std::size_t width() const { return columns->items.size() + expect->items.size(); }
};

const Document* need_list(const Document& item, const std::string& key, const std::string& example,
                          Diagnostics& diagnostics) {
  const Document* list = item.find(key);
  if (list == nullptr)
    report(diagnostics, Code::missing_key, item, "a test with rows needs " + key, key + ": " + example);
  else if (!list->is_list() || list->items.empty())
    report(diagnostics, Code::wrong_kind, *list, "a test with rows has " + key + " in a list", example);
  else
    return list;
  return nullptr;
}

void check_heads(const RuleSet& rules, const Document& heads, const Document* given, Diagnostics& diagnostics) {
  std::vector<std::string_view> seen;
  for (const Document& head : heads.items) {
    if (!head.is_scalar()) {
      report(diagnostics, Code::wrong_kind, head, "the head of a column is a name", "client.wage");
      continue;
    }
    const bool shared = given != nullptr && given->find(head.scalar) != nullptr;
    if (shared || std::find(seen.begin(), seen.end(), head.scalar) != seen.end())
      report(diagnostics, Code::duplicate_key, head, "two columns, or a column and `given`, have one name",
             "one place for each name");
    seen.push_back(head.scalar);
    if (given != nullptr && is_word_of_a_test(head.scalar))
      continue;
    if (Result<VariableName> name = parse_variable_name(rules, head.scalar, head.position); !name) {
      Diagnostics unknown = std::move(name).diagnostics();
      diagnostics.insert(diagnostics.end(), unknown.begin(), unknown.end());
    }
  }
}

std::optional<Table> read_table(const RuleSet& rules, const Document& item, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  Table table;
  table.columns = need_list(item, "columns", "[date, client.wage]", diagnostics);
  table.expect = need_list(item, "expect", "[disposable_income]", diagnostics);
  table.rows = need_list(item, "rows", "[[2026-06, 780, 120.50]]", diagnostics);
  if (const Document* plan = item.find("case"))
    report(diagnostics, Code::unknown_key, *plan, "a plan has no rows", "a test of its own for each plan");
  table.given = empty_map(item.position);
  if (const Document* given = item.find("given")) {
    if (given->is_map())
      table.given = *given;
    else if (given->kind != Document::Kind::null)
      report(diagnostics, Code::wrong_kind, *given, "given is a map", "{client.wage: 780}");
  }
  table.shared = empty_map(item.position);
  for (const DocumentEntry& entry : item.entries)
    if (const std::string& key = entry.first.scalar;
        key != "columns" && key != "expect" && key != "rows" && key != "given" && key != "case")
      table.shared.entries.push_back(entry);
  if (table.columns != nullptr)
    check_heads(rules, *table.columns, &table.given, diagnostics);
  if (table.expect != nullptr)
    check_heads(rules, *table.expect, nullptr, diagnostics);
  return diagnostics.size() == before ? std::optional(std::move(table)) : std::nullopt;
}

RowOfTable single_test(const Table& table, const Document& row) {
  RowOfTable result{table.shared, {}};
  result.test.position = row.position;
  Document given = table.given;
  Document expect = empty_map(row.position);
  const std::size_t columns = table.columns->items.size();
  for (std::size_t i = 0; i < row.items.size(); ++i) {
    const Document& cell = row.items[i];
    if (cell.kind == Document::Kind::null)
      continue;
    if (i >= columns) {
      set(expect, table.expect->items[i - columns].scalar, cell);
      continue;
    }
    const std::string& name = table.columns->items[i].scalar;
    set(is_word_of_a_test(name) ? result.test : given, name, cell);
    if (name != "source")
      result.inputs += (result.inputs.empty() ? "" : ", ") + name + ' ' + cell.scalar;
  }
  set(result.test, "given", given);
  set(result.test, "expect", expect);
  return result;
}

}  // namespace

std::vector<RowOfTable> rows_of_table(const RuleSet& rules, const Document& item, Diagnostics& diagnostics) {
  std::vector<RowOfTable> result;
  const std::optional<Table> table = read_table(rules, item, diagnostics);
  if (!table)
    return result;
  for (const Document& row : table->rows->items) {
    if (row.is_list() && row.items.size() == table->width())
      result.push_back(single_test(*table, row));
    else
      diagnostics.push_back({.code = Code::wrong_kind,
                             .position = row.position,
                             .message = "a row has a cell for each column and each expected figure",
                             .found = row.is_list() ? std::to_string(row.items.size()) : row.scalar,
                             .expected = std::to_string(table->width())});
  }
  return result;
}

}  // namespace ansio::publish
