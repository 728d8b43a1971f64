// Takes the keys of a map one by one and says which were missing, surplus or of the wrong kind.
#include "calc/ruleset/read/fields.h"

#include <algorithm>

namespace ansio::ruleset {

Fields::Fields(const Document& map, Position where, std::string_view what, Diagnostics& diagnostics)
    : where_(std::move(where)), what_(what), diagnostics_(diagnostics) {
  if (map.is_map())
    map_ = &map;
  else
    report(diagnostics_, Code::wrong_kind, map.kind == Document::Kind::null ? where_ : map.position,
           what_ + " is a map of keys", describe(map), "a map");
}

const Document* Fields::take(std::string_view key) {
  asked_.emplace_back(key);
  return map_ ? map_->find(key) : nullptr;
}

const Document* Fields::require(std::string_view key) {
  const Document* value = take(key);
  if (!value && map_) {
    std::string message = what_;
    message += " needs the key '";
    message += key;
    message += '\'';
    report(diagnostics_, Code::missing_key, where_, std::move(message));
  }
  return value;
}

void Fields::finish() {
  if (!map_)
    return;
  for (const auto& [key, value] : map_->entries) {
    if (std::find(asked_.begin(), asked_.end(), key.scalar) != asked_.end())
      continue;
    const std::string nearest = nearest_name(key.scalar, asked_);
    std::string keys;
    for (const std::string& asked : asked_) {
      keys += keys.empty() ? "" : ", ";
      keys += asked;
    }
    report(diagnostics_, Code::unknown_key, key.position, what_ + " has no such key", key.scalar, "one of " + keys,
           nearest.empty() ? "" : "did you mean '" + nearest + "'?");
  }
}

void report(Diagnostics& diagnostics, Code code, const Position& position, std::string message, std::string found,
            std::string expected, std::string hint) {
  diagnostics.push_back(
      {code, Severity::error, position, std::move(message), std::move(found), std::move(expected), std::move(hint)});
}

std::string describe(const Document& document) {
  switch (document.kind) {
    case Document::Kind::null:
      return "nothing";
    case Document::Kind::list:
      return "a list";
    case Document::Kind::map:
      return "a map";
    case Document::Kind::scalar:
      break;
  }
  // A whole paragraph tells a reader no more than its beginning, and a cut must not split a letter.
  std::size_t end = std::min<std::size_t>(document.scalar.size(), 60);
  while (end < document.scalar.size() && end > 0 && (document.scalar[end] & 0xc0) == 0x80)
    --end;
  std::string text = document.scalar.substr(0, end);
  if (end < document.scalar.size())
    text += "…";
  return document.quoted ? '"' + text + '"' : text;
}

bool is_name(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && letter(text[0]) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

std::optional<std::string> read_text(const Document& document, Diagnostics& diagnostics) {
  if (document.is_scalar())
    return document.scalar;
  report(diagnostics, Code::wrong_kind, document.position, "a text is expected here", describe(document), "a text");
  return std::nullopt;
}

std::optional<std::string> read_name(const Document& document, std::string_view what, Diagnostics& diagnostics) {
  if (document.is_scalar() && is_name(document.scalar))
    return document.scalar;
  report(diagnostics, Code::wrong_kind, document.position, std::string(what) + " is not written as a name",
         describe(document), "letters a to z, digits and '_', beginning with a letter");
  return std::nullopt;
}

std::optional<Fraction> read_number(const Document& document, Diagnostics& diagnostics) {
  if (document.is_scalar() && !document.quoted)
    if (const std::optional<Fraction> number = parse_fraction(document.scalar))
      return number;
  report(diagnostics, Code::wrong_kind, document.position, "a number is expected here", describe(document),
         "a number such as 12.50",
         document.is_scalar() && document.scalar.find(',') != std::string::npos
             ? "decimals follow a point, and thousands stand together"
             : "");
  return std::nullopt;
}

std::optional<std::int32_t> read_whole_number(const Document& document, Diagnostics& diagnostics) {
  if (document.is_scalar() && !document.quoted) {
    const std::optional<Fraction> number = parse_fraction(document.scalar);
    if (number && number->is_integer() && number->numerator() > -1000000 && number->numerator() < 1000000)
      return static_cast<std::int32_t>(number->numerator());
  }
  report(diagnostics, Code::wrong_kind, document.position, "a whole number is expected here", describe(document),
         "a whole number");
  return std::nullopt;
}

std::optional<bool> read_boolean(const Document& document, Diagnostics& diagnostics) {
  if (document.is_scalar() && !document.quoted && document.scalar == "true")
    return true;
  if (document.is_scalar() && !document.quoted && document.scalar == "false")
    return false;
  report(diagnostics, Code::wrong_kind, document.position, "true or false is expected here", describe(document),
         "true or false");
  return std::nullopt;
}

std::optional<Fraction> parse_cell(std::string_view text, bool boolean) {
  if (!boolean)
    return parse_fraction(text);
  if (text != "true" && text != "false")
    return std::nullopt;
  return Fraction::from_integer(text == "true" ? 1 : 0);
}

std::optional<Fraction> read_cell(const Document& document, bool boolean, Diagnostics& diagnostics) {
  if (!boolean)
    return read_number(document, diagnostics);
  const std::optional<bool> truth = read_boolean(document, diagnostics);
  return truth ? std::optional(Fraction::from_integer(*truth ? 1 : 0)) : std::nullopt;
}

std::optional<YearMonth> read_month(const Document& document, Diagnostics& diagnostics) {
  if (document.is_scalar())
    if (const std::optional<YearMonth> month = parse_year_month(document.scalar))
      return month;
  report(diagnostics, Code::bad_date, document.position, "a month is expected here", describe(document),
         "a month such as 2026-05");
  return std::nullopt;
}

std::optional<std::size_t> read_word(const Document& document, std::initializer_list<std::string_view> words,
                                     Diagnostics& diagnostics) {
  std::vector<std::string> names(words.begin(), words.end());
  if (document.is_scalar()) {
    const auto found = std::find(names.begin(), names.end(), document.scalar);
    if (found != names.end())
      return static_cast<std::size_t>(found - names.begin());
  }
  std::string expected;
  for (const std::string& name : names) {
    expected += expected.empty() ? "" : " or ";
    expected += name;
  }
  const std::string nearest = document.is_scalar() ? nearest_name(document.scalar, names) : std::string{};
  report(diagnostics, Code::wrong_kind, document.position, "no such choice", describe(document), expected,
         nearest.empty() ? "" : "did you mean '" + nearest + "'?");
  return std::nullopt;
}

}  // namespace ansio::ruleset
