// A table on a terminal: columns as wide as their widest cell, numbers to the right.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "calc/cli/floor.h"

namespace ansio::cli {

struct Table {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::size_t left_columns = 1;  // these are texts, the rest numbers
};

// `indent` spaces before every line; the header is underlined, in bold when `colour`.
void print_table(std::ostream& out, const Table& table, bool colour, std::size_t indent = 0);

// The places a text takes on a terminal.
std::size_t width_of(const std::string& text);

// Breaks `text` into lines of at most `width` places, each after `indent` spaces.
void print_wrapped(std::ostream& out, const std::string& text, std::size_t indent, std::size_t width = 100);

}  // namespace ansio::cli
