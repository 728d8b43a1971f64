// What somebody may have meant who wrote a name that nothing bears: names and titles in every language.
//
//   nearest_member(kinds, "Helsingfors") == "Helsinki"       // by its Swedish title
//   nearest_variable(rules, "vuokra") == "rent"
//
// Case, marks and blanks do not matter ("abo" is Åbo). Empty when nothing is near.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calc/case/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::cases {

std::string nearest_member(const Enumeration& kinds, std::string_view text);

// `structural` are names besides those of variables, the keys of a case; they have titles, too.
std::string nearest_variable(const RuleSet& rules, std::string_view text,
                             const std::vector<std::string>& structural = {});

}  // namespace ansio::cases
