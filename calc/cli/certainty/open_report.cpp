// Items, ranges and stakes as people read them; every range says whether it is proven or found.
#include "calc/cli/certainty/open_report.h"

#include <algorithm>
#include <ostream>

#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/model/choices.h"

namespace ansio::cli {
namespace {

constexpr std::size_t width = 120;

bool is_choice(const RuleSet& rules, const OpenItem& item) {
  return rules.variables[item.name.variable].kind == Variable::Kind::choice;
}

bool is_varying(const OpenItem& item) {
  return item.kind == OpenItem::Kind::varies && item.has_members();
}

const Word& kind_word(OpenItem::Kind kind) {
  switch (kind) {
    case OpenItem::Kind::fact:
      return Word::open_fact;
    case OpenItem::Kind::varies:
      return Word::varying;
    case OpenItem::Kind::assumption:
      return Word::assumption;
    case OpenItem::Kind::expected:
      return Word::expected_value;
    case OpenItem::Kind::reading:
      break;
  }
  return Word::reading;
}

std::string say(const Session& session, const Word& which) {
  return std::string(word(which, session.language));
}

std::string assumed_text(const Session& session, const RuleSet& rules, const OpenItem& item) {
  if (!item.assumed)
    return say(session, Word::not_given);
  if (is_choice(rules, item))
    return item_value(rules, item, *item.assumed, {}, session.language);
  return format_value(rules, rules.variables[item.name.variable], *item.assumed, session.language);
}

// All that it may be: "1,500.00 – 4,000.00 €/month", "none, basic".
std::string extent_text(const Session& session, const RuleSet& rules, const OpenItem& item) {
  const Variable& variable = rules.variables[item.name.variable];
  if (!item.has_members() || is_varying(item))
    return format_value(rules, variable, item.least, session.language) + " – " +
           format_value(rules, variable, item.most, session.language);
  std::string text;
  for (const Value& member : item.members)
    text += (text.empty() ? "" : ", ") + item_value(rules, item, member, {}, session.language);
  return text;
}

std::string signed_text(const RuleSet& rules, const Type& type, bool percent, const Value& value, Language language) {
  const std::string text = format_value(rules, type, percent, value, language, 2);
  return value.sign() > 0 ? "+" + text : text;
}

// An amount over the months of a plan is no amount a month.
Type type_of(const Variable& variable, bool is_total) {
  Type type = variable.type;
  if (is_total)
    type.unit.powers[Unit::month] = 0;
  return type;
}

std::string line_text(const Session& session, const RuleSet& rules, const Case& situation, const RangeLine& line) {
  const Variable& variable = rules.variables[line.variable];
  const bool is_total = line.total && !situation.is_typical();
  const Type type = type_of(variable, is_total);
  const auto text = [&](const Value& value) {
    return line.is_difference ? signed_text(rules, type, variable.percent, value, session.language)
                              : format_value(rules, type, variable.percent, value, session.language, 2);
  };
  std::string told = variable.title.in(session.language);
  if (!line.person.empty())
    told += " (" + person_title(line.person, session.language) + ")";
  if (is_total)
    return told + ", " + say(session, Word::total) + ": " + text(*line.total) + " (" + text(*line.total_least) + " … " +
           text(*line.total_most) + ")";
  const Value& least = *std::min_element(line.least.begin(), line.least.end());
  const Value& most = *std::max_element(line.most.begin(), line.most.end());
  return told + ": " + text(line.values.front()) + " (" + text(least) + " … " + text(most) + ")";
}

// The first value with a range, or that end of it.
std::string expected_number(const Parameter& parameter, std::size_t reading, const RuleSet& rules, Language language) {
  const std::vector<ParameterValue>& values = parameter.values;
  const auto first =
      std::find_if(values.begin(), values.end(), [](const ParameterValue& one) { return !one.low.empty(); });
  const std::vector<Fraction>& cells =
      reading == 0 ? first->cells : parameter.readings[reading - 1].values.front().cells;
  return format_value(rules, Type{Type::Kind::number, 0, parameter.unit}, parameter.percent, cells.front(), language,
                      6);
}

}  // namespace

std::string item_title(const RuleSet& rules, const OpenItem& item, Language language) {
  if (is_choice(rules, item))
    return owner_title(rules, choice_of(rules, item)).in(language);
  std::string title = rules.variables[item.name.variable].title.in(language);
  if (item.name.owner.role != Owner::Role::household)
    title += " (" + person_title(person_name(item.name.owner), language) + ")";
  return title;
}

std::string item_value(const RuleSet& rules, const OpenItem& item, const Value& value, YearMonth start,
                       Language language) {
  const Variable& variable = rules.variables[item.name.variable];
  if (!value.is_valid())
    return std::string(word(Word::not_given, language));
  if (is_choice(rules, item)) {
    const auto number = static_cast<std::size_t>(value.numerator());
    const Choice& choice = choice_of(rules, item);
    if (item.kind == OpenItem::Kind::expected && rules.parameters[choice.id].kind == Parameter::Kind::scalar)
      return expected_number(rules.parameters[choice.id], number, rules, language);
    return number == 0 ? std::string(word(Word::standing, language))
                       : readings_of(rules, choice)[number - 1].says.in(language);
  }
  if (!is_varying(item))
    return format_value(rules, variable, value, language);
  const Pattern pattern = pattern_of(value);
  const std::string usual = format_value(rules, variable, pattern.most ? item.most : item.least, language);
  if (!pattern.spike)
    return usual;
  return to_text(YearMonth{start.index + static_cast<int>(*pattern.spike)}) + ": " +
         format_value(rules, variable, pattern.most ? item.least : item.most, language) + ", " +
         std::string(word(Word::otherwise_in, language)) + ' ' + usual;
}

void print_ranges(Session& session, const RuleSet& rules, const Case& situation, const Ranges& ranges,
                  bool differences) {
  if (ranges.items.empty())
    return;
  session.out << '\n' << say(session, Word::open_facts) << '\n';
  for (const OpenItem& item : ranges.items)
    print_wrapped(session.out,
                  "• " + item_title(rules, item, session.language) + ": " + say(session, Word::may_be) + ' ' +
                      extent_text(session, rules, item) + "; " + say(session, Word::assumed) + ": " +
                      assumed_text(session, rules, item),
                  2, width);
  for (std::size_t s = 0; s < situation.scenarios.size(); ++s) {
    bool begun = false;
    for (const RangeLine& line : ranges.lines) {
      if (line.scenario != s || line.is_difference != differences || !line.moves())
        continue;
      if (!begun)
        session.out << '\n' << situation.scenarios[s].name << '\n';
      begun = true;
      std::string text = line_text(session, rules, situation, line) + ", " +
                         say(session, line.proven ? Word::proven : Word::found) + ": ";
      for (std::size_t i = 0; i < line.because.size(); ++i) {
        const OpenItem& item = ranges.items[line.because[i].item];
        text += (i > 0 ? "; " : "") + item_title(rules, item, session.language) + ' ' +
                item_value(rules, item, line.because[i].at_least, situation.start, session.language) + " … " +
                item_value(rules, item, line.because[i].at_most, situation.start, session.language);
      }
      print_wrapped(session.out, text, 2, width);
    }
  }
  if (!ranges.is_whole)
    print_wrapped(session.out, say(session, Word::not_everywhere), 2, width);
}

void print_assumed(Session& session, const RuleSet& rules, const std::vector<OpenItem>& items) {
  if (items.empty())
    return;
  session.out << '\n' << say(session, Word::assumed) << '\n';
  for (const OpenItem& item : items)
    print_wrapped(session.out,
                  "• " + item_title(rules, item, session.language) + ": " + assumed_text(session, rules, item) + " (" +
                      say(session, Word::may_be) + ' ' + extent_text(session, rules, item) + ")",
                  2, width);
}

void print_stakes(Session& session, const RuleSet& rules, const Stakes& stakes) {
  const Variable& variable = rules.variables[stakes.figure.variable];
  const Type type = type_of(variable, stakes.is_total);
  const bool compares = !stakes.against.empty();
  std::string heading = stakes.scenario;
  if (compares)
    heading += " – " + stakes.against;
  heading += ": " + variable.title.in(session.language);
  if (stakes.figure.owner.role != Owner::Role::household)
    heading += " (" + person_title(person_name(stakes.figure.owner), session.language) + ")";
  heading += ", " + (compares ? signed_text(rules, type, variable.percent, stakes.value, session.language)
                              : format_value(rules, type, variable.percent, stakes.value, session.language, 2));
  session.out << heading << "\n\n";
  if (stakes.stakes.empty()) {
    session.out << say(session, Word::no_open_facts) << '\n';
  } else {
    Table table;
    table.header = {say(session, Word::open_facts), {}, say(session, Word::least), say(session, Word::most), {}};
    for (const RangeCause& cause : stakes.stakes) {
      const OpenItem& item = stakes.items[cause.item];
      const auto change = [&](const Value& value) {
        return signed_text(rules, type, variable.percent, value - stakes.value, session.language);
      };
      table.rows.push_back({item_title(rules, item, session.language), say(session, kind_word(item.kind)),
                            change(cause.least), change(cause.most),
                            say(session, cause.proven ? Word::proven : Word::found)});
    }
    table.left_columns = 2;
    print_table(session.out, table, session.colour);
    session.out << '\n';
    for (const RangeCause& cause : stakes.stakes) {
      const OpenItem& item = stakes.items[cause.item];
      std::string text = "• " + item_title(rules, item, session.language) + ": " + say(session, Word::least) + ' ' +
                         item_value(rules, item, cause.at_least, stakes.start, session.language) + "; " +
                         say(session, Word::most) + ' ' +
                         item_value(rules, item, cause.at_most, stakes.start, session.language) + "; " +
                         say(session, Word::assumed) + ": " + assumed_text(session, rules, item);
      if (!item.source.empty())
        text += " [" + item.source + "]";
      print_wrapped(session.out, text, 2, width);
    }
  }
  if (stakes.without_effect > 0)
    session.out << '\n' << say(session, Word::without_effect) << stakes.without_effect << '\n';
  session.out << '\n' << say(session, Word::estimate) << '\n';
}

void print_stakes_csv(Session& session, const RuleSet& rules, const Stakes& stakes) {
  session.out << "item,person,kind,assumed,least,most,at_least,at_most,proven\n";
  const Variable& variable = rules.variables[stakes.figure.variable];
  for (const RangeCause& cause : stakes.stakes) {
    const OpenItem& item = stakes.items[cause.item];
    const bool chooses = is_choice(rules, item);
    const auto value_of = [&](const Value& value) {
      return chooses || is_varying(item) ? item_value(rules, item, value, stakes.start, session.language)
                                         : value_text(rules, rules.variables[item.name.variable], value);
    };
    constexpr std::string_view kinds[] = {"fact", "varies", "assumption", "reading"};
    std::string line;
    const auto append = [&line](std::string_view cell) {
      if (!line.empty())
        line += ',';
      append_csv_cell(line, cell);
    };
    append(chooses ? owner_name(rules, choice_of(rules, item)) : rules.variables[item.name.variable].name);
    append(person_name(item.name.owner));
    append(kinds[static_cast<std::size_t>(item.kind)]);
    append(item.assumed && !is_varying(item) ? value_of(*item.assumed) : std::string());
    append(value_text(rules, variable, cause.least));
    append(value_text(rules, variable, cause.most));
    append(value_of(cause.at_least));
    append(value_of(cause.at_most));
    append(cause.proven ? "true" : "false");
    session.out << line << '\n';
  }
}

}  // namespace ansio::cli
