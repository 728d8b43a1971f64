// Figures of a plan by the months in which something changes.
#include "calc/cli/print/months_table.h"

#include <algorithm>
#include <ostream>

#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"

namespace ansio::cli {
namespace {

constexpr std::size_t stretches_a_table = 6;

struct Stretch {
  std::size_t first = 0, last = 0;
};

// A balance grows in every month without anything having changed.
bool is_amount_per_month(const Variable& variable) {
  return variable.type.kind == Type::Kind::number && variable.type.unit.powers[Unit::month] == -1;
}

bool is_alike(const Variable& variable, const Value& a, const Value& b) {
  if (!a.is_valid() || !b.is_valid())
    return a.is_valid() == b.is_valid();
  if (variable.type.kind != Type::Kind::number)
    return variable.type.kind == Type::Kind::month || variable.type.kind == Type::Kind::date || a == b;
  if (!is_amount_per_month(variable))
    return true;
  const Fraction difference = a < b ? b - a : a - b;
  return difference <= Fraction::from_ratio(2, 100);
}

bool is_marked(const MonthsRow& row, std::size_t month) {
  return month < row.expected.size() && row.expected[month];
}

std::vector<Stretch> stretches_of(const RuleSet& rules, std::size_t months, const std::vector<MonthsRow>& rows) {
  std::vector<Stretch> stretches;
  for (std::size_t month = 0; month < months; ++month) {
    const bool goes_on = !stretches.empty() && std::all_of(rows.begin(), rows.end(), [&](const MonthsRow& row) {
      return is_alike(rules.variables[row.variable], row.values[stretches.back().first], row.values[month]) &&
             is_marked(row, stretches.back().first) == is_marked(row, month);
    });
    if (goes_on)
      stretches.back().last = month;
    else
      stretches.push_back({month, month});
  }
  return stretches;
}

std::string heading(const Results& results, const Stretch& stretch) {
  const auto month = [&](std::size_t number) { return YearMonth{results.start.index + static_cast<int>(number)}; };
  std::string text = to_text(month(stretch.first));
  if (stretch.first == stretch.last)
    return text;
  const std::string last = to_text(month(stretch.last));
  const bool same_year = month(stretch.first).year() == month(stretch.last).year();
  text += "–" + (same_year ? last.substr(5) : last);
  return text + " (" + std::to_string(stretch.last - stretch.first + 1) + ")";
}

}  // namespace

void print_months(Session& session, const RuleSet& rules, const Results& results, const std::vector<MonthsRow>& rows) {
  const std::vector<Stretch> stretches = stretches_of(rules, static_cast<std::size_t>(results.months), rows);
  for (std::size_t first = 0; first < stretches.size(); first += stretches_a_table) {
    const std::size_t end = std::min(first + stretches_a_table, stretches.size());
    const bool is_last = end == stretches.size();
    Table table;
    table.header = {std::string()};
    for (std::size_t i = first; i < end; ++i)
      table.header.push_back(heading(results, stretches[i]));
    if (is_last)
      table.header.emplace_back(word(Word::total, session.language));
    for (const MonthsRow& row : rows) {
      const Variable& variable = rules.variables[row.variable];
      std::vector<std::string> cells{row.title};
      const auto add = [&](const Value& value, std::string text) {
        cells.push_back(row.signed_amounts && value.sign() > 0 ? "+" + text : std::move(text));
      };
      for (std::size_t i = first; i < end; ++i) {
        const Value& value = row.values[is_amount_per_month(variable) ? stretches[i].first : stretches[i].last];
        std::string text = row.signed_amounts
                               ? format_value(rules, variable.type, variable.percent, value, session.language, 2)
                               : format_value(rules, variable, value, session.language);
        if (is_marked(row, stretches[i].first))
          text += expected_mark;
        add(value, std::move(text));
      }
      const auto total = total_of(rules, {{row.variable, Instance::household}, row.values, false, {}});
      if (total && is_last) {
        Type type = variable.type;
        type.unit.powers[Unit::month] = 0;
        add(*total, format_value(rules, type, false, *total, session.language, 2));
      }
      table.rows.push_back(std::move(cells));
    }
    print_table(session.out, table, session.colour);
    session.out << '\n';
  }
}

}  // namespace ansio::cli
