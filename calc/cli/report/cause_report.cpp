// Causes of edges in words: rule, condition, parameters with their dates and sources.
#include "calc/cli/report/cause_report.h"

#include <ostream>

#include "calc/case/names/names.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::cli {
namespace {

constexpr std::size_t inner = 6;
constexpr std::size_t width = 120;

// Of a scale the limit of the band that is meant.
std::optional<Value> number_of(const Parameter& parameter, const ParameterUse& use) {
  if (parameter.kind != Parameter::Kind::scale)
    return use.value;
  if (use.band < 0)
    return std::nullopt;
  return use.in_force->cells[2 * static_cast<std::size_t>(use.band)];
}

}  // namespace

std::string months_text(const RuleSet& rules, const Timeline& timeline, VariableId variable,
                        const std::vector<int>& indexes) {
  const bool yearly = rules.variables[variable].period == Period::year;
  const auto name = [&](int index) {
    const YearMonth month = month_of_index(rules, timeline, variable, index);
    return yearly ? std::to_string(month.year()) : to_text(month);
  };
  std::string text;
  for (std::size_t i = 0; i < indexes.size();) {
    std::size_t last = i;
    while (last + 1 < indexes.size() && indexes[last + 1] == indexes[last] + 1)
      ++last;
    text += (text.empty() ? "" : ", ") + name(indexes[i]);
    if (last > i)
      text += " – " + name(indexes[last]);
    i = last + 1;
  }
  return text;
}

std::string parameters_text(const RuleSet& rules, const std::vector<ParameterUse>& uses) {
  std::string text;
  for (const ParameterUse& use : uses) {
    const Parameter& parameter = rules.parameters[use.parameter];
    text += (text.empty() ? "" : "; ") + parameter.name;
    for (const std::string& key : use.keys)
      text += " [" + key + "]";
    if (const auto number = number_of(parameter, use))
      text += " " + to_decimal_text(parameter.percent && parameter.kind != Parameter::Kind::scale
                                        ? *number * Fraction::from_integer(100)
                                        : *number);
    text += " from " + to_text(use.in_force->from);
  }
  return text;
}

void print_cause(Session& session, const RuleSet& rules, const Question& question, const DescribedCause& described,
                 const std::string& mark) {
  const EdgeCause& cause = *described.cause;
  const Variable& variable = rules.variables[cause.instance.variable];
  const Language language = session.language;
  std::string title = mark + variable.title.in(language);
  if (const std::string person = person_name(question.shape, cause.instance.person); !person.empty())
    title += " (" + person_title(person, language) + ")";
  if (!question.timeline.typical)
    title += ", " + months_text(rules, question.timeline, cause.instance.variable, cause.indexes);
  if (!described.condition.empty())
    title += ": " + described.condition;
  print_wrapped(session.out, title, 2, width);
  for (const ParameterUse& use : described.parameters) {
    const Parameter& parameter = rules.parameters[use.parameter];
    std::string line = "· " + parameter.title.in(language);
    for (const std::string& key : use.keys)
      line += " [" + key + "]";
    const bool percent = parameter.percent && parameter.kind != Parameter::Kind::scale;
    if (const auto number = number_of(parameter, use))
      line += ": " + format_value(rules, parameter.cell_type(), percent, *number, language, 6);
    line += ", " + std::string(word(Word::valid_from, language)) + " " + to_text(use.in_force->from);
    if (!parameter.citations.empty())
      line += " (" + to_text(parameter.citations) + ")";
    print_wrapped(session.out, line, inner, width);
  }
  if (!variable.citations.empty())
    print_wrapped(session.out, "§ " + to_text(variable.citations), inner, width);
  if (variable.assumption.unverified)
    print_wrapped(session.out,
                  "! " + std::string(word(Word::unverified, language)) + ": " + variable.assumption.note.in(language),
                  inner, width);
}

void append_cause_cells(std::string& line, const RuleSet& rules, const Shape& shape, const DescribedCause* described) {
  if (!described) {
    line += ",,,";
    return;
  }
  const Instance& maker = described->cause->instance;
  append_csv_cell(line, instance_name(rules, shape, maker));
  line += ',';
  append_csv_cell(line, described->condition);
  line += ',';
  append_csv_cell(line, parameters_text(rules, described->parameters));
  line += ',';
  append_csv_cell(line, to_text(rules.variables[maker.variable].citations));
}

}  // namespace ansio::cli
