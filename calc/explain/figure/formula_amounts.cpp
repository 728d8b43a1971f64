// Prints a formula's tree with amounts in place of names, in brackets only where they matter.
#include "calc/explain/figure/formula_amounts.h"

#include <algorithm>

#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"

namespace ansio::explain {
namespace {

constexpr int most_decimals = 6;

// Operators as people write them: some have better signs than keys.
std::string_view shown_operator(NodeKind kind, Language language) {
  switch (kind) {
    case NodeKind::logical_or:
      return word(Word::logical_or, language);
    case NodeKind::logical_and:
      return word(Word::logical_and, language);
    case NodeKind::not_equal:
      return " ≠ ";
    case NodeKind::less_equal:
      return " ≤ ";
    case NodeKind::greater_equal:
      return " ≥ ";
    case NodeKind::subtract:
      return " − ";
    case NodeKind::multiply:
      return " × ";
    case NodeKind::divide:
      return " ÷ ";
    default:
      return facts_of(kind).infix;
  }
}

Strength stronger(Strength strength) {
  return static_cast<Strength>(static_cast<int>(strength) + 1);
}

// A function that makes a number of numbers is shown with the amounts it got.
bool is_of_numbers(NodeKind kind) {
  const NodeFacts& facts = facts_of(kind);
  return !facts.written.empty() && facts.types.known && facts.types.of == Type::Kind::number &&
         facts.types.gives == Type::Kind::number;
}

// Brackets are needed where what stands around binds more strongly.
template <class Print>
void in_brackets(std::string& text, bool needed, Print print_inside) {
  if (needed)
    text += '(';
  print_inside();
  if (needed)
    text += ')';
}

}  // namespace

FormulaAmounts::FormulaAmounts(const RuleSet& rules, const FormulaTrace& trace, Language language)
    : rules_(rules), trace_(trace), language_(language) {}

std::string FormulaAmounts::text() {
  if (trace_.formula == nullptr)
    return {};
  std::string result;
  print(result, trace_.formula->root, Strength::weakest);
  return lines_ + result;
}

const Value* FormulaAmounts::value_of(NodeId id) const {
  const auto found = std::find_if(trace_.nodes.rbegin(), trace_.nodes.rend(),
                                  [&](const TracedNode& traced) { return traced.node == id; });
  return found == trace_.nodes.rend() ? nullptr : &found->value;
}

std::string FormulaAmounts::source_of(NodeId id) const {
  const Node& node = rules_.tree.nodes[id];
  const std::string& text = trace_.formula->text;
  if (node.source_begin >= node.source_end || node.source_end > text.size())
    return {};
  std::string source;
  // A condition over several lines is shown on one.
  for (const char c : std::string_view(text).substr(node.source_begin, node.source_end - node.source_begin)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank)
      source += c;
    else if (!source.empty() && source.back() != ' ')
      source += ' ';
  }
  return source;
}

// The variable that a node reads, at another time perhaps; nullptr for any other node.
const Node* FormulaAmounts::variable_read(const Node& node) const {
  switch (node.kind) {
    case NodeKind::variable:
      return &node;
    case NodeKind::previous:
    case NodeKind::at_year_start:
    case NodeKind::at_year_end:
    case NodeKind::average:
    case NodeKind::this_year:
    case NodeKind::last_year:
      return &rules_.tree.nodes[rules_.tree.children_of(node)[0]];
    default:
      return nullptr;
  }
}

std::string FormulaAmounts::amount(NodeId id) {
  const Value* value = value_of(id);
  if (value == nullptr)
    return source_of(id);
  const Node& node = rules_.tree.nodes[id];
  // "not yes" reads badly; "not true" does not.
  if (node.type.kind == Type::Kind::boolean)
    return std::string(word(value->sign() != 0 ? Word::is_true : Word::is_false, language_));
  bool percent = false;
  if (node.kind == NodeKind::parameter)
    percent = rules_.parameters[node.reference].percent;
  else if (const Node* read = variable_read(node))
    percent = rules_.variables[read->reference].percent;
  return format_value(rules_, node.type, percent, *value, language_, most_decimals);
}

void FormulaAmounts::print(std::string& text, NodeId id, Strength outer_strength) {
  const Node& node = rules_.tree.nodes[id];
  const auto children = rules_.tree.children_of(node);
  switch (node.kind) {
    case NodeKind::let:
      return print_let(text, id);
    case NodeKind::if_else:
      return print_if(text, id, outer_strength);
    case NodeKind::logical_not:
      text += word(Word::logical_not, language_);
      return print(text, children[0], Strength::logical_not);
    case NodeKind::negate:
      text += "−";
      return print(text, children[0], Strength::negation);
    case NodeKind::convert:
      return print_convert(text, id, outer_strength);
    case NodeKind::minimum:
    case NodeKind::maximum:
    case NodeKind::scale:
      return print_call(text, function_name(node.kind), children);
    case NodeKind::round_half_away:
      return print_rounding(text, id, Rounding::half_away);
    case NodeKind::round_down:
      return print_rounding(text, id, Rounding::down);
    case NodeKind::round_up:
      return print_rounding(text, id, Rounding::up);
    case NodeKind::sum:
    case NodeKind::count:
    case NodeKind::any:
    case NodeKind::all:
    case NodeKind::max_of:
    case NodeKind::min_of:
      return print_aggregate(text, id, outer_strength);
    default:
      if (!facts_of(node.kind).infix.empty())
        return print_operator(text, id, outer_strength);
      if (is_of_numbers(node.kind))
        return print_call(text, function_name(node.kind), children);
      text += amount(id);
  }
}

void FormulaAmounts::print_operator(std::string& text, NodeId id, Strength outer_strength) {
  const Node& node = rules_.tree.nodes[id];
  const auto children = rules_.tree.children_of(node);
  const Strength strength = facts_of(node.kind).strength;
  const std::string_view symbol = shown_operator(node.kind, language_);
  in_brackets(text, strength < outer_strength, [&] {
    for (std::size_t i = 0; i < children.size(); ++i) {
      // `and` and `or` stop at what decides.
      if (i > 0 && value_of(children[i]) == nullptr)
        break;
      if (i > 0)
        text += symbol;
      print(text, children[i], i == 0 ? strength : stronger(strength));
    }
  });
}

void FormulaAmounts::print_call(std::string& text, std::string_view name, std::span<const NodeId> arguments) {
  text += name;
  text += '(';
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0)
      text += ", ";
    print(text, arguments[i], Strength::weakest);
  }
  text += ')';
}

// "name = formula = amount" on a line of its own; the name is read from the formula's text.
void FormulaAmounts::print_let(std::string& text, NodeId id) {
  const auto children = rules_.tree.children_of(rules_.tree.nodes[id]);
  const std::string source = source_of(id);
  std::string name;
  constexpr std::string_view keyword = "let ";
  if (source.starts_with(keyword))
    name = source.substr(keyword.size(), source.find_first_of(" =", keyword.size()) - keyword.size());
  std::string value;
  print(value, children[0], Strength::weakest);
  const std::string result = amount(children[0]);
  lines_ += name;
  lines_ += " = ";
  lines_ += value;
  if (value != result) {
    lines_ += " = ";
    lines_ += result;
  }
  lines_ += '\n';
  print(text, children[1], Strength::weakest);
}

void FormulaAmounts::print_if(std::string& text, NodeId id, Strength outer_strength) {
  const auto children = rules_.tree.children_of(rules_.tree.nodes[id]);
  const Value* condition = value_of(children[0]);
  if (condition == nullptr) {
    text += amount(id);
    return;
  }
  const bool holds = condition->sign() != 0;
  Branch branch{source_of(children[0]), {}, holds};
  print(branch.with_amounts, children[0], Strength::weakest);
  branches.push_back(std::move(branch));
  print(text, children[holds ? 1 : 2], outer_strength);
}

void FormulaAmounts::print_convert(std::string& text, NodeId id, Strength outer_strength) {
  const Node& node = rules_.tree.nodes[id];
  const Fraction factor = rules_.tree.constants[node.reference];
  const bool divides = factor.numerator() == 1 && !factor.is_integer();
  in_brackets(text, Strength::product < outer_strength, [&] {
    print(text, rules_.tree.children_of(node)[0], Strength::product);
    text += divides ? " ÷ " : " × ";
    text += format_number(divides ? Fraction::from_integer(1) / factor : factor, {}, language_);
  });
}

void FormulaAmounts::print_aggregate(std::string& text, NodeId id, Strength outer_strength) {
  const Node& node = rules_.tree.nodes[id];
  const NodeId body = rules_.tree.children_of(node)[0];
  const auto is_element = [&](const TracedNode& traced) { return traced.node == body; };
  if (node.kind != NodeKind::sum || std::count_if(trace_.nodes.begin(), trace_.nodes.end(), is_element) < 2) {
    text += amount(id);
    return;
  }
  in_brackets(text, Strength::sum < outer_strength, [&] {
    std::string_view separator;
    for (const TracedNode& traced : trace_.nodes) {
      if (!is_element(traced))
        continue;
      text += separator;
      separator = " + ";
      text += format_value(rules_, rules_.tree.nodes[body].type, false, traced.value, language_, most_decimals);
    }
  });
}

void FormulaAmounts::print_rounding(std::string& text, NodeId id, Rounding mode) {
  const Node& node = rules_.tree.nodes[id];
  const auto children = rules_.tree.children_of(node);
  print_call(text, function_name(node.kind), children);
  const Value* before = value_of(children[0]);
  const Value* step = value_of(children[1]);
  const Value* after = value_of(id);
  if (before != nullptr && step != nullptr && after != nullptr)
    roundings.push_back({mode, node.type, *step, *before, *after});
}

}  // namespace ansio::explain
