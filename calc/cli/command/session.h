// What every subcommand shares: where it writes, the options before it, the code it ends with.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "calc/cli/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace CLI {
class App;
}

namespace ansio::cli {

enum ExitCode : int { done = 0, failed = 1, wrong_use = 2, bad_case = 3, bad_rules = 4 };

enum class Format : std::uint8_t { table, json, csv, json_schema };

struct Session {
  std::ostream& out;
  std::ostream& err;
  bool colour = false;  // out is a terminal that shows colours
  bool err_is_terminal = false;
  bool is_dumb = false;        // a terminal that obeys no codes
  std::string rules_folder{};  // empty: the rules compiled in
  std::vector<std::string> overlays{};
  Language language = Language::en;
  Format format = Format::table;
  int exit_code = done;
};

// Each lives in its own <name>_command.cpp and is listed in command.cpp.
void add_calc_command(CLI::App& app, Session& session);
void add_compare_command(CLI::App& app, Session& session);
void add_explain_command(CLI::App& app, Session& session);
void add_edges_command(CLI::App& app, Session& session);
void add_solve_command(CLI::App& app, Session& session);
void add_stakes_command(CLI::App& app, Session& session);
void add_prove_command(CLI::App& app, Session& session);
void add_verify_command(CLI::App& app, Session& session);
void add_batch_command(CLI::App& app, Session& session);
void add_test_command(CLI::App& app, Session& session);
void add_check_command(CLI::App& app, Session& session);
void add_sweep_command(CLI::App& app, Session& session);
void add_rates_command(CLI::App& app, Session& session);
void add_reform_command(CLI::App& app, Session& session);
void add_population_command(CLI::App& app, Session& session);
void add_list_command(CLI::App& app, Session& session);
void add_law_year_command(CLI::App& app, Session& session);
void add_doc_command(CLI::App& app, Session& session);

}  // namespace ansio::cli
