// Whether a tree that did not come from the checker is one that it could have made.
#include "calc/ruleset/check/formula_check.h"

#include <algorithm>

#include "calc/base/date/date.h"
#include "calc/base/limits/limits.h"
#include "calc/language/check/checker.h"
#include "calc/ruleset/image/image_tree.h"

namespace ansio::ruleset {
namespace {

using Kind = Type::Kind;

class FormulaCheck {
 public:
  FormulaCheck(const Variable& variable, const RuleSet& rules) : variable_(variable), rules_(rules) {}

  bool check(NodeId root) {
    return check(root, 0, variable_.entity == Entity::person, false) &&
           is_alike(rules_.tree.nodes[root].type, variable_.type);
  }

 private:
  // `person`: somebody is at hand; `inside`: in an aggregate over people.
  bool check(NodeId id, int depth, bool person, bool inside) {
    if (id >= rules_.tree.nodes.size() || depth > deepest_formula)
      return false;
    const Node& node = rules_.tree.nodes[id];
    const NodeForm form = form_of(node.kind);
    if (node.child_count < form.fewest_children || node.child_count > form.most_children ||
        (node.type.kind == Kind::enumeration && node.type.enumeration >= rules_.enums.size()))
      return false;
    const std::span<const NodeId> children = rules_.tree.children_of(node);
    if (reads_other_months(node.kind))
      return is_read_over_time(node, rules_.tree.nodes[children[0]], person, inside);
    const std::size_t scope = bindings_.size();
    for (std::size_t i = 0; i < children.size(); ++i) {
      if (node.kind == NodeKind::let && i == 1)
        bindings_.push_back({node.reference, children[0]});
      if (children[i] >= id || !check(children[i], depth + 1, person || form.people, inside || form.people))
        return false;
    }
    bindings_.resize(scope);
    return is_sound(node, children, person, inside);
  }

  [[nodiscard]] const Type& type_of(NodeId id) const { return rules_.tree.nodes[id].type; }

  [[nodiscard]] bool all(std::span<const NodeId> nodes, Kind kind) const {
    return std::all_of(nodes.begin(), nodes.end(), [&](NodeId id) { return type_of(id).kind == kind; });
  }

  [[nodiscard]] static bool is_alike(const Type& a, const Type& b) {
    return a.kind == b.kind && (a.kind != Kind::enumeration || a.enumeration == b.enumeration);
  }

  [[nodiscard]] bool is_sound(const Node& node, std::span<const NodeId> children, bool person, bool inside) const {
    const Kind kind = node.type.kind;
    const NodeTypes& types = facts_of(node.kind).types;
    if (types.known && (kind != types.gives || !all(children, types.of)))
      return false;
    switch (node.kind) {
      case NodeKind::constant:
        return node.reference < rules_.tree.constants.size() &&
               is_value(rules_.tree.constants[node.reference], node.type);
      case NodeKind::variable:
        return is_read(node, person, inside) && is_alike(node.type, rules_.variables[node.reference].type) &&
               rules_.variables[node.reference].period == variable_.period;
      case NodeKind::given:
        return kind == Kind::boolean && is_read(node, person, inside);
      case NodeKind::parameter:
        return (kind == Kind::number || kind == Kind::boolean) && is_lookup(node, children) &&
               kind == rules_.parameters[node.reference].cell_type().kind;
      case NodeKind::scale:
        return kind == Kind::number && node.reference < rules_.parameters.size() &&
               rules_.parameters[node.reference].kind == Parameter::Kind::scale && all(children, Kind::number);
      case NodeKind::let:
        return is_alike(node.type, type_of(children[1]));
      case NodeKind::binding:
        return std::any_of(bindings_.begin(), bindings_.end(), [&](const Binding& binding) {
          return binding.number == node.reference && is_alike(node.type, type_of(binding.value));
        });
      case NodeKind::if_else:
        return type_of(children[0]).kind == Kind::boolean && is_alike(node.type, type_of(children[1])) &&
               is_alike(node.type, type_of(children[2]));
      case NodeKind::any:
      case NodeKind::all:
        return kind == Kind::boolean && all(children, Kind::boolean) && is_set(node, person);
      case NodeKind::equal:
      case NodeKind::not_equal:
      case NodeKind::less:
      case NodeKind::less_equal:
      case NodeKind::greater:
      case NodeKind::greater_equal:
        return kind == Kind::boolean && is_alike(type_of(children[0]), type_of(children[1]));
      case NodeKind::sum:
      case NodeKind::max_of:
      case NodeKind::min_of:
        return kind == Kind::number && all(children.first(1), Kind::number) &&
               all(children.subspan(1), Kind::boolean) && is_set(node, person);
      case NodeKind::minimum:
      case NodeKind::maximum:
        return std::all_of(children.begin(), children.end(),
                           [&](NodeId id) { return is_alike(node.type, type_of(id)); });
      case NodeKind::round_half_away:
      case NodeKind::round_down:
      case NodeKind::round_up:
        return kind == Kind::number && all(children, Kind::number) && is_step(rules_.tree.nodes[children[1]]);
      case NodeKind::convert:
        return node.reference < rules_.tree.constants.size();
      case NodeKind::count:
        return kind == Kind::number && all(children, Kind::boolean) && is_set(node, person);
      case NodeKind::exists:
        return kind == Kind::boolean && all(children, Kind::boolean) && is_role(node.selector, person);
      case NodeKind::is_role:
        return kind == Kind::boolean && person &&
               (node.selector == Selector::client || node.selector == Selector::spouse ||
                node.selector == Selector::child);
      case NodeKind::position:
        return kind == Kind::number && person &&
               (node.selector == Selector::self ? inside && variable_.entity == Entity::person : true);
      case NodeKind::add_months:
        return kind == Kind::month && type_of(children[0]).kind == Kind::month &&
               type_of(children[1]).kind == Kind::number;
      case NodeKind::date_in:
        return kind == Kind::date && type_of(children[0]).kind == Kind::month &&
               type_of(children[1]).kind == Kind::number;
      case NodeKind::add_days:
        return kind == Kind::date && type_of(children[0]).kind == Kind::date &&
               type_of(children[1]).kind == Kind::number;
      default:
        return types.known;
    }
  }

  static bool reads_other_months(NodeKind kind) {
    const FunctionFamily family = facts_of(kind).family;
    return family == FunctionFamily::over_time || family == FunctionFamily::average;
  }

  [[nodiscard]] bool is_read_over_time(const Node& node, const Node& child, bool person, bool inside) const {
    if (child.kind != NodeKind::variable || child.child_count != 0 || !is_read(child, person, inside))
      return false;
    const Variable& read = rules_.variables[child.reference];
    const bool is_input = read.kind == Variable::Kind::input;
    const bool has_initial = is_input || read.initial.root != no_node;
    if (!is_alike(node.type, read.type) || !is_alike(child.type, read.type))
      return false;
    switch (node.kind) {
      case NodeKind::previous:
        return read.period == Period::month && variable_.period == Period::month && has_initial;
      case NodeKind::this_year:
        return read.period == Period::year && variable_.period == Period::month;
      case NodeKind::last_year:
        return read.period == Period::year && has_initial;
      case NodeKind::average:
        return read.period == Period::month && is_input && node.reference >= 1 && node.reference <= longest_average;
      default:
        return read.period == Period::month;
    }
  }

  [[nodiscard]] bool is_read(const Node& node, bool person, bool inside) const {
    if (node.reference >= rules_.variables.size())
      return false;
    if (rules_.variables[node.reference].rate)
      return false;
    const bool is_household = rules_.variables[node.reference].entity == Entity::household;
    switch (node.selector) {
      case Selector::household:
        return is_household;
      case Selector::element:
        return !is_household && person;
      case Selector::self:
        return !is_household && inside && variable_.entity == Entity::person;
      case Selector::client:
      case Selector::spouse:
        return !is_household;
      case Selector::partner:
        return !is_household && person;
      case Selector::child:
        return false;
    }
    return false;
  }

  [[nodiscard]] static bool is_role(Selector selector, bool person) {
    return selector == Selector::client || selector == Selector::spouse || (selector == Selector::partner && person);
  }

  [[nodiscard]] static bool is_set(const Node& node, bool person) { return node.people != People::others || person; }

  [[nodiscard]] bool is_lookup(const Node& node, std::span<const NodeId> keys) const {
    if (node.reference >= rules_.parameters.size())
      return false;
    const Parameter& parameter = rules_.parameters[node.reference];
    if (parameter.kind == Parameter::Kind::scale || parameter.keys.size() != keys.size())
      return false;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const Type& type = type_of(keys[i]);
      const TableKey& key = parameter.keys[i];
      if (key.is_enumeration ? type.kind != Kind::enumeration || type.enumeration != key.enumeration
                             : type.kind != Kind::number)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool is_value(const Fraction& value, const Type& type) const {
    const auto is_index = [&](std::size_t count) {
      return value.is_integer() && value.numerator() >= 0 && value.numerator() < static_cast<Int128>(count);
    };
    switch (type.kind) {
      case Kind::number:
        return true;
      case Kind::boolean:
        return is_index(2);
      case Kind::enumeration:
        return is_index(rules_.enums[type.enumeration].members.size());
      case Kind::month:
        return is_index(2200 * 12) && value.numerator() >= 1900 * 12;
      case Kind::date:
        return value.is_integer() && value.numerator() >= first_date.days && value.numerator() <= last_date.days;
    }
    return false;
  }

  [[nodiscard]] bool is_step(const Node& node) const {
    if (node.kind == NodeKind::constant)
      return rules_.tree.constants[node.reference].sign() > 0;
    return node.kind == NodeKind::parameter;
  }

  struct Binding {
    std::uint32_t number;
    NodeId value;
  };

  const Variable& variable_;
  const RuleSet& rules_;
  std::vector<Binding> bindings_;
};

}  // namespace

bool is_sound_formula(NodeId root, const Variable& variable, const RuleSet& rules) {
  return FormulaCheck(variable, rules).check(root);
}

}  // namespace ansio::ruleset
