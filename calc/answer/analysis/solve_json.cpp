// A solution as JSON.
#include "calc/answer/analysis/solve_json.h"

#include "calc/answer/analysis/cause_json.h"
#include "calc/answer/serializer/serializer_open.h"
#include "calc/answer/serializer/serializer_parts.h"

namespace ansio::answer {
namespace {

class Writer {
 public:
  Writer(const Envelope& envelope, const Solution& solution)
      : envelope_{envelope.engine, *solution.rules, envelope.language},
        rules_(*solution.rules),
        solution_(solution),
        moved_(rules_.variables[solution.moved.variable]) {}

  std::string write(std::string_view scenario, const Diagnostics& warnings, const std::vector<OpenItem>& assumed) {
    json_.begin_object();
    json::write_envelope(json_, envelope_);
    json::write_diagnostics(json_, warnings);
    json_.key("scenario").text(scenario);
    json::write_text(json_, "base", solution_.base);
    json::write_assumed(json_, envelope_, assumed);
    json_.key("axis").begin_object();
    json::write_instance(json_, rules_, solution_.question.shape, solution_.moved);
    write_value("from", moved_, solution_.axis.from);
    write_value("to", moved_, solution_.axis.to);
    write_value("step", moved_, solution_.axis.step);
    json_.end_object();
    json_.key("goal").text(solution_.goal == Goal::most ? "most" : "least");
    json_.key("condition").text(solution_.condition);
    write_variables();
    write_value("value", moved_, solution_.value.value_or(Value::invalid()));
    json_.key("depends").boolean(solution_.depends);
    write_stretches();
    write_points();
    write_figures();
    write_causes();
    json_.end_object();
    return json_.take();
  }

 private:
  void write_value(std::string_view key, const Variable& variable, const Value& value) {
    json_.key(key);
    json::write_value(json_, rules_, variable, value);
  }

  void write_variables() {
    std::vector<VariableId> named{solution_.moved.variable};
    for (const SolvedFigure& figure : solution_.figures)
      named.push_back(figure.instance.variable);
    json::write_variables(json_, envelope_, named);
  }

  void write_stretches() {
    json_.key("stretches").begin_list();
    for (const HoldingStretch& stretch : solution_.stretches) {
      json_.begin_object();
      write_value("from", moved_, stretch.from);
      write_value("to", moved_, stretch.to);
      json_.end_object();
    }
    json_.end_list();
    if (solution_.has_more)
      json_.key("more").boolean(true);
  }

  void write_points() {
    json_.key("points").begin_list();
    for (const SolvedPoint& point : solution_.points) {
      json_.begin_object();
      write_value("at", moved_, point.at);
      json_.key("holds").boolean(point.fails_in.empty());
      if (!point.fails_in.empty()) {
        json_.key("fails_in").begin_list();
        for (const int month : point.fails_in)
          json_.text(to_text(month_of_index(rules_, solution_.question.timeline, condition(), month)));
        json_.end_list();
      }
      json_.end_object();
    }
    json_.end_list();
  }

  void write_figures() {
    json_.key("figures").begin_list();
    for (const SolvedFigure& figure : solution_.figures) {
      const Variable& variable = rules_.variables[figure.instance.variable];
      const YearMonth month =
          month_of_index(rules_, solution_.question.timeline, figure.instance.variable, figure.index);
      json_.begin_object();
      json::write_instance(json_, rules_, solution_.question.shape, figure.instance);
      if (variable.period == Period::year)
        json_.key("year").number(month.year());
      else
        json_.key("month").text(to_text(month));
      json_.key("values").begin_list();
      for (const Value& value : figure.values)
        json::write_value(json_, rules_, variable, value);
      json_.end_list();
      if (figure.base)
        write_value("base", variable, *figure.base);
      json_.end_object();
    }
    json_.end_list();
  }

  void write_causes() {
    CauseReader causes(rules_, solution_.question, solution_.moved);
    json_.key("causes").begin_list();
    for (const EdgeCause& cause : solution_.causes)
      json::write_cause(json_, envelope_, solution_.question, describe(causes, solution_, cause));
    json_.end_list();
  }

  [[nodiscard]] VariableId condition() const { return solution_.condition_instance.variable; }

  JsonWriter json_;
  const Envelope envelope_;
  const RuleSet& rules_;
  const Solution& solution_;
  const Variable& moved_;
};

}  // namespace

std::string solve_json(const Envelope& envelope, const Solution& solution, std::string_view scenario,
                       const Diagnostics& warnings, const std::vector<OpenItem>& assumed) {
  return Writer(envelope, solution).write(scenario, warnings, assumed);
}

}  // namespace ansio::answer
