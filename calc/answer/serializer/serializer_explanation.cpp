// The tree behind one figure as JSON.
#include "calc/answer/serializer/serializer_parts.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/certainty/basis.h"

namespace ansio::answer {
namespace {

std::string_view origin_name(Origin origin) {
  constexpr std::string_view names[] = {"computed", "given", "default", "override", "initial"};
  return names[static_cast<std::size_t>(origin)];
}

std::string_view reading_name(NodeKind how) {
  switch (how) {
    case NodeKind::previous:
      return "previous";
    case NodeKind::year_sum:
      return "year_sum";
    case NodeKind::year_to_date:
      return "year_to_date";
    case NodeKind::at_year_start:
      return "at_year_start";
    case NodeKind::at_year_end:
      return "at_year_end";
    case NodeKind::average:
      return "average";
    case NodeKind::this_year:
      return "this_year";
    case NodeKind::last_year:
      return "last_year";
    default:
      return "value";
  }
}

class Writer {
 public:
  Writer(JsonWriter& json, const Envelope& envelope, const Shape& shape, const Timeline& timeline)
      : json_(json), envelope_(envelope), rules_(envelope.rules), shape_(shape), timeline_(timeline) {}

  void write(const Explanation& why, bool is_root) {
    const Variable& variable = rules_.variables[why.figure.instance.variable];
    json_.begin_object();
    json::write_instance(json_, rules_, shape_, why.figure.instance);
    if (!is_root)
      json_.key("as").text(reading_name(why.how));
    write_when(why, variable);
    json::write_text(json_, "title", variable.title.in(envelope_.language));
    json_.key("value");
    json::write_value(json_, rules_, variable, why.value);
    json_.key("text").text(format_value(rules_, why.type, variable.percent, why.value, envelope_.language, 6));
    if (variable.type.kind == Type::Kind::number)
      json_.key("unit").text(unit_name(rules_, why.type.unit));
    json_.key("origin").text(origin_name(why.origin));
    if (why.seen)
      json_.key("seen").boolean(true);
    else
      write_reasons(why, variable);
    json_.end_object();
  }

 private:
  void write_when(const Explanation& why, const Variable& variable) {
    if (variable.period == Period::year) {
      json_.key("year").number(timeline_.first.year() + why.figure.index);
      return;
    }
    json_.key("month").text(to_text(YearMonth{timeline_.first.index + why.figure.index}));
  }

  void write_reasons(const Explanation& why, const Variable& variable) {
    if (why.formula != nullptr) {
      json::write_text(json_, "formula", why.formula->text);
      json::write_text(json_, "with_amounts", why.with_amounts);
      if (why.formula->from.index != 0)
        json_.key("valid_from").text(to_text(why.formula->from));
      if (why.formula->basis != Basis::enacted)
        json_.key("basis").text(basis_name(why.formula->basis));
      json::write_text(json_, "source", why.formula->source);
    } else if (variable.rate && why.origin == Origin::computed) {
      json::write_text(json_, "formula", formula_text(rules_, *variable.rate));
      json::write_text(json_, "with_amounts", why.with_amounts);
    }
    json::write_citations(json_, rules_, variable.citations);
    json::write_text(json_, "says", why.says);
    const bool assumed = why.origin != Origin::given && why.origin != Origin::overridden;
    if (variable.assumption.unverified && assumed)
      json_.key("assumption").text(variable.assumption.note.in(envelope_.language));
    write_branches(why);
    write_roundings(why);
    write_parameters(why);
    if (why.reads.empty())
      return;
    json_.key("reads").begin_list();
    for (const Explanation& read : why.reads)
      write(read, false);
    json_.end_list();
  }

  void write_branches(const Explanation& why) {
    if (why.branches.empty())
      return;
    json_.key("branches").begin_list();
    for (const Branch& branch : why.branches) {
      json_.begin_object().key("condition").text(branch.condition);
      json_.key("with_amounts").text(branch.with_amounts).key("holds").boolean(branch.holds);
      json_.end_object();
    }
    json_.end_list();
  }

  void write_roundings(const Explanation& why) {
    if (why.roundings.empty())
      return;
    constexpr std::string_view modes[] = {"half_away", "down", "up"};
    constexpr Word words[] = {Word::rounded_nearest, Word::rounded_down, Word::rounded_up};
    json_.key("roundings").begin_list();
    for (const RoundingStep& rounding : why.roundings) {
      const auto mode = static_cast<std::size_t>(rounding.mode);
      json_.begin_object().key("mode").text(modes[mode]);
      json_.key("step").number(to_decimal_text(rounding.step));
      json_.key("unit").text(unit_name(rules_, rounding.type.unit));
      json_.key("before").number(to_decimal_text(rounding.before));
      json_.key("after").number(to_decimal_text(rounding.after));
      std::string text(word(words[mode], envelope_.language));
      text += format_value(rules_, rounding.type, false, rounding.step, envelope_.language, 6);
      json_.key("text").text(text).end_object();
    }
    json_.end_list();
  }

  void write_parameters(const Explanation& why) {
    if (why.parameters.empty())
      return;
    json_.key("parameters").begin_list();
    for (const ParameterUse& use : why.parameters)
      json::write_parameter_use(json_, envelope_, use);
    json_.end_list();
  }

  JsonWriter& json_;
  const Envelope& envelope_;
  const RuleSet& rules_;
  Shape shape_;
  Timeline timeline_;
};

}  // namespace

std::string explanation_json(const Envelope& envelope, const Explanation& explanation, const Shape& shape,
                             const Timeline& timeline, std::string_view scenario, YearMonth month) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json.key("scenario").text(scenario).key("month").text(to_text(month)).key("figure");
  Writer(json, envelope, shape, timeline).write(explanation, true);
  json::write_expected(json, envelope, explanation.expected);
  json.end_object();
  return json.take();
}

}  // namespace ansio::answer
