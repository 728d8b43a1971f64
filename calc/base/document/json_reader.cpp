// Reads JSON in one pass into a Document, with the place of every value.
#include "calc/base/document/json_reader.h"

#include "calc/base/limits/limits.h"
#include "calc/base/text/characters.h"
#include "calc/base/text/line_index.h"
#include "calc/base/text/text_checks.h"

namespace ansio::base {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Where nobody is told a line, two places need only differ.
struct Offsets {
  Offsets(const Words& /*file*/, std::string_view /*text*/) {}
  [[nodiscard]] static Position at(std::size_t place) { return {{}, 1, static_cast<std::uint32_t>(place)}; }
};

class Reader {
 public:
  Reader(std::string file, std::string_view text) : text_(text), places_(std::move(file), text) {}

  // Nothing after an error that hides what follows.
  std::optional<Document> read() {
    skip_blanks();
    Document document;
    if (!read_value(document))
      return std::nullopt;
    skip_blanks();
    if (place_ < text_.size()) {
      fail(Code::bad_syntax, place_, "text after the value", "the end");
      return std::nullopt;
    }
    return document;
  }

  Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  [[nodiscard]] char next() const { return place_ < text_.size() ? text_[place_] : '\0'; }

  bool accept(char c) {
    if (next() != c)
      return false;
    ++place_;
    return true;
  }

  void skip_blanks() {
    while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r')
      ++place_;
  }

  // `expected` makes its text, or is one.
  template <class Expected>
  bool fail(Code code, std::size_t place, const char* message, Expected expected) {
    diagnostics_.push_back(worded([&] {
      return Diagnostic{.code = code, .position = places_.at(place), .message = message, .expected = expected()};
    }));
    return false;
  }
  bool fail(Code code, std::size_t place, const char* message, const char* expected = "") {
    return fail(code, place, message, [&] { return std::string(expected); });
  }

  bool read_value(Document& document) {
    document.position = places_.at(place_);
    if (++values_ > most_document_values)
      return fail(Code::too_large, place_, "too many values in one text",
                  [] { return "at most " + std::to_string(most_document_values); });
    switch (next()) {
      case '{':
        return read_object(document);
      case '[':
        return read_list(document);
      case '"':
        document.kind = Document::Kind::scalar;
        document.quoted = true;
        return read_string(document.scalar);
      default:
        return next() == '-' || is_digit(next()) ? read_number(document) : read_word(document);
    }
  }

  bool read_word(Document& document) {
    for (const std::string_view word : {"true", "false", "null"}) {
      if (!text_.substr(place_).starts_with(word))
        continue;
      place_ += word.size();
      if (word != "null") {
        document.kind = Document::Kind::scalar;
        document.scalar = word;
      }
      return true;
    }
    if (place_ == text_.size())
      return fail(Code::bad_syntax, place_, "the text ends too early", "a value");
    return fail(Code::bad_syntax, place_, "this is no JSON value",
                "an object, a list, a \"text\", a number, true, false or null");
  }

  bool read_digits() {
    if (!is_digit(next()))
      return false;
    while (is_digit(next()))
      ++place_;
    return true;
  }

  bool read_number(Document& document) {
    const std::size_t begin = place_;
    accept('-');
    const bool leading_zero = next() == '0';
    const std::size_t digits = place_;
    bool well_formed = read_digits() && !(leading_zero && place_ - digits > 1);
    if (well_formed && accept('.'))
      well_formed = read_digits();
    if (well_formed && (next() == 'e' || next() == 'E')) {
      ++place_;
      if (!accept('+'))
        accept('-');
      well_formed = read_digits();
    }
    if (!well_formed)
      return fail(Code::bad_syntax, begin, "a malformed number", "a number such as 12.50");
    if (place_ - begin > largest_scalar_bytes)
      return fail(Code::too_large, begin, "a value over 1 MB");
    document.kind = Document::Kind::scalar;
    document.scalar = text_.substr(begin, place_ - begin);
    return true;
  }

  bool read_string(std::string& out) {
    const std::size_t begin = place_++;
    for (;;) {
      const std::size_t stop = text_.find_first_of("\"\\\n\t", place_);
      if (stop == std::string_view::npos || text_[stop] == '\n')
        return fail(Code::bad_syntax, begin, "a text that is never closed", "\"");
      out += text_.substr(place_, stop - place_);
      if (out.size() > largest_scalar_bytes)
        return fail(Code::too_large, begin, "a value over 1 MB");
      place_ = stop;
      if (text_[stop] == '\t')
        return fail(Code::bad_syntax, stop, "a tab in a text", "\\t");
      if (accept('"'))
        return true;
      if (!read_escape(out))
        return false;
    }
  }

  bool read_escape(std::string& out) {
    constexpr std::string_view signs = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const std::size_t begin = place_++;
    const std::size_t sign = signs.find(next());
    if (next() != '\0' && sign != std::string_view::npos) {
      ++place_;
      out += meanings[sign];
      return true;
    }
    std::uint32_t unit = 0;
    if (!accept('u') || !read_hex(unit))
      return fail(Code::bad_syntax, begin, "an escape that JSON does not have",
                  "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
    if (unit >= 0xD800 && unit < 0xDC00) {
      std::uint32_t low = 0;
      if (!accept('\\') || !accept('u') || !read_hex(low) || low < 0xDC00 || low > 0xDFFF)
        return fail(Code::bad_syntax, begin, "half of a character", "the second \\uXXXX of the pair");
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      return fail(Code::bad_syntax, begin, "half of a character", "the first \\uXXXX of the pair before it");
    } else if (is_terminal_control(unit)) {
      return fail(Code::bad_encoding, begin, "a control character in the text");
    }
    append_utf8(out, unit);
    return true;
  }

  bool read_hex(std::uint32_t& value) {
    value = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = next();
      const int digit = is_digit(c)            ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0)
        return false;
      value = value * 16 + static_cast<std::uint32_t>(digit);
      ++place_;
    }
    return true;
  }

  bool enter() {
    if (++depth_ > deepest_document)
      return fail(Code::too_deep, place_, "objects and lists nested too deeply",
                  [] { return "at most " + std::to_string(deepest_document) + " levels"; });
    ++place_;
    skip_blanks();
    return true;
  }

  // Between two items: a comma, or the end.
  bool separate(char close, bool& ended) {
    skip_blanks();
    ended = accept(close);
    if (ended)
      return true;
    if (!accept(','))
      return fail(Code::bad_syntax, place_,
                  place_ == text_.size() ? "the text ends too early" : "this does not fit here",
                  close == ']' ? "a comma or ]" : "a comma or }");
    skip_blanks();
    if (next() == close)
      return fail(Code::bad_syntax, place_, "a comma before the end", "no comma after the last");
    return true;
  }

  bool read_list(Document& document) {
    document.kind = Document::Kind::list;
    if (!enter())
      return false;
    bool ended = accept(']');
    while (!ended) {
      document.items.emplace_back();
      if (!read_value(document.items.back()) || !separate(']', ended))
        return false;
    }
    --depth_;
    return true;
  }

  bool read_object(Document& document) {
    document.kind = Document::Kind::map;
    if (!enter())
      return false;
    bool ended = accept('}');
    while (!ended) {
      Document key;
      if (next() != '"')
        return fail(Code::bad_syntax, place_, place_ == text_.size() ? "the text ends too early" : "this is no key",
                    "a key in double quotes");
      if (!read_value(key))
        return false;
      if (document.find(key.scalar) != nullptr) {
        diagnostics_.push_back(worded([&] {
          return Diagnostic{.code = Code::duplicate_key,
                            .position = key.position,
                            .message = "a key stands twice in one object",
                            .found = key.scalar,
                            .expected = "each key once"};
        }));
        if (diagnostics_.size() == most_diagnostics)
          return false;
      }
      skip_blanks();
      if (!accept(':'))
        return fail(Code::bad_syntax, place_, "a key without a value", ":");
      skip_blanks();
      if (document.entries.size() == most_object_keys)
        return fail(Code::too_large, place_, "too many keys in one object",
                    [] { return "at most " + std::to_string(most_object_keys); });
      document.entries.push_back({std::move(key), Document{}});
      if (!read_value(document.entries.back().second) || !separate('}', ended))
        return false;
    }
    --depth_;
    return true;
  }

  std::string_view text_;
  std::conditional_t<says_why, LineIndex, Offsets> places_;
  std::size_t place_ = 0;
  std::size_t depth_ = 0;
  std::size_t values_ = 0;
  Diagnostics diagnostics_;
};

}  // namespace

Result<Document> read_json(std::string file, std::string_view text) {
  if (auto wrong = check_text(file, text, largest_document_bytes))
    return std::move(*wrong);
  text = without_byte_order_mark(text);
  Reader reader(std::move(file), text);
  std::optional<Document> document = reader.read();
  Diagnostics diagnostics = reader.take_diagnostics();
  if (!document || !diagnostics.empty())
    return diagnostics;
  return std::move(*document);
}

}  // namespace ansio::base
