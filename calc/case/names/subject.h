// Which figure of a case an explanation is asked for, from the names people give: scenario, variable, month.
//
//   Result<Subject> subject = read_subject(rules, situation, {.variable = "client.net_income", .month = "2026-03"});
//
// Errors: wrong_use for a scenario or month the case does not show, unknown_variable, no_such_person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/case/floor.h"
#include "calc/case/read/case.h"

namespace ansio::cases {

struct SubjectNames {
  std::string variable;  // a person's variable without a person is the client's
  std::string scenario;  // empty: the first
  std::string month;     // "YYYY-MM"; empty: the first
};

struct Subject {
  const Scenario* scenario = nullptr;  // of the case
  Instance instance;
  YearMonth month;
};

// "" is the first scenario; "" is the first month shown.
Result<const Scenario*> find_scenario(const Case& situation, const std::string& name);
Result<YearMonth> find_month(const Case& situation, const std::string& text);

// Figures of a whole case: a bare name is that of everybody, one with a person that person's alone.
struct FigureName {
  VariableId variable = 0;
  std::optional<Owner> owner{};
};
// Errors: unknown_variable, no_such_person; `option` is where the names stand.
Result<std::vector<FigureName>> parse_figure_names(const RuleSet& rules, const Case& situation,
                                                   const std::vector<std::string>& names, const std::string& option);

// Each once, in the order asked for.
std::vector<VariableId> variables_of(const std::vector<FigureName>& names);

// Whether one of the names means this figure; without names all are meant.
bool is_meant(const std::vector<FigureName>& names, const Shape& shape, const Instance& instance);

Result<Subject> read_subject(const RuleSet& rules, const Case& situation, const SubjectNames& names);

}  // namespace ansio::cases
