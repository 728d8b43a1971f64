// Reads what is solved for: axis, condition, scenario and base, with all errors at once.
#include "calc/analyse/solve/solve_request.h"

#include <algorithm>

#include "calc/analyse/edges/edge_request.h"
#include "calc/case/names/subject.h"
#include "calc/case/values/value.h"

namespace ansio::analyse {
namespace {

const Position at_against{"--against", 0, 0};

Result<const Scenario*> located(const Result<const Scenario*>& found, const Position& where) {
  if (found)
    return found;
  Diagnostics diagnostics = found.diagnostics();
  for (Diagnostic& diagnostic : diagnostics)
    diagnostic.position = where;
  return diagnostics;
}

class RequestReader {
 public:
  RequestReader(const RuleSet& rules, const Case& situation, const SolveRequestNames& names)
      : rules_(rules), situation_(situation), names_(names) {}

  Result<SolveRequest> read() {
    take(located(find_scenario(situation_, names_.scenario), {"--scenario", 0, 0}),
         [&](const Scenario* scenario) { request_.scenario = scenario; });
    take(read_axis(rules_, owned_name(rules_, names_.vary), {"--vary", 0, 0}, AxisStep::finest), [&](const Axis& axis) {
      request_.axis = axis;
      check_person(axis.name, {"--vary", 0, 0});
    });
    read_goal();
    read_base();
    if (has_errors(diagnostics_))
      return diagnostics_;
    return std::move(request_);
  }

 private:
  template <class T, class Use>
  void take(const Result<T>& result, Use&& use) {
    if (result)
      use(*result);
    else
      diagnostics_.insert(diagnostics_.end(), result.diagnostics().begin(), result.diagnostics().end());
  }

  void check_person(const VariableName& name, const Position& where) {
    if (request_.scenario != nullptr && !instance_in(request_.scenario->shape, name))
      refuse(Code::no_such_person, where, "the household has no such person", rules_.variables[name.variable].name);
  }

  void refuse(Code code, const Position& where, std::string message, std::string found = {},
              std::string expected = {}) {
    diagnostics_.push_back({.code = code,
                            .position = where,
                            .message = std::move(message),
                            .found = std::move(found),
                            .expected = std::move(expected)});
  }

  void read_goal() {
    if (names_.most.empty() == names_.least.empty()) {
      refuse(Code::wrong_use, {"--most-such-that", 0, 0},
             names_.most.empty() ? "a condition is missing" : "two conditions, one to be most and one to be least", {},
             "either --most-such-that or --least-such-that");
      return;
    }
    request_.goal = names_.least.empty() ? Goal::most : Goal::least;
    const bool most = request_.goal == Goal::most;
    // Without a scenario there is nobody to check the condition for; the first one will do to find its errors.
    const Scenario& scenario = request_.scenario != nullptr ? *request_.scenario : situation_.scenarios.front();
    Result<Condition> condition = read_condition(rules_, scenario.shape, most ? names_.most : names_.least,
                                                 {most ? "--most-such-that" : "--least-such-that", 1, 1});
    if (!condition) {
      diagnostics_.insert(diagnostics_.end(), condition.diagnostics().begin(), condition.diagnostics().end());
      return;
    }
    request_.condition = std::move(*condition);
    if (request_.condition.base.empty() && !names_.against.empty())
      refuse(Code::wrong_use, at_against, "the condition compares with no base", names_.against,
             "base. before a figure, as in base.net_income");
  }

  void read_base() {
    const std::string& against = names_.against;
    const bool is_scenario = std::any_of(situation_.scenarios.begin(), situation_.scenarios.end(),
                                         [&](const Scenario& one) { return one.name == against; });
    if (against.empty())
      request_.base = situation_.scenarios.front();
    else if (is_scenario || against.find('=') == std::string::npos)
      take(located(find_scenario(situation_, against), at_against),
           [&](const Scenario* scenario) { request_.base = *scenario; });
    else
      read_changed_base();
    if (has_errors(diagnostics_))
      return;
    for (const BaseRead& read : request_.condition.base)
      if (!base_instance(*request_.scenario, request_.base, read.figure))
        refuse(Code::no_such_person, at_against, "the base has no such person",
               instance_name(rules_, request_.scenario->shape, read.figure));
  }

  // "client.wage=0": the scenario itself, but for one value.
  void read_changed_base() {
    const std::string text = owned_name(rules_, names_.against);
    const std::size_t equals = text.find('=');
    take(parse_variable_name(rules_, text.substr(0, equals), at_against), [&](const VariableName& name) {
      check_person(name, at_against);
      take(read_value(rules_, rules_.variables[name.variable], text.substr(equals + 1), at_against),
           [&](const Value& value) {
             if (request_.scenario != nullptr) {
               request_.base = with_value(*request_.scenario, name, value);
               request_.base.name = text;
             }
           });
    });
  }

  const RuleSet& rules_;
  const Case& situation_;
  const SolveRequestNames& names_;
  SolveRequest request_;
  Diagnostics diagnostics_;
};

}  // namespace

std::optional<Instance> base_instance(const Scenario& scenario, const Scenario& base, const Instance& figure) {
  if (figure.person == Instance::household)
    return figure;
  const auto person = person_number(base.shape, owner_of(scenario.shape, figure.person));
  return person ? std::optional(Instance{figure.variable, *person}) : std::nullopt;
}

Result<SolveRequest> read_solve_request(const RuleSet& rules, const Case& situation, const SolveRequestNames& names) {
  return RequestReader(rules, situation, names).read();
}

}  // namespace ansio::analyse
