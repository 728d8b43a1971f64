// Writes a module as a page: names, law, formulas as written, figures by date, questions, notices, tests.
#include "calc/publish/pages/rule_pages.h"

#include <algorithm>
#include <array>
#include <set>

#include "calc/explain/sentences/refusals.h"
#include "calc/explain/trace/assumptions.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/program/question/dependencies.h"
#include "calc/publish/pages/page_words.h"
#include "calc/ruleset/certainty/expected_readings.h"
#include "calc/ruleset/model/choices.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::publish {
namespace {

// Tables of more cells (one for each place of a country) are told by their number.
constexpr std::size_t most_cells_shown = 40;

// In a cell of a Markdown table.
std::string in_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|')
      cell += '\\';
    cell += c == '\n' ? ' ' : c;
  }
  return cell;
}

class Page {
 public:
  Page(const RuleSet& rules, Language language) : rules_(rules), language_(language) {}

  [[nodiscard]] std::string take() { return std::move(text_); }

  void heading(int level, std::string_view text) {
    if (!text_.empty() && !text_.ends_with("\n\n"))
      text_ += '\n';
    text_.append(static_cast<std::size_t>(level), '#');
    text_ += ' ';
    text_ += text;
    text_ += "\n\n";
  }
  void line(std::string_view text) {
    text_ += text;
    text_ += '\n';
  }
  void paragraph(std::string_view text) {
    if (!text.empty()) {
      text_ += text;
      text_ += "\n\n";
    }
  }
  void table_head(std::initializer_list<PageWord> columns) {
    text_ += '|';
    for (const PageWord column : columns)
      text_ += ' ' + std::string(say(column)) + " |";
    text_ += "\n|";
    for (std::size_t i = 0; i < columns.size(); ++i)
      text_ += "---|";
    text_ += '\n';
  }
  void table_row(std::initializer_list<std::string> cells) {
    text_ += '|';
    for (const std::string& cell : cells)
      text_ += ' ' + in_cell(cell) + " |";
    text_ += '\n';
  }

  [[nodiscard]] std::string_view say(PageWord which) const { return page_word(which, language_); }
  [[nodiscard]] const std::string& in(const Texts& texts) const { return texts.in(language_); }

  [[nodiscard]] std::string cited(const std::vector<Citation>& citations) const {
    std::string text;
    for (const Citation& citation : citations) {
      if (!text.empty())
        text += ", ";
      const std::string link = link_of(rules_, citation);
      text += link.empty() ? to_text(citation) : '[' + to_text(citation) + "](" + link + ')';
    }
    return text;
  }

  [[nodiscard]] std::string noted(const Assumption& assumption) const {
    if (!assumption.unverified)
      return {};
    return "**" + std::string(say(PageWord::unverified)) + ".** " + in(assumption.note) + settled(assumption);
  }

  // Who may settle what is unverified, and what was looked at for it.
  [[nodiscard]] std::string settled(const Assumption& assumption) const {
    std::string text;
    for (const std::string& name : assumption.settled_by)
      for (const auto* all : {&rules_.recipients, &rules_.authorities})
        for (const Recipient& one : *all)
          if (one.name == name)
            text += (text.empty() ? ' ' + std::string(say(PageWord::settled_by)) + ": " : ", ") + in(one.title);
    text += text.empty() ? "" : ".";
    if (!assumption.looked_at.empty())
      text += ' ' + std::string(say(PageWord::looked_at)) + ": " + assumption.looked_at + '.';
    return text;
  }

  [[nodiscard]] std::string type_of(const Variable& variable) const {
    switch (variable.type.kind) {
      case Type::Kind::number:
        return variable.percent ? "%" : unit_name(rules_, variable.type.unit);
      case Type::Kind::enumeration:
        return rules_.enums[variable.type.enumeration].name;
      case Type::Kind::boolean:
        return "boolean";
      case Type::Kind::date:
        return "date";
      case Type::Kind::month:
        break;
    }
    return "month";
  }

  void figure(const Variable& rule) {
    heading(3, in(rule.title));
    std::string facts = "`" + rule.name + "` · ";
    facts += say(rule.entity == Entity::person ? PageWord::of_person : PageWord::of_household);
    facts += ' ';
    facts += say(rule.period == Period::year ? PageWord::a_year : PageWord::a_month);
    facts += " · " + type_of(rule);
    if (!rule.citations.empty())
      facts += " · " + cited(rule.citations);
    paragraph(facts);
    paragraph(rule.says.empty() ? std::string() : "> " + in(rule.says));
    for (const DatedFormula& formula : rule.formulas) {
      if (rule.formulas.size() > 1)
        paragraph((formula.from.index == 0 ? std::string(say(PageWord::until_changed)) : to_text(formula.from)) + ':');
      code(formula.text);
    }
    if (rule.rate)
      code(formula_text(rules_, *rule.rate));
    if (rule.initial.root != no_node) {
      paragraph(std::string(say(PageWord::at_start)) + ':');
      code(rule.initial.text);
    }
    legend(rule);
    if (rule.unsupported != no_variable)
      paragraph(std::string(say(PageWord::not_answered)) + ": " + in(rules_.variables[rule.unsupported].title) + '.');
    paragraph(noted(rule.assumption));
    for (const Reading& reading : rule.readings) {
      this->reading(reading);
      for (const DatedFormula& formula : reading.formulas) {
        if (formula.from.index != 0)
          paragraph(to_text(formula.from) + ':');
        code(formula.text);
      }
    }
  }

  void readings_of(const Parameter& parameter) {
    for (const Reading& one : parameter.readings) {
      if (is_expected_reading(one))  // the table of values tells the range
        continue;
      paragraph("`" + bare(parameter.name) + "`");
      reading(one);
      for (const ParameterValue& value : one.values)
        line("- " + to_text(value.from) + ": " + value_of(parameter, value));
    }
  }

  // In one line of a list.
  void reading_line(const RuleSet& rules, const Choice& choice) {
    for (const Reading& reading : ruleset::readings_of(rules, choice))
      if (!is_expected_reading(reading))
        line("- `" + owner_name(rules, choice) + "`, `" + reading.name + "`: " + in(reading.says) + ' ' +
             std::string(say(PageWord::settled_by)) + ": " + in(reading.settled_by));
  }

  void parameter(const Parameter& parameter) {
    const std::string unit = parameter.boolean ? "" : parameter.percent ? "%" : unit_name(rules_, parameter.unit);
    for (const ParameterValue& value : parameter.values)
      table_row({"`" + bare(parameter.name) + "`", in(parameter.title), to_text(value.from), value_of(parameter, value),
                 unit, cited(parameter.citations), value.source,
                 basis_of(parameter, value) + noted(value.assumption) + noted(parameter.assumption)});
  }

  void input(const Variable& input) {
    heading(3, in(input.title));
    std::string facts = "`" + input.name + "` · ";
    facts += say(input.entity == Entity::person ? PageWord::of_person : PageWord::of_household);
    facts += " · " + type_of(input);
    paragraph(facts);
    if (!input.question.empty())
      paragraph(in(input.question) + (input.why.empty() ? std::string() : " — " + in(input.why)));
    paragraph(
        std::string(say(PageWord::otherwise)) + ": " +
        (input.formulas.empty() ? std::string(say(PageWord::required)) : '`' + input.formulas.front().text + '`'));
    if (input.plausible)
      paragraph(std::string(say(PageWord::plausible)) + ": " + plausible_of(input) + " — " + input.plausible->source);
    paragraph(noted(input.assumption));
  }

  void situation(const Variable& situation) {
    line("- **" + in(situation.title) + "** (`" + situation.name + "`, " + cited(situation.citations) +
         "): " + in(situation.says));
  }

  void notice(const Notice& notice) {
    heading(3, in(notice.title));
    std::string to = notice.to;
    for (const Recipient& recipient : rules_.recipients)
      if (recipient.name == notice.to)
        to = in(recipient.title);
    paragraph("`" + notice.name + "` · " + std::string(say(PageWord::to)) + ": " + to + " · " +
              std::string(say(PageWord::deadline)) + ": " + in(notice.deadline) + " · " + cited(notice.citations));
    paragraph("> " + in(notice.says));
    if (!notice.attachment.empty())
      paragraph(std::string(say(PageWord::attachment)) + ": " + in(notice.attachment));
    code(notice.when.text);
    paragraph(noted(notice.assumption));
  }

 private:
  void reading(const Reading& reading) {
    paragraph("**" + std::string(say(PageWord::reading)) + ": `" + reading.name + "`.** " + in(reading.says) + ' ' +
              std::string(say(PageWord::settled_by)) + ": " + in(reading.settled_by) + " — " + reading.source);
  }

  [[nodiscard]] std::string plausible_of(const Variable& input) const {
    const Plausible& plausible = *input.plausible;
    if (plausible.members.empty())
      return '`' + plausible.least.text + "` – `" + plausible.most.text + '`';
    std::string text;
    for (const Fraction& member : plausible.members)
      text += (text.empty() ? "" : ", ") + format_value(rules_, input, member, language_);
    return text;
  }

  static std::string bare(const std::string& name) { return name.substr(name.rfind('.') + 1); }

  void code(std::string_view text) {
    while (!text.empty() && text.back() == '\n')
      text.remove_suffix(1);
    text_ += "```\n";
    text_ += text;
    text_ += "\n```\n\n";
  }

  // What the formulas read, with titles: the names of a formula in words.
  void legend(const Variable& rule) {
    std::vector<VariableId> read;
    const auto collect = [&](NodeId root) {
      if (root == no_node)
        return;
      for (const Read& one : reads_of(rules_, root))
        if (std::find(read.begin(), read.end(), one.variable) == read.end())
          read.push_back(one.variable);
    };
    for (const DatedFormula& formula : rule.formulas)
      collect(formula.root);
    if (rule.rate)
      read = {rule.rate->leaves, rule.rate->of};
    if (read.empty())
      return;
    std::string text(say(PageWord::reads));
    text += ": ";
    for (std::size_t i = 0; i < read.size(); ++i)
      text +=
          (i > 0 ? ", `" : "`") + rules_.variables[read[i]].name + "` (" + in(rules_.variables[read[i]].title) + ')';
    paragraph(text + '.');
  }

  [[nodiscard]] std::string number(const Fraction& value, bool percent) const {
    return format_number(percent ? value * Fraction::from_integer(100) : value, {}, language_);
  }

  // "forecast (105–115). ": nothing of what is enacted; of a table, whose cells may differ in it, without the range.
  [[nodiscard]] std::string basis_of(const Parameter& parameter, const ParameterValue& value) const {
    if (value.basis == Basis::enacted)
      return {};
    std::string text(word(value.basis == Basis::forecast ? Word::forecast : Word::continued, language_));
    if (parameter.kind == Parameter::Kind::scalar && !value.low.empty())
      text += " (" + number(value.low.front(), parameter.percent) + "–" +
              number(value.high.front(), parameter.percent) + ")";
    return text + ". ";
  }

  [[nodiscard]] std::string value_of(const Parameter& parameter, const ParameterValue& value) const {
    if (value.none)
      return std::string(say(PageWord::none));
    if (value.cells.size() > most_cells_shown)
      return std::to_string(value.cells.size()) + ' ' + std::string(say(PageWord::cells));
    std::string text;
    if (parameter.kind == Parameter::Kind::scale) {
      for (std::size_t i = 0; i + 1 < value.cells.size(); i += 2)
        text += (i > 0 ? "; " : "") + number(value.cells[i], false) + ": " + number(value.cells[i + 1], true) + " %";
      return text;
    }
    const std::size_t row = parameter.keys.empty() ? 1 : static_cast<std::size_t>(parameter.keys.back().size());
    for (std::size_t i = 0; i < value.cells.size(); ++i) {
      if (i > 0)
        text += i % row == 0 ? " / " : "; ";
      if (!parameter.keys.empty())
        text += key_of(parameter.keys.back(), i % row) + ": ";
      text += parameter.boolean ? format_value(rules_, parameter.cell_type(), false, value.cells[i], language_, 0)
                                : number(value.cells[i], parameter.percent);
    }
    return text;
  }

  [[nodiscard]] std::string key_of(const TableKey& key, std::size_t place) const {
    if (key.is_enumeration)
      return in(rules_.enums[key.enumeration].member_titles[place]);
    return std::to_string(key.low + static_cast<std::int32_t>(place));
  }

  const RuleSet& rules_;
  Language language_;
  std::string text_;
};

bool is_notice(const RuleSet& rules, VariableId id) {
  return std::any_of(rules.notices.begin(), rules.notices.end(),
                     [&](const Notice& notice) { return notice.variable == id; });
}

template <class All, class Belongs, class Show>
void section(Page& page, PageWord title, const All& all, Belongs belongs, Show show) {
  bool begun = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!belongs(i))
      continue;
    if (!begun)
      page.heading(2, page.say(title));
    begun = true;
    show(all[i]);
  }
}

}  // namespace

PinningTest pinning_test(const RuleSet& rules, const RuleTest& test) {
  PinningTest pinning{test.name, test.source, {}};
  for (const Expectation& expectation : test.expectations) {
    const std::uint16_t module = rules.variables[expectation.name.variable].module;
    if (std::find(pinning.modules.begin(), pinning.modules.end(), module) == pinning.modules.end())
      pinning.modules.push_back(module);
  }
  return pinning;
}

std::string module_page(const RuleSet& rules, std::uint16_t module, std::span<const PinningTest> tests,
                        Language language) {
  Page page(rules, language);
  const Module& heading = rules.modules[module];
  page.heading(1, page.in(heading.title));
  std::string names;
  for (const std::string& title : heading.title.by_language)
    if (names.find(title) == names.npos)
      names += (names.empty() ? "" : " · ") + title;
  page.paragraph(names);
  page.paragraph("`" + heading.name + "` · " + std::string(page.say(PageWord::law)) + ' ' +
                 page.cited({{heading.statute, {}}}) + " · " + std::string(page.say(PageWord::generated)));
  const auto& variables = rules.variables;
  const auto here = [&](std::size_t i) { return variables[i].module == module; };
  section(
      page, PageWord::figures, variables,
      [&](std::size_t i) {
        return here(i) && variables[i].kind == Variable::Kind::rule && !variables[i].is_situation &&
               !is_notice(rules, static_cast<VariableId>(i));
      },
      [&](const Variable& rule) { page.figure(rule); });
  bool tabled = false;
  for (const Parameter& parameter : rules.parameters) {
    if (parameter.module != module)
      continue;
    if (!tabled) {
      page.heading(2, page.say(PageWord::parameters));
      page.table_head({PageWord::name, PageWord::title, PageWord::from, PageWord::value, PageWord::unit, PageWord::law,
                       PageWord::source, PageWord::unverified});
    }
    tabled = true;
    page.parameter(parameter);
  }
  for (const Parameter& parameter : rules.parameters)
    if (parameter.module == module)
      page.readings_of(parameter);
  section(
      page, PageWord::inputs, variables,
      [&](std::size_t i) { return here(i) && variables[i].kind == Variable::Kind::input; },
      [&](const Variable& input) { page.input(input); });
  section(
      page, PageWord::refusals, variables, [&](std::size_t i) { return here(i) && variables[i].is_situation; },
      [&](const Variable& situation) { page.situation(situation); });
  section(
      page, PageWord::notices, rules.notices, [&](std::size_t i) { return rules.notices[i].module == module; },
      [&](const Notice& notice) { page.notice(notice); });
  section(
      page, PageWord::tests, tests,
      [&](std::size_t i) {
        return std::find(tests[i].modules.begin(), tests[i].modules.end(), module) != tests[i].modules.end();
      },
      [&, last = std::string()](const PinningTest& test) mutable {
        // The rows of a table are one line.
        const std::string line = "- " + test.name + " — " + test.source;
        if (line != last)
          page.line(line);
        last = line;
      });
  return page.take();
}

std::string index_page(const RuleSet& rules, Language language) {
  Page page(rules, language);
  page.heading(1, page.say(PageWord::rules_index));
  page.paragraph(rules.name + ' ' + rules.version + " · " + std::string(page.say(PageWord::months)) + ' ' +
                 to_text(rules.law_from) + "–" + to_text(rules.law_until) + " · " +
                 std::string(page.say(PageWord::generated)));
  for (const Module& module : rules.modules)
    page.line("- [" + page.in(module.title) + "](" + module.name + ".md), " + page.cited({{module.statute, {}}}));
  return page.take();
}

std::string coverage_page(const RuleSet& rules, Language language) {
  Page page(rules, language);
  page.heading(1, page.say(PageWord::coverage));
  page.paragraph(rules.name + ' ' + rules.version + " · " + std::string(page.say(PageWord::months)) + ' ' +
                 to_text(rules.law_from) + "–" + to_text(rules.law_until) + " · " +
                 std::string(page.say(PageWord::generated)));
  page.heading(2, page.say(PageWord::modelled));
  page.table_head({PageWord::title, PageWord::law, PageWord::outputs});
  for (std::uint16_t module = 0; module < rules.modules.size(); ++module) {
    std::string outputs;
    for (const Variable& variable : rules.variables)
      if (variable.module == module && variable.output)
        outputs += (outputs.empty() ? "" : ", ") + page.in(variable.title);
    page.table_row({page.in(rules.modules[module].title), page.cited({{rules.modules[module].statute, {}}}), outputs});
  }
  page.heading(2, page.say(PageWord::refused));
  for (const VariableId situation : unsupported_situations(rules))
    page.situation(rules.variables[situation]);
  page.heading(2, page.say(PageWord::unverified));
  for (const RestsOn& one : all_assumptions(rules)) {
    const std::string& name =
        one.kind == RestsOn::Kind::parameter ? rules.parameters[one.id].name : rules.variables[one.id].name;
    page.line("- `" + name + "`: " + page.in(one.assumption->note) + page.settled(*one.assumption));
  }
  page.heading(2, page.say(PageWord::readings));
  for (const Choice& choice : rules.choices)
    page.reading_line(rules, choice);
  return page.take();
}

}  // namespace ansio::publish
