// The checker at work: one formula, from syntax to nodes. Private to this floor.
//
// Types flow upwards, except that a member ('single') and a bare 0 have none of their own: they take the type that
// their surroundings expect, which flows down as a `hint`. A mismatch is reported once, where the value stands; what is
// unknown after an error fits everything, so that one mistake gives one diagnostic.
//
// One file per family: checking.cpp (literals, let, if), checking_names.cpp, checking_operators.cpp,
// checking_calls.cpp, checking_people.cpp, checking_time.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/language/check/checker.h"
#include "calc/language/check/guards.h"
#include "calc/language/floor.h"
#include "calc/language/read/syntax.h"
#include "calc/language/tree/functions.h"

namespace ansio::language {

// A checked expression. Where `known` is false an error has been reported and `node` only holds a place.
struct Operand {
  NodeId node = no_node;
  Type type;
  bool known = false;
};

inline constexpr Type boolean_type{Type::Kind::boolean, 0, {}};
inline constexpr Type month_type{Type::Kind::month, 0, {}};
inline constexpr Type date_type{Type::Kind::date, 0, {}};
inline constexpr Type plain_number{};
// The hint where an error nearby, or the caller, leaves open what is due: then a member gives no further error.
inline constexpr Type anything{};

class Checking {
 public:
  Checking(const SyntaxTree& syntax, const Symbols& symbols, const Expectation& expectation, Tree& tree,
           FormulaReport& report)
      : syntax_(syntax),
        symbols_(symbols),
        expectation_(expectation),
        tree_(tree),
        report_(report),
        guards_(tree),
        person_at_hand_(expectation.entity == Entity::person) {
    facts_.roles.spouse_exists = expectation.has_spouse;
  }

  NodeId run();

 private:
  struct LetBinding {
    std::string_view name;
    std::uint32_t number;
    Operand value;
  };
  // A variable as named, with whose it is.
  struct Named {
    const VariableSymbol* variable = nullptr;
    Selector selector = Selector::household;
  };

  // checking.cpp
  Operand check(SyntaxId id, const Type* hint);
  Operand check_number(const Syntax& syntax, const Type* hint);
  Operand check_month(const Syntax& syntax);
  Operand check_date(const Syntax& syntax);
  Operand check_member(const Syntax& syntax, const Type* hint);
  Operand check_let(const Syntax& syntax, const Type* hint);
  Operand check_if(const Syntax& syntax, const Type* hint);
  Operand check_boolean(SyntaxId id);
  void check_result(const Syntax& syntax, const Operand& result);
  [[nodiscard]] bool needs_hint(SyntaxId id) const;
  // Both operands; one that needs a hint gets the other's type, or `hint`.
  std::pair<Operand, Operand> check_pair(SyntaxId left, SyntaxId right, const Type* hint);

  // checking_names.cpp
  Operand check_name(const Syntax& syntax);
  Operand check_lookup(const Syntax& syntax);
  const LetBinding* find_let(std::string_view name) const;
  const VariableSymbol* find_variable(std::string_view name) const;
  const ParameterSymbol* find_parameter(std::string_view name) const;
  Named resolve_variable(const Syntax& syntax);
  std::optional<Selector> own_selector(const VariableSymbol& variable, const Syntax& syntax);
  std::optional<Selector> role_selector(std::string_view role, const VariableSymbol& variable, std::string_view name,
                                        const Syntax& syntax);
  Operand read_variable(const Syntax& syntax, const Named& named);
  Operand read_parameter(const Syntax& syntax, const ParameterSymbol& parameter);
  void unknown_name(std::string_view name, SourceRange range);
  [[nodiscard]] std::string role_first(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> visible_names(bool with_modules) const;
  [[nodiscard]] bool is_taken(std::string_view name) const;

  // checking_operators.cpp
  Operand check_unary(const Syntax& syntax, const Type* hint);
  Operand check_binary(const Syntax& syntax, const Type* hint);
  Operand check_logical(const Syntax& syntax);
  Operand check_comparison(const Syntax& syntax);
  Operand check_sum(const Syntax& syntax, const Type* hint);
  Operand check_product(const Syntax& syntax);
  Operand check_contains(const Syntax& syntax);
  void check_divisor(const Syntax& divisor, const Operand& operand);

  // checking_calls.cpp
  Operand check_call(const Syntax& syntax, const Type* hint);
  Operand check_extreme(const Syntax& syntax, const Function& function, const Type* hint);
  Operand check_clamp(const Syntax& syntax, const Type* hint);
  Operand check_of_number(const Syntax& syntax, const Function& function, const Type* hint);
  Operand check_rounding(const Syntax& syntax, const Function& function, const Type* hint);
  Operand check_scale(const Syntax& syntax);
  Operand check_conversion(const Syntax& syntax, const Function& function);
  Operand check_given(const Syntax& syntax);
  Operand check_if_given(const Syntax& syntax, const Type* hint);
  Named input_argument(const Syntax& syntax);
  std::optional<std::vector<Operand>> check_alike(std::span<const SyntaxId> ids, const Type* hint);

  // checking_people.cpp
  Operand check_aggregate(const Syntax& syntax, const Function& function, const Type* hint);
  Operand check_exists(const Syntax& syntax);
  // Whether the person of the selector belongs to the household now; no node when everybody always does.
  std::optional<NodeId> membership_of(Selector selector, const Syntax& syntax);
  Operand check_is_role(const Syntax& syntax);
  Operand check_position(const Syntax& syntax);

  // checking_time.cpp
  Operand check_calendar(const Syntax& syntax, const Function& function);
  Operand check_dates(const Syntax& syntax, const Function& function);
  Operand check_days(const Syntax& syntax, const Function& function);
  Operand check_over_time(const Syntax& syntax, const Function& function);
  Operand check_average(const Syntax& syntax);
  bool check_periods(const Syntax& syntax, const Function& function, const Named& named);
  Operand check_argument(SyntaxId id, const Type& type);

  // Nodes
  Operand emit(NodeKind kind, const Type& type, const Syntax& syntax, std::span<const NodeId> children = {},
               std::uint32_t reference = 0, Selector selector = Selector::household, People people = People::persons);
  Operand emit(NodeKind kind, const Type& type, const Syntax& syntax, std::initializer_list<NodeId> children,
               std::uint32_t reference = 0) {
    return emit(kind, type, syntax, std::span(children.begin(), children.size()), reference);
  }
  Operand emit_constant(const Fraction& value, const Type& type, const Syntax& syntax);
  std::uint32_t constant(const Fraction& value);
  // A place holder after an error; with a type where that much is clear.
  Operand unknown(const Syntax& syntax);
  Operand mistyped(const Type& type, const Syntax& syntax);

  // Errors
  [[nodiscard]] const Syntax& at(SyntaxId id) const { return syntax_.nodes[id]; }
  [[nodiscard]] std::string text_of(const Type& type) const { return type_text(type, symbols_); }
  [[nodiscard]] std::string text_of(const Unit& unit) const;
  bool expect_number(const Operand& operand, const Syntax& syntax);
  // Units or types that should be alike; says so and gives false when they are not.
  bool expect_type(const Operand& operand, const Type& type, const Syntax& syntax, std::string_view message = {});
  std::string calendar_hint(const Type& found, const Type& expected, const Syntax& syntax) const;
  [[nodiscard]] std::string conversion_hint(const Unit& found, const Unit& expected, const Syntax& syntax) const;

  const SyntaxTree& syntax_;
  const Symbols& symbols_;
  const Expectation& expectation_;
  Tree& tree_;
  FormulaReport& report_;
  Guards guards_;
  Facts facts_;
  std::vector<LetBinding> lets_;  // in scope
  std::uint32_t let_count_ = 0;
  bool person_at_hand_;
  bool incomplete_ = false;  // a place holder stands in the tree
  int people_depth_ = 0;     // aggregates around the place at hand
};

}  // namespace ansio::language
