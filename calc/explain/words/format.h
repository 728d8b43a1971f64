// Numbers and values as people read them, in each language.
//
//   format_number(1234.5, {.least = 2, .most = 2}, Language::fi) == "1 234,50"   (no-break space)
//   format_number(1234.5, {.least = 2, .most = 2}, Language::en) == "1,234.50"
//   format_value(rules, amount, 1234.5, Language::fi)            == "1 234,50 €/kk"
//
// For people only: what other programs read comes from the serializer, exact and without separators.
#pragma once

#include <string>

#include "calc/base/date/date.h"
#include "calc/explain/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/model/unit_name.h"

namespace ansio::explain {

struct Decimals {
  int least = 0;
  int most = 6;  // rounded half away from zero beyond
};

std::string format_number(const Fraction& value, Decimals decimals, Language language);

// "€/kk", "h/vk"; empty for no unit. Declared units bear their symbols, units of time their word.
std::string unit_symbol(const RuleSet& rules, const Unit& unit, Language language);

// How many decimals figures of this unit are shown with: those of its declared units (money: 2), else none.
int shown_decimals(const RuleSet& rules, const Unit& unit);

// "12.3.2026"; in English, where day and month are taken for each other, "2026-03-12".
std::string format_date(Date date, Language language);

// Yes or no, the title of a member, a month, a date, or a number with its unit. `most_decimals` as in Decimals.
std::string format_value(const RuleSet& rules, const Type& type, bool percent, const Value& value, Language language,
                         int most_decimals);

// Inside a sentence, whose words say per what time: "1 234,50 €" of an amount per month. Units without a declared one
// (hours a week) stay whole.
std::string format_in_sentence(const RuleSet& rules, const Type& type, bool percent, const Value& value,
                               Language language);

// The same with the decimals usual for the variable: what tables show.
std::string format_value(const RuleSet& rules, const Variable& variable, const Value& value, Language language);

}  // namespace ansio::explain
