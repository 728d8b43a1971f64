// Edges as JSON.
#include "calc/answer/analysis/edges_json.h"

#include "calc/answer/analysis/cause_json.h"
#include "calc/answer/serializer/serializer_open.h"
#include "calc/answer/serializer/serializer_parts.h"

namespace ansio::answer {
namespace {

class Writer {
 public:
  Writer(JsonWriter& json, const Envelope& envelope, const Edges& edges)
      : json_(json), envelope_(envelope), rules_(envelope.rules), edges_(edges), causes_(rules_, edges) {}

  void write(const EdgeCurve& curve) {
    const Instance& figure = edges_.question.wanted[curve.wanted];
    const Variable& variable = rules_.variables[figure.variable];
    json_.begin_object();
    json::write_instance(json_, rules_, edges_.question.shape, figure);
    if (curve.index < 0) {
      json_.key("total").boolean(true);
    } else {
      const YearMonth month = month_of_index(rules_, edges_.question.timeline, figure.variable, curve.index);
      if (variable.period == Period::year)
        json_.key("year").number(month.year());
      else
        json_.key("month").text(to_text(month));
    }
    write_figure("first", variable, curve.first);
    write_figure("last", variable, curve.last);
    if (variable.type.kind == Type::Kind::number) {
      write_slope("slope", curve, curve.slope);
      write_figure("roundings", variable, curve.roundings);
      if (curve.bent)
        json_.key("bent").boolean(true);
    }
    json_.key("edges").begin_list();
    for (const Edge& edge : curve.edges)
      write(curve, variable, edge);
    json_.end_list().end_object();
  }

 private:
  void write_figure(std::string_view key, const Variable& variable, const Value& value) {
    json_.key(key);
    json::write_value(json_, rules_, variable, value);
  }

  void write_slope(std::string_view key, const EdgeCurve& curve, const Fraction& slope) {
    json_.key(key);
    if (slope.is_valid())
      json_.number(to_decimal_text(written_slope(rules_, edges_, curve, slope)));
    else
      json_.null();
  }

  void write(const EdgeCurve& curve, const Variable& variable, const Edge& edge) {
    const Variable& moved = rules_.variables[edges_.moved.variable];
    const bool is_jump = edge.kind == Edge::Kind::jump;
    json_.begin_object().key("kind").text(is_jump ? "jump" : "kink");
    write_figure("at", moved, edge.at);
    write_figure("next", moved, edge.next);
    write_figure("from", variable, edge.from);
    write_figure("to", variable, edge.to);
    if (variable.type.kind == Type::Kind::number) {
      write_figure("change", variable, edge.to - edge.from);
      write_slope("slope_before", curve, edge.slope_before);
      write_slope("slope_after", curve, edge.slope_after);
      if (is_jump && edge.to < edge.from) {
        write_figure("break_even", moved, edge.break_even);
        write_figure("dead_zone", moved, edge.break_even - edge.at);
      }
    }
    json_.key("causes").begin_list();
    for (const EdgeCause& cause : edge.causes)
      json::write_cause(json_, envelope_, edges_.question, causes_.describe(cause, edge.at));
    json_.end_list().end_object();
  }

  JsonWriter& json_;
  const Envelope& envelope_;
  const RuleSet& rules_;
  const Edges& edges_;
  CauseReader causes_;
};

}  // namespace

Fraction written_slope(const RuleSet& rules, const Edges& edges, const EdgeCurve& curve, const Fraction& slope) {
  const Fraction hundred = Fraction::from_integer(100);
  Fraction written = slope;
  if (rules.variables[edges.question.wanted[curve.wanted].variable].percent)
    written = written * hundred;
  if (rules.variables[edges.moved.variable].percent)
    written = written / hundred;
  return written;
}

std::string edges_json(const Envelope& envelope, const Edges& edges, std::string_view scenario,
                       const Diagnostics& warnings, const std::vector<OpenItem>& assumed) {
  const RuleSet& rules = envelope.rules;
  const Variable& moved = rules.variables[edges.moved.variable];
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, warnings);
  json.key("scenario").text(scenario);
  json.key("axis").begin_object();
  json::write_instance(json, rules, edges.question.shape, edges.moved);
  for (const auto& [key, value] :
       {std::pair("from", edges.axis.from), std::pair("to", edges.axis.to), std::pair("step", edges.axis.step)}) {
    json.key(key);
    json::write_value(json, rules, moved, value);
  }
  json.end_object();
  json::write_assumed(json, envelope, assumed);
  std::vector<VariableId> named{edges.moved.variable};
  for (const Instance& figure : edges.question.wanted)
    named.push_back(figure.variable);
  json::write_variables(json, envelope, named);
  json.key("curves").begin_list();
  Writer writer(json, envelope, edges);
  for (const EdgeCurve& curve : edges.curves)
    writer.write(curve);
  json.end_list().end_object();
  return json.take();
}

}  // namespace ansio::answer
