// What a household keeps of more income, and where the rest goes.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "calc/analyse/rates/rates.h"
#include "calc/answer/serializer/serializer_parts.h"
#include "calc/case/names/subject.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/print/table.h"
#include "calc/cli/source/case_source.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"

namespace ansio::cli {
namespace {

struct RatesArguments {
  std::string file;
  std::string scenario;
  std::string month;
};

struct ShownRate {
  VariableId rate = 0;
  RateOfPerson of_person;
};

std::string percent_text(const RuleSet& rules, const Fraction& share, Language language) {
  return share.is_valid() ? format_value(rules, Type{}, true, share, language, 2) : std::string("–");
}

std::string title_of(const Texts& title, const Shape& shape, std::uint8_t person, Language language) {
  std::string text = title.in(language);
  if (person != Instance::household)
    text += " (" + person_title(person_name(shape, person), language) + ")";
  return text;
}

void print_rate(Session& session, const RuleSet& rules, const Shape& shape, const ShownRate& shown) {
  const Language language = session.language;
  const Variable& rate = rules.variables[shown.rate];
  const RateOfPerson& result = shown.of_person;
  const Variable& of = rules.variables[rate.rate->of];
  session.out << '\n'
              << title_of(rate.title, shape, result.person, language) << ": "
              << percent_text(rules, result.value, language) << '\n'
              << of.title.in(language) << ' ' << format_value(rules, of, result.from, language) << " → "
              << format_value(rules, of, result.to, language) << "\n\n";
  if (!result.value.is_valid())
    return;
  Table table;
  table.header = {std::string(), "%"};
  const auto add = [&](std::string title, const Fraction& share) {
    table.rows.push_back({std::move(title), (share.sign() > 0 ? "+" : "") + percent_text(rules, share, language)});
  };
  for (const RateShare& share : result.shares)
    add(title_of(rules.variables[share.instance.variable].title, shape, share.instance.person, language), share.share);
  if (result.rounding.sign() != 0)
    add(std::string(word(Word::rounding, language)), result.rounding);
  add("= " + rules.variables[rate.rate->leaves].title.in(language), Fraction::from_integer(1) - result.value);
  print_table(session.out, table, session.colour);
}

void print_csv(Session& session, const RuleSet& rules, const Shape& shape, YearMonth month,
               const std::vector<ShownRate>& all) {
  session.out << "rate,person,month,part,of,percent\n";
  for (const ShownRate& shown : all) {
    const std::string begin = rules.variables[shown.rate].name + ',' + person_name(shape, shown.of_person.person) +
                              ',' + to_text(month) + ',';
    const auto line = [&](const std::string& part, const std::string& of, const Fraction& share) {
      session.out << begin << part << ',' << of << ','
                  << (share.is_valid() ? to_decimal_text(share * Fraction::from_integer(100)) : std::string()) << '\n';
    };
    line({}, {}, shown.of_person.value);
    for (const RateShare& share : shown.of_person.shares)
      line(rules.variables[share.instance.variable].name, person_name(shape, share.instance.person), share.share);
  }
}

std::string rates_json(const Envelope& envelope, const std::string& scenario, const Shape& shape, YearMonth month,
                       const std::vector<ShownRate>& all, const Diagnostics& warnings) {
  const RuleSet& rules = envelope.rules;
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, warnings);
  json.key("scenario").text(scenario).key("month").text(to_text(month));
  std::vector<VariableId> variables;
  for (const ShownRate& shown : all)
    for (const RateShare& share : shown.of_person.shares)
      if (std::find(variables.begin(), variables.end(), share.instance.variable) == variables.end())
        variables.push_back(share.instance.variable);
  json::write_variables(json, envelope, variables);
  json.key("rates").begin_list();
  for (const ShownRate& shown : all) {
    const Variable& rate = rules.variables[shown.rate];
    const Variable& of = rules.variables[rate.rate->of];
    const RateOfPerson& result = shown.of_person;
    json.begin_object().key("rate").text(rate.name);
    json::write_text(json, "title", rate.title.in(envelope.language));
    json.key("person").text(person_name(shape, result.person));
    json.key("of").text(of.name).key("leaves").text(rules.variables[rate.rate->leaves].name);
    json.key("from");
    json::write_value(json, rules, of, result.from);
    json.key("to");
    json::write_value(json, rules, of, result.to);
    json.key("value");
    json::write_value(json, rules, Type{}, true, result.value);
    json.key("parts").begin_list();
    for (const RateShare& share : result.shares) {
      json.begin_object();
      json::write_instance(json, rules, shape, share.instance);
      json.key("share");
      json::write_value(json, rules, Type{}, true, share.share);
      json.end_object();
    }
    json.end_list().key("rounding");
    json::write_value(json, rules, Type{}, true, result.rounding);
    json.end_object();
  }
  json.end_list().end_object();
  return json.take();
}

void run_rates(Session& session, const RatesArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const RuleSet& rules = *loaded->rules;
  const auto scenario = find_scenario(loaded->situation, arguments.scenario);
  const auto month = find_month(loaded->situation, arguments.month);
  if (!scenario || !month) {
    Diagnostics diagnostics = scenario.diagnostics();
    diagnostics.insert(diagnostics.end(), month.diagnostics().begin(), month.diagnostics().end());
    refuse(session, rules, diagnostics, {}, wrong_use);
    return;
  }
  const Shape& shape = (*scenario)->shape;
  std::vector<ShownRate> all;
  for (const VariableId rate : rates_of(rules))
    for (std::uint8_t person = 0; person < (shape.spouse ? 2 : 1); ++person) {
      auto result = compute_rate(rules, loaded->situation, **scenario, rate, person, {*month}, loaded->answering);
      if (!result) {
        refuse(session, rules, result.diagnostics(), loaded->source, bad_case);
        return;
      }
      all.push_back({rate, std::move(result->front())});
    }
  if (session.format == Format::json) {
    session.out << rates_json(envelope_of(session, rules), (*scenario)->name, shape, *month, all, loaded->warnings)
                << '\n';
  } else if (session.format == Format::csv) {
    print_csv(session, rules, shape, *month, all);
  } else {
    session.out << (*scenario)->name << ", " << to_text(*month) << '\n';
    for (const ShownRate& shown : all)
      print_rate(session, rules, shape, shown);
    session.out << '\n' << word(Word::estimate, session.language) << '\n';
  }
}

}  // namespace

void add_rates_command(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("rates", "What is kept of more income, and which tax or benefit takes the rest");
  auto arguments = std::make_shared<RatesArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("--scenario", arguments->scenario, "By name (default: the first)")->type_name("NAME");
  command->add_option("--month", arguments->month, "Of a plan: the month (default: its first)")->type_name("YYYY-MM");
  command->footer(
      "Examples:\n"
      "  ansio rates case.yaml --scenario \"15 hours a week\"\n"
      "  ansio sweep case.yaml --vary client.wage=0:4000:50 --get effective_marginal_rate,participation_tax_rate");
  command->callback([&session, arguments] { run_rates(session, *arguments); });
}

}  // namespace ansio::cli
