// The manifest of a rule set, `ruleset.yaml`: what all its modules share.
//
//   ruleset: utopia
//   version: "2026.1"
//   languages: [fi, sv, en, fi-simple]
//   law_from: 2024-01                  # the months whose law the rules know
//   law_until: 2026-12
//   citation_link: https://…/{year}/{number}
//   members: household.is_member       # the rule that says in which months a person belongs to the household
//   units:                             # base units beside year, month, week, day and hour
//     kg: {symbol: kg, decimals: 3}
//   recipients:                        # whom a notice may name
//     employer: {fi: …, sv: …, en: …, fi-simple: …}
//   authorities:                       # optional: who else may settle what no source confirms
//     ministry: {fi: …, sv: …, en: …, fi-simple: …}
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// The language in which the rule files write their texts; nothing when they write each text in all languages.
std::optional<Language> language_of_rules(const Document& manifest, Diagnostics& diagnostics);

void read_manifest(const Document& document, Draft& draft);

}  // namespace ansio::ruleset
