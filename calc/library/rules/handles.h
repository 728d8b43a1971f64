// What the handles of the public header hold, and how values, problems and names leave the engine.
#pragma once

#include <memory>

#include <ansio/ansio.h>
#include "calc/case/read/case.h"
#include "calc/library/floor.h"
#include "calc/program/machine/machine.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::library {

struct Told {
  const RuleSet& rules;
  Language language = Language::en;
};

// Refusals that the rules word are put into the reader's language.
std::vector<Problem> problems_of(const Diagnostics& diagnostics);
std::vector<Problem> problems_of(const Told& told, const Diagnostics& diagnostics);

// Nothing and a problem for a language there is none of.
std::optional<Language> language_of(const std::string& code, std::vector<Problem>& problems);

ValueText value_of(const Told& told, const Variable& variable, const Value& value);
// As read at another time: a sum over a year is per year.
ValueText value_of(const Told& told, const Variable& variable, const Type& type, const Value& value);

// "money/month", "1", "%"; empty of what is no number.
std::string unit_of(const RuleSet& rules, const Variable& variable);

// "2026-05", of a yearly variable "2026".
std::string month_text(const Variable& variable, YearMonth month);

}  // namespace ansio::library

namespace ansio {

struct Rules::Loaded {
  ruleset::RuleSet rules;
};

struct Household::Read {
  std::shared_ptr<const Rules::Loaded> loaded;
  cases::Case situation;
  std::vector<Problem> warnings;
  std::unique_ptr<program::Machine> machine;  // keeps compiled programs from one question to the next

  [[nodiscard]] const ruleset::RuleSet& rules() const { return loaded->rules; }
};

}  // namespace ansio
