// Builds a Document from the events of yaml-cpp, refuses what the format does not have, and keeps time linear.
#include "calc/base/document/yaml_reader.h"

#include "calc/base/limits/limits.h"
#include "calc/base/text/characters.h"
#include "calc/base/text/line_index.h"
#include "calc/base/text/text_checks.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>
#include <unordered_set>

namespace ansio::base {
namespace {

// Thrown through the library, which has no other way to stop early; caught in read_yaml.
struct Stop {};

// Lets the library read the text where it lies, and stops it when it runs too far ahead of the values it has reported:
// in brackets it looks for a key's end as far as the text goes, at a megabyte a second.
class GuardedText final : public std::streambuf {
 public:
  struct Refusal {
    Code code;
    std::size_t offset;
    std::string message;
  };

  explicit GuardedText(std::string_view text) : text_(text) { show(0, 0); }

  // Checks the first window, before the library's constructors read it: they leak when they are thrown out of.
  void open() { underflow(); }

  // A value that begins at `offset` has been reported.
  void reached(std::size_t offset) { reached_ = std::max(reached_, offset); }

  [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }

 protected:
  int_type underflow() override {
    const auto begin = static_cast<std::size_t>(egptr() - eback());
    if (begin == text_.size())
      return traits_type::eof();
    const std::size_t end = std::min(begin + window, text_.size());
    check_ahead(begin, end);
    show(begin, end);
    return traits_type::to_int_type(text_[begin]);
  }

 private:
  static constexpr std::size_t window = 4096;

  void show(std::size_t begin, std::size_t end) {
    char* text = const_cast<char*>(text_.data());  // a get area is never written to
    setg(text, text + begin, text + end);
  }

  [[noreturn]] void refuse(Code code, std::size_t offset, std::string message) {
    refusal_ = Refusal{code, offset, std::move(message)};
    throw Stop{};
  }

  void check_ahead(std::size_t begin, std::size_t end) {
    if (counted_from_ < reached_) {
      counted_from_ = begin = reached_;
      unclosed_ = separators_ = 0;
    }
    if (end > reached_ + largest_scalar_bytes + 2 * window)
      refuse(Code::too_large, reached_, "more than 1 MB in one value or between two");
    for (std::size_t i = begin; i < end; ++i) {
      const char c = text_[i];
      if (c == '[' || c == '{')
        ++unclosed_;
      else if ((c == ']' || c == '}') && unclosed_ > 0)
        --unclosed_;
      else if (c != ',')
        continue;
      if (unclosed_ > deepest_document)
        refuse(Code::too_deep, i, "maps and lists nested too deeply");
      if (++separators_ > most_separators)
        refuse(Code::too_large, reached_, "too many values in one pair of brackets");
    }
  }

  std::string_view text_;
  std::size_t reached_ = 0;
  std::size_t counted_from_ = 0;
  std::size_t unclosed_ = 0;  // brackets since counted_from_
  std::size_t separators_ = 0;
  std::optional<Refusal> refusal_;
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Builds the Document from the library's events and refuses what the format does not have.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view text, const LineIndex& index, GuardedText& source, Diagnostics& diagnostics)
      : text_(text), index_(index), source_(source), diagnostics_(diagnostics) {}

  Document take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1)
      refuse(Code::bad_syntax, mark, "a second document in one text", "one document");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_properties(mark, "?", anchor);
    Document document;
    document.position = index_.at(offset(mark));
    add(std::move(document), mark);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(Code::alias_refused, mark, "an alias", "the value itself, or text in quotes");
  }

  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    refuse(Code::alias_refused, mark, "an anchor", "the value itself, or text in quotes");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_properties(mark, tag, anchor);
    if (value.size() > largest_scalar_bytes)
      refuse(Code::too_large, mark, "a value over 1 MB", {});
    Document document;
    document.kind = Document::Kind::scalar;
    document.scalar = value;
    const std::size_t begin = offset(mark);
    document.position = index_.at(begin);
    const char first = begin < text_.size() ? text_[begin] : ' ';
    document.quoted = tag == "!";
    if (document.quoted && (first == '"' || first == '\'') && !is_closed(begin))
      refuse(Code::bad_syntax, mark, "a quote that is never closed", std::string(1, first));
    if (find_terminal_control(value))
      refuse(Code::bad_encoding, mark, "a control character in a value", {});
    if (document.quoted && (first == '|' || first == '>'))
      find_lines(document, text_.find('\n', begin));
    else if (value.find_first_of(" \n") != std::string::npos)
      find_lines(document, begin + (document.quoted ? 1 : 0));
    add(std::move(document), mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Document::Kind::list, mark, tag, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Document::Kind::map, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  // A map or list whose end has not come; `key` waits for its value.
  struct Open {
    Document document;
    bool has_key = false;
    Document key;
    std::unordered_set<std::string> keys;
  };

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }

  void report(Code code, Position position, std::string message, std::string found, std::string expected) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.position = std::move(position);
    diagnostic.message = std::move(message);
    diagnostic.found = std::move(found);
    diagnostic.expected = std::move(expected);
    diagnostics_.push_back(std::move(diagnostic));
  }

  [[noreturn]] void refuse(Code code, const YAML::Mark& mark, std::string message, std::string expected) {
    report(code, index_.at(offset(mark)), std::move(message), {}, std::move(expected));
    throw Stop{};
  }

  void refuse_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0)
      refuse(Code::alias_refused, mark, "an anchor", "the value itself, or text in quotes");
    // Plain and quoted scalars come as "?" and "!"; a lone "!" shows in the text only.
    const std::size_t begin = offset(mark);
    if ((tag != "?" && tag != "!") || (begin < text_.size() && text_[begin] == '!'))
      refuse(Code::alias_refused, mark, "a tag", "the value alone, or text in quotes");
  }

  void open(Document::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_properties(mark, tag, anchor);
    if (open_.size() == deepest_document)
      refuse(Code::too_deep, mark, "maps and lists nested too deeply",
             "at most " + std::to_string(deepest_document) + " levels");
    if (!open_.empty() && open_.back().document.is_map() && !open_.back().has_key)
      refuse(Code::bad_syntax, mark, "a key that is a list or a map", "a name");
    open_.emplace_back();
    open_.back().document.kind = kind;
    open_.back().document.position = index_.at(offset(mark));
  }

  void close() {
    Document document = std::move(open_.back().document);
    open_.pop_back();
    place(std::move(document));
  }

  void add(Document document, const YAML::Mark& mark) {
    source_.reached(offset(mark));
    if (++values_ > most_document_values)
      refuse(Code::too_large, mark, "too many values in one text", "at most " + std::to_string(most_document_values));
    if (!open_.empty() && open_.back().document.is_map() && !open_.back().has_key) {
      if (!document.is_scalar())
        refuse(Code::bad_syntax, mark, "an empty key", "a name");
      Open& map = open_.back();
      if (!map.keys.insert(document.scalar).second) {
        if (diagnostics_.size() == most_diagnostics)
          throw Stop{};
        report(Code::duplicate_key, document.position, "a key stands twice in one map", document.scalar,
               "each key once");
      }
      map.key = std::move(document);
      map.has_key = true;
      return;
    }
    place(std::move(document));
  }

  void place(Document document) {
    if (open_.empty()) {
      root_ = std::move(document);
      return;
    }
    Open& parent = open_.back();
    if (parent.document.is_list()) {
      parent.document.items.push_back(std::move(document));
    } else {
      parent.document.entries.push_back({std::move(parent.key), std::move(document)});
      parent.key = Document{};
      parent.has_key = false;
    }
  }

  // The library takes the end of the text for a closing quote.
  [[nodiscard]] bool is_closed(std::size_t begin) const {
    const char quote = text_[begin];
    for (std::size_t i = begin + 1; i < text_.size(); ++i) {
      if (text_[i] == '\\' && quote == '"')
        ++i;
      else if (text_[i] == quote && i + 1 < text_.size() && text_[i + 1] == quote && quote == '\'')
        ++i;
      else if (text_[i] == quote)
        return true;
    }
    return false;
  }

  // Follows the scalar's characters through the text from `place` on and notes where each line of the text begins in
  // the scalar. Folding changes blanks only; at an escape of a quoted text the search ends, and what follows it
  // counts on.
  void find_lines(Document& document, std::size_t place) const {
    const std::string& scalar = document.scalar;
    bool fresh_line = true;
    bool several_lines = false;
    std::size_t i = 0;
    for (; i < scalar.size(); ++i) {
      if (is_blank(scalar[i]))
        continue;
      for (; place < text_.size() && is_blank(text_[place]); ++place)
        if (text_[place] == '\n')
          several_lines = fresh_line = true;
      if (place >= text_.size() || text_[place] != scalar[i])
        break;
      if (fresh_line) {
        const Position position = index_.at(place);
        document.lines.push_back({i, position.line, position.column});
        fresh_line = false;
      }
      ++place;
      if (scalar[i] == '\'' && document.quoted && place < text_.size() && text_[place] == '\'')
        ++place;
    }
    if (!several_lines)
      document.lines.clear();
  }

  std::string_view text_;
  const LineIndex& index_;
  GuardedText& source_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
  Document root_;
  std::size_t values_ = 0;
  int documents_ = 0;
};

// Where a tab stands in the indentation of the line at `place`.
std::optional<std::size_t> find_tab(std::string_view text, std::size_t place) {
  std::size_t i = text.rfind('\n', place == 0 ? 0 : place - 1);
  i = i == std::string_view::npos ? 0 : i + 1;
  while (i < text.size() && text[i] == ' ')
    ++i;
  return i < text.size() && text[i] == '\t' ? std::optional(i) : std::nullopt;
}

Diagnostic syntax_error(const YAML::ParserException& exception, std::string_view text, const LineIndex& index) {
  Diagnostic diagnostic;
  diagnostic.code = Code::bad_syntax;
  diagnostic.position = index.at(exception.mark.pos < 0 ? 0 : static_cast<std::size_t>(exception.mark.pos));
  diagnostic.message = "malformed YAML: " + exception.msg;
  const auto tab = find_tab(text, exception.mark.pos < 0 ? 0 : static_cast<std::size_t>(exception.mark.pos));
  if (tab) {
    diagnostic.position = index.at(*tab);
    diagnostic.message = "a tab in the indentation";
    diagnostic.expected = "blanks";
  } else if (exception.msg == "illegal map value")
    diagnostic.hint = "quote a text that contains \": \"";
  return diagnostic;
}

}  // namespace

Result<Document> read_yaml(std::string file, std::string_view text) {
  if (auto wrong = check_text(file, text, largest_document_bytes))
    return std::move(*wrong);
  text = without_byte_order_mark(text);
  const LineIndex index(std::move(file), text);
  Diagnostics diagnostics;
  GuardedText source(text);
  Builder builder(text, index, source, diagnostics);
  try {
    source.open();
    std::istream stream(&source);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    if (const auto& refusal = source.refusal()) {
      Diagnostic diagnostic;
      diagnostic.code = refusal->code;
      diagnostic.position = index.at(refusal->offset);
      diagnostic.message = refusal->message;
      diagnostics.push_back(std::move(diagnostic));
    }
  } catch (const YAML::ParserException& exception) {
    diagnostics.push_back(syntax_error(exception, text, index));
  }
  if (!diagnostics.empty())
    return diagnostics;
  return builder.take();
}

}  // namespace ansio::base
