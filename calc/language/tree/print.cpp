// Writes a tree as the formula that parses to it, in brackets only where they matter.
#include "calc/language/tree/print.h"

#include "calc/base/date/date.h"
#include "calc/language/read/lexer.h"
#include "calc/language/tree/node_facts.h"
#include "calc/language/tree/unit.h"

#include <algorithm>
#include <map>

namespace ansio::language {
namespace {

std::string_view role_name(Selector selector) {
  switch (selector) {
    case Selector::self:
      return "self";
    case Selector::client:
      return "client";
    case Selector::spouse:
      return "spouse";
    case Selector::partner:
      return "partner";
    case Selector::child:
      return "child";
    default:
      return "";
  }
}

std::string_view people_name(People people) {
  switch (people) {
    case People::adults:
      return "adults";
    case People::children:
      return "children";
    case People::others:
      return "others";
    default:
      return "persons";
  }
}

class Printer {
 public:
  Printer(const Tree& tree, const FormulaNames& names) : tree_(tree), names_(names) {}

  std::string print(NodeId id) {
    write(id, Strength::weakest);
    return std::move(out_);
  }

 private:
  void write(NodeId id, Strength weakest) {
    if (names_.instead)
      if (const auto text = names_.instead(id)) {
        out_ += *text;
        return;
      }
    const Node& node = tree_.nodes[id];
    const Strength own = facts_of(node.kind).strength;
    if (own < weakest)
      out_ += '(';
    write_node(node);
    if (own < weakest)
      out_ += ')';
  }

  void write_node(const Node& node) {
    const auto children = tree_.children_of(node);
    switch (node.kind) {
      case NodeKind::constant:
        return write_constant(node);
      case NodeKind::variable:
        return write_variable(node);
      case NodeKind::parameter:
        out_ += names_.parameter(node.reference);
        if (!children.empty())
          write_list('[', children, ']');
        return;
      case NodeKind::let:
        out_ += "let ";
        out_ += binding_names_[node.reference] = let_name(node);
        out_ += " = ";
        write(children[0], Strength::weakest);
        out_ += ' ';
        return write_let_body(children[1]);
      case NodeKind::binding: {
        const auto name = binding_names_.find(node.reference);
        out_ += name == binding_names_.end() ? numbered(node.reference) : name->second;
        return;
      }
      case NodeKind::if_else:
        out_ += "if ";
        write(children[0], Strength::weakest);
        out_ += " then ";
        write(children[1], Strength::weakest);
        out_ += " else ";
        return write(children[2], Strength::weakest);
      case NodeKind::logical_not:
        out_ += "not ";
        return write(children[0], Strength::logical_not);
      case NodeKind::negate:
        out_ += '-';
        return write(children[0], Strength::negation);
      case NodeKind::this_month:
        out_ += "this_month";
        return;
      case NodeKind::typical_month:
        out_ += "typical_month";
        return;
      case NodeKind::position:
        out_ += node.selector == Selector::self ? "self.position" : "position";
        return;
      default:
        if (!facts_of(node.kind).infix.empty())
          return write_infix(facts_of(node.kind), children);
        return write_call(node, children);
    }
  }

  // A body that begins with a minus would read on from the value before it.
  void write_let_body(NodeId body) {
    const std::size_t begin = out_.size();
    write(body, Strength::weakest);
    if (out_[begin] == '-') {
      out_.insert(begin, 1, '(');
      out_ += ')';
    }
  }

  // a - (b - c), but a - b - c: the right side must bind more strongly. Comparisons do not follow each other at all.
  void write_infix(const NodeFacts& facts, std::span<const NodeId> children) {
    const auto stronger = static_cast<Strength>(static_cast<int>(facts.strength) + 1);
    write(children[0], facts.strength == Strength::comparison ? stronger : facts.strength);
    for (std::size_t i = 1; i < children.size(); ++i) {
      out_ += facts.infix;
      write(children[i], stronger);
    }
  }

  void write_call(const Node& node, std::span<const NodeId> children) {
    out_ += function_name(node);
    out_ += '(';
    switch (node.kind) {
      case NodeKind::scale:
        write(children[0], Strength::weakest);
        out_ += ", ";
        out_ += names_.parameter(node.reference);
        break;
      case NodeKind::given:
        write_variable(node);
        break;
      case NodeKind::exists:
      case NodeKind::is_role:
        out_ += role_name(node.selector);
        break;
      case NodeKind::sum:
      case NodeKind::count:
      case NodeKind::any:
      case NodeKind::all:
      case NodeKind::max_of:
      case NodeKind::min_of:
        out_ += people_name(node.people);
        out_ += ", ";
        write(children[0], Strength::weakest);
        break;
      case NodeKind::average:
        write(children[0], Strength::weakest);
        out_ += ", " + std::to_string(node.reference) + (node.reference == 1 ? " month" : " months");
        break;
      default:
        for (std::size_t i = 0; i < children.size(); ++i) {
          out_ += i > 0 ? ", " : "";
          write(children[i], Strength::weakest);
        }
    }
    out_ += ')';
  }

  [[nodiscard]] std::string_view function_name(const Node& node) const {
    if (node.kind == NodeKind::convert)
      return tree_.constants[node.reference] < Fraction::from_integer(1) ? "per_month" : "per_year";
    return language::function_name(node.kind);
  }

  void write_list(char open, std::span<const NodeId> children, char close) {
    out_ += open;
    for (std::size_t i = 0; i < children.size(); ++i) {
      out_ += i > 0 ? ", " : "";
      write(children[i], Strength::weakest);
    }
    out_ += close;
  }

  void write_variable(const Node& node) {
    const std::string_view role = role_name(node.selector);
    out_ += role;
    out_ += role.empty() ? "" : ".";
    out_ += names_.variable(node.reference);
  }

  void write_constant(const Node& node) {
    const Fraction& value = tree_.constants[node.reference];
    switch (node.type.kind) {
      case Type::Kind::boolean:
        out_ += value.sign() != 0 ? "true" : "false";
        return;
      case Type::Kind::month:
        out_ += to_text(YearMonth{static_cast<std::int32_t>(value.numerator())});
        return;
      case Type::Kind::date:
        out_ += to_text(Date{static_cast<std::int32_t>(value.numerator())});
        return;
      case Type::Kind::enumeration:
        out_ += '\'';
        out_ += names_.member(node.type.enumeration, static_cast<std::uint32_t>(value.numerator()));
        out_ += '\'';
        return;
      case Type::Kind::number:
        break;
    }
    out_ += exact_decimals(value);
    // Only a zero can have a unit that no number is written with.
    const std::string unit = unit_text(node.type.unit, names_.base_units);
    if (unit.front() != '1')
      out_ += " " + unit;
  }

  // Every digit of a literal: it was written in decimals, so it has finitely many.
  static std::string exact_decimals(const Fraction& value) {
    const Fraction one = Fraction::from_integer(1);
    Fraction rest = value - round_to(value, one, Rounding::down);
    std::string text = to_decimal_text(value - rest);
    if (rest.sign() > 0)
      text += '.';
    for (int i = 0; i < 30 && rest.sign() > 0; ++i) {
      rest = rest * Fraction::from_integer(10);
      const Fraction digit = round_to(rest, one, Rounding::down);
      text += to_decimal_text(digit);
      rest = rest - digit;
    }
    return text;
  }

  static std::string numbered(std::uint32_t number) { return "value_" + std::to_string(number); }

  // As written after `let`; the values that `in` computes once have no name of their own.
  [[nodiscard]] std::string let_name(const Node& node) const {
    if (node.source_end <= names_.formula_text.size()) {
      const std::string_view source =
          names_.formula_text.substr(node.source_begin, node.source_end - node.source_begin);
      FormulaReport report(source, [](std::size_t) { return Position{}; });
      const std::vector<Token> tokens = source.starts_with("let") ? tokenize(report) : std::vector<Token>{};
      if (tokens.size() > 2 && tokens[0].is("let") && tokens[1].kind == Token::Kind::name)
        return std::string(tokens[1].text);
    }
    return numbered(node.reference);
  }

  const Tree& tree_;
  const FormulaNames& names_;
  std::map<std::uint32_t, std::string> binding_names_;
  std::string out_;
};

}  // namespace

std::string print_formula(const Tree& tree, NodeId node, const FormulaNames& names) {
  return Printer(tree, names).print(node);
}

}  // namespace ansio::language
