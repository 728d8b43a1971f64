// Edits the text of a rule file where one dated value stands; all other bytes stay as they are.
#include "calc/publish/law_year/value_edit.h"

#include <algorithm>

#include "calc/base/document/yaml_reader.h"

namespace ansio::publish {
namespace {

constexpr std::size_t longest_line = 120;

// Where line and column of a document stand in its text. Columns count characters, as positions do.
std::size_t offset_of(const std::string& text, const Position& position) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < position.line; ++line)
    at = text.find('\n', at) + 1;
  for (std::uint32_t column = 1; column < position.column; ++column) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
      ++at;
  }
  return at;
}

std::size_t end_of_line(const std::string& text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string::npos ? text.size() : end + 1;
}

std::size_t start_of_line(const std::string& text, std::size_t at) {
  const std::size_t end = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  return end == std::string::npos ? 0 : end + 1;
}

std::size_t indent_at(const std::string& text, std::size_t line) {
  return text.find_first_not_of(' ', line) - line;
}

// Past the lines that belong to a key at `indent`: those that are deeper, and comments between them.
std::size_t end_of_block(const std::string& text, std::size_t line, std::size_t indent) {
  std::size_t end = end_of_line(text, line);
  for (std::size_t next = end; next < text.size(); next = end_of_line(text, next)) {
    const std::size_t first = text.find_first_not_of(' ', next);
    const bool says_nothing = first == std::string::npos || text[first] == '\n' || text[first] == '#';
    if (says_nothing)
      continue;
    if (first - next <= indent)
      break;
    end = end_of_line(text, next);
  }
  return end;
}

// Past the value that begins at `at` in a flow map: at the comma or brace after it.
std::size_t end_of_flow(const std::string& text, std::size_t at) {
  int depth = 0;
  char quote = '\0';
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == '\\' && quote == '"')
        ++at;
      else if (c == quote)
        quote = '\0';
    } else if ((c == '"' || c == '\'') && (text[at - 1] == ' ' || text[at - 1] == '{' || text[at - 1] == '[')) {
      quote = c;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth-- == 0)
        return at;
    } else if (c == ',' && depth == 0) {
      return at;
    }
  }
  return at;
}

// "{a: 1, b: {c: 2}}" under a date, on a line of its own or, where that is too long, a line a key.
std::string block_text(YearMonth from, const std::string& value, std::size_t indent) {
  const std::string space(indent, ' ');
  const std::string one = space + to_text(from) + ": " + value + '\n';
  if (one.size() <= longest_line + 1 || !value.starts_with('{'))
    return one;
  std::string text = space + to_text(from) + ":\n";
  for (std::size_t begin = 1; begin + 1 < value.size();) {
    const std::size_t end = end_of_flow(value, begin);
    text += space + "  " + value.substr(begin, end - begin) + '\n';
    begin = value.find_first_not_of(' ', end + 1);
  }
  return text;
}

std::string with_block_value(const std::string& text, const Document& values, YearMonth from,
                             const std::string& value) {
  for (const auto& [date, old] : values.entries) {
    const std::optional<YearMonth> month = parse_year_month(date.scalar);
    if (!month || *month < from)
      continue;
    const std::size_t line = start_of_line(text, offset_of(text, date.position));
    const std::size_t indent = indent_at(text, line);
    const std::size_t end = *month == from ? end_of_block(text, line, indent) : line;
    return text.substr(0, line) + block_text(from, value, indent) + text.substr(end);
  }
  const std::size_t line = start_of_line(text, offset_of(text, values.entries.back().first.position));
  const std::size_t indent = indent_at(text, line);
  const std::size_t end = end_of_block(text, line, indent);
  std::string before = text.substr(0, end);
  if (!before.ends_with('\n'))
    before += '\n';
  return before + block_text(from, value, indent) + text.substr(end);
}

std::string with_flow_value(const std::string& text, const Document& values, YearMonth from, const std::string& value) {
  for (const auto& [date, old] : values.entries) {
    const std::optional<YearMonth> month = parse_year_month(date.scalar);
    if (!month || *month < from)
      continue;
    const std::size_t key = offset_of(text, date.position);
    if (*month != from)
      return text.substr(0, key) + to_text(from) + ": " + value + ", " + text.substr(key);
    const std::size_t begin = offset_of(text, old.position);
    return text.substr(0, begin) + value + text.substr(end_of_flow(text, begin));
  }
  const std::size_t end = end_of_flow(text, offset_of(text, values.entries.back().second.position));
  return text.substr(0, end) + ", " + to_text(from) + ": " + value + text.substr(end);
}

}  // namespace

Result<std::string> with_value(const SourceFile& file, const std::string& parameter, YearMonth from,
                               const std::string& value) {
  const Result<Document> document = read_yaml(file.path, file.text);
  if (!document)
    return document.diagnostics();
  const Document* parameters = document->find("parameters");
  const Document* one = parameters != nullptr ? parameters->find(parameter) : nullptr;
  const Document* values = one != nullptr ? one->find("values") : nullptr;
  if (values == nullptr || !values->is_map() || values->entries.empty())
    return Diagnostic{.code = Code::missing_key,
                      .position = {file.path, 1, 1},
                      .message = "the file has no such parameter with dated values",
                      .found = parameter};
  const bool is_flow = file.text[offset_of(file.text, values->position)] == '{';
  return is_flow ? with_flow_value(file.text, *values, from, value) : with_block_value(file.text, *values, from, value);
}

bool has_parameter(const SourceFile& file, const std::string& module, const std::string& parameter) {
  const Result<Document> document = read_yaml(file.path, file.text);
  if (!document)
    return false;
  const Document* name = document->find("module");
  if (name == nullptr)
    name = document->find("chapter_of");
  const Document* parameters = document->find("parameters");
  return name != nullptr && name->scalar == module && parameters != nullptr && parameters->find(parameter) != nullptr;
}

}  // namespace ansio::publish
