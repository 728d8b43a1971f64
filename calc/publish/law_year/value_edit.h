// New values written into the text of a rule file: only the lines of that value change, comments and layout stay.
//
//   Result<std::string> text = with_value(file, "full_amount", YearMonth::of(2028, 1), "{value: 820.10, source: …}");
//
// A value of that date is replaced, whatever it stands on; another one is put in its place among the dates.
#pragma once

#include <string>

#include "calc/base/date/year_month.h"
#include "calc/base/diagnostic/diagnostic.h"
#include "calc/publish/floor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::publish {

// `parameter` is the name inside the file's module. E302 when the file has no such parameter with values.
Result<std::string> with_value(const SourceFile& file, const std::string& parameter, YearMonth from,
                               const std::string& value);

// Whether the file is of this module, itself or a chapter of it, and declares the parameter.
bool has_parameter(const SourceFile& file, const std::string& module, const std::string& parameter);

}  // namespace ansio::publish
