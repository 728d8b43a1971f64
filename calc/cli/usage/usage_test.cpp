// What people read who mistype a command.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

bool says(const Outcome& answer, const std::string& text) {
  return answer.err.find(text) != std::string::npos;
}

TEST_F(Command, names_the_command_or_option_that_is_near) {
  const Outcome command = run({"clac", "x.yaml"});
  EXPECT_EQ(command.code, 2);
  EXPECT_TRUE(says(command, "there is no command clac") && says(command, "calc")) << command.err;
  const Outcome option = run({"calc", "x.yaml", "--gte", "net"});
  EXPECT_EQ(option.code, 2);
  EXPECT_TRUE(says(option, "there is no option --gte") && says(option, "--get")) << option.err;
}

TEST_F(Command, says_what_an_option_takes_and_in_whose_language) {
  const Outcome language = run({"--language", "xx", "calc", "x.yaml"});
  EXPECT_EQ(language.code, 2);
  EXPECT_TRUE(says(language, "this is no value of --language") && says(language, "one of fi, sv, en, fi-simple"))
      << language.err;
  const Outcome format = run({"calc", "x.yaml", "--format", "xml", "--language", "fi"});
  EXPECT_EQ(format.code, 2);
  EXPECT_TRUE(says(format, "tämä ei kelpaa tiedon --format arvoksi") && says(format, "table, json, csv")) << format.err;
  EXPECT_FALSE(says(format, "->")) << "nothing of the parser's insides";
  EXPECT_EQ(run({"batch", "--jobs", "many"}).code, 2);
  EXPECT_EQ(run({"batch", "--jobs", "900"}).code, 2);
}

TEST_F(Command, takes_lines_of_json_only_where_there_are_rows) {
  const std::string file = write("case.yaml", two_scenarios);
  EXPECT_EQ(small({"calc", file, "--format", "jsonl"}).code, 2);
  EXPECT_EQ(small({"calc", file, "--format", "json-schema"}).code, 2);
  EXPECT_EQ(small({"list", "inputs", "--format", "json-schema"}).code, 0);
  EXPECT_EQ(small({"list", "inputs", "--format", "json"}).code, 0);
}

TEST_F(Command, answers_wrong_use_in_json_when_json_is_asked_for) {
  const Outcome answer = run({"calc", "--format", "json"});
  EXPECT_EQ(answer.code, 2);
  EXPECT_EQ(json::parse(answer.out)["diagnostics"][0]["message"], "CASE is missing");
}

TEST_F(Command, quotes_bytes_that_are_no_text_harmlessly) {
  const std::string file = write("case.yaml", two_scenarios);
  const Outcome answer = small({"calc", file, "--get", "\xFF\x1b[2J", "--format", "json"});
  EXPECT_EQ(answer.code, 2);
  EXPECT_TRUE(json::accept(answer.out)) << answer.out;
  EXPECT_EQ(small({"calc", file, "--get", "\x1b[2J"}).err.find('\x1b'), std::string::npos);
}

class FullDisk : public std::streambuf {
  int_type overflow(int_type) override { return traits_type::eof(); }
};

TEST_F(Command, ends_with_2_when_the_answer_cannot_be_written) {
  FullDisk disk;
  std::ostream out(&disk);
  std::ostringstream err;
  const std::string file = write("case.yaml", two_scenarios);
  EXPECT_EQ(run_command({"--rules", small_rules, "calc", file}, out, err, {}), 2);
  EXPECT_NE(err.str().find("the answer cannot be written"), std::string::npos) << err.str();
}

TEST_F(Command, shows_a_hundred_errors_and_how_many_more_there_are) {
  std::string text = two_scenarios;
  for (int i = 0; i < 300; ++i)
    text += "unknown" + std::to_string(i) + ": 1\n";
  const Outcome answer = small({"calc", write("case.yaml", text)});
  EXPECT_EQ(answer.code, 3);
  EXPECT_TRUE(says(answer, "and 200 more")) << answer.err.substr(answer.err.size() - 200);
}

TEST_F(Command, takes_a_persons_figure_by_its_full_name) {
  const std::string file = write("case.yaml", two_scenarios);
  const Outcome answer = small({"calc", file, "--get", "client.wage", "--format", "csv"});
  EXPECT_EQ(answer.code, 0) << answer.err;
  EXPECT_NE(answer.out.find("wage"), std::string::npos);
  EXPECT_EQ(small({"calc", file, "--get", "spouse.wage"}).code, 2) << "there is no spouse";
}

}  // namespace
}  // namespace ansio::cli::testing
