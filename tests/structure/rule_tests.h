#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/structure/structure.h"

namespace structure {

/// Rule tests under <root>/rules that a reader cannot find the way in:
///  - a name is a sentence about a situation: at least three words, no code, no date in front;
///  - a name stands once in its file, and two names that differ in numbers only are the rows of one table;
///  - a line has at most 120 columns, a file at most 400 lines.
std::vector<Violation> unclear_rule_tests(const std::filesystem::path& root);

/// Number of named tests and tables, so that a test can say it looked.
std::size_t count_rule_tests(const std::filesystem::path& root);

}  // namespace structure
