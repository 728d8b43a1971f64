// Two meetings of a client's file side by side: which facts changed, which law, which results.
//
//   Result<MeetingPair> pair = read_meetings(document, {"1", "now"}, rules.hash);
//   std::vector<FactChange> facts = changed_facts(*pair->first.situation, *pair->second.situation);
//
// A file keeps the case of each meeting with the hash of the rules and the results that were shown
// (docs/case-file.md). A meeting is named by its date, or by its number from 1; "now" is the case as it stands.
//
// Errors: bad_case for a file that keeps no meetings or keeps them wrongly, each with its place; wrong_use for a name
// that means none of them, or more than one.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "calc/base/document/document.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

struct KeptResult {
  std::string scenario, figure;  // with its owner, as in client.net_income
  std::string amount;
};

struct Meeting {
  std::string name;  // its date, or "now"
  std::string who, note, rules;
  const Document* situation = nullptr;               // of the document read
  std::optional<std::vector<KeptResult>> results{};  // nothing when none were kept
};

struct MeetingPair {
  Meeting first, second;
};

Result<MeetingPair> read_meetings(const Document& document, const std::array<std::string, 2>& names,
                                  const std::string& rules_now);

struct FactChange {
  std::string path;  // client.wage, children.0.birth_month
  std::optional<std::string> before, after;
};

// What the two cases say otherwise, apart from `file`. A month map and an open value are one fact each.
std::vector<FactChange> changed_facts(const Document& before, const Document& after);

}  // namespace ansio::cli
