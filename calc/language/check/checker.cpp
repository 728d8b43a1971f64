#include "calc/language/check/checker.h"

#include "calc/language/check/checking.h"
#include "calc/language/read/parser.h"
#include "calc/language/tree/unit.h"

namespace ansio::language {
namespace {

NodeId check(FormulaReport& report, const Symbols& symbols, const Expectation& expectation, Tree& tree,
             Diagnostics& diagnostics) {
  const std::size_t nodes = tree.nodes.size();
  const std::size_t children = tree.children.size();
  const std::size_t constants = tree.constants.size();
  NodeId root = no_node;
  if (report.text().size() > longest_formula) {
    report.error(Code::too_complex, {0, 0}, "a formula too long",
                 {"at most " + std::to_string(longest_formula) + " bytes", "split it into several rules"});
  } else {
    const SyntaxTree syntax = parse_formula(symbols.base_units, report);
    root = Checking(syntax, symbols, expectation, tree, report).run();
  }
  if (root != no_node && report.clean())
    return root;
  tree.nodes.resize(nodes);
  tree.children.resize(children);
  tree.constants.resize(constants);
  for (Diagnostic& diagnostic : report.take())
    diagnostics.push_back(std::move(diagnostic));
  return no_node;
}

}  // namespace

NodeId check_formula(const Document& formula, const Symbols& symbols, const Expectation& expectation, Tree& tree,
                     Diagnostics& diagnostics) {
  FormulaReport report(formula.scalar, [&](std::size_t offset) { return formula.position_of(offset); });
  return check(report, symbols, expectation, tree, diagnostics);
}

NodeId check_formula(std::string_view text, const Position& where, const Symbols& symbols,
                     const Expectation& expectation, Tree& tree, Diagnostics& diagnostics) {
  Document formula;
  formula.kind = Document::Kind::scalar;
  formula.scalar = text;
  formula.position = where;
  if (text.find('\n') != std::string_view::npos && where.line > 0) {
    formula.lines.push_back({0, where.line, where.column});
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
      formula.lines.push_back({end + 1, formula.lines.back().line + 1, 1});
  }
  return check_formula(formula, symbols, expectation, tree, diagnostics);
}

std::string type_text(const Type& type, const Symbols& symbols) {
  switch (type.kind) {
    case Type::Kind::boolean:
      return "boolean";
    case Type::Kind::month:
      return "month";
    case Type::Kind::date:
      return "date";
    case Type::Kind::enumeration:
      return type.enumeration < symbols.enums.size() ? symbols.enums[type.enumeration].name : "an enum";
    case Type::Kind::number:
      break;
  }
  return type.unit.is_none() ? "a number without unit" : unit_text(type.unit, symbols.base_units);
}

}  // namespace ansio::language
