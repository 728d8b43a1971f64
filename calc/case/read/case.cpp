// Reads the structure of a case: household, persons, months and scenarios that change what they name.
#include "calc/case/read/case.h"

#include <algorithm>

#include "calc/base/number/digits.h"
#include "calc/case/read/case_values.h"
#include "calc/case/read/known_law.h"
#include "calc/case/read/open_values.h"

namespace ansio::cases {
namespace {

constexpr std::string_view top_keys[] = {"ansiopolku", "name",     "note",     "start",     "months",
                                         "client",     "spouse",   "children", "decisions", "scenarios",
                                         "before",     "readings", "file"};
constexpr std::string_view scenario_keys[] = {"name",     "note",      "client", "spouse",
                                              "children", "decisions", "before", "readings"};
constexpr std::string_view person_keys[] = {"decisions", "before", "note"};

bool is_one_of(std::string_view key, Names keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::optional<int> parse_whole(const Document& value) {
  return value.is_scalar() ? parse_digits(value.scalar) : std::nullopt;
}

void read_person(CaseReading& reading, const Owner& owner, const Document& person) {
  if (person.kind == Document::Kind::null)
    return;
  if (!person.is_map()) {
    reading.diagnostics.push_back(
        worded([&] { return bad_case(person.position, "a person is a map of inputs", person.scalar, "{wage: 780}"); }));
    return;
  }
  for (const auto& [key, value] : person.entries) {
    if (key.scalar == "decisions")
      read_decisions(reading, owner, value);
    else if (key.scalar == "before")
      read_before(reading, owner, value);
    else if (key.scalar != "note")
      read_case_entry(reading, owner, key, value, person_keys);
  }
}

// Takes away what belongs to persons the household no longer has.
void drop_absent_persons(Scenario& scenario) {
  const auto is_absent = [&](const CaseValue& value) {
    return !person_number(scenario.shape, value.name.owner).has_value();
  };
  std::erase_if(scenario.values, is_absent);
  std::erase_if(scenario.before, is_absent);
}

// "none" (or an empty value) instead of a spouse's inputs says that there is none.
bool is_nobody(const Document& value) {
  return value.kind == Document::Kind::null || (value.is_scalar() && value.scalar == "none");
}

void read_children(CaseReading& reading, Shape& shape, const Document& children) {
  if (children.kind == Document::Kind::null) {
    shape.children = 0;
    return;
  }
  if (!children.is_list()) {
    reading.diagnostics.push_back(worded(
        [&] { return bad_case(children.position, "children are a list", children.scalar, "[{age: 4}, {age: 7}]"); }));
    return;
  }
  if (children.items.size() > most_children) {
    reading.diagnostics.push_back(worded([&] {
      return bad_case(children.position, "too many children", std::to_string(children.items.size()),
                      "at most " + std::to_string(most_children));
    }));
    return;
  }
  shape.children = static_cast<std::uint8_t>(children.items.size());
  for (std::size_t i = 0; i < children.items.size(); ++i)
    read_person(reading, Owner{Owner::Role::child, static_cast<std::uint8_t>(i + 1)}, children.items[i]);
}

// `file:` is what people keep beside the case: who said what, what was agreed, earlier meetings. Nothing is computed
// from it, so it is read by those who keep it (docs/case-file.md), and only its kind is looked at here.
void pass_over_file(const Document& document, Diagnostics& diagnostics) {
  const Document* file = document.find("file");
  if (file != nullptr && !file->is_map() && file->kind != Document::Kind::null)
    diagnostics.push_back(worded([&] {
      return bad_case(file->position, "what a file keeps beside the case is a map", file->scalar, "file: {version: 1}");
    }));
}

// Reads persons, decisions and values of a case or a scenario into `scenario`.
void read_situation(const RuleSet& rules, const Document& map, bool is_change, Scenario& scenario, Case& situation,
                    Diagnostics& diagnostics) {
  CaseReading reading{rules, scenario.values, scenario.before, situation.open, diagnostics, situation.start, is_change};
  reading.is_typical = situation.is_typical();
  if (is_change)
    reading.of_case = scenario.shape;
  const Names structural = is_change ? Names(scenario_keys) : Names(top_keys);
  for (const auto& [key, value] : map.entries) {
    if (key.scalar == "client") {
      read_person(reading, Owner{Owner::Role::client}, value);
    } else if (key.scalar == "spouse") {
      scenario.shape.spouse = !is_nobody(value);
      if (scenario.shape.spouse)
        read_person(reading, Owner{Owner::Role::spouse}, value);
    } else if (key.scalar == "children") {
      read_children(reading, scenario.shape, value);
    } else if (key.scalar == "decisions") {
      read_decisions(reading, Owner{}, value);
    } else if (key.scalar == "before") {
      read_before(reading, Owner{}, value);
    } else if (key.scalar == "readings") {
      // A program of few words knows no readings: it refuses them.
      if constexpr (says_why) {
        read_readings(reading, value);
      } else {
        const Document& named = key;  // clang 14 takes no structured binding into a lambda
        diagnostics.push_back(worded([&] { return bad_case(named.position, "readings", named.scalar); }));
      }
    } else if (!is_one_of(key.scalar, structural)) {
      read_case_entry(reading, Owner{}, key, value, structural);
    }
  }
  drop_absent_persons(scenario);
}

void read_timeline(const RuleSet& rules, const Document& document, Case& situation, Diagnostics& diagnostics) {
  const Document* version = document.find("ansiopolku");
  if (version == nullptr)
    diagnostics.push_back(worded(
        [&] { return bad_case(document.position, "the version of the format is missing", {}, "ansiopolku: 1"); }));
  else if (parse_whole(*version) != 1)
    diagnostics.push_back(worded([&] {
      return bad_case(version->position, "an unknown version of the format", version->scalar, "ansiopolku: 1");
    }));

  if (const Document* months = document.find("months")) {
    const auto count = parse_whole(*months);
    if (!count || *count < 1 || *count > most_months)
      diagnostics.push_back(worded([&] {
        return bad_case(months->position, "a wrong number of months", months->scalar,
                        "a whole number from 1 to " + std::to_string(most_months));
      }));
    else
      situation.months = *count;
  }

  const Document* start = document.find("start");
  if (start == nullptr) {
    diagnostics.push_back(
        worded([&] { return bad_case(document.position, "the first month is missing", {}, "start: 2026-01"); }));
    return;
  }
  const auto month = start->is_scalar() ? parse_year_month(start->scalar) : std::nullopt;
  if (!month) {
    diagnostics.push_back(worded([&] {
      return Diagnostic{.code = Code::bad_date,
                        .position = start->position,
                        .message = "no month",
                        .found = start->scalar,
                        .expected = "a month such as 2026-05"};
    }));
    return;
  }
  situation.start = *month;
  if (*month < rules.law_from || *month > YearMonth::of(2190, 1))
    diagnostics.push_back(worded([&] {
      return Diagnostic{.code = Code::date_out_of_range,
                        .position = start->position,
                        .message = "the rules hold no law for this month",
                        .found = start->scalar,
                        .expected = "a month from " + to_text(rules.law_from) + " on"};
    }));
  else if (std::optional<Diagnostic> warning =
               warning_past_law(rules, YearMonth{situation.start.index + situation.months - 1}, start->position))
    diagnostics.push_back(std::move(*warning));
}

std::string text_at(const Document& map, std::string_view key, Diagnostics& diagnostics) {
  const Document* text = map.find(key);
  if (text == nullptr)
    return {};
  if (!text->is_scalar())
    diagnostics.push_back(worded([&] { return bad_case(text->position, std::string(key) + " is a text"); }));
  return text->scalar;
}

void read_scenarios(const RuleSet& rules, const Document& list, const Scenario& base, Case& situation,
                    Diagnostics& diagnostics) {
  if (!list.is_list() || list.items.empty()) {
    diagnostics.push_back(worded([&] {
      return bad_case(list.position, "scenarios are a list", list.scalar,
                      "[{name: now}, {name: a job, client: {wage: 780}}]");
    }));
    return;
  }
  if (list.items.size() > most_scenarios) {
    diagnostics.push_back(worded([&] {
      return bad_case(list.position, "too many scenarios", std::to_string(list.items.size()),
                      "at most " + std::to_string(most_scenarios));
    }));
    return;
  }
  for (const Document& item : list.items) {
    if (!item.is_map()) {
      diagnostics.push_back(worded([&] {
        return bad_case(item.position, "a scenario is a map", item.scalar, "{name: a job, client: {wage: 780}}");
      }));
      continue;
    }
    Scenario scenario = base;
    scenario.name = text_at(item, "name", diagnostics);
    const Document* name = item.find("name");
    if (scenario.name.empty())
      diagnostics.push_back(worded(
          [&] { return bad_case(name != nullptr ? name->position : item.position, "a scenario needs a name"); }));
    for (const Scenario& other : situation.scenarios)
      if (other.name == scenario.name && !scenario.name.empty())
        diagnostics.push_back(
            worded([&] { return bad_case(name->position, "two scenarios of the same name", scenario.name); }));
    read_situation(rules, item, true, scenario, situation, diagnostics);
    situation.scenarios.push_back(std::move(scenario));
  }
}

}  // namespace

Result<Case> read_case(const RuleSet& rules, const Document& document) {
  if (!document.is_map())
    return worded([&] { return bad_case(document.position, "a case is a map", document.scalar, "ansiopolku: 1 …"); });
  Case situation;
  Diagnostics diagnostics;
  read_timeline(rules, document, situation, diagnostics);
  situation.name = text_at(document, "name", diagnostics);
  pass_over_file(document, diagnostics);
  Scenario base;
  read_situation(rules, document, false, base, situation, diagnostics);
  if (document.find("client") == nullptr)
    diagnostics.push_back(
        worded([&] { return bad_case(document.position, "a case needs its client", {}, "client: {…}"); }));
  if (const Document* scenarios = document.find("scenarios")) {
    read_scenarios(rules, *scenarios, base, situation, diagnostics);
  } else {
    base.name = situation.name.empty() ? "case" : situation.name;
    situation.scenarios.push_back(std::move(base));
  }
  if (has_errors(diagnostics))
    return diagnostics;
  return Result<Case>(std::move(situation), std::move(diagnostics));
}

}  // namespace ansio::cases
