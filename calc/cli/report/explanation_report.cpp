// The tree of an explanation, indented to the depth asked for, and as CSV.
#include "calc/cli/report/explanation_report.h"

#include <ostream>

#include "calc/case/names/names.h"
#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/cli/certainty/expected_report.h"
#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::cli {
namespace {

constexpr const char* bold = "\x1b[1m";
constexpr const char* faint = "\x1b[2m";
constexpr const char* plain = "\x1b[0m";

class Printer {
 public:
  Printer(Session& session, const RuleSet& rules, const Shape& shape, int depth)
      : session_(session),
        rules_(rules),
        shape_(shape),
        language_(session.language),
        most_depth_(static_cast<std::size_t>(depth)) {}

  void print(const Explanation& why, std::size_t depth) {
    const Variable& variable = rules_.variables[why.figure.instance.variable];
    indent(depth);
    paint(bold);
    session_.out << variable.title.in(language_);
    paint(plain);
    const std::string person = person_name(shape_, why.figure.instance.person);
    if (!person.empty())
      session_.out << " (" << person_title(person, language_) << ")";
    session_.out << ": " << format_value(rules_, why.type, variable.percent, why.value, language_, 6);
    print_origin(why);
    session_.out << '\n';
    if (why.seen)
      return;
    const std::size_t inner = depth * 2 + 4;
    if (!why.with_amounts.empty() && why.origin != Origin::by_default)
      print_lines("= ", why.with_amounts, inner);
    for (const Branch& branch : why.branches)
      print_note(
          branch.condition + " (" + branch.with_amounts + "): " + text_of(branch.holds ? Word::holds : Word::holds_not),
          inner);
    print_roundings(why, inner);
    print_parameters(why, inner);
    const std::string law = to_text(variable.citations);
    if (!law.empty())
      print_note("§ " + law, inner);
    const bool assumed = why.origin != Origin::given && why.origin != Origin::overridden;
    if (variable.assumption.unverified && assumed)
      print_note("! " + text_of(Word::unverified) + ": " + variable.assumption.note.in(language_), inner);
    if (depth == most_depth_)
      return;
    for (const Explanation& read : why.reads)
      if (read.origin != Origin::by_default || read.value.sign() != 0)
        print(read, depth + 1);
  }

 private:
  [[nodiscard]] std::string text_of(const Word& which) const { return std::string(word(which, language_)); }

  void indent(std::size_t depth) {
    for (std::size_t i = 0; i < depth; ++i)
      session_.out << "  ";
  }

  void paint(const char* code) {
    if (session_.colour)
      session_.out << code;
  }

  void print_origin(const Explanation& why) {
    constexpr Word words[] = {Word::figure, Word::given, Word::by_default, Word::overridden, Word::initial};
    if (why.origin != Origin::computed)
      session_.out << "  [" << word(words[static_cast<std::size_t>(why.origin)], language_) << "]";
    if (why.seen && why.origin == Origin::computed)
      session_.out << "  (" << word(Word::seen_above, language_) << ")";
  }

  void print_lines(const std::string& mark, const std::string& text, std::size_t inner) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      print_wrapped(session_.out, mark + text.substr(begin, end - begin), inner, 120);
      begin = end + 1;
    }
  }

  void print_note(const std::string& text, std::size_t inner) {
    paint(faint);
    print_wrapped(session_.out, text, inner, 120);
    paint(plain);
  }

  void print_roundings(const Explanation& why, std::size_t inner) {
    constexpr Word words[] = {Word::rounded_nearest, Word::rounded_down, Word::rounded_up};
    for (const RoundingStep& rounding : why.roundings)
      print_note(text_of(words[static_cast<std::size_t>(rounding.mode)]) +
                     format_value(rules_, rounding.type, false, rounding.step, language_, 6) + ": " +
                     format_value(rules_, rounding.type, false, rounding.before, language_, 6) + " → " +
                     format_value(rules_, rounding.type, false, rounding.after, language_, 6),
                 inner);
  }

  void print_parameters(const Explanation& why, std::size_t inner) {
    for (const ParameterUse& use : why.parameters) {
      const Parameter& parameter = rules_.parameters[use.parameter];
      std::string line = "· " + parameter.title.in(language_);
      for (const std::string& key : use.keys)
        line += " [" + key + "]";
      if (parameter.kind != Parameter::Kind::scale)
        line += ": " + format_value(rules_, parameter.cell_type(), parameter.percent, use.value, language_, 6);
      line += basis_text(rules_, use, language_);
      line += ", " + text_of(Word::valid_from) + " " + to_text(use.in_force->from);
      const std::string law = to_text(parameter.citations);
      if (!law.empty())
        line += ", " + law;
      if (!use.in_force->source.empty())
        line += " (" + use.in_force->source + ")";
      print_note(line, inner);
      const Assumption& of_value = use.in_force->assumption;
      const Assumption& assumption = of_value.unverified ? of_value : parameter.assumption;
      if (assumption.unverified)
        print_note("! " + text_of(Word::unverified) + ": " + assumption.note.in(language_), inner);
    }
  }

  Session& session_;
  const RuleSet& rules_;
  Shape shape_;
  Language language_;
  std::size_t most_depth_;
};

}  // namespace

void print_explanation(Session& session, const RuleSet& rules, const Shape& shape, const Explanation& explanation,
                       int depth) {
  if (!explanation.says.empty())
    session.out << explanation.says << "\n\n";
  Printer(session, rules, shape, depth).print(explanation, 0);
  print_expected(session, rules, explanation.expected);
  session.out << '\n' << word(Word::estimate, session.language) << '\n';
}

namespace {

void print_csv_line(Session& session, const RuleSet& rules, const Shape& shape, const Explanation& why, int depth) {
  constexpr std::string_view origins[] = {"computed", "given", "default", "override", "initial"};
  const Variable& variable = rules.variables[why.figure.instance.variable];
  std::string line = std::to_string(depth);
  line += ',' + variable.name + ',' + person_name(shape, why.figure.instance.person) + ',';
  append_csv_cell(line, value_text(rules, variable, why.value));
  line += ',';
  line += origins[static_cast<std::size_t>(why.origin)];
  line += ',';
  append_csv_cell(line, why.with_amounts);
  session.out << line << '\n';
  for (const Explanation& read : why.reads)
    print_csv_line(session, rules, shape, read, depth + 1);
}

}  // namespace

void print_explanation_csv(Session& session, const RuleSet& rules, const Shape& shape, const Explanation& explanation) {
  session.out << "depth,variable,person,value,origin,with_amounts\n";
  print_csv_line(session, rules, shape, explanation, 0);
}

}  // namespace ansio::cli
