// Compares two meetings and prints what changed. Results are those that a meeting kept; where it kept none, and of the
// case as it stands, they are computed under the rules at hand.
#include "calc/cli/meetings/compare_meetings.h"

#include <algorithm>
#include <ostream>

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/cli/meetings/meetings.h"
#include "calc/cli/print/table.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/explain/words/words.h"
#include "calc/program/definition/definition.h"

namespace ansio::cli {
namespace {

constexpr Word facts_changed{
    {"Muuttuneet tiedot", "Ändrade uppgifter", "Facts that changed", "Nämä tiedot muuttuivat"}};
constexpr Word no_facts_changed{
    {"Tiedot ovat samat.", "Uppgifterna är desamma.", "The facts are the same.", "Tiedot ovat samat."}};
constexpr Word same_law{
    {"Säännöt ovat samat: ", "Reglerna är desamma: ", "The rules are the same: ", "Säännöt ovat samat: "}};
constexpr Word other_law{
    {"Säännöt ovat muuttuneet: ", "Reglerna har ändrats: ", "The rules have changed: ", "Säännöt ovat muuttuneet: "}};
constexpr Word unknown_law{{"ei kirjattu", "inte antecknat", "not recorded", "ei kirjattu"}};
constexpr Word results_changed{{"Tulokset", "Resultat", "Results", "Tulokset"}};

struct ResultChange {
  std::string scenario, figure;
  std::string before, after;
  std::optional<Fraction> change;
};

struct MeetingComparison {
  Meeting first, second;
  std::vector<FactChange> facts;
  std::vector<ResultChange> results;
  [[nodiscard]] bool same_rules() const { return first.rules == second.rules && !first.rules.empty(); }
};

// Of a plan what a figure adds up to over its months, of others the first month shown.
std::string amount_of(const RuleSet& rules, const Figure& figure) {
  const Variable& variable = rules.variables[figure.instance.variable];
  const auto total = total_of(rules, figure);
  return total ? to_decimal_text(*total) : value_text(rules, variable, figure.values.front());
}

Result<std::vector<KeptResult>> computed_results(const RuleSet& rules, const Document& document,
                                                 const std::vector<VariableId>& variables) {
  const Result<Case> situation = read_case(rules, document);
  if (!situation)
    return situation.diagnostics();
  Machine machine(rules, answer_by_definition);
  const Result<Results> results = compute_results(rules, *situation, Answering(machine), {variables, false});
  if (!results)
    return results.diagnostics();
  std::vector<KeptResult> kept;
  for (const ScenarioResult& scenario : results->scenarios)
    for (const Figure& figure : scenario.figures)
      kept.push_back({scenario.name, instance_name(rules, scenario.shape, figure.instance), amount_of(rules, figure)});
  return kept;
}

const KeptResult* find_result(const std::vector<KeptResult>& results, const KeptResult& like) {
  const auto found = std::find_if(results.begin(), results.end(), [&](const KeptResult& one) {
    return one.scenario == like.scenario && one.figure == like.figure;
  });
  return found == results.end() ? nullptr : &*found;
}

// Amounts are the same when their numbers are, however they are written.
bool is_same(const std::string& before, const std::string& after) {
  const auto a = parse_fraction(before);
  const auto b = parse_fraction(after);
  return a && b ? *a == *b : before == after;
}

std::vector<ResultChange> changed_results(const std::vector<KeptResult>& before, const std::vector<KeptResult>& after) {
  std::vector<ResultChange> changes;
  const auto add = [&](const KeptResult& named, const std::string& then, const std::string& now) {
    if (is_same(then, now))
      return;
    const auto a = parse_fraction(then);
    const auto b = parse_fraction(now);
    changes.push_back({named.scenario, named.figure, then, now, a && b ? std::optional(*b - *a) : std::nullopt});
  };
  for (const KeptResult& result : before) {
    const KeptResult* other = find_result(after, result);
    add(result, result.amount, other != nullptr ? other->amount : std::string());
  }
  for (const KeptResult& result : after)
    if (find_result(before, result) == nullptr)
      add(result, {}, result.amount);
  return changes;
}

// The figures that a meeting kept are the ones to compute of the other.
std::vector<VariableId> figures_of(const RuleSet& rules, const std::vector<VariableId>& asked, const Meeting& other) {
  if (!asked.empty() || !other.results)
    return asked.empty() ? headlines(rules) : asked;
  std::vector<VariableId> figures;
  for (const KeptResult& kept : *other.results)
    if (const Result<VariableName> name = parse_variable_name(rules, owned_name(rules, kept.figure), {}))
      if (std::find(figures.begin(), figures.end(), name->variable) == figures.end())
        figures.push_back(name->variable);
  return figures.empty() ? headlines(rules) : figures;
}

Result<MeetingComparison> compare(const RuleSet& rules, const Document& document, const std::vector<std::string>& names,
                                  const std::vector<VariableId>& asked) {
  Result<MeetingPair> pair = read_meetings(document, {names[0], names[1]}, rules.hash);
  if (!pair)
    return pair.diagnostics();
  MeetingComparison comparison{pair->first, pair->second, {}, {}};
  comparison.facts = changed_facts(*pair->first.situation, *pair->second.situation);
  const auto results_of = [&](const Meeting& meeting, const Meeting& other) -> Result<std::vector<KeptResult>> {
    if (meeting.results)
      return *meeting.results;
    return computed_results(rules, *meeting.situation, figures_of(rules, asked, other));
  };
  const Result<std::vector<KeptResult>> before = results_of(pair->first, pair->second);
  const Result<std::vector<KeptResult>> after = results_of(pair->second, pair->first);
  if (!before)
    return before.diagnostics();
  if (!after)
    return after.diagnostics();
  std::vector<KeptResult> only_kept = *after;
  if (pair->first.results && !pair->second.results)  // what the meeting did not keep has nothing to be compared with
    std::erase_if(only_kept, [&](const KeptResult& one) {
      return std::none_of(before->begin(), before->end(),
                          [&](const KeptResult& kept) { return kept.figure == one.figure; });
    });
  comparison.results = changed_results(*before, only_kept);
  return comparison;
}

void print_table_of(Session& session, const MeetingComparison& comparison) {
  const Language language = session.language;
  const auto name = [&](const Meeting& meeting) {
    return meeting.name + (meeting.who.empty() ? "" : " (" + meeting.who + ")");
  };
  session.out << name(comparison.first) << " → " << name(comparison.second) << "\n\n";
  const auto rules_text = [&](const Meeting& meeting) {
    return meeting.rules.empty() ? std::string(word(unknown_law, language)) : meeting.rules;
  };
  if (comparison.same_rules())
    session.out << word(same_law, language) << comparison.first.rules << "\n\n";
  else
    session.out << word(other_law, language) << rules_text(comparison.first) << " → " << rules_text(comparison.second)
                << "\n\n";
  const std::string before(word(Word::before, language));
  const std::string after(word(Word::after, language));
  if (comparison.facts.empty())
    session.out << word(no_facts_changed, language) << "\n";
  Table facts{{std::string(word(facts_changed, language)), before, after}, {}, 1};
  const std::string nothing(word(Word::not_given, language));
  for (const FactChange& change : comparison.facts)
    facts.rows.push_back({change.path, change.before.value_or(nothing), change.after.value_or(nothing)});
  if (!facts.rows.empty())
    print_table(session.out, facts, session.colour);
  Table results{{std::string(word(results_changed, language)), std::string(word(Word::figure, language)), before, after,
                 std::string(word(Word::change, language))},
                {},
                2};
  for (const ResultChange& change : comparison.results)
    results.rows.push_back({change.scenario, change.figure, change.before, change.after,
                            change.change ? to_decimal_text(*change.change) : std::string()});
  if (!results.rows.empty()) {
    session.out << '\n';
    print_table(session.out, results, session.colour);
  }
}

void print_csv_of(Session& session, const MeetingComparison& comparison) {
  session.out << "kind,scenario,name,before,after,change\n";
  const auto print = [&](std::initializer_list<std::string> cells) {
    std::string line;
    for (const std::string& cell : cells) {
      if (&cell != cells.begin())
        line += ',';
      append_csv_cell(line, cell);
    }
    session.out << line << '\n';
  };
  if (!comparison.same_rules())
    print({"rules", "", "", comparison.first.rules, comparison.second.rules, ""});
  for (const FactChange& change : comparison.facts)
    print({"fact", "", change.path, change.before.value_or(""), change.after.value_or(""), ""});
  for (const ResultChange& change : comparison.results)
    print({"result", change.scenario, change.figure, change.before, change.after,
           change.change ? to_decimal_text(*change.change) : ""});
}

std::string json_of(const Envelope& envelope, const MeetingComparison& comparison) {
  JsonWriter json;
  json.begin_object();
  answer::json::write_envelope(json, envelope);
  json.key("meetings").begin_list();
  for (const Meeting* meeting : {&comparison.first, &comparison.second}) {
    json.begin_object().key("name").text(meeting->name);
    answer::json::write_text(json, "who", meeting->who);
    answer::json::write_text(json, "note", meeting->note);
    answer::json::write_text(json, "rules", meeting->rules);
    json.end_object();
  }
  json.end_list().key("same_rules").boolean(comparison.same_rules());
  const auto write = [&](std::string_view key, const std::optional<std::string>& text) {
    json.key(key);
    if (text)
      json.text(*text);
    else
      json.null();
  };
  json.key("facts").begin_list();
  for (const FactChange& change : comparison.facts) {
    json.begin_object().key("path").text(change.path);
    write("before", change.before);
    write("after", change.after);
    json.end_object();
  }
  json.end_list().key("results").begin_list();
  for (const ResultChange& change : comparison.results) {
    json.begin_object().key("scenario").text(change.scenario).key("figure").text(change.figure);
    write("before", change.before.empty() ? std::nullopt : std::optional(change.before));
    write("after", change.after.empty() ? std::nullopt : std::optional(change.after));
    if (change.change)
      json.key("change").number(to_decimal_text(*change.change));
    json.end_object();
  }
  json.end_list().end_object();
  return json.take();
}

}  // namespace

void compare_meetings(Session& session, const std::string& file, const std::vector<std::string>& names,
                      const std::vector<std::string>& get) {
  const auto rules = load_session_rules(session);
  if (!rules)
    return;
  const Result<std::string> text = read_file(file);
  if (!text) {
    refuse(session, *rules, text.diagnostics(), {}, bad_case);
    return;
  }
  const std::vector<SourceFile> source{{file == "-" ? "<case>" : file, *text}};
  const Result<Document> document = read_yaml(source.front().path, *text);
  if (!document) {
    refuse(session, *rules, document.diagnostics(), source, bad_case);
    return;
  }
  const Result<std::vector<VariableId>> asked = parse_bare_names(*rules, get, "--get");
  if (!asked) {
    refuse(session, *rules, asked.diagnostics(), {}, wrong_use);
    return;
  }
  const Result<MeetingComparison> comparison = compare(*rules, *document, names, *asked);
  if (!comparison) {
    const bool is_wrong_use = comparison.diagnostics().front().code == Code::wrong_use;
    refuse(session, *rules, comparison.diagnostics(), source, is_wrong_use ? wrong_use : bad_case);
    return;
  }
  if (session.format == Format::json)
    session.out << json_of(envelope_of(session, *rules), *comparison) << '\n';
  else if (session.format == Format::csv)
    print_csv_of(session, *comparison);
  else
    print_table_of(session, *comparison);
}

}  // namespace ansio::cli
