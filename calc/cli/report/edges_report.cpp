// Edges as tables and CSV.
#include "calc/cli/report/edges_report.h"

#include <algorithm>
#include <ostream>

#include "calc/answer/analysis/edges_json.h"
#include "calc/case/names/names.h"
#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/cli/print/table.h"
#include "calc/cli/report/cause_report.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::cli {
namespace {

bool same_edges(const EdgeCurve& one, const EdgeCurve& other) {
  return one.wanted == other.wanted && (one.index < 0) == (other.index < 0) &&
         std::equal(one.edges.begin(), one.edges.end(), other.edges.begin(), other.edges.end(),
                    [](const Edge& a, const Edge& b) {
                      return a.kind == b.kind && a.point == b.point && a.from == b.from && a.to == b.to;
                    });
}

class Report {
 public:
  Report(Session& session, const RuleSet& rules, const Edges& edges)
      : session_(session), rules_(rules), edges_(edges), causes_(rules, edges), language_(session.language) {}

  void print() {
    std::vector<bool> printed(edges_.curves.size());
    for (std::size_t i = 0; i < edges_.curves.size(); ++i) {
      if (printed[i])
        continue;
      std::vector<int> indexes;
      for (std::size_t j = i; j < edges_.curves.size(); ++j)
        if (!printed[j] && same_edges(edges_.curves[i], edges_.curves[j])) {
          printed[j] = true;
          indexes.push_back(edges_.curves[j].index);
        }
      print(edges_.curves[i], indexes);
    }
  }

 private:
  [[nodiscard]] std::string text_of(const Word& which) const { return std::string(word(which, language_)); }

  void print(const EdgeCurve& curve, const std::vector<int>& indexes) {
    const Instance& figure = edges_.question.wanted[curve.wanted];
    const Variable& variable = rules_.variables[figure.variable];
    std::string heading = variable.title.in(language_);
    if (const std::string person = person_name(edges_.question.shape, figure.person); !person.empty())
      heading += " (" + person_title(person, language_) + ")";
    heading += ", " + (curve.index < 0 ? text_of(Word::total)
                                       : months_text(rules_, edges_.question.timeline, figure.variable, indexes));
    session_.out << '\n' << heading << "\n\n";
    if (curve.edges.empty()) {
      session_.out << text_of(Word::no_edges) << '\n';
      return;
    }
    print_table(session_.out, table_of(curve, variable), session_.colour);
    if (curve.roundings.is_valid() && curve.roundings.sign() > 0)
      session_.out << text_of(Word::roundings_move) << figure_text(curve, variable, curve.roundings) << ".\n";
    session_.out << '\n';
    for (std::size_t number = 0; number < curve.edges.size(); ++number) {
      const Edge& edge = curve.edges[number];
      for (const EdgeCause& cause : edge.causes)
        print_cause(session_, rules_, edges_.question, causes_.describe(cause, edge.at),
                    std::to_string(number + 1) + "  ");
    }
  }

  [[nodiscard]] std::string figure_text(const EdgeCurve& curve, const Variable& variable, const Value& value) const {
    if (!value.is_valid())
      return {};
    Type type = variable.type;
    if (curve.index < 0)
      type.unit.powers[Unit::month] = 0;
    if (type.kind != Type::Kind::number || variable.percent)
      return format_value(rules_, variable, value, language_);
    return format_value(rules_, type, false, value, language_, std::max(shown_decimals(rules_, type.unit), 2));
  }

  [[nodiscard]] std::string slope_text(const EdgeCurve& curve, const Fraction& slope) const {
    if (!slope.is_valid())
      return "?";
    return format_number(written_slope(rules_, edges_, curve, slope), {2, 4}, language_);
  }

  Table table_of(const EdgeCurve& curve, const Variable& variable) {
    const Variable& moved = rules_.variables[edges_.moved.variable];
    const bool is_number = variable.type.kind == Type::Kind::number;
    Table table;
    table.left_columns = 2;
    table.header = {std::string(), std::string(), instance_name(rules_, edges_.question.shape, edges_.moved),
                    text_of(Word::before), text_of(Word::after)};
    if (is_number)
      for (const Word& which : {Word::change, Word::slope_before, Word::slope_after, Word::made_good})
        table.header.push_back(text_of(which));
    for (std::size_t number = 0; number < curve.edges.size(); ++number) {
      const Edge& edge = curve.edges[number];
      const bool is_jump = edge.kind == Edge::Kind::jump;
      std::vector<std::string> row{std::to_string(number + 1), text_of(is_jump ? Word::jump : Word::kink),
                                   format_value(rules_, moved, edge.at, language_),
                                   figure_text(curve, variable, edge.from), figure_text(curve, variable, edge.to)};
      if (is_number) {
        row.push_back(is_jump ? figure_text(curve, variable, edge.to - edge.from) : std::string());
        row.push_back(slope_text(curve, edge.slope_before));
        row.push_back(slope_text(curve, edge.slope_after));
        row.push_back(!is_jump || edge.from <= edge.to ? std::string()
                      : edge.break_even.is_valid()     ? format_value(rules_, moved, edge.break_even, language_)
                                                       : text_of(Word::never));
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  Session& session_;
  const RuleSet& rules_;
  const Edges& edges_;
  CauseReader causes_;
  Language language_;
};

}  // namespace

void print_edges(Session& session, const RuleSet& rules, const Edges& edges, std::string_view scenario) {
  const Variable& moved = rules.variables[edges.moved.variable];
  session.out << scenario << ": " << moved.title.in(session.language) << ", "
              << format_value(rules, moved, edges.axis.from, session.language) << " – "
              << format_value(rules, moved, edges.axis.to, session.language) << '\n';
  Report(session, rules, edges).print();
  session.out << '\n' << word(Word::estimate, session.language) << '\n';
}

void print_edges_csv(Session& session, const RuleSet& rules, const Edges& edges) {
  CauseReader causes(rules, edges);
  const Shape& shape = edges.question.shape;
  const Variable& moved = rules.variables[edges.moved.variable];
  session.out << "figure,month,kind,at,next,from,to,change,slope_before,slope_after,break_even,cause,condition,"
                 "parameters,law\n";
  std::string line;
  const auto next = [&](std::string_view cell) {
    append_csv_cell(line, cell);
    line += ',';
  };
  for (const EdgeCurve& curve : edges.curves)
    for (const Edge& edge : curve.edges) {
      const Instance& figure = edges.question.wanted[curve.wanted];
      const Variable& variable = rules.variables[figure.variable];
      const auto number = [&](const Variable& of, const Value& value) {
        next(value.is_valid() ? value_text(rules, of, value) : std::string());
      };
      const auto slope = [&](const Fraction& value) {
        next(value.is_valid() ? to_decimal_text(written_slope(rules, edges, curve, value)) : std::string());
      };
      next(instance_name(rules, shape, figure));
      next(curve.index < 0 ? "total" : months_text(rules, edges.question.timeline, figure.variable, {curve.index}));
      next(edge.kind == Edge::Kind::jump ? "jump" : "kink");
      number(moved, edge.at);
      number(moved, edge.next);
      number(variable, edge.from);
      number(variable, edge.to);
      const bool is_number = variable.type.kind == Type::Kind::number;
      number(variable, is_number ? edge.to - edge.from : Value::invalid());
      slope(is_number ? edge.slope_before : Fraction::invalid());
      slope(is_number ? edge.slope_after : Fraction::invalid());
      number(moved, edge.break_even);
      // The weightiest cause; all of them are in JSON.
      if (edge.causes.empty()) {
        append_cause_cells(line, rules, shape, nullptr);
      } else {
        const DescribedCause described = causes.describe(edge.causes.front(), edge.at);
        append_cause_cells(line, rules, shape, &described);
      }
      session.out << line << '\n';
      line.clear();
    }
}

}  // namespace ansio::cli
