// Cuts a formula into tokens, and says what to write in place of what no formula uses.
#include "calc/language/read/lexer.h"

#include <array>

namespace ansio::language {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
// Part of a letter that no name has: ä, é.
bool is_foreign(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Lexer {
 public:
  explicit Lexer(FormulaReport& report) : report_(report), text_(report.text()) {}

  std::vector<Token> run() {
    for (;;) {
      skip_blanks();
      begin_ = place_;
      if (place_ == text_.size())
        break;
      read_token();
    }
    add(Token::Kind::end);
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char at(std::size_t offset) const {
    return place_ + offset < text_.size() ? text_[place_ + offset] : '\0';
  }

  [[nodiscard]] SourceRange range() const {
    return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(place_)};
  }

  void add(Token::Kind kind) { tokens_.push_back({kind, range(), text_.substr(begin_, place_ - begin_)}); }

  void skip_blanks() {
    while (place_ < text_.size()) {
      if (is_blank(text_[place_]))
        ++place_;
      else if (text_[place_] == '#')
        place_ = std::min(text_.find('\n', place_), text_.size());
      else
        return;
    }
  }

  void read_token() {
    const char first = text_[place_];
    if (is_digit(first) || (first == '.' && is_digit(at(1))))
      read_number();
    else if (is_letter(first))
      read_name();
    else if (first == '\'')
      read_member();
    else
      read_sign();
  }

  [[nodiscard]] bool is_month() const {
    constexpr std::string_view shape = "dddd-dd";
    for (std::size_t i = 0; i < shape.size(); ++i)
      if (shape[i] == 'd' ? !is_digit(at(i)) : at(i) != shape[i])
        return false;
    return !is_digit(at(shape.size())) && at(shape.size()) != '.';
  }

  void read_number() {
    if (is_month()) {
      place_ += 7;
      if (at(0) != '-' || !is_digit(at(1))) {
        add(Token::Kind::month);
        return;
      }
      const std::size_t end_of_date = place_ + 3;
      while (is_digit(at(0)) || at(0) == '-')
        ++place_;
      if (place_ == end_of_date) {
        add(Token::Kind::date);
        return;
      }
      report_.error(Code::bad_number, range(), "neither a month nor a date",
                    {"a month such as 2026-05 or a date such as 2026-05-12", {}});
      add(Token::Kind::invalid);
      return;
    }
    int points = 0;
    int digits = 0;
    while (is_digit(at(0)) || at(0) == '.') {
      ++(at(0) == '.' ? points : digits);
      ++place_;
    }
    const std::string_view number = text_.substr(begin_, place_ - begin_);
    if (points > 1 || number.front() == '.' || number.back() == '.')
      report_.error(Code::bad_number, range(), "a malformed number",
                    {"digits, and decimals after one point, as in 12.50", {}});
    else if (digits > 30)
      report_.error(Code::bad_number, range(), "a number too long", {"at most 30 digits", {}});
    add(Token::Kind::number);
  }

  void read_name() {
    bool foreign = false;
    while (is_letter(at(0)) || is_digit(at(0)) || is_foreign(at(0)) || (at(0) == '.' && is_letter(at(1)))) {
      foreign = foreign || is_foreign(at(0));
      ++place_;
    }
    if (foreign)
      report_.error(Code::unexpected_character, range(), "a name with letters that no name has",
                    {{}, "names consist of a-z, 0-9 and _"});
    add(foreign ? Token::Kind::invalid : Token::Kind::name);
  }

  void read_member() {
    const std::size_t end = text_.find_first_of("'\n", place_ + 1);
    if (end == std::string_view::npos || text_[end] == '\n') {
      place_ = std::min(end, text_.size());
      report_.error(Code::unexpected_character, range(), "a quote that is never closed", {"'a member of an enum'", {}});
      add(Token::Kind::invalid);
      return;
    }
    place_ = end + 1;
    add(Token::Kind::member);
    tokens_.back().text = text_.substr(begin_ + 1, end - begin_ - 1);
  }

  void read_sign() {
    constexpr std::array<std::string_view, 16> signs{"<=", ">=", "!=", "<", ">", "=", "+", "-",
                                                     "*",  "/",  "(",  ")", "[", "]", ",", "%"};
    for (const std::string_view sign : signs)
      if (text_.substr(place_).starts_with(sign)) {
        place_ += sign.size();
        add(Token::Kind::sign);
        return;
      }
    do
      ++place_;
    while ((static_cast<unsigned char>(at(0)) & 0xC0U) == 0x80U);  // the rest of a character
    report_.error(Code::unexpected_character, range(), "a character that no formula uses",
                  {{}, advice(text_.substr(begin_, place_ - begin_))});
  }

  static std::string advice(std::string_view character) {
    if (character == "\"")
      return "a member of an enum stands in single quotes";
    if (character == "!")
      return "write not, or != for unequal";
    if (character == "&" || character == "|")
      return "write and, or";
    if (character == "\xE2\x88\x92" || character == "\xE2\x80\x93")  // minus sign, en dash
      return "write -";
    if (character == "\xC3\x97")  // multiplication sign
      return "write *";
    if (character == "\xE2\x82\xAC")  // euro sign
      return "write the unit's name behind the number";
    if (static_cast<unsigned char>(character.front()) >= 0x80)
      return "names consist of a-z, 0-9 and _";
    return {};
  }

  FormulaReport& report_;
  std::string_view text_;
  std::size_t begin_ = 0;  // of the token at hand
  std::size_t place_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(FormulaReport& report) {
  return Lexer(report).run();
}

}  // namespace ansio::language
