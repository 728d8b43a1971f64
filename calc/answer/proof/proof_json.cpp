// Writes the household, what is given of it, and the steps; values with every digit they have.
#include "calc/answer/proof/proof_json.h"

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/base/digest/sha256.h"
#include "calc/case/values/value.h"
#include "calc/ruleset/model/choices.h"

namespace ansio::answer {
namespace {

class ProofWriter {
 public:
  ProofWriter(const RuleSet& rules, const Question& question) : rules_(rules), question_(question) {}

  std::string write(const Envelope& envelope, const ProvenCase& proven, const Proof& proof) {
    const ProofStep& last = proof.steps.back();
    json_.begin_object().key("ansiopolku_proof").number(proof_version);
    json_.key("engine").text(envelope.engine);
    json_.key("rules").begin_object().key("name").text(rules_.name);
    json_.key("version").text(rules_.version).key("hash").text(rules_.hash).end_object();
    json_.key("case").begin_object().key("text").text(proven.text);
    json_.key("sha256").text(sha256_hex(proven.text)).end_object();
    json_.key("scenario").text(proven.scenario);
    write_figure(last);
    json_.key("household").begin_object().key("spouse").boolean(question_.shape.spouse);
    json_.key("children").number(static_cast<long long>(question_.shape.children)).end_object();
    const Timeline& timeline = question_.timeline;
    json_.key("timeline").begin_object().key("typical").boolean(timeline.typical);
    json_.key("first").text(to_text(timeline.first)).key("months").number(static_cast<long long>(timeline.months));
    json_.key("start").text(to_text(YearMonth{timeline.first.index + timeline.start})).end_object();
    json_.key("given").begin_list();
    for (const Given& given : question_.given)
      write_given(given);
    json_.end_list().key("steps").begin_list();
    for (const ProofStep& step : proof.steps)
      write_step(step);
    json_.end_list().end_object();
    return json_.take() + '\n';
  }

 private:
  [[nodiscard]] std::string time_of(const Variable& variable, int index) const {
    const YearMonth first = question_.timeline.first;
    return variable.period == Period::year ? std::to_string(first.year() + index)
                                           : to_text(YearMonth{first.index + index});
  }

  void write_exact(const Variable& variable, const Value& value) {
    json_.text(variable.type.kind == Type::Kind::number ? exact_text(value) : value_text(rules_, variable, value));
  }

  void write_of(const Instance& instance) {
    json_.key("of").text(rules_.variables[instance.variable].name).key("person");
    if (instance.person == Instance::household)
      json_.null();
    else
      json_.text(person_name(question_.shape, instance.person));
  }

  void write_figure(const ProofStep& step) {
    const Variable& variable = rules_.variables[step.figure.instance.variable];
    json_.key("figure").begin_object();
    write_of(step.figure.instance);
    json_.key("at").text(time_of(variable, step.figure.index)).key("value");
    write_exact(variable, step.value);
    json_.end_object();
  }

  // What is given in each month, those before the timeline included; of a reading of the law its name.
  void write_given(const Given& given) {
    const Variable& variable = rules_.variables[given.instance.variable];
    const Choice* choice = nullptr;
    for (const Choice& candidate : rules_.choices)
      if (candidate.variable == given.instance.variable)
        choice = &candidate;
    json_.begin_object();
    if (choice == nullptr)
      write_of(given.instance);
    else
      json_.key("reading_of").text(owner_name(rules_, *choice));
    if (given.continues)
      json_.key("continues").boolean(true);
    json_.key("values").begin_object();
    for (std::size_t place = 0; place < given.values.size(); ++place) {
      if (!given.values[place])
        continue;
      const Value& value = *given.values[place];
      json_.key(time_of(variable, static_cast<int>(place) - given.before));
      if (choice == nullptr)
        write_exact(variable, value);
      else
        json_.text(value.sign() == 0
                       ? standing_reading
                       : readings_of(rules_, *choice)[static_cast<std::size_t>(value.numerator()) - 1].name);
    }
    json_.end_object().end_object();
  }

  void write_step(const ProofStep& step) {
    const Variable& variable = rules_.variables[step.figure.instance.variable];
    json_.begin_object();
    write_of(step.figure.instance);
    json_.key("at").text(time_of(variable, step.figure.index));
    constexpr std::string_view origins[] = {"computed", "given", "default", "override", "initial"};
    json_.key("origin").text(origins[static_cast<std::size_t>(step.origin)]).key("value");
    write_exact(variable, step.value);
    if (step.formula != nullptr && step.formula->from.index > 0)
      json_.key("from").text(to_text(step.formula->from));
    if (!step.reads.empty()) {
      json_.key("reads").begin_list();
      for (const std::size_t read : step.reads)
        json_.number(static_cast<long long>(read));
      json_.end_list();
    }
    if (!step.cells.empty()) {
      json_.key("cells").begin_list();
      for (const ParameterUse& use : step.cells)
        write_cell(use);
      json_.end_list();
    }
    json_.end_object();
  }

  void write_cell(const ParameterUse& use) {
    const Parameter& parameter = rules_.parameters[use.parameter];
    json_.begin_object().key("parameter").text(parameter.name);
    if (!use.keys.empty()) {
      json_.key("keys").begin_list();
      for (const std::string& key : use.keys)
        json_.text(key);
      json_.end_list();
    }
    if (use.in_force != nullptr)
      json_.key("from").text(to_text(use.in_force->from));
    if (parameter.kind != Parameter::Kind::scale)
      json_.key("value").text(exact_text(use.value));
    json_.end_object();
  }

  const RuleSet& rules_;
  const Question& question_;
  JsonWriter json_;
};

}  // namespace

std::string proof_json(const Envelope& envelope, const ProvenCase& proven, const Proof& proof) {
  return ProofWriter(envelope.rules, proven.question).write(envelope, proven, proof);
}

}  // namespace ansio::answer
