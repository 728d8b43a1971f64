// What docs/analysis.md shows a command to print is what it prints: every block of a console there is run.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "calc/cli/command/command.h"
#include "tests/floors.h"

namespace ansio::tests {
namespace {

struct Example {
  std::vector<std::string> arguments;
  std::string printed;
};

// "$ ansio list 'a b'" → list, a b; a line may go on after a backslash.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool begun = false;
  for (const char c : line) {
    if (quote != 0 ? c == quote : c == '\'' || c == '"') {
      quote = quote != 0 ? '\0' : c;
      begun = true;
    } else if (c == ' ' && quote == 0) {
      if (begun)
        words.push_back(std::move(word));
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (begun)
    words.push_back(std::move(word));
  return words;
}

std::vector<Example> examples_of(const std::string& file) {
  std::ifstream in(file);
  std::vector<Example> examples;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ansio ")) {
      std::string command = line.substr(8);
      while (command.ends_with("\\")) {
        command.pop_back();
        std::getline(in, line);
        command += line;
      }
      examples.push_back({words_of(command), {}});
    } else if (inside && !examples.empty()) {
      examples.back().printed += line + '\n';
    }
  }
  return examples;
}

TEST(ShownExamples, print_what_the_page_shows) {
  const std::string root = ANSIO_SOURCE_DIR "/";
  const std::vector<Example> examples = examples_of(root + "docs/analysis.md");
  ASSERT_EQ(examples.size(), 2U);
  for (const Example& example : examples) {
    std::vector<std::string> arguments{"--rules", root + "rules", "--language", "en"};
    for (const std::string& argument : example.arguments)
      arguments.push_back(argument.starts_with("rules/") ? root + argument : argument);
    std::ostringstream out, err;
    EXPECT_EQ(cli::run_command(arguments, out, err), 0) << err.str();
    EXPECT_EQ(out.str(), example.printed);
  }
}

}  // namespace
}  // namespace ansio::tests
