// verify: a receipt computed again. The same, or where it first differs, and what the law has moved since.
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <ostream>

#include "calc/answer/receipt/receipt_changes.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/print/report.h"
#include "calc/cli/print/table.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/program/definition/definition.h"

namespace ansio::cli {
namespace {

constexpr std::size_t shown_changes = 20;  // in a table

constexpr Word is_the_same{
    {"Sama: laskettu uudelleen, tulos ei muuttunut.", "Samma: beräknat på nytt, svaret är samma.",
     "The same: computed again, the answer is the same.", "Sama. Laskimme uudestaan. Tulos on sama."}};
constexpr Word same_under_new_law{{"Säännöt ovat muuttuneet kuitin jälkeen, tämä vastaus ei.",
                                   "Reglerna har ändrats efter kvittot, men inte detta svar.",
                                   "The rules have changed since the receipt; this answer has not.",
                                   "Säännöt ovat muuttuneet. Tämä tulos on sama kuin ennen."}};
constexpr Word is_another{{"Eri: samoilla säännöillä tulee toinen vastaus. Ensimmäinen ero:",
                           "Annat: samma regler ger ett annat svar. Den första skillnaden:",
                           "Different: the same rules give another answer. The first difference:",
                           "Eri tulos samoilla säännöillä. Ensimmäinen ero:"}};
constexpr Word law_moves{
    {"Säännöt ovat muuttuneet kuitin jälkeen. Ne muuttavat:", "Reglerna har ändrats efter kvittot. De ändrar:",
     "The rules have changed since the receipt. They move:", "Säännöt ovat muuttuneet. Nämä luvut muuttuvat:"}};
constexpr Word more_changes{{"ja muita: ", "och andra: ", "and others: ", "ja muita: "}};
constexpr Word receipt_of_engine{{"Kuitti", "Kvitto", "Receipt", "Kuitti"}};
constexpr Word today{{"nyt", "nu", "now", "nyt"}};
constexpr Word words_differ{{"sanat", "orden", "the words", "sanat"}};

// A file too large to be a receipt is not read into memory.
std::optional<std::string> read_receipt_text(Session& session, const RuleSet& rules, const std::string& path) {
  std::error_code error;
  if (path != "-" && std::filesystem::is_regular_file(path, error) &&
      std::filesystem::file_size(path, error) > largest_document_bytes) {
    refuse(session, rules,
           {{.code = Code::too_large,
             .position = {path, 1, 1},
             .message = "no receipt is so large",
             .expected = "at most " + std::to_string(largest_document_bytes) + " bytes"}},
           {}, bad_case);
    return std::nullopt;
  }
  Result<std::string> text = read_file(path);
  if (text)
    return std::move(*text);
  refuse(session, rules, text.diagnostics(), {}, bad_case);
  return std::nullopt;
}

// What the receipt asks for, under today's rules.
struct Again {
  Case situation;
  std::vector<VariableId> variables;
  Language language = Language::en;
};

Result<Again> read_asked(const RuleSet& rules, const Receipt& receipt, const Result<Document>& document) {
  if (!document)
    return document.diagnostics();
  Result<Case> situation = read_case(rules, *document);
  if (!situation)
    return situation.diagnostics();
  Again again{std::move(*situation), {}, Language::en};
  Diagnostics wrong;
  const auto expect = [&](const std::vector<std::string>& expected, const std::vector<std::string>& found,
                          const Position& where, const char* message) {
    if (expected != found)
      wrong.push_back({.code = Code::bad_value, .position = where, .message = message});
  };
  std::vector<std::string> months;
  for (int month = 0; month < again.situation.months; ++month)
    months.push_back(to_text(YearMonth{again.situation.start.index + month}));
  expect(months, receipt.months, receipt.places.months, "the months are not those of the case");
  std::vector<std::string> scenarios;
  for (const Scenario& scenario : again.situation.scenarios)
    scenarios.push_back(scenario.name);
  expect(scenarios, receipt.scenarios, receipt.places.scenarios, "the scenarios are not those of the case");
  for (std::size_t i = 0; i < receipt.figures.size(); ++i)
    if (const auto variable = rules.find_variable(receipt.figures[i]))
      again.variables.push_back(*variable);
    else
      wrong.push_back(unknown_variable(rules, receipt.figures[i], receipt.places.figures[i]));
  if (const auto language = parse_language(receipt.language))
    again.language = *language;
  else
    wrong.push_back({.code = Code::bad_value,
                     .position = receipt.places.language,
                     .message = "no language of answers",
                     .found = receipt.language,
                     .expected = "fi, sv, en or fi-simple"});
  if (!wrong.empty())
    return wrong;
  return again;
}

std::string title_of(const RuleSet& rules, const ReceiptChange& change, Language language) {
  if (change.kind == ReceiptChange::Kind::words)
    return std::string(word(words_differ, language));
  const auto variable = rules.find_variable(change.name);
  std::string title = variable ? rules.variables[*variable].title.in(language) : change.name;
  if (change.kind == ReceiptChange::Kind::notice)
    for (const Notice& notice : rules.notices)
      if (notice.name == change.name)
        title = notice.title.in(language);
  if (!change.person.empty())
    title += " (" + person_title(change.person, language) + ")";
  return title;
}

void print_changes(Session& session, const RuleSet& rules, const Receipt& receipt,
                   const std::vector<ReceiptChange>& changes) {
  const Language language = session.language;
  const std::string code = code_of_digest(digest_of(receipt));
  session.out << word(receipt_of_engine, language) << ' ' << code << (receipt.made.empty() ? "" : ", " + receipt.made)
              << ": ansio " << receipt.engine << ", " << receipt.rules_name << ' ' << receipt.rules_version << " ("
              << receipt.rules_hash << ")\n"
              << word(today, language) << ": ansio " << ANSIO_VERSION << ", " << rules.name << ' ' << rules.version
              << " (" << rules.hash << ")\n";
  const bool same_rules = receipt.rules_hash == rules.hash;
  if (changes.empty()) {
    session.out << word(same_rules ? is_the_same : same_under_new_law, language) << '\n';
    return;
  }
  session.out << word(same_rules ? is_another : law_moves, language) << "\n\n";
  Table table;
  table.left_columns = 3;
  table.header = {std::string(word(Word::scenario, language)), std::string(word(Word::figure, language)),
                  std::string(word(Word::month, language)),    std::string(word(Word::before, language)),
                  std::string(word(Word::after, language)),    std::string(word(Word::in_all, language))};
  const std::size_t shown = same_rules ? 1 : std::min(changes.size(), shown_changes);
  for (std::size_t i = 0; i < shown; ++i) {
    const ReceiptChange& change = changes[i];
    table.rows.push_back({change.scenario, title_of(rules, change, language), change.month, change.before, change.after,
                          change.change ? to_decimal_text(*change.change) : std::string()});
  }
  print_table(session.out, table, session.colour);
  if (changes.size() > shown)
    session.out << word(more_changes, language) << changes.size() - shown << '\n';
}

void print_changes_csv(Session& session, const std::vector<ReceiptChange>& changes) {
  session.out << "scenario,kind,name,person,month,before,after,months,change\n";
  for (const ReceiptChange& change : changes) {
    const std::string kind = change.kind == ReceiptChange::Kind::figure   ? "figure"
                             : change.kind == ReceiptChange::Kind::notice ? "notice"
                                                                          : "words";
    std::string line;
    for (const std::string& cell : {change.scenario, kind, change.name, change.person, change.month, change.before,
                                    change.after, std::to_string(change.months)}) {
      append_csv_cell(line, cell);
      line += ',';
    }
    session.out << line << (change.change ? to_decimal_text(*change.change) : std::string()) << '\n';
  }
}

void run_verify(Session& session, const std::string& path) {
  const auto rules = load_session_rules(session);
  if (!rules)
    return;
  const std::string name = path == "-" ? "<receipt>" : path;
  const auto text = read_receipt_text(session, *rules, path);
  if (!text)
    return;
  std::vector<SourceFile> sources{{name, *text}};
  const Result<Receipt> receipt = read_receipt(name, *text);
  if (!receipt) {
    refuse(session, *rules, receipt.diagnostics(), {}, bad_case);  // its one line is too long to be shown
    return;
  }
  sources.push_back({name + " (case)", receipt->case_text});
  const Result<Document> document = read_yaml(sources.back().path, receipt->case_text);
  const Result<Again> again = read_asked(*rules, *receipt, document);
  if (!again) {
    refuse(session, *rules, again.diagnostics(), {sources.back()}, bad_case);
    return;
  }
  Machine machine(*rules, answer_by_definition);
  const Result<Results> results = compute_results(*rules, again->situation, Answering(machine), {again->variables});
  if (!results) {
    refuse(session, *rules, results.diagnostics(), {sources.back()}, bad_case);
    return;
  }
  const Receipt now = receipt_of({ANSIO_VERSION, *rules, again->language}, *results, receipt->case_text);
  const std::vector<ReceiptChange> changes = changes_between(*receipt, now);
  if (session.format == Format::json)
    session.out << verification_json(envelope_of(session, *rules), *receipt, changes) << '\n';
  else if (session.format == Format::csv)
    print_changes_csv(session, changes);
  else
    print_changes(session, *rules, *receipt, changes);
  session.exit_code = changes.empty() ? done : failed;
}

}  // namespace

void add_verify_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("verify", "A receipt computed again: the same, or where it first differs");
  auto path = std::make_shared<std::string>();
  command->add_option("RECEIPT", *path, "As `ansio calc CASE --receipt FILE` or the page writes it")->required();
  command->footer("Example: ansio calc case.yaml --receipt receipt.json; ansio verify receipt.json");
  command->callback([&session, path] { run_verify(session, *path); });
}

}  // namespace ansio::cli
