// A rule set in memory: every parameter, variable, notice and text of `rules/`, checked and linked.
//
// Made by load_rules (calc/ruleset/read/load.h, from YAML) or load_image (calc/ruleset/image/image.h, from a binary
// image); read-only afterwards, shared by every evaluator.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "calc/base/date/year_month.h"
#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/number/fraction.h"
#include "calc/language/tree/tree.h"
#include "calc/language/tree/type.h"
#include "calc/ruleset/floor.h"

namespace ansio::ruleset {

enum class Language : std::uint8_t { fi, sv, en, fi_simple };
inline constexpr int language_count = 4;

struct Texts {
  std::array<std::string, language_count> by_language;
  [[nodiscard]] const std::string& in(Language language) const {
    return by_language[static_cast<std::size_t>(language)];
  }
  [[nodiscard]] bool empty() const {  // in all of them: a program may hold the texts of one language alone
    for (const std::string& text : by_language)
      if (!text.empty())
        return false;
    return true;
  }
};

// "571/2007 9 §": statute and section; `link` is derived from the manifest's pattern.
struct Citation {
  std::string statute;
  std::string section;
};

struct Assumption {  // `status: unverified` with its note
  bool unverified = false;
  Texts note;
  std::vector<std::string> settled_by;  // names of recipients and authorities; in no image
  std::string looked_at;                // sources and the days they were read; in no image
};

struct Enumeration {
  std::string name;
  Texts title;
  std::vector<std::string> members;
  std::vector<Texts> member_titles;
};

struct BaseUnit {  // declared by the manifest, at place Unit::first_declared + index
  std::string name;
  std::string symbol;
  int decimals = 2;
};

struct TableKey {  // an enum, or whole numbers low…high
  bool is_enumeration = false;
  std::uint16_t enumeration = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;  // for an enum: its member count − 1
  [[nodiscard]] std::int32_t size() const { return high - low + 1; }
};

// What a value or a formula stands on: a text in force; a text in force over something that is not known yet; or what
// held before, where the decision that replaces it is not known.
enum class Basis : std::uint8_t { enacted, forecast, continued };

struct ParameterValue {
  YearMonth from;
  bool none = false;  // no value from here on
  std::vector<Fraction>
      cells;  // 1; or one a table cell, the last key running fastest; or lower limit and rate per band
  std::string source;
  std::string column;  // of a table beside the rules: the column the cells are from, or columns, "a, b"
  Assumption assumption;
  Basis basis = Basis::enacted;
  std::vector<Fraction> low, high;  // between what an expected value may lie, cell by cell; empty when nothing is said

  // Whether this cell may turn out to be another: a cell whose range is a point may not.
  [[nodiscard]] bool is_expected(std::size_t cell) const {
    return basis != Basis::enacted && (cell >= low.size() || low[cell] != high[cell]);
  }
};

struct DatedFormula {
  YearMonth from;  // YearMonth{0} when the formula has no date
  NodeId root = no_node;
  std::string text;  // as written, for explanations
  Basis basis = Basis::enacted;
  std::string source{};  // of one that is expected
};

// Another way in which the law can be read, beside the one that the rules take.
struct Reading {
  std::string name;
  Texts says;        // how it reads the law, in words
  Texts settled_by;  // who could say which reading holds
  std::string source;
  std::vector<DatedFormula> formulas;  // of a rule, from its first date on; before it the rule's own
  std::vector<ParameterValue> values;  // of a parameter, likewise
};

// What an input may be when nobody says: some members, or all from the least to the most, each a formula over what is
// known of the household.
struct Plausible {
  std::vector<Fraction> members;
  DatedFormula least, most;  // roots are no_node where members are told
  std::string source;
};

struct Parameter {
  enum class Kind : std::uint8_t { scalar, table, scale };
  std::string name;  // "module.name"
  std::uint16_t module = 0;
  Kind kind = Kind::scalar;
  Texts title;
  std::vector<Citation> citations;
  Unit unit;             // of the cells (of a scale: of the limits)
  bool percent = false;  // written and shown as per cent
  bool boolean = false;  // a switch: its cells are 1 where it is true
  std::vector<TableKey> keys;
  std::vector<ParameterValue> values;  // by date, ascending
  Assumption assumption;
  std::string published;            // where new values are published; empty when nothing is said
  bool is_revised = false;          // said of this parameter itself, and not of its module
  std::vector<Reading> readings;    // others than these values
  VariableId choice = no_variable;  // which of them holds (RuleSet::choices)

  [[nodiscard]] Type cell_type() const {  // of a scale: of its limits
    return boolean ? Type{Type::Kind::boolean, 0, {}} : Type{Type::Kind::number, 0, unit};
  }
};

inline constexpr int last_headline = 255;

// What a rule without a formula tells: the share of a change of `of` that `leaves` does not gain, when the household is
// compared with itself with a step more of that number in every month, or with none of it.
struct RateOf {
  VariableId of = 0;             // the same person's number per month
  VariableId leaves = 0;         // the household's number per month
  std::optional<Fraction> step;  // nothing: all of it, down to 0
};

// For whom the rules read an input of persons.
enum class Whose : std::uint8_t { anybody, adult, child };

struct Variable {
  enum class Kind : std::uint8_t { input, rule, choice };
  Kind kind = Kind::rule;
  std::string name;  // "module.name"; inputs and global rules: the bare name
  std::uint16_t module = 0;
  Entity entity = Entity::household;
  Period period = Period::month;
  Type type;
  bool percent = false;
  int decimals = 2;                         // of an input: how many people use
  std::optional<Fraction> lowest, highest;  // bounds
  bool is_single = false;                   // of an input: a payment, which stands in the months named and no others
  Whose whose = Whose::anybody;             // of an input of persons
  std::vector<DatedFormula> formulas;       // of a rule; of an input: its default, at most one
  bool required = false;                    // an input without a default
  DatedFormula initial;                     // root no_node when there is none
  Texts title, says, question, why;
  std::vector<Citation> citations;
  Assumption assumption;
  std::optional<RateOf> rate;  // of a rule; it has no formula then, and no formula reads it
  bool output = false;
  bool adds_up = true;                   // of a number per month: whether its sum over months means anything
  int headline = 0;                      // its place among the figures a table begins with; 0: not among them
  bool is_situation = false;             // of a boolean rule: a situation declared as unsupported
  VariableId unsupported = no_variable;  // of a rule: the situation in which it has no answer
  std::vector<VariableId> contradicts;   // of a boolean rule: the inputs that do not fit each other where it holds
  std::vector<Reading> readings;         // of a rule: others than its formulas
  VariableId choice = no_variable;       // which of them holds (RuleSet::choices)
  std::optional<Plausible> plausible;    // of an input
  Position position;
};

// A notice is also a boolean rule of the same name, so that it is computed, wanted and explained as any other figure;
// so is the day it is due, by the name of the notice with _due.
struct Notice {
  std::string name;         // "module.name"
  VariableId variable = 0;  // that rule; its formula is `when`
  std::optional<VariableId> due;
  std::uint16_t module = 0;
  Entity entity = Entity::household;
  DatedFormula when;
  std::string to;  // the name of a Recipient
  Texts title, deadline, attachment, says;
  std::vector<Citation> citations;
  Assumption assumption;
};

// Whom a notice tells the client to tell; declared by the manifest.
struct Recipient {
  std::string name;
  Texts title;
};

struct Module {
  std::string name;
  Texts title;
  std::string statute;
  std::string file;
};

// A whole number of the household that no formula names and no case gives by name: which reading of a rule or of a
// parameter holds. 0, as when it is not given, is the one that the rules take; n is the n-th of the others. So a
// reading moves as an input does.
struct Choice {
  enum class Of : std::uint8_t { rule, parameter };
  Of of = Of::rule;
  std::uint32_t id = 0;     // VariableId or ParameterId
  VariableId variable = 0;  // past all inputs and rules
};

struct RuleSet {
  std::string name, version, hash;  // hash: hex digest of all rule texts
  YearMonth law_from, law_until;    // the months the rules know
  std::string link_pattern;
  std::string membership;  // the rule that says in which months a person belongs to the household; empty: in all
  std::vector<BaseUnit> units;
  std::vector<Recipient> recipients;
  std::vector<Recipient> authorities;  // who else may settle what is unverified; in no image
  std::vector<Enumeration> enums;
  std::vector<Module> modules;
  std::vector<Parameter> parameters;
  std::vector<Variable> variables;
  std::vector<Notice> notices;
  std::vector<Choice> choices;
  Tree tree;

  [[nodiscard]] std::optional<VariableId> find_variable(std::string_view name) const;
};

// Whether `rule` may name `situation` as the one in which it has no answer: of the same period, of the household or of
// the rule's own person.
bool can_refuse(const Variable& situation, const Variable& rule);

// Whether it may say in which months a person belongs to the household.
bool can_tell_membership(const Variable& variable);

// Whether `rule` may name `input` as one of those that do not fit each other: the household's, or of the rule's person.
bool can_contradict(const Variable& input, const Variable& rule);

// The rate as a formula would say it: "1 - (net[wage + 1] - net) / 1", "1 - (net - net[wage = 0]) / wage".
std::string formula_text(const RuleSet& rules, const RateOf& rate);

// Whether a first answer can show the variable: an input, an output or a notice. The texts of all others may be absent
// from rules loaded for that alone (image.h).
bool is_shown_at_first(const RuleSet& rules, const Variable& variable);

// The formula or value in force in `month`; nullptr when there is none.
const DatedFormula* formula_at(const std::vector<DatedFormula>& formulas, YearMonth month);
const ParameterValue* value_at(const Parameter& parameter, YearMonth month);

// The same under a reading: 0 is the rules' own, n the n-th of the others.
const DatedFormula* formula_at(const Variable& rule, std::size_t reading, YearMonth month);
const ParameterValue* value_at(const Parameter& parameter, std::size_t reading, YearMonth month);

}  // namespace ansio::ruleset
