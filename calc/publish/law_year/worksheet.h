// The worksheet of a new year of law: the values that may be out of date in a month, as rows to be filled in.
//
//   std::vector<WorksheetRow> rows = stale_values(rules, YearMonth::of(2028, 1));
//   print(worksheet_header(), rows …);                       // filled in by hand, read again:
//   Result<std::vector<NewValue>> values = read_worksheet(rules, "worksheet.csv", text);
//
// A value may be out of date when no text in force fixes it in that month, or when its parameter has changed before, or
// says where new values are published, and has no value dated in that year. A row is a number; a table has a row a
// cell, unless its cells stand in a file beside the rules: then the row names the column. A scale has one row,
// "0: 12.64, 22000: 19".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/publish/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::publish {

struct WorksheetRow {
  std::string name, key;
  std::string value, unit;  // of today
  std::string basis;
  std::string act, section;
  std::string published;  // where the new value is published
  YearMonth from;         // when a new value begins to hold
};

std::vector<WorksheetRow> stale_values(const RuleSet& rules, YearMonth month);

// name,key,value,unit,basis,act,section,published,from,new,source: the last two are empty and for people to fill in.
std::vector<std::string> worksheet_header();
std::vector<std::string> worksheet_cells(const WorksheetRow& row);

// What the filled rows of one parameter and date say, as a rule file writes it: "{value: 1012.88, source: "…"}".
struct NewValue {
  std::string name;
  YearMonth from;
  std::string text;
  Position where;  // of the first row
};

// Rows whose `new` is empty are left alone. All that is wrong at once, each with its row: unknown_name, bad_value,
// bad_date, missing_key (a column, a source), bad_table (a table filled in part, a row twice).
Result<std::vector<NewValue>> read_worksheet(const RuleSet& rules, const std::string& file, std::string_view text);

}  // namespace ansio::publish
