// Adds up exactly who gains and who loses, by whole units of the income before and by household type.
#include "calc/analyse/reform/reform.h"

#include "calc/case/names/names.h"
#include "calc/ruleset/read/fields.h"

namespace ansio::analyse {
namespace {

constexpr int decile_count = 10;

std::string read_measure(Fields& fields, std::string_view key, const RuleSet& rules, Type::Kind kind,
                         std::string_view expected, Diagnostics& diagnostics) {
  const Document* document = fields.require(key);
  if (document == nullptr)
    return {};
  const std::optional<std::string> name = read_text(*document, diagnostics);
  if (!name)
    return {};
  const Result<VariableName> variable = parse_variable_name(rules, *name, document->position);
  if (!variable) {
    diagnostics.push_back(variable.diagnostics().front());
    return {};
  }
  if (variable->owner.role != Owner::Role::household || rules.variables[variable->variable].type.kind != kind)
    report(diagnostics, Code::wrong_kind, document->position, "a reform is not judged by this", *name,
           std::string(expected));
  return *name;
}

std::int64_t whole_unit(const Fraction& value) {
  return static_cast<std::int64_t>(round_to(value, Fraction::from_integer(1), Rounding::down).numerator());
}

}  // namespace

Result<ReformMeasures> read_reform_measures(const Document& document, const RuleSet& rules) {
  Diagnostics diagnostics;
  Fields fields(document, document.position, "what a reform is judged by", diagnostics);
  if (!fields.is_map())
    return diagnostics;
  ReformMeasures measures;
  measures.gain = read_measure(fields, "gain", rules, Type::Kind::number, "a number of the household", diagnostics);
  measures.purse = read_measure(fields, "purse", rules, Type::Kind::number, "a number of the household", diagnostics);
  measures.group =
      read_measure(fields, "group", rules, Type::Kind::enumeration, "an enum of the household", diagnostics);
  fields.finish();
  if (has_errors(diagnostics))
    return diagnostics;
  return measures;
}

void ReformTally::add(const ReformHousehold& household) {
  ++households;
  const Fraction change = household.gain_after - household.gain_before;
  if (change.sign() > 0) {
    ++winners;
    gained = gained + change;
  } else if (change.sign() < 0) {
    ++losers;
    lost = lost + change;
  }
  purse_change = purse_change + (household.purse_after - household.purse_before);
}

void ReformTally::add(const ReformTally& other) {
  households += other.households;
  winners += other.winners;
  losers += other.losers;
  gained = gained + other.gained;
  lost = lost + other.lost;
  purse_change = purse_change + other.purse_change;
}

Fraction ReformTally::mean_change() const {
  return total_change() / Fraction::from_integer(static_cast<std::int64_t>(households));
}

void ReformSummary::add(const ReformHousehold& household) {
  all_.add(household);
  groups_[household.group].add(household);
  by_unit_[whole_unit(household.gain_before)].add(household);
}

void ReformSummary::add(const ReformSummary& other) {
  all_.add(other.all_);
  for (const auto& [group, tally] : other.groups_)
    groups_[group].add(tally);
  for (const auto& [unit, tally] : other.by_unit_)
    by_unit_[unit].add(tally);
}

std::vector<Decile> ReformSummary::deciles() const {
  std::vector<Decile> deciles(decile_count);
  std::uint64_t below = 0;
  for (const auto& [unit, tally] : by_unit_) {
    // The middle one of this unit's households, counted from 0 in halves, decides for all of them.
    const std::uint64_t middle = 2 * below + tally.households - 1;
    const auto place = static_cast<std::size_t>(middle * decile_count / (2 * all_.households));
    Decile& decile = deciles[place];
    if (decile.tally.households == 0)
      decile.from = unit;
    decile.to = unit + 1;
    decile.tally.add(tally);
    below += tally.households;
  }
  return deciles;
}

}  // namespace ansio::analyse
