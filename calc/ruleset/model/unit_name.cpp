#include "calc/ruleset/model/unit_name.h"

namespace ansio::ruleset {
namespace {

std::string_view base_unit_name(const RuleSet& rules, std::size_t place, Language /*all the same*/) {
  constexpr std::string_view times[] = {"year", "month", "week", "day", "hour"};
  if (place < Unit::first_declared)
    return times[place];
  const std::size_t declared = place - Unit::first_declared;
  return declared < rules.units.size() ? std::string_view(rules.units[declared].name) : "?";
}

}  // namespace

std::string join_unit(const RuleSet& rules, const Unit& unit, Language language, std::string_view times,
                      UnitPart* print) {
  std::string text;
  // Declared units first: money per time reads better than the reverse.
  const auto for_each_place = [&](auto add) {
    for (std::size_t place = Unit::first_declared; place < Unit::capacity; ++place)
      add(place);
    for (std::size_t place = 0; place < Unit::first_declared; ++place)
      add(place);
  };
  for_each_place([&](std::size_t place) {
    for (int i = 0; i < unit.powers[place]; ++i) {
      if (!text.empty())
        text += times;
      text += print(rules, place, language);
    }
  });
  for_each_place([&](std::size_t place) {
    for (int i = 0; i > unit.powers[place]; --i) {
      text += text.empty() ? "1/" : "/";
      text += print(rules, place, language);
    }
  });
  return text;
}

std::string unit_name(const RuleSet& rules, const Unit& unit) {
  if (unit.is_none())
    return "1";
  return join_unit(rules, unit, Language::en, "*", base_unit_name);
}

}  // namespace ansio::ruleset
