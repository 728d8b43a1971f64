// The words that the language keeps for itself.
#pragma once

#include <string_view>

#include "calc/language/floor.h"

namespace ansio::language {

// let, if, then, else, and, or, not, in: they stand where no name can.
bool is_keyword(std::string_view word);

// client, spouse, partner, self: what may stand before the point of client.wage.
bool is_role(std::string_view word);

// Everything else that means something bare: true, this_month, sets of people, functions.
bool is_language_word(std::string_view word);

}  // namespace ansio::language
