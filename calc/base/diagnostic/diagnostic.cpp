// Prints a diagnostic with its line and caret, and finds the name nearest to a mistyped one.
#include "calc/base/diagnostic/diagnostic.h"

#include "calc/base/diagnostic/diagnostic_text.h"

#include "calc/base/text/characters.h"
#include "calc/base/text/utf8.h"

#include <algorithm>
#include <numeric>

namespace ansio::base {
namespace {

constexpr std::size_t longest_sentence = 2'000;  // bytes; what is quoted may be a megabyte

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (; line > 1; --line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
      return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r'))
    text.remove_suffix(1);
  return text;
}

std::size_t byte_of_character(std::string_view text, std::size_t character) {
  std::size_t byte = 0;
  while (byte < text.size() && character > 0) {
    ++byte;
    while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U)
      ++byte;
    --character;
  }
  return byte;
}

// The line with a caret under the column; of a very long line only what surrounds the column.
void append_source_line(std::string& out, std::string_view line, std::size_t column) {
  constexpr std::size_t shown_before = 60;
  constexpr std::size_t shown = 100;
  const std::size_t place = column - 1;
  const std::size_t first = place > shown_before ? place - shown_before : 0;
  line.remove_prefix(byte_of_character(line, first));
  line = line.substr(0, byte_of_character(line, shown));
  const std::size_t caret = std::min(place - first, count_characters(line));
  out += "\n    ";
  for (; !line.empty(); line.remove_prefix(first_character(line).bytes)) {
    const Character character = first_character(line);
    if (is_control(character.code))
      out += character.code == '\t' ? " " : "\u00B7";
    else
      out += line.substr(0, character.bytes);
  }
  out += "\n    ";
  out.append(caret, ' ');
  out += '^';
}

void append_labelled(std::string& out, std::string_view label, std::string_view text) {
  if (text.empty())
    return;
  out += "\n  ";
  out += label;
  out += shown(text, longest_sentence);
}

// Edits (insert, delete, replace, swap of neighbours) that lead from a to b; gives up with limit + 1 above `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit)
    return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > limit)
      return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic, std::string_view source_text, const DiagnosticLabels& labels) {
  const Position& position = diagnostic.position;
  std::string out = shown(position.file);
  if (position.line > 0) {
    if (!out.empty())
      out += ':';
    out += std::to_string(position.line);
    if (position.column > 0) {
      out += ':';
      out += std::to_string(position.column);
    }
  }
  if (!out.empty())
    out += ": ";
  out += diagnostic.severity == Severity::error ? labels.error : labels.warning;
  out += " E";
  out += std::to_string(static_cast<int>(diagnostic.code));
  out += ": ";
  out += shown(diagnostic.message, longest_sentence);
  if (position.line > 0 && position.column > 0 && !source_text.empty())
    append_source_line(out, line_of(without_byte_order_mark(source_text), position.line), position.column);
  append_labelled(out, labels.found, diagnostic.found);
  append_labelled(out, labels.expected, diagnostic.expected);
  append_labelled(out, labels.hint, diagnostic.hint);
  return out;
}

std::string to_text(const Diagnostic& diagnostic, std::string_view source_text) {
  return to_text(diagnostic, source_text, {});
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  // A third of the letters may be wrong; names of one or two letters must differ by one at most.
  const std::size_t limit = std::max<std::size_t>(1, std::min<std::size_t>(name.size() / 3, 6));
  std::size_t best = limit + 1;
  std::string nearest;
  for (const std::string& candidate : candidates) {
    if (candidate == name)
      return candidate;
    const std::size_t distance = edit_distance(name, candidate, best - 1);
    if (distance < best && distance < std::max(name.size(), candidate.size())) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace ansio::base
