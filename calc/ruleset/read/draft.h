// A rule set while it is read: what is settled so far, what is still text, and everything found wrong on the way.
//
// Reading goes module by module and declares names; formulas are only noted down, since they may name what a later file
// declares. The rest (names, types, dates, cycles) is checked when all files have been read.
#pragma once

#include "calc/base/document/document.h"
#include "calc/ruleset/declare/table_file.h"
#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/read/fields.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::ruleset {

// A formula that waits for all names to be known.
struct FormulaSource {
  enum class Slot : std::uint8_t { formula, initial, reading, least, most };
  Slot slot = Slot::formula;
  VariableId variable = 0;
  std::size_t place = 0;           // in Variable::formulas, or those of the reading
  const Document* text = nullptr;  // a scalar
  std::size_t reading = 0;         // in Variable::readings
};

// Where the formula belongs.
DatedFormula& formula_of(RuleSet& rules, const FormulaSource& source);

// A sentence whose {names} wait for the same.
struct SentenceSource {
  const Document* texts = nullptr;  // a map from language to text
  VariableId variable = 0;
};

// The situation that a rule names as the one in which it has no answer; it waits for the same.
struct SituationSource {
  const Document* name = nullptr;  // a scalar
  VariableId rule = 0;
};

// The inputs that a contradiction names; they wait for the same.
struct ContradictionSource {
  const Document* inputs = nullptr;  // a list of scalars
  VariableId rule = 0;
};

// The names in the rate that a rule tells; they wait for the same.
struct RateSource {
  const Document* of = nullptr;  // scalars
  const Document* leaves = nullptr;
  VariableId rule = 0;
};

struct ModuleSource {
  const SourceFile* file = nullptr;
  Document document;
};

struct Draft {
  explicit Draft(const Sources& all) : sources(all), tables(all) {}

  const Sources& sources;
  TableFiles tables;
  RuleSet rules;
  Diagnostics diagnostics;
  std::vector<FormulaSource> formulas;
  std::vector<SentenceSource> sentences;
  std::vector<SituationSource> situations;
  std::vector<ContradictionSource> contradictions;
  std::vector<RateSource> rates;
  std::optional<Document> membership;         // the name of the rule that says who belongs to the household
  std::vector<Position> parameter_positions;  // beside RuleSet::parameters
  std::vector<bool> valued_parameters;        // likewise: read without errors
  std::vector<bool> typed_parameters;         // likewise: unit and keys are known
  std::vector<bool> typed_variables;          // beside RuleSet::variables: entity and type are known
  bool unread_modules = false;                // a file is malformed, so that names may be missing that are not wrong
};

// What the header of a module says, for the readers of its sections.
struct ModuleContext {
  std::uint16_t index = 0;  // in RuleSet::modules
  std::string name;
  std::string statute;
  std::string file;
  std::string published;  // where new values of its parameters are published
};

std::optional<std::uint16_t> find_enumeration(const RuleSet& rules, std::string_view name);

// `unit: kg/month`, `unit: "%"` or `type: boolean`; E302 when neither is there, E303 when both are.
struct DeclaredType {
  Type type;
  bool percent = false;
};
std::optional<DeclaredType> read_type(Fields& fields, Draft& draft);

// A unit as written in a rule file, "%" included; E309.
std::optional<DeclaredType> read_unit(const Document& document, Draft& draft);

}  // namespace ansio::ruleset
