// What is known of values where a formula stands: whom an `if` has asked for, which signs a condition leaves.
#include "calc/language/check/guards.h"

#include <algorithm>
#include <array>

namespace ansio::language {
namespace {

// A formula's conditions rarely say more; beyond it they are not remembered.
constexpr std::size_t most_facts = 64;

constexpr Signs only_zero{false, true, false};
constexpr Signs only_positive{false, false, true};
constexpr Signs not_negative{false, true, true};
constexpr Signs not_zero{true, false, true};

Signs both(const Signs& a, const Signs& b) {
  return {a.negative && b.negative, a.zero && b.zero, a.positive && b.positive};
}

Signs either(const Signs& a, const Signs& b) {
  return {a.negative || b.negative, a.zero || b.zero, a.positive || b.positive};
}

Signs opposite(const Signs& a) {
  return {a.positive, a.zero, a.negative};
}

// A result has every sign that some pair of operands' signs may give.
template <class Combine>
Signs combined(const Signs& a, const Signs& b, Combine combine) {
  const auto may = [](const Signs& signs, int sign) {
    return sign < 0 ? signs.negative : sign == 0 ? signs.zero : signs.positive;
  };
  Signs result{false, false, false};
  for (int x = -1; x <= 1; ++x)
    for (int y = -1; y <= 1; ++y)
      if (may(a, x) && may(b, y))
        result = either(result, combine(x, y));
  return result;
}

Signs of_sign(int sign) {
  return {sign<0, sign == 0, sign> 0};
}

Signs sum(int x, int y) {
  return x * y < 0 ? Signs{} : of_sign(x + y);
}

Signs product(int x, int y) {
  return of_sign(x * y);
}

// x > limit (or >=) leaves x these signs.
Signs above(const Signs& limit, bool or_equal) {
  if (limit.negative)
    return {};
  return limit.zero && or_equal ? not_negative : only_positive;
}

NodeKind inverse(NodeKind comparison) {
  switch (comparison) {
    case NodeKind::equal:
      return NodeKind::not_equal;
    case NodeKind::not_equal:
      return NodeKind::equal;
    case NodeKind::less:
      return NodeKind::greater_equal;
    case NodeKind::less_equal:
      return NodeKind::greater;
    case NodeKind::greater:
      return NodeKind::less_equal;
    default:
      return NodeKind::less;
  }
}

// The signs of `x` where `x comparison limit` holds.
Signs where(NodeKind comparison, const Signs& limit) {
  switch (comparison) {
    case NodeKind::equal:
      return limit;
    case NodeKind::not_equal:
      return limit == only_zero ? not_zero : Signs{};
    case NodeKind::less:
      return opposite(above(opposite(limit), false));
    case NodeKind::less_equal:
      return opposite(above(opposite(limit), true));
    case NodeKind::greater:
      return above(limit, false);
    default:
      return above(limit, true);
  }
}

NodeKind mirrored(NodeKind comparison) {
  switch (comparison) {
    case NodeKind::less:
      return NodeKind::greater;
    case NodeKind::less_equal:
      return NodeKind::greater_equal;
    case NodeKind::greater:
      return NodeKind::less;
    case NodeKind::greater_equal:
      return NodeKind::less_equal;
    default:
      return comparison;
  }
}

void complete(RoleFacts& roles) {
  roles.partner_exists = roles.partner_exists || roles.is_spouse || (roles.is_client && roles.spouse_exists);
  roles.spouse_exists = roles.spouse_exists || roles.partner_exists;
}

}  // namespace

void Facts::add(const Facts& more) {
  roles.spouse_exists |= more.roles.spouse_exists;
  roles.partner_exists |= more.roles.partner_exists;
  roles.is_client |= more.roles.is_client;
  roles.is_spouse |= more.roles.is_spouse;
  complete(roles);
  for (const SignFact& fact : more.signs)
    if (signs.size() < most_facts)
      signs.push_back(fact);
}

Facts Guards::facts_of(NodeId condition, bool outcome) const {
  const Node& node = tree_.nodes[condition];
  const auto children = tree_.children_of(node);
  Facts facts;
  switch (node.kind) {
    case NodeKind::exists:
      facts.roles.spouse_exists = outcome;
      facts.roles.partner_exists = outcome && node.selector == Selector::partner;
      break;
    case NodeKind::is_role:
      facts.roles.is_client = outcome && node.selector == Selector::client;
      facts.roles.is_spouse = outcome && node.selector == Selector::spouse;
      complete(facts.roles);
      break;
    case NodeKind::logical_not:
      return facts_of(children[0], !outcome);
    case NodeKind::logical_and:
    case NodeKind::logical_or:
      // Both sides are known when `and` holds, and when `or` does not.
      if (outcome == (node.kind == NodeKind::logical_and))
        for (const NodeId child : children)
          facts.add(facts_of(child, outcome));
      break;
    case NodeKind::binding:
      return outcome ? bindings_[node.reference].when_true : bindings_[node.reference].when_false;
    case NodeKind::equal:
    case NodeKind::not_equal:
    case NodeKind::less:
    case NodeKind::less_equal:
    case NodeKind::greater:
    case NodeKind::greater_equal:
      return comparison(node, outcome);
    default:
      break;
  }
  return facts;
}

Facts Guards::comparison(const Node& node, bool outcome) const {
  Facts facts;
  const auto children = tree_.children_of(node);
  if (tree_.nodes[children[0]].type.kind != Type::Kind::number)
    return facts;
  const NodeKind kind = outcome ? node.kind : inverse(node.kind);
  const Signs left = signs_of(children[0], {});
  const Signs right = signs_of(children[1], {});
  if (const Signs signs = where(kind, right); signs != Signs{})
    facts.signs.push_back({children[0], signs});
  if (const Signs signs = where(mirrored(kind), left); signs != Signs{})
    facts.signs.push_back({children[1], signs});
  return facts;
}

Signs Guards::signs_of(NodeId id, const Facts& facts) const {
  if (facts.signs.empty()) {
    if (const auto known = plain_signs_.find(id); known != plain_signs_.end())
      return known->second;
    const Signs signs = own_signs(tree_.nodes[id], facts);
    plain_signs_.emplace(id, signs);
    return signs;
  }
  Signs signs = own_signs(tree_.nodes[id], facts);
  for (const SignFact& fact : facts.signs)
    if (same(fact.node, id))
      signs = both(signs, fact.signs);
  return signs;
}

Signs Guards::own_signs(const Node& node, const Facts& facts) const {
  const auto children = tree_.children_of(node);
  const auto child = [&](std::size_t i) { return signs_of(children[i], facts); };
  switch (node.kind) {
    case NodeKind::constant:
      return of_sign(tree_.constants[node.reference].sign());
    case NodeKind::parameter:
      // The rule set vouches for parameters that divide: which ones, only its values tell.
      return not_zero;
    case NodeKind::binding:
      return bindings_[node.reference].signs;
    case NodeKind::let:
      return child(1);
    case NodeKind::if_else: {
      Facts then_facts = facts_of(children[0], true);
      Facts else_facts = facts_of(children[0], false);
      then_facts.add(facts);
      else_facts.add(facts);
      return either(signs_of(children[1], then_facts), signs_of(children[2], else_facts));
    }
    case NodeKind::add:
      return combined(child(0), child(1), sum);
    case NodeKind::subtract:
      return combined(child(0), opposite(child(1)), sum);
    case NodeKind::multiply:
    case NodeKind::divide:  // a divisor of zero is refused elsewhere
      return combined(child(0), child(1), product);
    case NodeKind::negate:
      return opposite(child(0));
    case NodeKind::convert:
      return child(0);
    case NodeKind::absolute: {
      const Signs signs = child(0);
      return {false, signs.zero, signs.negative || signs.positive};
    }
    case NodeKind::minimum:
    case NodeKind::maximum: {
      Signs signs = child(0);
      for (std::size_t i = 1; i < children.size(); ++i)
        signs = combined(signs, child(i), [&](int x, int y) {
          return of_sign(node.kind == NodeKind::maximum ? std::max(x, y) : std::min(x, y));
        });
      return signs;
    }
    case NodeKind::round_half_away: {
      const Signs signs = child(0);
      return {signs.negative, true, signs.positive};
    }
    case NodeKind::round_down: {
      const Signs signs = child(0);
      return {signs.negative, signs.zero || signs.positive, signs.positive};
    }
    case NodeKind::round_up: {
      const Signs signs = child(0);
      return {signs.negative, signs.zero || signs.negative, signs.positive};
    }
    case NodeKind::sum:
    case NodeKind::max_of:
    case NodeKind::min_of: {
      // The element at hand is another person than the one that the facts are about.
      const Signs signs = signs_of(children[0], without_person(facts));
      return {signs.negative, true, signs.positive};
    }
    case NodeKind::count:
    case NodeKind::to_number:
      return not_negative;
    case NodeKind::position:
    case NodeKind::year_of:
    case NodeKind::month_of_year:
    case NodeKind::weekdays:
    case NodeKind::days:
      return only_positive;
    default:
      return {};
  }
}

bool Guards::same(NodeId a, NodeId b) const {
  if (a == b)
    return true;
  const Node& left = tree_.nodes[a];
  const Node& right = tree_.nodes[b];
  if (left.kind != right.kind || left.selector != right.selector || left.people != right.people ||
      left.reference != right.reference || left.child_count != right.child_count)
    return false;
  const auto left_children = tree_.children_of(left);
  const auto right_children = tree_.children_of(right);
  for (std::size_t i = 0; i < left_children.size(); ++i)
    if (!same(left_children[i], right_children[i]))
      return false;
  return true;
}

bool Guards::depends_on_person(NodeId id) const {
  const Node& node = tree_.nodes[id];
  const bool reads_person =
      (node.kind == NodeKind::variable || node.kind == NodeKind::given || node.kind == NodeKind::exists) &&
      (node.selector == Selector::element || node.selector == Selector::partner);
  if (reads_person || node.kind == NodeKind::is_role ||
      (node.kind == NodeKind::position && node.selector != Selector::self) || node.people == People::others)
    return true;
  const auto children = tree_.children_of(node);
  return std::any_of(children.begin(), children.end(), [&](NodeId child) { return depends_on_person(child); });
}

Facts Guards::without_person(const Facts& facts) const {
  Facts kept;
  kept.roles.spouse_exists = facts.roles.spouse_exists;
  for (const SignFact& fact : facts.signs)
    if (!depends_on_person(fact.node))
      kept.signs.push_back(fact);
  return kept;
}

void Guards::bind(NodeId value, const Facts& facts) {
  BoundFacts bound;
  if (tree_.nodes[value].type.kind == Type::Kind::number)
    bound.signs = signs_of(value, facts);
  if (tree_.nodes[value].type.kind == Type::Kind::boolean) {
    bound.when_true = facts_of(value, true);
    bound.when_false = facts_of(value, false);
  }
  bindings_.push_back(std::move(bound));
}

std::vector<BoundFacts> Guards::enter_people() {
  std::vector<BoundFacts> outside = bindings_;
  for (BoundFacts& bound : bindings_) {
    bound.when_true = without_person(bound.when_true);
    bound.when_false = without_person(bound.when_false);
  }
  return outside;
}

void Guards::leave_people(std::vector<BoundFacts> outside) {
  // Bindings made inside keep their place, so that numbers still fit.
  std::move(outside.begin(), outside.end(), bindings_.begin());
}

}  // namespace ansio::language
