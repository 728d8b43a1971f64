#include "calc/library/rules/handles.h"

#include "calc/answer/serializer/serializer.h"
#include "calc/case/values/value.h"
#include "calc/explain/sentences/refusals.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"

namespace ansio::library {

std::vector<Problem> problems_of(const Diagnostics& diagnostics) {
  std::vector<Problem> problems;
  for (const Diagnostic& diagnostic : diagnostics) {
    Problem& problem = problems.emplace_back();
    problem.code = code_name(diagnostic.code);
    problem.number = static_cast<int>(diagnostic.code);
    problem.is_error = diagnostic.severity == Severity::error;
    problem.file = diagnostic.position.file;
    problem.line = static_cast<int>(diagnostic.position.line);
    problem.column = static_cast<int>(diagnostic.position.column);
    problem.message = diagnostic.message;
    problem.found = diagnostic.found;
    problem.expected = diagnostic.expected;
    problem.hint = diagnostic.hint;
  }
  return problems;
}

std::vector<Problem> problems_of(const Told& told, const Diagnostics& diagnostics) {
  return problems_of(in_language(told.rules, diagnostics, told.language));
}

std::optional<Language> language_of(const std::string& code, std::vector<Problem>& problems) {
  const std::optional<Language> language = parse_language(code);
  if (!language)
    problems = problems_of({Diagnostic{.code = Code::wrong_use,
                                       .message = "there is no such language",
                                       .found = code,
                                       .expected = "fi, sv, en or fi-simple"}});
  return language;
}

ValueText value_of(const Told& told, const Variable& variable, const Value& value) {
  return value_of(told, variable, variable.type, value);
}

ValueText value_of(const Told& told, const Variable& variable, const Type& type, const Value& value) {
  if (!value.is_valid())
    return {};
  return {value_text(told.rules, variable, value),
          format_value(told.rules, type, variable.percent, value, told.language, 6)};
}

std::string unit_of(const RuleSet& rules, const Variable& variable) {
  if (variable.type.kind != Type::Kind::number)
    return {};
  return variable.percent ? "%" : unit_name(rules, variable.type.unit);
}

std::string month_text(const Variable& variable, YearMonth month) {
  return variable.period == Period::year ? std::to_string(month.year()) : to_text(month);
}

}  // namespace ansio::library
