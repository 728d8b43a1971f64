// For all formulas: what is checked, printed and checked again is the same tree, and no text whatsoever breaks the
// checker.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "calc/language/testing/club.h"

namespace ansio::language {
namespace {

using rc::gen::inRange;

// Random formulas that check, written with more brackets than needed.
class Writer {
 public:
  // kr/month; `depth` levels at most.
  std::string amount(int depth) {
    switch (depth <= 0 ? *inRange(0, 4) : *inRange(0, 16)) {
      case 0:
        return "rent";
      case 1:
        return literal() + " kr/month";
      case 2:
        return "shop.sales";
      case 3:
        return "cap";
      case 4:
        return "(" + amount(depth - 1) + " + " + amount(depth - 1) + ")";
      case 5:
        return "(" + amount(depth - 1) + " - " + amount(depth - 1) + ")";
      case 6:
        return "(" + factor(depth - 1) + " * " + amount(depth - 1) + ")";
      case 7:
        return "(" + amount(depth - 1) + " / max(1, " + factor(depth - 1) + "))";
      case 8:
        return "(-" + amount(depth - 1) + ")";
      case 9:
        return "(if " + truth(depth - 1) + " then " + amount(depth - 1) + " else " + amount(depth - 1) + ")";
      case 10:
        return "max(" + amount(depth - 1) + ", 0, " + amount(depth - 1) + ")";
      case 11:
        return "round_down(" + amount(depth - 1) + ", 0.01 kr/month)";
      case 12: {
        const std::string name = "x" + std::to_string(names_++);
        return "(let " + name + " = " + amount(depth - 1) + " (" + name + " + " + amount(depth - 1) + "))";
      }
      case 13:
        return "sum(persons, " + amount(depth - 1) + " + wage)";
      case 14:
        return "per_month(per_year(" + amount(depth - 1) + "))";
      default:
        return "price[if " + truth(depth - 1) + " then colour else 'red']";
    }
  }

  std::string factor(int depth) {
    switch (depth <= 0 ? *inRange(0, 2) : *inRange(0, 6)) {
      case 0:
        return "games";
      case 1:
        return literal();
      case 2:
        return "(" + amount(depth - 1) + " / 7 kr/month)";
      case 3:
        return "number(" + truth(depth - 1) + ")";
      case 4:
        return "count(adults, " + truth(depth - 1) + ")";
      default:
        return "(" + factor(depth - 1) + " + " + factor(depth - 1) + ")";
    }
  }

  std::string truth(int depth) {
    switch (depth <= 0 ? *inRange(0, 3) : *inRange(0, 9)) {
      case 0:
        return "open";
      case 1:
        return "(colour in ('red', 'blue'))";
      case 2:
        return "(this_month >= 2025-07)";
      case 3:
        return "(" + amount(depth - 1) + " < " + amount(depth - 1) + ")";
      case 4:
        return "(not " + truth(depth - 1) + ")";
      case 5:
        return "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
      case 6:
        return "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
      case 7:
        return "any(children, " + truth(depth - 1) + " and member)";
      default:
        return "(" + amount(depth - 1) + " != 0)";
    }
  }

 private:
  static std::string literal() {
    return to_decimal_text(Fraction::from_ratio(*inRange(1, 100'000), *rc::gen::element(1, 10, 100, 1000, 1'000'000)));
  }

  int names_ = 0;
};

bool same(const Tree& a, NodeId left, const Tree& b, NodeId right) {
  const Node& x = a.nodes[left];
  const Node& y = b.nodes[right];
  if (x.kind != y.kind || x.selector != y.selector || x.people != y.people || x.type != y.type ||
      x.child_count != y.child_count)
    return false;
  const bool refers_to_constant = x.kind == NodeKind::constant || x.kind == NodeKind::convert;
  if (refers_to_constant ? !(a.constants[x.reference] == b.constants[y.reference]) : x.reference != y.reference)
    return false;
  for (std::size_t i = 0; i < x.child_count; ++i)
    if (!same(a, a.children_of(x)[i], b, b.children_of(y)[i]))
      return false;
  return true;
}

void expect_well_formed(const Tree& tree, std::size_t size) {
  for (NodeId id = 0; id < tree.nodes.size(); ++id) {
    const Node& node = tree.nodes[id];
    RC_ASSERT(node.source_begin <= node.source_end);
    RC_ASSERT(node.source_end <= size);
    for (const NodeId child : tree.children_of(node))
      RC_ASSERT(child < id);
  }
}

TEST(RoundTrip, a_printed_formula_checks_to_the_same_tree) {
  testing::Club club;
  const Expectation expectation{testing::number("kr/month"), Entity::household, Period::month};
  EXPECT_TRUE(rc::check([&] {
    const std::string text = Writer().amount(*inRange(0, 6));
    Tree tree;
    Diagnostics diagnostics;
    const NodeId root = check_formula(text, {"f", 1, 1}, club.symbols(), expectation, tree, diagnostics);
    if (root == no_node)
      RC_FAIL(text + "\n" + (diagnostics.empty() ? "" : to_text(diagnostics[0], text)));
    expect_well_formed(tree, text.size());
    const std::string printed = print_formula(tree, root, club.names(text));
    RC_ASSERT(printed.size() <= 3 * text.size() + 30);
    Tree again;
    const NodeId second = check_formula(printed, {"f", 1, 1}, club.symbols(), expectation, again, diagnostics);
    if (second == no_node)
      RC_FAIL(text + "\n" + printed + "\n" + to_text(diagnostics[0], printed));
    RC_ASSERT(same(tree, root, again, second));
    RC_ASSERT(print_formula(again, second, club.names(printed)) == printed);
  }));
}

// Words and signs in any order: hardly ever a formula, never a crash; an error is told or a root given, not both.
TEST(RoundTrip, no_heap_of_words_breaks_the_checker) {
  testing::Club club;
  const std::vector<std::string> words{"rent",      "wage",      "result",     "client.wage", "partner.wage",
                                       "self.",     "colour",    "'red'",      "open",        "let",
                                       "a",         "=",         "if",         "then",        "else",
                                       "not",       "and",       "or",         "in",          "(",
                                       ")",         "[",         "]",          ",",           "+",
                                       "-",         "*",         "/",          "<",           ">=",
                                       "0",         "12.5",      "kr",         "/month",      "kr/month",
                                       "%",         "sum(",      "persons",    "children",    "round(",
                                       "scale(",    "price[",    "previous(",  "exists(",     "partner",
                                       "brackets",  "2026-05",   "this_month", "\n",          "# c\n",
                                       "ä",         "'",         "1.2.3",      "given(",      "average(",
                                       "12 months", "year_sum(", "position",   "max(",        "is("};
  EXPECT_TRUE(rc::check([&] {
    std::string text;
    const int count = *inRange(0, 25);
    for (int i = 0; i < count; ++i)
      text += words[*inRange<std::size_t>(0, words.size())] + (*inRange(0, 4) == 0 ? "" : " ");
    Tree tree;
    Diagnostics diagnostics;
    const Expectation expectation{std::nullopt, *rc::gen::element(Entity::household, Entity::person),
                                  *rc::gen::element(Period::month, Period::year)};
    const NodeId root = check_formula(text, {"f", 1, 1}, club.symbols(), expectation, tree, diagnostics);
    RC_ASSERT(diagnostics.empty() || root == no_node);
    RC_ASSERT(root != no_node || tree.nodes.empty());
    expect_well_formed(tree, text.size());
    const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (const Diagnostic& diagnostic : diagnostics) {
      RC_ASSERT(diagnostic.position.line >= 1U && diagnostic.position.line <= lines);
      RC_ASSERT(diagnostic.position.column >= 1U);
      RC_ASSERT(!diagnostic.message.empty());
    }
  }));
}

TEST(Units, are_printed_as_they_are_read) {
  const std::vector<std::string> declared{"kr", "m2"};
  EXPECT_TRUE(rc::check([&] {
    Unit unit;
    for (std::size_t i = 0; i < Unit::first_declared + declared.size(); ++i)
      unit.powers[i] = static_cast<std::int8_t>(*inRange(-3, 4));
    const auto again = parse_unit(unit_text(unit, declared), declared);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == unit);
    RC_ASSERT((unit * *again) / unit == unit);
  }));
  for (const char* text : {"", "1/", "/month", "kr/", "kr//month", "EURO", "kr month", "kr/1", "2", "kr^2",
                           "m2*m2*m2*m2*m2*m2*m2*m2*m2*m2"})
    EXPECT_FALSE(parse_unit(text, declared).has_value()) << text;
  EXPECT_EQ(unit_text(*parse_unit("kr * month / m2", declared), declared), "kr*month/m2");
  EXPECT_EQ(unit_text(*parse_unit("1/years", declared), declared), "1/year");
  EXPECT_TRUE(parse_unit("1", declared)->is_none());
}

}  // namespace
}  // namespace ansio::language
