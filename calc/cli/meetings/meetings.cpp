// Finds meetings in the document of a case, and takes two cases apart into facts by their paths.
#include "calc/cli/meetings/meetings.h"

#include <algorithm>

#include "calc/base/number/digits.h"
#include "calc/case/read/case_values.h"

namespace ansio::cli {
namespace {

using cases::bad_case;

std::string text_of(const Document& map, std::string_view key, Diagnostics& diagnostics) {
  const Document* value = map.find(key);
  if (value == nullptr || value->kind == Document::Kind::null)
    return {};
  if (!value->is_scalar())
    diagnostics.push_back(bad_case(value->position, std::string(key) + " of a meeting is a text"));
  return value->scalar;
}

std::optional<std::vector<KeptResult>> results_of(const Document& meeting, Diagnostics& diagnostics) {
  const Document* results = meeting.find("results");
  if (results == nullptr || results->kind == Document::Kind::null)
    return std::nullopt;
  std::vector<KeptResult> kept;
  if (!results->is_map())
    diagnostics.push_back(bad_case(results->position, "results are a map of scenarios", results->scalar,
                                   "{a job: {disposable_income: \"1250.50\"}}"));
  for (const auto& [scenario, figures] : results->entries) {
    if (!figures.is_map())
      diagnostics.push_back(bad_case(figures.position, "results of a scenario are a map of figures", figures.scalar));
    for (const auto& [figure, amount] : figures.entries) {
      if (!amount.is_scalar())
        diagnostics.push_back(bad_case(amount.position, "a kept figure is an amount", {}, "\"1250.50\""));
      kept.push_back({scenario.scalar, figure.scalar, amount.scalar});
    }
  }
  return kept;
}

Meeting read_meeting(const Document& item, std::size_t number, Diagnostics& diagnostics) {
  Meeting meeting;
  if (!item.is_map()) {
    diagnostics.push_back(bad_case(item.position, "a meeting is a map", item.scalar, "{date: 2026-12-01, case: {…}}"));
    return meeting;
  }
  meeting.name = text_of(item, "date", diagnostics);
  if (meeting.name.empty())
    meeting.name = std::to_string(number);
  meeting.who = text_of(item, "who", diagnostics);
  meeting.note = text_of(item, "note", diagnostics);
  meeting.rules = text_of(item, "rules", diagnostics);
  meeting.situation = item.find("case");
  if (meeting.situation == nullptr || !meeting.situation->is_map())
    diagnostics.push_back(bad_case(meeting.situation != nullptr ? meeting.situation->position : item.position,
                                   "a meeting keeps the case as it was", {}, "case: {…}"));
  meeting.results = results_of(item, diagnostics);
  return meeting;
}

Diagnostic unknown_meeting(const std::string& name, const std::string& message, const std::vector<Meeting>& meetings) {
  std::string known;
  for (std::size_t i = 0; i < meetings.size(); ++i)
    known += std::to_string(i + 1) + " (" + meetings[i].name + "), ";
  return {.code = Code::wrong_use,
          .position = {"--meetings", 0, 0},
          .message = message,
          .found = name,
          .expected = known + "or now"};
}

std::string flow_text(const Document& value) {
  std::string text;
  switch (value.kind) {
    case Document::Kind::null:
      return "null";
    case Document::Kind::scalar:
      return value.scalar;
    case Document::Kind::list:
      for (const Document& item : value.items)
        text += (text.empty() ? "" : ", ") + flow_text(item);
      return "[" + text + "]";
    case Document::Kind::map:
      for (const auto& [key, item] : value.entries)
        text += (text.empty() ? "" : ", ") + key.scalar + ": " + flow_text(item);
      return "{" + text + "}";
  }
  return text;
}

// A value that is written as a map: by months, or between what it may lie.
bool is_one_value(const Document& value) {
  if (!value.is_map() || value.entries.empty())
    return true;
  const std::string& key = value.entries.front().first.scalar;
  return parse_year_month(key).has_value() || key == "between" || key == "one_of" || key == "varies" ||
         key == "assumed";
}

struct Fact {
  std::string path, text;
};

void gather(const Document& value, const std::string& path, std::vector<Fact>& facts) {
  if (value.is_list()) {
    for (std::size_t i = 0; i < value.items.size(); ++i)
      gather(value.items[i], path + '.' + std::to_string(i), facts);
  } else if (is_one_value(value)) {
    facts.push_back({path, flow_text(value)});
  } else {
    for (const auto& [key, item] : value.entries)
      if (!path.empty() || key.scalar != "file")
        gather(item, path.empty() ? key.scalar : path + '.' + key.scalar, facts);
  }
}

const Fact* find_fact(const std::vector<Fact>& facts, const std::string& path) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.path == path; });
  return found == facts.end() ? nullptr : &*found;
}

}  // namespace

Result<MeetingPair> read_meetings(const Document& document, const std::array<std::string, 2>& names,
                                  const std::string& rules_now) {
  const Document* file = document.find("file");
  const Document* list = file == nullptr ? nullptr : file->find("meetings");
  if (list == nullptr || !list->is_list())
    return bad_case(list != nullptr ? list->position : document.position, "the case keeps no meetings", {},
                    "file: {meetings: [{date: 2026-12-01, case: {…}}]}");
  Diagnostics diagnostics;
  std::vector<Meeting> meetings;
  for (std::size_t i = 0; i < list->items.size(); ++i)
    meetings.push_back(read_meeting(list->items[i], i + 1, diagnostics));
  std::vector<Meeting> chosen;
  for (const std::string& name : names) {
    if (name == "now") {
      chosen.push_back({name, {}, {}, rules_now, &document, std::nullopt});
      continue;
    }
    if (const auto number = parse_digits(name)) {
      if (*number >= 1 && static_cast<std::size_t>(*number) <= meetings.size())
        chosen.push_back(meetings[static_cast<std::size_t>(*number) - 1]);
      else
        diagnostics.push_back(unknown_meeting(name, "no meeting has this number", meetings));
      continue;
    }
    std::vector<Meeting> dated;
    for (const Meeting& meeting : meetings)
      if (meeting.name == name)
        dated.push_back(meeting);
    if (dated.size() == 1)
      chosen.push_back(dated.front());
    else
      diagnostics.push_back(unknown_meeting(
          name, dated.empty() ? "there was no meeting then" : "more than one meeting on this day", meetings));
  }
  if (!diagnostics.empty())
    return diagnostics;
  return MeetingPair{chosen[0], chosen[1]};
}

std::vector<FactChange> changed_facts(const Document& before, const Document& after) {
  std::vector<Fact> then;
  std::vector<Fact> now;
  gather(before, {}, then);
  gather(after, {}, now);
  std::vector<FactChange> changes;
  for (const Fact& fact : then) {
    const Fact* other = find_fact(now, fact.path);
    if (other == nullptr)
      changes.push_back({fact.path, fact.text, std::nullopt});
    else if (other->text != fact.text)
      changes.push_back({fact.path, fact.text, other->text});
  }
  for (const Fact& fact : now)
    if (find_fact(then, fact.path) == nullptr)
      changes.push_back({fact.path, std::nullopt, fact.text});
  return changes;
}

}  // namespace ansio::cli
