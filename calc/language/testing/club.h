// The names that formulas in tests may use: a club with members, dues and two colours of jersey.
#pragma once

#include <string>

#include "calc/language/check/checker.h"
#include "calc/language/floor.h"
#include "calc/language/tree/print.h"
#include "calc/language/tree/unit.h"

namespace ansio::testing {

using namespace language;

inline Unit unit(std::string_view text) {
  const std::vector<std::string> declared{"kr", "m2"};
  return *parse_unit(text, declared);
}

inline Type number(std::string_view unit_text) {
  return {Type::Kind::number, 0, unit(unit_text)};
}

class Club {
 public:
  Club() {
    symbols_.module = "club";
    symbols_.base_units = {"kr", "m2"};
    symbols_.enums = {{"colour", {"red", "green", "blue"}}, {"size", {"small", "large"}}};
    constexpr auto household = Entity::household;
    constexpr auto person = Entity::person;
    const Type boolean{Type::Kind::boolean, 0, {}};
    const Type month{Type::Kind::month, 0, {}};
    const Type date{Type::Kind::date, 0, {}};
    const Type colour{Type::Kind::enumeration, 0, {}};
    const Type size{Type::Kind::enumeration, 1, {}};

    input("rent", number("kr/month"), household);
    input("area", number("m2"), household);
    input("colour", colour, household);
    input("open", boolean, household);
    input("founded", month, household);
    input("opened", date, household);
    input("wage", number("kr/month"), person);
    input("hours", number("hour/week"), person);
    input("age", number("year"), person);
    input("member", boolean, person);
    input("jersey", size, person);
    input("joined", month, person);

    rule("club.income", number("kr/month"), household, Period::month, true);
    rule("club.costs", number("kr/month"), household, Period::month, false);
    rule("club.games", number("1"), household, Period::month, true);
    rule("club.full", boolean, household, Period::month, true);
    rule("club.result", number("kr/year"), household, Period::year, true);
    rule("club.audit", number("kr/year"), household, Period::year, false);
    rule("club.dues", number("kr/month"), person, Period::month, true);
    rule("club.fine", number("kr/month"), person, Period::month, false);
    rule("club.tax", number("kr/year"), person, Period::year, true);
    rule("shop.sales", number("kr/month"), household, Period::month, true);
    rule("shop.bonus", number("kr/month"), person, Period::month, true);
    rule("grand_total", number("kr/month"), household, Period::month, true);

    parameter("club.rate", ParameterSymbol::Kind::scalar, "1", {});
    parameter("club.cap", ParameterSymbol::Kind::scalar, "kr/month", {});
    parameter("club.cent", ParameterSymbol::Kind::scalar, "kr/month", {});
    parameter("club.price", ParameterSymbol::Kind::table, "kr/month", {{true, 0}});
    parameter("club.grid", ParameterSymbol::Kind::table, "kr/month", {{true, 1}, {false, 0}});
    parameter("club.brackets", ParameterSymbol::Kind::scale, "kr/year", {});
    parameter("shop.limit", ParameterSymbol::Kind::scalar, "kr/year", {});
  }

  Symbols& symbols() { return symbols_; }

  // The names of ids, for printing: bare within the club.
  [[nodiscard]] FormulaNames names(std::string_view formula_text) const {
    FormulaNames names;
    names.variable = [this](VariableId id) { return bare(variables_.at(id)); };
    names.parameter = [this](ParameterId id) { return bare(parameters_.at(id)); };
    names.member = [this](std::uint16_t enumeration, std::uint32_t member) {
      return symbols_.enums.at(enumeration).members.at(member);
    };
    names.base_units = symbols_.base_units;
    names.formula_text = formula_text;
    return names;
  }

 private:
  static std::string bare(const std::string& name) { return name.starts_with("club.") ? name.substr(5) : name; }

  void add(const std::string& name, VariableSymbol symbol) {
    symbol.id = static_cast<VariableId>(variables_.size());
    symbols_.variables.emplace(name, symbol);
    variables_.push_back(name);
  }
  void input(const std::string& name, const Type& type, Entity entity) {
    add(name, {0, type, entity, Period::month, true, false, true});
  }
  void rule(const std::string& name, const Type& type, Entity entity, Period period, bool has_initial) {
    add(name, {0, type, entity, period, false, has_initial, true});
  }
  void parameter(const std::string& name, ParameterSymbol::Kind kind, std::string_view unit_text,
                 std::vector<ParameterSymbol::Key> keys) {
    const auto id = static_cast<ParameterId>(parameters_.size());
    symbols_.parameters.emplace(name, ParameterSymbol{id, kind, number(unit_text), std::move(keys), true});
    parameters_.push_back(name);
  }

  Symbols symbols_;
  std::vector<std::string> variables_;
  std::vector<std::string> parameters_;
};

}  // namespace ansio::testing
