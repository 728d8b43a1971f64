// households FOLDER SEED COUNT: that many random households under the rules of a folder as CSV, a typical month each,
// for tests/fast_and_exact.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"
#include "tests/floors.h"
#include "tests/random_households.h"

namespace ansio::tests {
namespace {

constexpr long alike = 100;  // households one after the other that give the same things

std::string column_name(const RuleSet& rules, const VariableName& name) {
  const std::string& variable = rules.variables[name.variable].name;
  switch (name.owner.role) {
    case Owner::Role::household:
      return variable;
    case Owner::Role::client:
      return "client." + variable;
    case Owner::Role::spouse:
      return "spouse." + variable;
    case Owner::Role::child:
      return "child" + std::to_string(name.owner.child) + "." + variable;
  }
  return {};
}

int write_households(const std::string& folder, std::uint64_t seed, long count) {
  const Result<std::vector<SourceFile>> files = read_directory(folder);
  const Result<RuleSet> loaded = files ? load_rules(*files) : Result<RuleSet>(files.diagnostics());
  if (!loaded) {
    std::cerr << to_text(loaded.diagnostics().front()) << '\n';
    return 1;
  }
  const RuleSet& rules = *loaded;
  // Every column that any household may fill.
  std::map<VariableName, std::size_t> columns;
  std::string line = "id,date";
  for (VariableId id = 0; id < rules.variables.size(); ++id) {
    if (rules.variables[id].kind != Variable::Kind::input)
      continue;
    std::vector<Owner> owners{
        {Owner::Role::client, 0}, {Owner::Role::spouse, 0}, {Owner::Role::child, 1}, {Owner::Role::child, 2}};
    if (rules.variables[id].entity == Entity::household)
      owners = {{}};
    for (const Owner& owner : owners) {
      line += ',' + column_name(rules, {owner, id});
      columns.emplace(VariableName{owner, id}, columns.size());
    }
  }
  std::cout << line << '\n';
  RandomHouseholds households(rules, seed);
  Row first;
  for (long number = 0; number < count; ++number) {
    if (number % alike == 0)
      first = households.next();
    const Row row = number % alike == 0 ? first : households.next_like(first);
    std::vector<std::string> cells(columns.size());
    for (const RowValue& given : row.values)
      cells[columns[given.name]] = value_text(rules, rules.variables[given.name.variable], given.value);
    line = std::to_string(number) + ',' + to_text(row.date);
    for (const std::string& cell : cells) {
      line += ',';
      append_csv_cell(line, cell);
    }
    std::cout << line << '\n';
  }
  return 0;
}

}  // namespace
}  // namespace ansio::tests

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "households FOLDER SEED COUNT\n";
    return 2;
  }
  return ansio::tests::write_households(argv[1], std::strtoull(argv[2], nullptr, 10),
                                        std::strtol(argv[3], nullptr, 10));
}
