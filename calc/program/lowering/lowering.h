// Lowers the checked tree to the values of a ValueGraph: what each wanted instance is, for all months of the form.
//
// Follows the tree as the definition does, with values instead of numbers. Both sides of an `if` are lowered; `path_`
// holds the conditions under which the part at hand counts, so that what would fail there (a missing input, a key out
// of range) makes the program unsound only when that part is reached.
#pragma once

#include "calc/program/floor.h"
#include "calc/program/lowering/form.h"
#include "calc/program/question/people.h"
#include "calc/program/values/exact.h"
#include "calc/program/values/traced_values.h"

namespace ansio::program {

class Lowering {
 public:
  Lowering(const RuleSet& rules, const Form& form);

  struct Input {
    Instance instance;
    std::uint32_t given = 0, index = 0;  // index: place in Given::values
    std::int64_t scale = 1;
    Interval range;
  };

  // From now on notes who makes each value; with scopes, each formula of each month has decisions of its own.
  void trace_into(std::vector<ValueOrigin>& origins, bool with_scopes);

  // The instance in a month or year of the timeline.
  Exact value(Instance instance, int index);

  [[nodiscard]] ValueGraph& graph() { return graph_; }
  [[nodiscard]] const std::vector<Input>& inputs() const { return inputs_; }
  // 1 when nothing was asked that has no answer.
  [[nodiscard]] ValueId sound() const { return sound_; }

 private:
  struct Moment {
    Period period = Period::month;
    int index = 0;
  };

  enum class State : std::uint8_t { unknown, open, known };

  struct Cell {
    State state = State::unknown;
    Exact value;
  };

  struct History {
    const FormInput* given = nullptr;
    std::vector<Cell> cells;
    std::vector<Cell> initials;
  };

  // What a formula is lowered in.
  struct Frame {
    Moment now;
    YearMonth month;
    Viewpoint viewpoint;
    std::vector<Exact> bindings;
    std::vector<ValueId> path;
  };

  // lowering.cpp: expressions
  Exact lowered(NodeId id);
  Exact lowered_node(NodeId id);
  Exact comparison(const Node& node);
  Exact conditional(const Node& node);
  Exact logical(const Node& node);
  Exact rounding(const Node& node);
  Exact quotient(const Exact& a, const Exact& b);
  Exact extreme(const Node& node);
  Exact aggregate(const Node& node);
  Exact with_person(NodeKind kind, const Exact& total, ValueId seen, const Exact& value, ValueId member,
                    const Exact& of_nobody);
  Exact tamed(const Exact& value);
  Exact truth(bool value) { return exact_.whole(value ? 1 : 0); }
  void require(ValueId condition);
  Exact impossible();
  enum class Sign : std::uint8_t { unknown, positive, not_zero };
  [[nodiscard]] Sign sign_on_path(ValueId value) const;
  [[nodiscard]] Sign sign_if(ValueId condition, ValueId value) const;

  // lowering_tables.cpp: parameters and the calendar
  Exact parameter(const Node& node);
  Exact cell(const std::vector<Fraction>& cells, ValueId place);
  Exact scale(const Node& node);
  // What `make` makes of the cells that hold, whichever reading is chosen.
  template <class Make>
  Exact under_readings(const Parameter& parameter, const std::vector<const ParameterValue*>& values, Make make) {
    Exact value = make(values[0]->cells);
    for (std::size_t reading = 1; reading < values.size(); ++reading)
      if (values[reading] != values[0])
        value = exact_.select(is_chosen(*chosen(parameter.choice, frame_->now), reading), make(values[reading]->cells),
                              value);
    return value;
  }
  Exact scale_of(const std::vector<Fraction>& bands, const Exact& x);
  Exact calendar_fact(const Node& node);
  Exact of_dates(const Node& node);
  Exact within(const Exact& value, std::int64_t low, std::int64_t high);
  // The rules' own, then one for each reading when the form lets one be chosen; empty when there is none.
  std::vector<const ParameterValue*> values_in_force(const Parameter& parameter);
  ValueId whole_within(const Exact& key, std::int64_t low, std::int64_t high);
  void restrict_scale(const std::vector<Fraction>& bands, const Exact& x, const Exact& total);

  // lowering_time.cpp: variables, months, years
  Exact read(NodeKind how, const Node& variable, std::uint32_t months);
  [[nodiscard]] bool has_history(Instance instance, int index);
  Exact without_history(Instance instance, int index);
  Exact over_the_year(NodeKind how, Instance instance, int here);
  Exact average(Instance instance, int here, int months);
  Exact total(Instance instance, int from, int until);
  Exact computed(Instance instance, Cell& cell, NodeId root, Moment now);
  Exact formula_value(const Variable& rule, NodeId root, Moment now);
  std::optional<Exact> chosen(VariableId choice, Moment now);
  ValueId is_chosen(const Exact& choice, std::size_t reading);
  Exact given_value(Instance instance, const FormInput& given, int index);
  [[nodiscard]] Interval accepted(const Variable& variable, std::int64_t scale) const;
  [[nodiscard]] Moment same_time(Instance instance, Moment now) const;
  [[nodiscard]] YearMonth calendar_month(Moment moment) const;
  [[nodiscard]] bool is_given(Instance instance, Moment now);
  [[nodiscard]] bool typical() const { return form_.timeline.typical; }
  [[nodiscard]] const Variable& variable(Instance instance) const { return rules_.variables[instance.variable]; }
  History& history(Instance instance);

  const RuleSet& rules_;
  const Form& form_;
  ValueGraph graph_;
  ExactArithmetic exact_;
  std::size_t people_;
  std::vector<History> histories_;
  std::vector<Input> inputs_;
  Frame* frame_ = nullptr;
  ValueId sound_;
  int depth_ = 0;
  bool is_lost_ = false;  // too deep: nothing can be made of the form

  // Of tracing: where origins go, the formula at hand, how many formulas had a scope.
  void note_origins(NodeId node);
  std::vector<ValueOrigin>* origins_ = nullptr;
  ValueOrigin maker_;
  bool with_scopes_ = false;
  std::uint32_t scope_ = no_value, scope_count_ = 0;
};

}  // namespace ansio::program
