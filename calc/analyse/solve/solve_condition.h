// A condition to search by: true or false, in the rule language, as one more rule of the rules.
//
//   Result<Condition> condition =
//       read_condition(rules, shape, "disposable_income >= 1.1 * base.disposable_income", where);
//   give_base(*condition, timeline, shape, figures);
//
// It is a rule of the client: bare names are the household's figures and the client's own, others' have their role
// (`spouse.wage`). Whatever a rule may say a condition may say. `base.` before a name is the same figure of a base, a
// household to compare with: for each such figure the rules get one more rule, whose formula is the base's figure as a
// number, month by month. So a condition is checked, compiled and explained as the law is.
//
// Errors: those of formulas (2xx), each with its column in the text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "calc/analyse/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::analyse {

// A figure of the base that the condition reads, and the rule that stands for it.
struct BaseRead {
  Instance figure;
  VariableId stand_in = no_variable;
};

struct Condition {
  std::string text;
  std::shared_ptr<RuleSet> rules;  // those of the law, then the stand-ins and the condition
  Instance instance;               // the condition, a rule of the client
  std::vector<Instance> figures;   // what it reads, as named: of the law's rules, base or not, each once
  std::vector<BaseRead> base;
};

Result<Condition> read_condition(const RuleSet& rules, const Shape& shape, std::string_view text,
                                 const Position& where);

// `figures[i]`: condition.base[i] of the base, one value a month of the timeline, or one a year.
void give_base(Condition& condition, const Timeline& timeline, const std::vector<std::vector<Value>>& figures);

}  // namespace ansio::analyse
