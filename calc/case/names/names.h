// Whose figure it is, in writing: `rent`, `client.wage`, `child2.age`, `spouse.tax.total`.
//
// Batch columns, rule tests, `--get` and the keys of answers all use these names.
//
//   Result<VariableName> name = parse_variable_name(rules, "child2.age", where);
//   instance_name(rules, shape, *instance_in(shape, *name)) == "child2.age"
//
// Errors: unknown_variable (with the nearest name), no_such_person for a name such as child0 or a person's variable
// without its role.
#pragma once

#include <string>
#include <string_view>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/limits/limits.h"
#include "calc/case/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::cases {

struct Owner {
  enum class Role : std::uint8_t { household, client, spouse, child };
  Role role = Role::household;
  std::uint8_t child = 0;  // 1, 2, … for Role::child
  friend auto operator<=>(const Owner&, const Owner&) = default;
};

struct VariableName {
  Owner owner;
  VariableId variable = 0;
  friend auto operator<=>(const VariableName&, const VariableName&) = default;
};

Result<VariableName> parse_variable_name(const RuleSet& rules, std::string_view text, const Position& where);

// Where only one household is spoken of, a person's variable without a person is the client's: "wage=0:10" →
// "client.wage=0:10".
std::string owned_name(const RuleSet& rules, const std::string& name);

// "client", "spouse", "child3" → its owner; nothing for any other text.
std::optional<Owner> parse_person(std::string_view text);

// The person's number in a household of this shape; nothing when the household has no such person.
std::optional<std::uint8_t> person_number(const Shape& shape, const Owner& owner);
Owner owner_of(const Shape& shape, std::uint8_t person);  // the reverse
std::optional<Instance> instance_in(const Shape& shape, const VariableName& name);

// "client", "spouse", "child1", …; "" for the household.
std::string person_name(const Shape& shape, std::uint8_t person);
std::string person_name(const Owner& owner);
std::string instance_name(const RuleSet& rules, const Shape& shape, const Instance& instance);

// The variable's instances in a household: one for the household, or one for each person.
std::vector<Instance> instances_of(const RuleSet& rules, const Shape& shape, VariableId variable);

// Variables by bare name, whosoever they are; `option` is where the names stand.
Result<std::vector<VariableId>> parse_bare_names(const RuleSet& rules, const std::vector<std::string>& names,
                                                 const std::string& option);

// The diagnostic of a name that nothing bears, with the nearest one as its hint.
Diagnostic unknown_variable(const RuleSet& rules, std::string_view text, const Position& where);

}  // namespace ansio::cases
