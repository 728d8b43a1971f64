// Synthetic households as rows that `batch` and `reform` take.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/analyse/population/population.h"
#include "calc/base/document/json_writer.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/print/report.h"
#include "calc/cli/source/analysis_file.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"

namespace ansio::cli {
namespace {

struct PopulationArguments {
  std::uint64_t seed = 1;
  std::uint64_t size = 1000;
  std::string output;
};

void write_csv(const Population& population, const PopulationArguments& arguments, std::ostream& out) {
  out << "id";
  for (const Draw& draw : population.draws)
    if (draw.column)
      out << ',' << draw.name;
  out << '\n';
  std::string line;
  for (std::uint64_t number = 1; number <= arguments.size; ++number) {
    line = std::to_string(number);
    const std::vector<DrawnValue> drawn = draw_household(population, arguments.seed, number);
    for (std::size_t i = 0; i < drawn.size(); ++i)
      if (population.draws[i].column) {
        line += ',';
        append_csv_cell(line, drawn[i].text);
      }
    out << line << '\n';
  }
}

void write_lines(const RuleSet& rules, const Population& population, const PopulationArguments& arguments,
                 std::ostream& out) {
  for (std::uint64_t number = 1; number <= arguments.size; ++number) {
    const std::vector<DrawnValue> drawn = draw_household(population, arguments.seed, number);
    JsonWriter json;
    json.begin_object().key("id").number(static_cast<long long>(number));
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      const Draw& draw = population.draws[i];
      if (!draw.column || drawn[i].text.empty())
        continue;
      json.key(draw.name);
      const Type::Kind kind = rules.variables[draw.column->variable].type.kind;
      if (kind == Type::Kind::number || kind == Type::Kind::boolean)
        json.number(drawn[i].text);
      else
        json.text(drawn[i].text);
    }
    json.end_object();
    out << json.take() << '\n';
  }
}

void run_population(Session& session, const PopulationArguments& arguments) {
  const auto rules = load_session_rules(session);
  if (!rules)
    return;
  const auto file = load_analysis_file(session, *rules, "population.yaml");
  if (!file)
    return;
  const Result<Population> population = read_population(file->document, *rules);
  if (!population) {
    refuse(session, *rules, population.diagnostics(), {file->file}, bad_rules);
    return;
  }
  const bool as_lines =
      session.format == Format::json || arguments.output.ends_with(".jsonl") || arguments.output.ends_with(".ndjson");
  const auto write = [&](std::ostream& out) {
    if (as_lines)
      write_lines(*rules, *population, arguments, out);
    else
      write_csv(*population, arguments, out);
  };
  if (arguments.output.empty()) {
    write(session.out);
    return;
  }
  OutputFile output(arguments.output);
  if (output.is_open())
    write(output.stream());
  if (const Diagnostics failed = output.finish(); !failed.empty())
    refuse_use(session, failed);
}

}  // namespace

void add_population_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("population", "Synthetic households for demonstrations, rows for batch");
  auto arguments = std::make_shared<PopulationArguments>();
  command->add_option("--seed", arguments->seed, "The same seed, the same households")->capture_default_str();
  command->add_option("--size", arguments->size, "How many")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
      ->capture_default_str();
  command->add_option("--output", arguments->output, ".csv, .jsonl or .ndjson (default: standard output)")
      ->type_name("FILE");
  command->footer(
      "The households follow distributions written down with the rules (docs/population.md); they are made up.\n"
      "Example: ansio population --seed 1 --size 100000 --output households.csv");
  command->callback([&session, arguments] { run_population(session, *arguments); });
}

}  // namespace ansio::cli
