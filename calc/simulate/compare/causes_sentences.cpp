// Causes in words.
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/simulate/compare/causes.h"

namespace ansio::simulate {
namespace {

std::string title_of(const RuleSet& rules, VariableId variable, const std::string& person, Language language) {
  std::string title = rules.variables[variable].title.in(language);
  if (!person.empty() && person != "client")
    title += " (" + person_title(person, language) + ")";
  return title;
}

std::string reason_text(const RuleSet& rules, const Reason& reason, Language language) {
  const Variable& variable = rules.variables[reason.variable];
  const auto shown = [&](const Value& value) {
    return format_in_sentence(rules, variable.type, variable.percent, value, language);
  };
  std::string text = title_of(rules, reason.variable, reason.person, language);
  if (variable.type.kind == Type::Kind::boolean)
    return text + ": " + shown(reason.after);
  return text + ' ' + shown(reason.before) + " → " + shown(reason.after);
}

}  // namespace

std::string sentence_of(const RuleSet& rules, const Results& results, const Cause& cause, Language language) {
  const Variable& variable = rules.variables[cause.variable];
  const bool rises = cause.change.sign() > 0;
  const auto said = [&](const Word& which) { return std::string(word(which, language)); };
  std::string text =
      title_of(rules, cause.variable, cause.person, language) + ' ' + said(rises ? Word::rises_by : Word::falls_by) +
      ' ' + format_in_sentence(rules, variable.type, variable.percent, rises ? cause.change : -cause.change, language);
  if (!results.typical)
    text += ' ' + said(variable.period == Period::year ? Word::from : Word::a_month_from) + ' ' + to_text(cause.from);
  for (std::size_t i = 0; i < cause.because.size(); ++i)
    text += (i == 0 ? said(Word::because_of) : "; ") + reason_text(rules, cause.because[i], language);
  return text;
}

}  // namespace ansio::simulate
