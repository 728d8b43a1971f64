// Reads the arguments, sets up the session, and hands over to the command that was named.
#include "calc/cli/command/command.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <optional>
#include <ostream>

#include "calc/cli/command/session.h"
#include "calc/cli/print/report.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/descriptor.h"
#include "calc/cli/usage/usage.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/declare/texts.h"

namespace ansio::cli {
namespace {

using AddCommand = void (*)(CLI::App&, Session&);
constexpr AddCommand commands[] = {
    add_calc_command,       add_compare_command, add_explain_command, add_sweep_command, add_rates_command,
    add_edges_command,      add_solve_command,   add_stakes_command,  add_batch_command, add_reform_command,
    add_population_command, add_test_command,    add_check_command,   add_list_command,  add_law_year_command,
    add_doc_command,        add_verify_command,  add_prove_command,
};

Language language_of_locale(const std::string& locale) {
  if (locale.starts_with("fi"))
    return Language::fi;
  if (locale.starts_with("sv"))
    return Language::sv;
  return Language::en;
}

void print_version(Session& session) {
  const auto rules = load_session_rules(session);
  if (rules && session.format == Format::json) {
    session.out << version_json(envelope_of(session, *rules)) << '\n';
    return;
  }
  if (rules && session.format == Format::csv) {
    session.out << "engine,rules,version,hash,law_from,law_until\n"
                << ANSIO_VERSION << ',' << rules->name << ',' << rules->version << ',' << rules->hash << ','
                << to_text(rules->law_from) << ',' << to_text(rules->law_until) << '\n';
    return;
  }
  session.out << "ansio " << ANSIO_VERSION << '\n';
  if (rules)
    session.out << "rules " << rules->name << ' ' << rules->version << " (" << rules->hash << "), law until "
                << to_text(rules->law_until) << '\n';
}

std::optional<Language> language_named(const std::string& name) {
  for (std::size_t i = 0; i < language_names.size(); ++i)
    if (language_names[i] == name)
      return static_cast<Language>(i);
  return std::nullopt;
}

// Lines of JSON are of rows, the schema of cases is of inputs.
Format format_of(const std::string& name, const std::string& command) {
  const bool of_rows = command == "batch" || command == "population";
  std::string names = "table,json,csv";
  if (of_rows)
    names += ",jsonl";
  if (command == "list")
    names += ",json-schema";
  if (name == "table")
    return Format::table;
  if (name == "json" || (of_rows && name == "jsonl"))
    return Format::json;
  if (name == "csv")
    return Format::csv;
  if (command == "list" && name == "json-schema")
    return Format::json_schema;
  throw CLI::ValidationError("--format", name + " not in {" + names + "}");
}

// The code, unless the answer could not be written. A pipe that nobody reads any more is no fault to speak of.
int written(Session& session, int code) {
  session.out.flush();
  if (session.out)
    return code;
  const int error = error_of(session.out);
  if (error != EPIPE) {
    session.format = Format::table;
    refuse_use(session, {{.code = Code::unreadable_file,
                          .position = {"<output>", 0, 0},
                          .message = "the answer cannot be written",
                          .found = reason_of(error)}});
  }
  return wrong_use;
}

}  // namespace

int run_command(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                const Terminal& terminal) {
  Session session{out, err};
  session.colour = terminal.colour;
  session.err_is_terminal = terminal.shows_progress;
  session.is_dumb = terminal.is_dumb;
  session.language = language_of_locale(terminal.locale);

  CLI::App app{"What happens to the money of a household, computed exactly and explained.", "ansio"};
  app.require_subcommand(0, 1);
  app.fallthrough();
  bool version = false;
  app.add_flag("--version", version, "Engine, rules, their hash and the last month of law they know");
  app.add_option("--rules", session.rules_folder, "Use the rules in this folder")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  app.add_option("--overlay", session.overlays, "Apply this overlay to the rules (may be repeated)")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  std::string language;
  app.add_option("--language", language, "fi, sv, en or fi-simple (default: the locale's)")->type_name("LANGUAGE");
  std::string format = "table";
  app.add_option("--format", format, "table, json or csv (rows also: jsonl; inputs also: json-schema)")
      ->type_name("FORMAT");
  app.parse_complete_callback([&] {
    if (!language.empty() && !language_named(language))
      throw CLI::ValidationError("--language", language + " not in {fi,sv,en,fi-simple}");
    session.language = language_named(language).value_or(session.language);
    session.format =
        format_of(format, app.get_subcommands().empty() ? std::string() : app.get_subcommands().front()->get_name());
  });
  app.footer("Exit codes: 0 done, 1 a test or expectation failed, 2 wrong use, 3 a bad case, 4 bad rules.");
  for (const AddCommand add : commands)
    add(app, session);
  for (CLI::App* command : app.get_subcommands({}))
    command->fallthrough();

  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error, out, err);
      return written(session, done);
    }
    // What can be said of language and format holds although other arguments are wrong.
    session.language = language_named(option_value(arguments, "--language")).value_or(session.language);
    session.format = option_value(arguments, "--format").starts_with("json") ? Format::json : Format::table;
    refuse_use(session, {usage_diagnostic(app, error, arguments)});
    return written(session, wrong_use);
  }
  if (version) {
    print_version(session);
  } else if (app.get_subcommands().empty()) {
    out << app.help();
    session.exit_code = wrong_use;
  }
  return written(session, session.exit_code);
}

}  // namespace ansio::cli
