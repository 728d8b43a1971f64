// The bytes of an image: what stands where, and the one list of fields that both the writer and the reader walk.
//
//   "ansiorul"                 8 bytes
//   version                    1 byte: readers know one version, their own
//   fingerprint                16 bytes, of everything after them
//   sections here              varint, a bit for each lane and then for each pool
//   fingerprint of the core    16 bytes, only in a part that belongs to a core
//   lengths of the sections    varints
//   the sections               one after the other
//
// Fields of one kind go to one lane (all kinds of nodes together, all dates together, …), texts of one language to one
// pool: this makes the image small once it is compressed as web servers do. Numbers are varints (7 bits a byte, low
// bits first), signed ones in zigzag. A pool holds each text once: its lengths (how many bytes they take, then
// themselves), then its bytes. A reference to a text is 0 for the next new one, 1 for "as the text it is likened to", 2
// + n for the n-th.
//
// Versions. The order of the kinds of nodes (node_kinds.h), the lanes, the pools and the fields walked below belong to
// one; whoever changes any of them raises it.
//   1  2026-11  rules as sections, in a core and its parts
//   2  2026-11  dates: values of that type, and the functions of dates
//   3  2026-11  rates of a person as rules
//   4  2026-12  law that is expected or open: bases, ranges, readings, what is plausible
//   5  2026-12  parameters that are switches
//   6  2026-12  inputs that are single payments, an adult's or a child's; contradictions; who belongs to the household
#pragma once

#include <array>
#include <string_view>

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

inline constexpr std::string_view image_magic = "ansiorul";
inline constexpr char image_version = 6;
inline constexpr std::size_t image_heading = image_magic.size() + 1 + 16;

// Lanes of numbers, then lanes of texts (each as the lengths and then the bytes).
enum class Lane : std::uint8_t {
  structure,
  reference,
  date,
  cell,
  position,
  node_kind,
  node_selector,
  node_type,
  node_reference,
  node_constant,
  node_place,
};
inline constexpr std::size_t lane_count = 11;
// Of names, and of the texts of each language, those that a first answer can show, and the rest.
enum class Pool : std::uint8_t {
  name,
  rest_name,
  formula,
  source,
  fi,
  sv,
  en,
  fi_simple,
  rest_fi,
  rest_sv,
  rest_en,
  rest_fi_simple,
};
inline constexpr std::size_t pool_count = 12;

// A file holds some of the sections. Whole images hold all; of the parts, the core holds what computing needs, the
// formulas what only explanations need, and there is a part for the texts of each language, and one for the rest of
// them.
inline constexpr std::size_t section_count = lane_count + pool_count;
constexpr std::size_t section_of(Lane lane) {
  return static_cast<std::size_t>(lane);
}
constexpr std::size_t section_of(Pool pool) {
  return lane_count + static_cast<std::size_t>(pool);
}
using SectionSet = std::uint32_t;
template <class... Section>
constexpr SectionSet sections(Section... section) {
  return (... | (SectionSet{1} << section_of(section)));
}
inline constexpr SectionSet all_sections = (SectionSet{1} << section_count) - 1;
inline constexpr SectionSet formula_sections = sections(Lane::node_place, Lane::position, Pool::formula, Pool::source);
inline constexpr std::array<SectionSet, language_count> text_sections{sections(Pool::fi), sections(Pool::sv),
                                                                      sections(Pool::en), sections(Pool::fi_simple)};
inline constexpr SectionSet rest_sections = sections(Pool::rest_name);
inline constexpr std::array<SectionSet, language_count> rest_text_sections{
    sections(Pool::rest_fi), sections(Pool::rest_sv), sections(Pool::rest_en), sections(Pool::rest_fi_simple)};
inline constexpr SectionSet core_sections =
    all_sections &
    ~(formula_sections | rest_sections | text_sections[0] | text_sections[1] | text_sections[2] | text_sections[3] |
      rest_text_sections[0] | rest_text_sections[1] | rest_text_sections[2] | rest_text_sections[3]);

// An archive is an ImageWriter or an ImageReader; both have these members, the writer taking what the reader gives:
//   number(lane, value, highest)   signed_number(lane, value)   flag(value)   size(vector)
//   text(pool, text, like)         cells(vector)                fraction(lane, value)      formula(formula)
template <class Archive>
class ImageFields {
 public:
  explicit ImageFields(Archive& archive) : archive_(archive) {}

  void rule_set(RuleSet& rules) {
    archive_.text(Pool::name, rules.name);
    archive_.text(Pool::name, rules.version);
    archive_.text(Pool::name, rules.hash);
    archive_.text(Pool::name, rules.link_pattern);
    archive_.text(Pool::name, rules.membership);
    month(rules.law_from);
    month(rules.law_until);
    each(rules.units, [&](BaseUnit& unit) {
      archive_.text(Pool::name, unit.name);
      archive_.text(Pool::name, unit.symbol);
      archive_.number(Lane::structure, unit.decimals, 12);
    });
    each(rules.recipients, [&](Recipient& recipient) {
      archive_.text(Pool::name, recipient.name);
      texts(recipient.title);
    });
    each(rules.enums, [&](Enumeration& enumeration) { this->enumeration(enumeration); });
    each(rules.modules, [&](Module& module) {
      archive_.text(Pool::name, module.name);
      archive_.text(Pool::name, module.statute);
      archive_.text(Pool::name, module.file);
      texts(module.title, nullptr, Shown::in_the_rest);
    });
    each(rules.parameters, [&](Parameter& parameter) { this->parameter(parameter, rules); });
    // Formulas name variables by number: all of them are there before the first formula is.
    archive_.size(rules.variables);
    for (Variable& variable : rules.variables)
      heading(variable, rules);
    for (Variable& variable : rules.variables) {
      each(variable.formulas, [&](DatedFormula& formula) { this->formula(formula); });
      bool has_initial = variable.initial.root != no_node;
      archive_.flag(has_initial);
      if (has_initial)
        archive_.formula(variable.initial);
    }
    each(rules.notices, [&](Notice& notice) { this->notice(notice, rules); });
    open_law(rules);
  }

 private:
  template <class T, class Visit>
  void each(std::vector<T>& all, Visit visit) {
    archive_.size(all);
    for (T& one : all)
      visit(one);
  }

  template <class E>
  void choice(E& value, E last) {
    int number = static_cast<int>(value);
    archive_.number(Lane::structure, number, static_cast<int>(last));
    value = static_cast<E>(number);
  }

  void month(YearMonth& value) { archive_.number(Lane::date, value.index, 2200 * 12); }

  // Whether a first answer can show a text, or only an explanation and the like.
  enum class Shown : std::uint8_t { at_first, in_the_rest };

  // A language may travel without the others: no text is told by that of another one. Names travel with all.
  void texts(Texts& texts, const std::string* name = nullptr, Shown shown = Shown::at_first) {
    bool is_given = !texts.empty();
    archive_.flag(is_given);
    if (!is_given)
      return;
    const auto first = static_cast<std::size_t>(shown == Shown::at_first ? Pool::fi : Pool::rest_fi);
    for (std::size_t i = 0; i < language_count; ++i)
      archive_.text(static_cast<Pool>(first + i), texts.by_language[i], name);
  }

  void assumption(Assumption& assumption, Shown shown) {
    archive_.flag(assumption.unverified);
    if (assumption.unverified)
      texts(assumption.note, nullptr, shown);
  }

  void citations(std::vector<Citation>& citations, const std::string& statute, Shown shown) {
    const Pool pool = shown == Shown::at_first ? Pool::name : Pool::rest_name;
    each(citations, [&](Citation& citation) {
      archive_.text(pool, citation.statute, &statute);
      archive_.text(pool, citation.section);
    });
  }

  void enumeration(Enumeration& enumeration) {
    archive_.text(Pool::name, enumeration.name);
    texts(enumeration.title);
    archive_.size(enumeration.members);
    enumeration.member_titles.resize(enumeration.members.size());
    for (std::size_t i = 0; i < enumeration.members.size(); ++i) {
      archive_.text(Pool::name, enumeration.members[i]);
      texts(enumeration.member_titles[i], &enumeration.members[i]);
    }
  }

  // "module.name" is stored without the module; a global name as it is.
  void qualified(Pool pool, std::string& name, std::uint16_t& module, const RuleSet& rules) {
    archive_.number(Lane::reference, module, rules.modules.empty() ? 0 : static_cast<int>(rules.modules.size()) - 1);
    const std::string prefix = module < rules.modules.size() ? rules.modules[module].name + '.' : std::string{};
    bool is_qualified = name.starts_with(prefix);
    std::string bare = is_qualified ? name.substr(prefix.size()) : name;
    archive_.flag(is_qualified);
    archive_.text(pool, bare);
    name = is_qualified ? prefix + bare : bare;
  }

  void unit(Unit& unit) {
    bool has_unit = !unit.is_none();
    archive_.flag(has_unit);
    if (has_unit)
      for (std::int8_t& power : unit.powers) {
        std::int64_t value = power;
        archive_.signed_number(Lane::structure, value);
        power = static_cast<std::int8_t>(value);
      }
  }

  void type(Type& type) {
    choice(type.kind, Type::Kind::date);
    if (type.kind == Type::Kind::enumeration)
      archive_.number(Lane::structure, type.enumeration, 0xffff);
    if (type.kind == Type::Kind::number)
      unit(type.unit);
  }

  void parameter(Parameter& parameter, const RuleSet& rules) {
    qualified(Pool::rest_name, parameter.name, parameter.module, rules);
    choice(parameter.kind, Parameter::Kind::scale);
    texts(parameter.title, nullptr, Shown::in_the_rest);
    citations(parameter.citations, statute_of(parameter.module, rules), Shown::in_the_rest);
    unit(parameter.unit);
    shown_as(parameter);
    each(parameter.keys, [&](TableKey& key) {
      archive_.flag(key.is_enumeration);
      archive_.number(Lane::structure, key.enumeration, 0xffff);
      archive_.signed_number(Lane::structure, key.low);
      archive_.signed_number(Lane::structure, key.high);
    });
    assumption(parameter.assumption, Shown::in_the_rest);
    archive_.text(Pool::source, parameter.published);
    archive_.flag(parameter.is_revised);
    values(parameter.values);
  }

  void values(std::vector<ParameterValue>& all) {
    const std::vector<Fraction>* before = nullptr;
    each(all, [&](ParameterValue& value) {
      month(value.from);
      archive_.flag(value.none);
      if (!value.none) {
        archive_.cells(value.cells, before);
        before = &value.cells;
        basis(value);
      }
      archive_.text(Pool::source, value.source);
      archive_.text(Pool::source, value.column);
      assumption(value.assumption, Shown::in_the_rest);
    });
  }

  void basis(ParameterValue& value) {
    choice(value.basis, Basis::continued);
    if (value.basis == Basis::enacted)
      return;
    bool has_range = !value.low.empty();
    archive_.flag(has_range);
    if (!has_range)
      return;
    archive_.cells(value.low, &value.cells);
    archive_.cells(value.high, &value.low);
  }

  void formula(DatedFormula& formula) {
    archive_.formula(formula);
    choice(formula.basis, Basis::continued);
    if (formula.basis != Basis::enacted)
      archive_.text(Pool::source, formula.source);
  }

  // The few that have something of the kind, by number.
  template <class T, class Has, class Visit>
  void some(std::vector<T>& all, Has has, Visit visit) {
    std::vector<std::uint32_t> numbers;  // none yet, when they are read
    for (std::size_t i = 0; i < all.size(); ++i)
      if (has(all[i]))
        numbers.push_back(static_cast<std::uint32_t>(i));
    archive_.size(numbers);
    for (std::uint32_t& number : numbers) {
      archive_.number(Lane::reference, number, all.empty() ? 0 : static_cast<int>(all.size()) - 1);
      if (number < all.size())
        visit(all[number]);
    }
  }

  // Readings, and what is plausible. Choices are made anew from them.
  void open_law(RuleSet& rules) {
    const auto reads = [](const auto& owner) { return !owner.readings.empty(); };
    some(rules.variables, reads, [&](Variable& rule) {
      each(rule.readings, [&](Reading& reading) {
        this->reading(reading);
        each(reading.formulas, [&](DatedFormula& formula) { this->formula(formula); });
      });
    });
    some(rules.parameters, reads, [&](Parameter& parameter) {
      each(parameter.readings, [&](Reading& reading) {
        this->reading(reading);
        values(reading.values);
      });
    });
    some(
        rules.variables, [](const Variable& input) { return input.plausible.has_value(); },
        [&](Variable& input) { plausible(input.plausible); });
  }

  void reading(Reading& reading) {
    archive_.text(Pool::rest_name, reading.name);
    texts(reading.says, nullptr, Shown::in_the_rest);
    texts(reading.settled_by, nullptr, Shown::in_the_rest);
    archive_.text(Pool::source, reading.source);
  }

  void plausible(std::optional<Plausible>& plausible) {
    Plausible value = plausible.value_or(Plausible{});
    archive_.cells(value.members, static_cast<const std::vector<Fraction>*>(nullptr));
    if (value.members.empty()) {
      archive_.formula(value.least);
      archive_.formula(value.most);
    }
    archive_.text(Pool::source, value.source);
    plausible = std::move(value);
  }

  // Two flags that exclude each other, in the place of one.
  void shown_as(Parameter& parameter) {
    int shown = parameter.boolean ? 2 : parameter.percent ? 1 : 0;
    archive_.number(Lane::structure, shown, 2);
    parameter.percent = shown == 1;
    parameter.boolean = shown == 2;
  }

  void bound(std::optional<Fraction>& bound) {
    bool has_bound = bound.has_value();
    archive_.flag(has_bound);
    if (!has_bound)
      return;
    Fraction value = bound.value_or(Fraction{});
    archive_.fraction(Lane::cell, value);
    bound = value;
  }

  void rate(std::optional<RateOf>& rate) {
    bool has_rate = rate.has_value();
    archive_.flag(has_rate);
    if (!has_rate)
      return;
    RateOf value = rate.value_or(RateOf{});
    archive_.number(Lane::reference, value.of, 0x7fffffff);
    archive_.number(Lane::reference, value.leaves, 0x7fffffff);
    bound(value.step);
    rate = value;
  }

  void heading(Variable& variable, const RuleSet& rules) {
    choice(variable.kind, Variable::Kind::rule);
    qualified(Pool::name, variable.name, variable.module, rules);
    choice(variable.entity, Entity::person);
    choice(variable.period, Period::year);
    type(variable.type);
    archive_.flag(variable.percent);
    archive_.number(Lane::structure, variable.decimals, 12);
    bound(variable.lowest);
    bound(variable.highest);
    archive_.flag(variable.is_single);
    choice(variable.whose, Whose::child);
    archive_.flag(variable.required);
    archive_.flag(variable.output);
    archive_.flag(variable.adds_up);
    rate(variable.rate);
    bool at_first = is_shown_at_first(rules, variable);
    archive_.flag(at_first);
    const Shown shown = at_first ? Shown::at_first : Shown::in_the_rest;
    texts(variable.title, nullptr, shown);
    texts(variable.says, nullptr, shown);
    texts(variable.question, nullptr, shown);
    texts(variable.why, nullptr, shown);
    citations(variable.citations, statute_of(variable.module, rules), shown);
    assumption(variable.assumption, shown);
    archive_.number(Lane::structure, variable.headline, last_headline);
    archive_.flag(variable.is_situation);
    bool has_situation = variable.unsupported != no_variable;
    archive_.flag(has_situation);
    if (has_situation)
      archive_.number(Lane::reference, variable.unsupported, 0x7fffffff);
    each(variable.contradicts, [&](VariableId& input) { archive_.number(Lane::reference, input, 0x7fffffff); });
    std::string file = variable.position.file;
    archive_.text(Pool::name, file,
                  variable.module < rules.modules.size() ? &rules.modules[variable.module].file : nullptr);
    variable.position.file = file;
    archive_.number(Lane::position, variable.position.line, 0x7fffffff);
    archive_.number(Lane::position, variable.position.column, 0x7fffffff);
  }

  // What a notice shares with its rule is stored with the rule.
  void notice(Notice& notice, const RuleSet& rules) {
    archive_.number(Lane::reference, notice.variable,
                    rules.variables.empty() ? 0 : static_cast<int>(rules.variables.size()) - 1);
    archive_.text(Pool::name, notice.to);
    bool has_due = notice.due.has_value();
    archive_.flag(has_due);
    if (has_due) {
      VariableId due = notice.due.value_or(0);
      archive_.number(Lane::reference, due, rules.variables.empty() ? 0 : static_cast<int>(rules.variables.size()) - 1);
      notice.due = due;
    }
    texts(notice.deadline);
    texts(notice.attachment);
    if (notice.variable >= rules.variables.size())
      return;
    const Variable& rule = rules.variables[notice.variable];
    notice.name = rule.name;
    notice.module = rule.module;
    notice.entity = rule.entity;
    notice.title = rule.title;
    notice.says = rule.says;
    notice.citations = rule.citations;
    notice.assumption = rule.assumption;
    if (!rule.formulas.empty())
      notice.when = rule.formulas.front();
  }

  [[nodiscard]] std::string statute_of(std::uint16_t module, const RuleSet& rules) const {
    return module < rules.modules.size() ? rules.modules[module].statute : std::string{};
  }

  Archive& archive_;
};

}  // namespace ansio::ruleset
