// What the names in formulas stand for: filled by the rule-set loader, read by the checker.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calc/language/floor.h"
#include "calc/language/tree/tree.h"
#include "calc/language/tree/type.h"

namespace ansio::language {

struct VariableSymbol {
  VariableId id = 0;
  Type type;
  Entity entity = Entity::household;
  Period period = Period::month;
  bool is_input = false;
  bool has_initial = false;
  bool settled = true;  // false: its own declaration is wrong, so say nothing more about its type
  bool aside = false;   // known by its full name, but never what a shorter name may have meant
};

struct ParameterSymbol {
  struct Key {
    bool is_enumeration = false;  // else whole numbers
    std::uint16_t enumeration = 0;
  };
  enum class Kind : std::uint8_t { scalar, table, scale };

  ParameterId id = 0;
  Kind kind = Kind::scalar;
  Type type;  // of the cells; of a scale: of the limits
  std::vector<Key> keys;
  bool settled = true;
};

struct EnumSymbol {
  std::string name;
  std::vector<std::string> members;
};

// Names are full ones: "module.name"; inputs and global rules have no module ("wage").
struct Symbols {
  std::string module;  // whose formula is checked: its names are used bare
  std::map<std::string, VariableSymbol, std::less<>> variables;
  std::map<std::string, ParameterSymbol, std::less<>> parameters;
  std::vector<EnumSymbol> enums;        // index: Type::enumeration
  std::vector<std::string> base_units;  // index: place in Unit::powers less Unit::first_declared
  // The rule that says in which months a person belongs to the household: sets and roles hold only those who do.
  std::string membership;
};

// Keywords, values (true, this_month, position, …), roles and base units: no rule, parameter, input or module may bear
// such a name. Functions and sets of people are no such words, since their place in a formula tells them apart.
bool is_reserved(std::string_view name, const Symbols& symbols);

// "hour/week", "a number without unit", "boolean", "household_kind", "month".
std::string type_text(const Type& type, const Symbols& symbols);

}  // namespace ansio::language
