// The batch as people call it: formats, parts, errors, progress, many threads.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

TEST_F(Command, answers_a_batch_row_by_row_and_ends_with_3_when_a_row_is_bad) {
  const std::string input = write("in.csv", "id,rent,client.wage\n1,500,0\n2,much,0\n3,500,300\n");
  const std::string output = (folder_ / "out.csv").string();
  const Outcome batch =
      small({"batch", "--date", "2026-06", "--get", "support.amount,net", "--input", input, "--output", output});
  EXPECT_EQ(batch.code, 3);
  EXPECT_EQ(read(output),
            "id,support.amount,net,error\n1,375,375,\n"
            "2,,,\"E503 this is no value of rent: much (a number, in EUR/month)\"\n3,275,575,\n");
}

TEST_F(Command, answers_a_batch_alike_however_it_is_computed) {
  std::string rows = "id,date,rent,client.wage,spouse.wage,client.member\n";
  for (int i = 0; i < 3000; ++i)
    rows += std::to_string(i) + ",202" + std::to_string(4 + i % 3) + "-0" + std::to_string(1 + i % 9) + "," +
            std::to_string(i % 700) + "." + std::to_string(i % 100 + 100).substr(1) + "," +
            std::to_string(i * 7 % 4000) + "," + (i % 5 == 0 ? "" : std::to_string(i % 1500)) + "," +
            (i % 2 == 0 ? "true" : "false") + "\n";
  const std::string input = write("in.csv", rows);
  const std::vector<std::string> common{"batch", "--get", "net,client.support.levy,spouse.support.levy", "--input",
                                        input};
  const Outcome one = small(common);
  EXPECT_EQ(one.code, 0) << one.err;
  auto several = common;
  several.insert(several.end(), {"--jobs", "3"});
  EXPECT_EQ(small(several).out, one.out);
  auto exact = common;
  exact.push_back("--exact");
  EXPECT_EQ(small(exact).out, one.out);
}

TEST_F(Command, leaves_no_file_behind_when_a_batch_is_refused) {
  const std::string input = write("in.csv", "rennt\n500\n");
  const std::string output = (folder_ / "out.csv").string();
  EXPECT_EQ(small({"batch", "--date", "2026-06", "--get", "net", "--input", input, "--output", output}).code, 3);
  EXPECT_EQ(files_in_folder(), 1U) << "only the input";
}

TEST_F(Command, leaves_an_old_file_untouched_when_a_batch_is_refused) {
  const std::string output = write("out.csv", "precious\n");
  const std::string input = write("in.csv", "rent,rennt\n500,1\n");
  EXPECT_EQ(small({"batch", "--date", "2026-06", "--get", "net", "--input", input, "--output", output}).code, 3);
  EXPECT_EQ(read(output), "precious\n");
}

TEST_F(Command, answers_lines_of_json_with_lines_of_json) {
  const std::string input = write("in.jsonl",
                                  R"({"id": 1, "rent": 500, "client.wage": 0}
{"id": "b", "rent": "much"}

{"rent": 500, "client.wage": 300, "spouse.wage": null}
{"id": 4, "rennt": 500}
{"id": 5, "rent": [500]}
[500]
{"id": 7, "rent": 500
)");
  const Outcome batch = small({"batch", "--date", "2026-06", "--get", "net,spouse.support.levy", "--input", input});
  EXPECT_EQ(batch.code, 3);
  std::istringstream lines(batch.out);
  std::string line;
  std::vector<json> answers;
  while (std::getline(lines, line))
    answers.push_back(json::parse(line));
  ASSERT_EQ(answers.size(), 7U) << batch.out;
  EXPECT_EQ(answers[0], json::parse(R"({"id": 1, "net": 375, "spouse.support.levy": null})"));
  EXPECT_EQ(answers[1]["id"], "b");
  EXPECT_EQ(answers[1]["error"], "E503 this is no value of rent: much (a number, in EUR/month)");
  EXPECT_EQ(answers[2], json::parse(R"({"net": 575, "spouse.support.levy": null})"));
  EXPECT_EQ(answers[3]["error"].get<std::string>().substr(0, 4), "E502") << answers[3];
  EXPECT_EQ(answers[4]["error"].get<std::string>().substr(0, 4), "E503") << answers[4];
  EXPECT_EQ(answers[5]["error"].get<std::string>().substr(0, 4), "E103") << answers[5];
  EXPECT_EQ(answers[6]["error"].get<std::string>().substr(0, 4), "E103") << answers[6];
}

TEST_F(Command, turns_rows_of_one_format_into_the_other) {
  const std::string csv = write("in.csv", "id,rent\n7,500\n");
  const std::vector<std::string> common{"batch", "--date", "2026-06", "--get", "net", "--input"};
  auto to_lines = common;
  to_lines.insert(to_lines.end(), {csv, "--format", "jsonl"});
  EXPECT_EQ(small(to_lines).out, "{\"id\":\"7\",\"net\":375}\n");
  const std::string output = (folder_ / "out.csv").string();
  auto to_csv = common;
  to_csv.insert(to_csv.end(), {write("in.ndjson", "{\"id\": 7, \"rent\": 500}\n"), "--output", output});
  EXPECT_EQ(small(to_csv).code, 0);
  EXPECT_EQ(read(output), "id,net,error\n7,375,\n");
}

// docs/cluster.md: two shards, put together, are the whole.
TEST_F(Command, answers_shards_that_put_together_are_the_whole) {
  std::string rows = "id,rent,client.wage\n";
  std::string lines;
  for (int i = 0; i < 2500; ++i) {
    const std::string rent = i % 100 == 7 ? "much" : std::to_string(i % 900);
    const std::string wage = std::to_string(i * 13 % 4000);
    rows += std::to_string(i) + "," + rent + "," + wage + "\n" + (i == 1100 ? "\n" : "");
    lines += "{\"id\":" + std::to_string(i) + ",\"rent\":\"" + rent + "\",\"client.wage\":" + wage + "}\n";
  }
  for (const std::string& input : {write("in.csv", rows), write("in.jsonl", lines)}) {
    const std::vector<std::string> common{"batch", "--date", "2026-06", "--get", "net", "--input", input};
    const auto shard = [&](const std::string& range) {
      auto arguments = common;
      arguments.insert(arguments.end(), {"--rows", range});
      return small(arguments).out;
    };
    const std::string whole = small(common).out;
    EXPECT_EQ(shard("0:1234") + shard("1234:2500"), whole) << input;
    EXPECT_EQ(shard(":1234") + shard("1234:"), whole) << input;
    EXPECT_EQ(shard("2500:9999"), "") << "beyond the last row there is nothing";
  }
  EXPECT_EQ(small({"batch", "--get", "net", "--rows", "5"}).code, 2);
  EXPECT_EQ(small({"batch", "--get", "net", "--rows", "5:4"}).code, 2);
  EXPECT_EQ(small({"batch", "--get", "net", "--rows", "-1:4"}).code, 2);
  EXPECT_EQ(small({"batch", "--get", "net", "--rows", ":"}).code, 2);
}

TEST_F(Command, tells_how_far_a_batch_is_only_when_asked_or_on_a_terminal) {
  const std::string input = write("in.csv", "rent\n500\n600\n");
  const std::vector<std::string> batch{"batch", "--date", "2026-06", "--get", "net", "--input", input};
  EXPECT_EQ(small(batch).err, "");
  auto asked = batch;
  asked.emplace_back("--progress");
  EXPECT_EQ(small(asked).err.substr(0, 15), "2 rows in 0:00,");
  auto on_a_terminal = batch;
  on_a_terminal.insert(on_a_terminal.begin(), {"--rules", small_rules});
  const Outcome shown = run(on_a_terminal, {.shows_progress = true});
  EXPECT_EQ(shown.err.substr(0, 16), "\r2 rows in 0:00,");
  EXPECT_EQ(shown.out, small(batch).out) << "the answer itself is the same";
}

TEST_F(Command, refuses_a_line_over_a_megabyte_and_answers_the_next) {
  const std::string input =
      write("in.jsonl", "{\"rent\": 500}\n{\"rent\": " + std::string(2u << 20, '5') + "}\n{\"rent\": 500}\n");
  const Outcome batch = small({"batch", "--date", "2026-06", "--get", "net", "--input", input});
  EXPECT_EQ(batch.code, 3);
  EXPECT_EQ(batch.out, "{\"net\":375}\n{\"error\":\"E107 a line of more than 1 MB\"}\n{\"net\":375}\n");
}

TEST_F(Command, reads_no_line_that_never_ends) {
  const std::string input = write("in.jsonl", std::string(17u << 20, '5'));
  const Outcome batch = small({"batch", "--date", "2026-06", "--get", "net", "--input", input});
  EXPECT_EQ(batch.code, 3);
  EXPECT_NE(batch.err.find("in.jsonl:1:1: error E107: a line that does not end within 16 MB"), std::string::npos)
      << batch.err;
}

}  // namespace
}  // namespace ansio::cli::testing
