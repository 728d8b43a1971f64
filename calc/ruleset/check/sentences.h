// Sentences for a client: `says: {fi: "Tuki on {amount}.", …}`.
//
// {amount} is the figure of the rule itself; any other name is a variable or a parameter that is no table, found as
// formulas find it: the module's own, then inputs and global rules, then module.name; a person's after a role, as in
// {client.wage}.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// The names in braces; nothing when a brace is left open or stands alone.
std::optional<std::vector<std::string>> names_in_sentence(std::string_view sentence);

// Checks every sentence of the draft (E203); says which parameters sentences name.
std::vector<bool> check_sentences(Draft& draft);

}  // namespace ansio::ruleset
