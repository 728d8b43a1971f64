// What is not known, in JSON: the items, and what they make of figures.
#pragma once

#include "calc/analyse/unknown/ranges.h"
#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer_parts.h"

namespace ansio::answer::json {

void write_owner(JsonWriter& json, const Owner& owner);  // the key `person`

// An item as `open` lists it.
void write_item(JsonWriter& json, const Envelope& envelope, const OpenItem& item);
// The key `assumed`: what was taken for what is open; nothing where nothing is.
void write_assumed(JsonWriter& json, const Envelope& envelope, const std::vector<OpenItem>& items);

// A value of the item: the name of a reading, a pattern of months, else as its variable writes it.
void write_item_value(JsonWriter& json, const RuleSet& rules, const OpenItem& item, const Value& value,
                      YearMonth start);

// `least`, `most`, … of one line, into the object of its figure; nothing when it does not move.
void write_range(JsonWriter& json, const Envelope& envelope, const Ranges& ranges, const RangeLine& line,
                 YearMonth start);

}  // namespace ansio::answer::json
