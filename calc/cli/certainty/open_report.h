// What is not known, for people: the items, what they make of figures, and what each is worth asking.
#pragma once

#include "calc/analyse/unknown/stakes.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

// "Established earnings (client)"; of a reading the title of the rule.
std::string item_title(const RuleSet& rules, const OpenItem& item, Language language);

// One value of it: "2,500.00 €/month", the name of a reading, "20 h in 2026-07, otherwise 8 h".
std::string item_value(const RuleSet& rules, const OpenItem& item, const Value& value, YearMonth start,
                       Language language);

// After results: what is open and what is assumed of it, then the figures that it moves.
void print_ranges(Session& session, const RuleSet& rules, const Case& situation, const Ranges& ranges,
                  bool differences);

// What edges, sweep and solve took for what the case leaves open; nothing for a case that leaves nothing open.
void print_assumed(Session& session, const RuleSet& rules, const std::vector<OpenItem>& items);

void print_stakes(Session& session, const RuleSet& rules, const Stakes& stakes);
void print_stakes_csv(Session& session, const RuleSet& rules, const Stakes& stakes);

}  // namespace ansio::cli
