// An axis: one given variable of a scenario, and the evenly spaced values it takes.
//
//   Result<Axis> axis = read_axis(rules, "client.wage=0:4000:10", where);
//   axis->count() == 401; axis->at(2) == 20
//   read_axis(rules, "client.wage=0:4000", where, AxisStep::finest)->count() == 400'001      // by the cent
//
// Errors: wrong_use for a text of another form, a step that is not positive, too many points; those of names (names.h)
// and values (value.h).
#pragma once

#include <string_view>

#include "calc/analyse/floor.h"
#include "calc/base/limits/limits.h"
#include "calc/case/read/case.h"

namespace ansio::analyse {

struct Axis {
  VariableName name;
  Fraction from, to, step;

  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] Fraction at(std::size_t point) const;
};

// Finest: ":STEP" may be left out, and is then the smallest step the variable's decimals have.
enum class AxisStep : std::uint8_t { given, finest };

// "NAME=FROM:TO:STEP"; a per-cent variable in per cent.
Result<Axis> read_axis(const RuleSet& rules, std::string_view text, const Position& where,
                       AxisStep step = AxisStep::given);

// The scenario with the axis' variable at one value in every month, in place of what it gives itself.
Scenario with_value(const Scenario& scenario, const VariableName& name, const Value& value);

}  // namespace ansio::analyse
