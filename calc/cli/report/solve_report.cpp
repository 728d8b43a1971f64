// A solution in words and as CSV: the answer, the stretches, what turns beyond.
#include "calc/cli/report/solve_report.h"

#include <ostream>

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

constexpr std::size_t most_stretches_shown = 12;
constexpr std::size_t width = 120;

class Report {
 public:
  Report(Session& session, const Solution& solution)
      : session_(session),
        rules_(*solution.rules),
        solution_(solution),
        moved_(rules_.variables[solution.moved.variable]),
        causes_(rules_, solution.question, solution.moved) {}

  void print(std::string_view scenario) {
    std::string axis = moved_.title.in(session_.language);
    if (const std::string person = person_name(shape(), solution_.moved.person); !person.empty())
      axis += " (" + person_title(person, session_.language) + ")";
    session_.out << scenario << ": " << axis << ", " << moved_text(solution_.axis.from) << " – "
                 << moved_text(solution_.axis.to) << "\n\n";
    print_wrapped(session_.out, solution_.condition, 2, width);
    session_.out << '\n';
    if (solution_.value)
      session_.out << text_of(solution_.goal == Goal::most ? Word::at_most : Word::at_least) << ' '
                   << moved_text(*solution_.value) << '\n';
    print_wrapped(session_.out, stretches_text(), 0, width);
    session_.out << '\n';
    print_table(session_.out, table(), session_.colour);
    if (!solution_.causes.empty())
      session_.out << '\n';
    for (const EdgeCause& cause : solution_.causes)
      print_cause(session_, rules_, solution_.question, describe(causes_, solution_, cause), {});
    session_.out << '\n' << text_of(Word::estimate) << '\n';
  }

 private:
  [[nodiscard]] std::string text_of(const Word& which) const { return std::string(word(which, session_.language)); }
  [[nodiscard]] const Shape& shape() const { return solution_.question.shape; }

  [[nodiscard]] std::string moved_text(const Value& value) const {
    return format_value(rules_, moved_, value, session_.language);
  }

  [[nodiscard]] std::string stretches_text() const {
    if (!solution_.depends)
      return text_of(solution_.value ? Word::holds_everywhere : Word::holds_nowhere) + " " +
             text_of(Word::does_not_depend);
    if (!solution_.value)
      return text_of(Word::holds_nowhere);
    if (!solution_.has_more && solution_.points.size() == 1 && solution_.stretches.size() == 1)
      return text_of(Word::holds_everywhere);
    const std::size_t count = solution_.stretches.size();
    const std::size_t shown = std::min(count, most_stretches_shown);
    const std::size_t first = solution_.goal == Goal::most ? count - shown : 0;
    std::string text;
    for (std::size_t i = first; i < first + shown; ++i) {
      const HoldingStretch& stretch = solution_.stretches[i];
      text += (text.empty() ? "" : ", ") + moved_text(stretch.from);
      if (stretch.from < stretch.to)
        text += " – " + moved_text(stretch.to);
    }
    return text_of(Word::holds_in) + text +
           (shown < count || solution_.has_more ? text_of(Word::holds_elsewhere) : "") + ".";
  }

  [[nodiscard]] Table table() const {
    const bool has_base = !solution_.base.empty();
    Table table;
    table.header = {instance_name(rules_, shape(), solution_.moved)};
    if (has_base)
      table.header.push_back(text_of(Word::compared_with) + ": " + solution_.base);
    std::vector<std::string> holding{text_of(Word::condition)};
    if (has_base)
      holding.emplace_back();
    for (const SolvedPoint& point : solution_.points) {
      table.header.push_back(moved_text(point.at));
      holding.push_back(text_of(point.fails_in.empty() ? Word::holds : Word::holds_not));
      if (!point.fails_in.empty() && !solution_.question.timeline.typical)
        holding.back() += ", " + months_text(rules_, solution_.question.timeline, solution_.condition_instance.variable,
                                             point.fails_in);
    }
    table.rows.push_back(std::move(holding));
    for (const SolvedFigure& figure : solution_.figures)
      table.rows.push_back(row_of(figure, has_base));
    return table;
  }

  [[nodiscard]] std::vector<std::string> row_of(const SolvedFigure& figure, bool has_base) const {
    const Variable& variable = rules_.variables[figure.instance.variable];
    std::string title = variable.title.in(session_.language);
    if (const std::string person = person_name(shape(), figure.instance.person); !person.empty())
      title += " (" + person_title(person, session_.language) + ")";
    if (!solution_.question.timeline.typical)
      title += ", " + months_text(rules_, solution_.question.timeline, figure.instance.variable, {figure.index});
    std::vector<std::string> row{std::move(title)};
    if (has_base)
      row.push_back(figure.base ? format_value(rules_, variable, *figure.base, session_.language) : std::string());
    for (const Value& value : figure.values)
      row.push_back(format_value(rules_, variable, value, session_.language));
    return row;
  }

  Session& session_;
  const RuleSet& rules_;
  const Solution& solution_;
  const Variable& moved_;
  CauseReader causes_;
};

}  // namespace

void print_solution(Session& session, const Solution& solution, std::string_view scenario) {
  Report(session, solution).print(scenario);
}

void print_solution_csv(Session& session, const Solution& solution, std::string_view scenario) {
  const RuleSet& rules = *solution.rules;
  const Shape& shape = solution.question.shape;
  const Variable& moved = rules.variables[solution.moved.variable];
  session.out << "scenario,axis,goal,condition,base,value,stretches,beyond,fails_in,cause,because,parameters,law\n";
  std::string line;
  const auto next = [&](std::string_view cell) {
    append_csv_cell(line, cell);
    line += ',';
  };
  next(scenario);
  next(instance_name(rules, shape, solution.moved));
  next(solution.goal == Goal::most ? "most" : "least");
  next(solution.condition);
  next(solution.base);
  next(solution.value ? value_text(rules, moved, *solution.value) : std::string());
  std::string stretches;
  for (const HoldingStretch& stretch : solution.stretches)
    stretches += (stretches.empty() ? "" : "; ") + value_text(rules, moved, stretch.from) + ".." +
                 value_text(rules, moved, stretch.to);
  next(stretches);
  const bool has_beyond = solution.value && solution.points.size() > 1;
  next(has_beyond ? value_text(rules, moved, solution.points[1].at) : std::string());
  next(has_beyond ? months_text(rules, solution.question.timeline, solution.condition_instance.variable,
                                solution.points[1].fails_in)
                  : std::string());
  // The weightiest cause; all of them are in JSON.
  if (solution.causes.empty()) {
    append_cause_cells(line, rules, shape, nullptr);
  } else {
    CauseReader causes(rules, solution.question, solution.moved);
    const DescribedCause described = describe(causes, solution, solution.causes.front());
    append_cause_cells(line, rules, shape, &described);
  }
  session.out << line << '\n';
}

}  // namespace ansio::cli
