// Reads citations as laws are cited, and makes them links.
#include "calc/ruleset/model/citation.h"

#include <algorithm>

namespace ansio::ruleset {
namespace {

constexpr std::string_view section_sign = "§";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
    text.remove_suffix(1);
  return text;
}

// "9 §", "5 a § 2", "8–10 §": a number, what is said of it, and the sign.
bool is_section(std::string_view text) {
  return !text.empty() && is_digit(text[0]) && text.find(section_sign) != std::string_view::npos &&
         text.find('/') == std::string_view::npos;
}

}  // namespace

bool is_statute(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash > 5 || text.size() != slash + 5)
    return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i != slash && !is_digit(text[i]))
      return false;
  return true;
}

std::vector<Citation> read_citations(const Document& document, std::string_view statute, Diagnostics& diagnostics) {
  std::vector<Citation> citations;
  if (!document.is_scalar()) {
    report(diagnostics, Code::wrong_kind, document.position, "a citation is a text", describe(document),
           "a text such as 9 §");
    return citations;
  }
  const std::string_view text = document.scalar;
  std::string current(statute);
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::string_view part = trimmed(text.substr(begin, comma - begin));
    begin = comma + 1;
    const std::string_view first = part.substr(0, part.find(' '));
    const bool names_statute = is_statute(first);
    if (names_statute) {
      current = first;
      part = trimmed(part.substr(first.size()));
    }
    if (is_section(part) ? current.empty() : !(names_statute && part.empty())) {
      report(diagnostics, Code::bad_citation, document.position,
             is_section(part) ? "a bare section in a module that names no statute"
                              : "a citation names a section of a statute",
             std::string(part.empty() ? text : part), "as in 9 § or 571/2007 9 §",
             is_section(part) ? "write the statute before it, or the key 'law' at the top" : "");
      continue;
    }
    citations.push_back({current, std::string(part)});
  }
  return citations;
}

std::vector<Citation> take_citations(Fields& fields, std::string_view statute, Diagnostics& diagnostics) {
  const Document* cite = fields.take("cite");
  return cite ? read_citations(*cite, statute, diagnostics) : std::vector<Citation>{};
}

std::string to_text(const Citation& citation) {
  return citation.section.empty() ? citation.statute : citation.statute + ' ' + citation.section;
}

std::string to_text(const std::vector<Citation>& citations) {
  std::string text;
  for (const Citation& citation : citations) {
    if (!text.empty())
      text += ", ";
    text += to_text(citation);
  }
  return text;
}

std::string link_of(const RuleSet& rules, const Citation& citation) {
  const std::size_t slash = citation.statute.find('/');
  if (rules.link_pattern.empty() || slash == std::string::npos)
    return {};
  std::string link = rules.link_pattern;
  const auto replace = [&link](std::string_view name, std::string_view value) {
    for (std::size_t at = 0; (at = link.find(name, at)) != std::string::npos; at += value.size())
      link.replace(at, name.size(), value);
  };
  // Only the number of a section: an address holds no spaces or signs.
  std::string section;
  for (const char c : citation.section) {
    if (!is_digit(c) && !(c >= 'a' && c <= 'z') && c != ' ')
      break;
    if (c != ' ')
      section += c;
  }
  replace("{number}", std::string_view(citation.statute).substr(0, slash));
  replace("{year}", std::string_view(citation.statute).substr(slash + 1));
  replace("{section}", section);
  return link;
}

}  // namespace ansio::ruleset
