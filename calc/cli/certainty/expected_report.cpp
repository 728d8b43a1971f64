// The list of expected values, as people read it: calc, compare, explain, batch and reform print the same lines.
#include "calc/cli/certainty/expected_report.h"

#include <ostream>

#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"

namespace ansio::cli {
namespace {

std::string basis_word(Basis basis, Language language) {
  constexpr Word words[] = {Word::enacted, Word::forecast, Word::continued};
  return std::string(word(words[static_cast<std::size_t>(basis)], language));
}

std::string number_text(const Parameter& parameter, const Fraction& cell, Language language) {
  return format_number(parameter.percent ? cell * Fraction::from_integer(100) : cell, {0, 6}, language);
}

// ", from 2027-01. The source"
std::string since(YearMonth from, const std::string& source, Language language) {
  return ", " + std::string(word(Word::from, language)) + " " + to_text(from) + (source.empty() ? "" : ". " + source);
}

}  // namespace

std::string basis_text(const RuleSet& rules, const ParameterUse& use, Language language) {
  if (!is_expected(rules, use))
    return {};
  const Parameter& parameter = rules.parameters[use.parameter];
  std::string text = ", " + basis_word(use.in_force->basis, language);
  if (!use.in_force->low.empty() && parameter.kind != Parameter::Kind::scale)
    text += " (" + number_text(parameter, use.in_force->low[use.cell], language) + "–" +
            number_text(parameter, use.in_force->high[use.cell], language) + ")";
  return text;
}

std::string expected_line(const RuleSet& rules, const ExpectedValue& value, Language language) {
  if (!value.use)
    return rules.variables[value.rule].title.in(language) + ": " + basis_word(value.formula->basis, language) +
           since(value.formula->from, value.formula->source, language);
  const ParameterUse& use = *value.use;
  const Parameter& parameter = rules.parameters[use.parameter];
  std::string line = parameter.title.in(language);
  for (const std::string& key : use.keys)
    line += " [" + key + "]";
  if (parameter.kind != Parameter::Kind::scale)
    line += ": " + format_value(rules, parameter.cell_type(), parameter.percent, use.value, language, 6);
  return line + basis_text(rules, use, language) + since(use.in_force->from, use.in_force->source, language);
}

std::string expected_line(const RuleSet& rules, const ExpectedRead& read, Language language) {
  if (read.value == nullptr)
    return expected_line(rules, ExpectedValue{std::nullopt, read.rule, read.formula}, language);
  const Parameter& parameter = rules.parameters[read.parameter];
  if (parameter.kind == Parameter::Kind::scalar) {
    ParameterUse use;
    use.parameter = read.parameter;
    use.in_force = read.value;
    use.value = read.value->cells.front();
    return expected_line(rules, ExpectedValue{use}, language);
  }
  return parameter.title.in(language) + ": " + basis_word(read.value->basis, language) +
         since(read.value->from, read.value->source, language);
}

void print_expected_reads(std::ostream& out, const RuleSet& rules, std::span<const ExpectedRead> reads,
                          Language language) {
  if (reads.empty())
    return;
  out << '\n' << word(Word::expected_values, language) << '\n';
  for (const ExpectedRead& read : reads)
    print_wrapped(out, "• " + expected_line(rules, read, language), 2);
}

void print_expected(Session& session, const RuleSet& rules, std::span<const ExpectedValue> values) {
  if (values.empty())
    return;
  session.out << '\n' << word(Word::expected_values, session.language) << '\n';
  for (const ExpectedValue& value : values)
    print_wrapped(session.out, "• " + expected_line(rules, value, session.language), 2);
}

}  // namespace ansio::cli
