// What is known to hold at a place of a formula: which roles exist, what sign a value has.
//
// `if exists(partner) and partner.wage > 0 then x / partner.wage else 0` is right because the condition is known to
// hold in the branch. Facts come from conditions on the way to a place; nothing is guessed.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "calc/language/floor.h"
#include "calc/language/tree/tree.h"

namespace ansio::language {

// The signs that a value may have.
struct Signs {
  bool negative = true;
  bool zero = true;
  bool positive = true;

  friend bool operator==(const Signs&, const Signs&) = default;
};

struct RoleFacts {
  bool spouse_exists = false;
  bool partner_exists = false;  // of the person at hand
  bool is_client = false;       // the person at hand
  bool is_spouse = false;
};

struct SignFact {
  NodeId node = no_node;  // any node that computes the value
  Signs signs;
};

struct Facts {
  RoleFacts roles;
  std::vector<SignFact> signs;

  void add(const Facts& more);
};

// What is known of a let binding: its value, and what holds where a boolean one is true or false.
struct BoundFacts {
  Signs signs;
  Facts when_true;
  Facts when_false;
};

class Guards {
 public:
  explicit Guards(const Tree& tree) : tree_(tree) {}

  // What holds where `condition` is known to have the given outcome.
  [[nodiscard]] Facts facts_of(NodeId condition, bool outcome) const;

  // The signs that the value can have where `facts` hold.
  [[nodiscard]] Signs signs_of(NodeId node, const Facts& facts) const;

  // The facts that stay true for another person at hand.
  [[nodiscard]] Facts without_person(const Facts& facts) const;

  // Bindings are told in the order of their numbers.
  void bind(NodeId value, const Facts& facts);
  // From here on facts about the person at hand that bindings hold are void; `enter_people` returns what to restore.
  std::vector<BoundFacts> enter_people();
  void leave_people(std::vector<BoundFacts> outside);

 private:
  [[nodiscard]] bool same(NodeId a, NodeId b) const;
  [[nodiscard]] bool depends_on_person(NodeId node) const;
  [[nodiscard]] Signs own_signs(const Node& node, const Facts& facts) const;
  [[nodiscard]] Facts comparison(const Node& node, bool outcome) const;

  const Tree& tree_;
  std::vector<BoundFacts> bindings_;
  // signs_of without facts: remembered, since every comparison asks for both its sides and comparisons nest.
  mutable std::unordered_map<NodeId, Signs> plain_signs_;
};

}  // namespace ansio::language
