// Formulas as data: tests/fixtures/formulas/*.txt, right and wrong ones, among the names of the club (club_test.h).
//
//   #### a story
//   in: person, year            who looks and when; a household's monthly formula unless said
//   gives: kr/month             the expected type: a unit, boolean, month, date or an enum; whatever it is unless said
//   wgae + rent                 the formula, one line or more
//   ! 203 1:1 | wgae | did you mean wage?
//   ! …                         one line for each diagnostic: code, place, found, and what expected or hint contains
//   = wage + rent               or: that it checks, and how it is printed again; a lone = when as written
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "calc/language/testing/club.h"

namespace ansio::language {
namespace {

struct FormulaCase {
  std::string where;
  std::string story;
  Expectation expectation;
  std::string text;
  std::vector<std::string> complaints;
  std::optional<std::string> printed;
};

Type type_named(const std::string& name, const Symbols& symbols) {
  if (name == "boolean")
    return {Type::Kind::boolean, 0, {}};
  if (name == "month")
    return {Type::Kind::month, 0, {}};
  if (name == "date")
    return {Type::Kind::date, 0, {}};
  for (std::size_t i = 0; i < symbols.enums.size(); ++i)
    if (symbols.enums[i].name == name)
      return {Type::Kind::enumeration, static_cast<std::uint16_t>(i), {}};
  return testing::number(name);
}

std::vector<FormulaCase> read_cases(const std::filesystem::path& path, const Symbols& symbols) {
  std::vector<FormulaCase> cases;
  std::ifstream in(path);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("#### ")) {
      cases.emplace_back();
      cases.back().story = line.substr(5);
      cases.back().where = path.filename().string() + ":" + std::to_string(number);
    } else if (cases.empty() || line.empty()) {
      continue;
    } else if (line.starts_with("in: ")) {
      Expectation& expectation = cases.back().expectation;
      expectation.entity = line.find("person") != std::string::npos ? Entity::person : Entity::household;
      expectation.period = line.find("year") != std::string::npos ? Period::year : Period::month;
    } else if (line.starts_with("gives: ")) {
      cases.back().expectation.type = type_named(line.substr(7), symbols);
    } else if (line.starts_with("! ")) {
      cases.back().complaints.push_back(line.substr(2));
    } else if (line.starts_with("=")) {
      cases.back().printed = line == "=" ? cases.back().text : line.substr(2);
    } else {
      std::string& text = cases.back().text;
      text += (text.empty() ? "" : "\n") + line;
    }
  }
  return cases;
}

// "203 1:1 | wgae | did you mean wage?"; what the expected complaint does not quote is left out.
std::string complaint(const Diagnostic& diagnostic, const std::string& expected) {
  std::string text = std::to_string(static_cast<int>(diagnostic.code)) + " " +
                     std::to_string(diagnostic.position.line) + ":" + std::to_string(diagnostic.position.column) +
                     " | " + diagnostic.found;
  const std::string advice = diagnostic.message + "; " + diagnostic.expected + "; " + diagnostic.hint;
  const std::size_t found = expected.find(" | ");
  const std::size_t quoted = found == std::string::npos ? found : expected.find(" | ", found + 3);
  const std::string wanted = quoted == std::string::npos ? std::string() : expected.substr(quoted + 3);
  if (!wanted.empty())
    text += " | " + (advice.find(wanted) != std::string::npos ? wanted : advice);
  return text;
}

void run(const FormulaCase& one, testing::Club& club) {
  SCOPED_TRACE(one.where + " " + one.story);
  Tree tree;
  Diagnostics diagnostics;
  const NodeId root = check_formula(one.text, {"f", 1, 1}, club.symbols(), one.expectation, tree, diagnostics);
  std::vector<std::string> complaints;
  for (std::size_t i = 0; i < diagnostics.size(); ++i)
    complaints.push_back(complaint(diagnostics[i], i < one.complaints.size() ? one.complaints[i] : " |  | ?"));
  EXPECT_EQ(complaints, one.complaints);
  if (!diagnostics.empty()) {
    EXPECT_EQ(root, no_node);
    EXPECT_TRUE(tree.nodes.empty() && tree.children.empty() && tree.constants.empty());
    return;
  }
  if (!one.complaints.empty())
    return;
  ASSERT_TRUE(one.printed.has_value()) << "a case says what it expects";
  EXPECT_EQ(print_formula(tree, root, club.names(one.text)), *one.printed);
}

std::vector<int> language_codes() {
  std::vector<int> codes;
#define CALC_LIST_CODE(name, number, meaning) codes.push_back(number);
  CALC_DIAGNOSTIC_CODES(CALC_LIST_CODE)
#undef CALC_LIST_CODE
  std::erase_if(codes, [](int code) { return code < 200 || code >= 300; });
  return codes;
}

TEST(Formulas, are_checked_as_their_fixtures_say) {
  testing::Club club;
  std::set<int> codes;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ANSIO_SOURCE_DIR "/tests/fixtures/formulas"))
    files.push_back(entry.path());
  for (const std::filesystem::path& file : files)
    for (const FormulaCase& one : read_cases(file, club.symbols())) {
      run(one, club);
      for (const std::string& expected : one.complaints)
        codes.insert(std::stoi(expected));
    }
  // Every code of the language has a formula that earns it; the one that is too deep stands in depth_test.cpp.
  for (const int code : language_codes())
    EXPECT_TRUE(code == static_cast<int>(Code::too_complex) || codes.count(code) > 0) << code;
}

}  // namespace
}  // namespace ansio::language
