// Parses a formula by precedence, counts how deep it is, and goes on after an error to find the next.
#include "calc/language/read/parser.h"

#include "calc/language/check/checker.h"
#include "calc/language/read/lexer.h"
#include "calc/language/read/words.h"
#include "calc/language/tree/unit.h"

#include <algorithm>
#include <array>
#include <bit>

namespace ansio::language {
namespace {

// From weakest to strongest.
enum class Binding : std::uint8_t { logical_or, logical_and, logical_not, comparison, sum, product };

struct Operator {
  std::string_view sign;
  Binding binding;
  NodeKind operation;
};
constexpr std::array<Operator, 12> operators{{
    {"or", Binding::logical_or, NodeKind::logical_or},
    {"and", Binding::logical_and, NodeKind::logical_and},
    {"=", Binding::comparison, NodeKind::equal},
    {"!=", Binding::comparison, NodeKind::not_equal},
    {"<", Binding::comparison, NodeKind::less},
    {"<=", Binding::comparison, NodeKind::less_equal},
    {">", Binding::comparison, NodeKind::greater},
    {">=", Binding::comparison, NodeKind::greater_equal},
    {"+", Binding::sum, NodeKind::add},
    {"-", Binding::sum, NodeKind::subtract},
    {"*", Binding::product, NodeKind::multiply},
    {"/", Binding::product, NodeKind::divide},
}};

const Operator* find_operator(const Token& token) {
  const auto found = std::find_if(operators.begin(), operators.end(),
                                  [&](const Operator& candidate) { return token.is(candidate.sign); });
  return found == operators.end() ? nullptr : &*found;
}

Binding stronger(Binding binding) {
  return static_cast<Binding>(static_cast<int>(binding) + 1);
}

class Parser {
 public:
  Parser(std::span<const std::string> base_units, FormulaReport& report)
      : base_units_(base_units), report_(report), tokens_(tokenize(report)) {}

  SyntaxTree run() {
    if (next().kind == Token::Kind::end)
      tree_.root = unexpected("an empty formula", "an expression");
    else
      tree_.root = parse_expression();
    if (next().kind != Token::Kind::end && !recovering_)
      unexpected_here("an operator or the end of the formula");
    return std::move(tree_);
  }

 private:
  // Reading tokens
  // ------------------------------------------------------------------------------------------------------

  [[nodiscard]] const Token& next(std::size_t ahead = 0) const {
    return tokens_[std::min(place_ + ahead, tokens_.size() - 1)];
  }

  const Token& take() {
    const Token& token = next();
    if (token.kind != Token::Kind::end)
      ++place_;
    return token;
  }

  bool accept(std::string_view word) {
    if (!next().is(word))
      return false;
    take();
    recovering_ = false;
    return true;
  }

  void expect(std::string_view word) {
    if (accept(word))
      return;
    if (!recovering_)
      unexpected_here("'" + std::string(word) + "'");
    skip_to_landmark();
    accept(word);
  }

  [[nodiscard]] bool at_landmark() const {
    constexpr std::array<std::string_view, 6> landmarks{",", ")", "]", "then", "else", "let"};
    return next().kind == Token::Kind::end ||
           std::any_of(landmarks.begin(), landmarks.end(), [&](std::string_view word) { return next().is(word); });
  }

  void skip_to_landmark() {
    while (!at_landmark())
      take();
  }

  // Errors
  // --------------------------------------------------------------------------------------------------------------

  void unexpected_here(std::string expected) {
    recovering_ = true;
    const Token& token = next();
    if (token.kind == Token::Kind::end) {
      report_.error(Code::unexpected_token, token.range, "the formula ends too early", {std::move(expected), {}});
      return;
    }
    report_.error(Code::unexpected_token, token.range, "this does not fit here", {std::move(expected), hint_at(token)});
  }

  // What the writer probably meant, from the token and the one before.
  [[nodiscard]] std::string hint_at(const Token& token) const {
    const Token* before = place_ > 0 ? &tokens_[place_ - 1] : nullptr;
    if (before == nullptr)
      return {};
    if (token.is("(") && before->kind == Token::Kind::name && before->range.end < token.range.begin)
      return "write " + std::string(before->text) + "( without a blank between";
    if (token.kind == Token::Kind::name && before->kind == Token::Kind::number) {
      const std::string near = nearest_name(token.text, unit_names());
      return near.empty() ? "units are " + joined(unit_names()) : "did you mean " + near + "?";
    }
    if (token.is("="))
      return "one = is enough to compare; a name is bound with let";
    if (token.is("if") || token.is("not"))
      return "put it in brackets";
    if (token.is("["))
      return "only a parameter's table is looked up with [ ]";
    return {};
  }

  [[nodiscard]] std::vector<std::string> unit_names() const {
    std::vector<std::string> names(base_units_.begin(), base_units_.end());
    for (const std::string_view unit : {"year", "month", "week", "day", "hour"})
      names.emplace_back(unit);
    return names;
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
      text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  SyntaxId unexpected(std::string message, std::string expected) {
    if (!recovering_)
      report_.error(Code::unexpected_token, next().range, std::move(message), {std::move(expected), {}});
    recovering_ = true;
    skip_to_landmark();
    return add(Syntax::Kind::error, next().range);
  }

  // Nodes
  // ---------------------------------------------------------------------------------------------------------------

  // Levels that the checked tree has beyond the syntax: clamp is a minimum of a maximum, `in` a tree of alternatives.
  static int hidden_levels(const Syntax& syntax) {
    if (syntax.kind == Syntax::Kind::contains)
      return 2 + static_cast<int>(std::bit_width(syntax.children.size()));
    return syntax.kind == Syntax::Kind::call && syntax.text == "clamp" ? 1 : 0;
  }

  SyntaxId add(Syntax syntax) {
    for (const SyntaxId child : syntax.children)
      syntax.depth = std::max(syntax.depth, tree_.nodes[child].depth + 1);
    syntax.depth += hidden_levels(syntax);
    if (syntax.depth > deepest_formula)
      return too_complex(syntax.range);
    tree_.nodes.push_back(std::move(syntax));
    return static_cast<SyntaxId>(tree_.nodes.size() - 1);
  }

  SyntaxId add(Syntax::Kind kind, SourceRange range) {
    Syntax syntax;
    syntax.kind = kind;
    syntax.range = range;
    return add(std::move(syntax));
  }

  SyntaxId too_complex(SourceRange range) {
    if (!too_complex_) {
      report_.error(Code::too_complex, {range.begin, range.begin}, "a formula nested too deeply",
                    {"at most " + std::to_string(deepest_formula) + " levels", "split it into several rules"});
      too_complex_ = true;
    }
    // Nothing that follows can be right: read no further.
    recovering_ = true;
    place_ = tokens_.size() - 1;
    return add(Syntax::Kind::error, range);
  }

  [[nodiscard]] SourceRange since(std::uint32_t begin) const {
    return {begin, place_ > 0 ? std::max(begin, tokens_[place_ - 1].range.end) : begin};
  }

  // Grammar
  // -------------------------------------------------------------------------------------------------------------

  // Counts how deep the parser is within itself.
  struct Level {
    explicit Level(int& depth) : depth_(depth) { ++depth_; }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    int& depth_;
  };

  SyntaxId parse_expression() {
    const Level level(depth_);
    if (depth_ > 2 * deepest_formula)
      return too_complex(next().range);
    if (next().is("let"))
      return parse_lets();
    if (next().is("if"))
      return parse_if();
    return parse_operators(Binding::logical_or);
  }

  // let a = x let b = y body: read in a row, built from the last to the first.
  SyntaxId parse_lets() {
    struct Let {
      std::uint32_t begin;
      Token name;
      SyntaxId value;
    };
    std::vector<Let> lets;
    while (next().is("let")) {
      const std::uint32_t begin = take().range.begin;
      recovering_ = false;
      Token name = next();
      if (name.kind == Token::Kind::name && !is_keyword(name.text)) {
        take();
      } else {
        unexpected_here("a name");
        name = Token{Token::Kind::name, {name.range.begin, name.range.begin}, {}};
        skip_to_landmark();
      }
      if (!recovering_)
        expect("=");
      lets.push_back({begin, name, recovering_ ? unexpected({}, {}) : parse_expression()});
    }
    SyntaxId body = parse_expression();
    for (auto let = lets.rbegin(); let != lets.rend(); ++let) {
      Syntax syntax;
      syntax.kind = Syntax::Kind::let;
      syntax.range = since(let->begin);
      syntax.text = let->name.text;
      syntax.name_range = let->name.range;
      syntax.children = {let->value, body};
      body = add(std::move(syntax));
    }
    return body;
  }

  SyntaxId parse_if() {
    const std::uint32_t begin = take().range.begin;
    Syntax syntax;
    syntax.kind = Syntax::Kind::if_else;
    syntax.children.push_back(parse_expression());
    expect("then");
    syntax.children.push_back(parse_expression());
    expect("else");
    syntax.children.push_back(parse_expression());
    syntax.range = since(begin);
    return add(std::move(syntax));
  }

  SyntaxId parse_operators(Binding weakest) {
    const std::uint32_t begin = next().range.begin;
    SyntaxId left = parse_prefix(weakest);
    bool compared = false;
    for (;;) {
      const Operator* found = find_operator(next());
      const bool contains = next().is("in");
      const Binding binding = contains ? Binding::comparison : found ? found->binding : Binding::logical_or;
      if ((found == nullptr && !contains) || binding < weakest)
        return left;
      if (binding == Binding::comparison && compared) {
        report_.error(Code::unexpected_token, next().range, "two comparisons in a row", {{}, "write a < b and b < c"});
        left = add(Syntax::Kind::error, since(begin));
      }
      compared = compared || binding == Binding::comparison;
      take();
      if (contains) {
        left = parse_members(left, begin);
        continue;
      }
      Syntax syntax;
      syntax.kind = Syntax::Kind::binary;
      syntax.operation = found->operation;
      const SyntaxId right = parse_operators(stronger(binding));
      syntax.children = {left, right};
      syntax.range = since(begin);
      left = add(std::move(syntax));
    }
  }

  SyntaxId parse_members(SyntaxId value, std::uint32_t begin) {
    Syntax syntax;
    syntax.kind = Syntax::Kind::contains;
    syntax.children.push_back(value);
    expect("(");
    parse_list(syntax.children, ")");
    syntax.range = since(begin);
    return add(std::move(syntax));
  }

  SyntaxId parse_prefix(Binding weakest) {
    const Token token = next();
    const Level level(depth_);
    if (depth_ > 2 * deepest_formula)
      return too_complex(token.range);
    if (token.is("not") && weakest <= Binding::logical_not) {
      take();
      return add_unary(NodeKind::logical_not, token.range.begin, parse_operators(Binding::logical_not));
    }
    if (token.is("-")) {
      take();
      return add_unary(NodeKind::negate, token.range.begin, parse_prefix(Binding::product));
    }
    return parse_operand();
  }

  SyntaxId add_unary(NodeKind operation, std::uint32_t begin, SyntaxId operand) {
    Syntax syntax;
    syntax.kind = Syntax::Kind::unary;
    syntax.operation = operation;
    syntax.range = since(begin);
    syntax.children = {operand};
    return add(std::move(syntax));
  }

  SyntaxId parse_operand() {
    const Token token = next();
    switch (token.kind) {
      case Token::Kind::number:
        return parse_number();
      case Token::Kind::month:
      case Token::Kind::date:
      case Token::Kind::member: {
        take();
        Syntax syntax;
        syntax.kind = token.kind == Token::Kind::month  ? Syntax::Kind::month
                      : token.kind == Token::Kind::date ? Syntax::Kind::date
                                                        : Syntax::Kind::member;
        syntax.range = token.range;
        syntax.text = token.text;
        return add(std::move(syntax));
      }
      case Token::Kind::name:
        if (is_keyword(token.text))
          break;
        return parse_name();
      case Token::Kind::sign:
        if (token.is("(")) {
          take();
          const SyntaxId inner = parse_expression();
          expect(")");
          // The brackets belong to what they hold, so that a quotation of it is whole.
          tree_.nodes[inner].range = since(token.range.begin);
          return inner;
        }
        break;
      case Token::Kind::invalid:
        take();
        return add(Syntax::Kind::error, token.range);
      case Token::Kind::end:
        break;
    }
    if (!recovering_)
      unexpected_here("a value");
    skip_to_landmark();
    return add(Syntax::Kind::error, token.range);
  }

  SyntaxId parse_number() {
    const Token token = take();
    Syntax syntax;
    syntax.kind = Syntax::Kind::number;
    syntax.number = parse_fraction(token.text).value_or(Fraction());
    if (accept("%"))
      syntax.number = syntax.number * Fraction::from_ratio(1, 100);
    else
      syntax.bare = !parse_unit_after_number(syntax.unit);
    syntax.range = since(token.range.begin);
    return add(std::move(syntax));
  }

  [[nodiscard]] std::optional<int> base_unit_at(std::size_t ahead) const {
    const Token& token = next(ahead);
    // days( is a function, 21.5 days a number.
    const bool is_call = next(ahead + 1).is("(") && next(ahead + 1).range.begin == token.range.end;
    return token.kind == Token::Kind::name && !is_call ? find_base_unit(token.text, base_units_) : std::nullopt;
  }

  // hour/week after a number: ends at the first sign that no unit follows.
  bool parse_unit_after_number(Unit& unit) {
    auto base = base_unit_at(0);
    if (!base)
      return false;
    unit = unit_of(*base);
    take();
    while ((next().is("*") || next().is("/")) && (base = base_unit_at(1))) {
      unit = next().is("*") ? unit * unit_of(*base) : unit / unit_of(*base);
      take();
      take();
    }
    return true;
  }

  SyntaxId parse_name() {
    const Token token = take();
    Syntax syntax;
    syntax.kind = Syntax::Kind::name;
    syntax.text = token.text;
    syntax.name_range = token.range;
    if (next().is("(") && next().range.begin == token.range.end) {
      take();
      syntax.kind = Syntax::Kind::call;
      parse_list(syntax.children, ")");
    } else if (next().is("[")) {
      take();
      syntax.kind = Syntax::Kind::lookup;
      parse_list(syntax.children, "]");
    }
    syntax.range = since(token.range.begin);
    return add(std::move(syntax));
  }

  void parse_list(std::vector<SyntaxId>& children, std::string_view close) {
    if (accept(close))
      return;
    do
      children.push_back(parse_expression());
    while (accept(","));
    expect(close);
  }

  std::span<const std::string> base_units_;
  FormulaReport& report_;
  std::vector<Token> tokens_;
  std::size_t place_ = 0;
  int depth_ = 0;
  bool recovering_ = false;  // an error has been reported and no landmark passed since
  bool too_complex_ = false;
  SyntaxTree tree_;
};

}  // namespace

SyntaxTree parse_formula(std::span<const std::string> base_units, FormulaReport& report) {
  return Parser(base_units, report).run();
}

}  // namespace ansio::language
