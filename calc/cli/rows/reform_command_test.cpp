// Reforms as people call them, on the small rules.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

const std::string grants = ANSIO_SOURCE_DIR "/tests/fixtures/reform";
const std::string generous = grants + "/overlays/generous.yaml";

Outcome with_grants(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--rules", grants});
  return run(std::move(arguments));
}

const char* four_households = "id,client.wage,spouse.wage\na,0,\nb,500,\nc,1000,\nd,2000,0\n";

// A grant of 600 less 60 % of the income; of 40 % under the overlay.
TEST_F(Command, compares_households_under_two_laws) {
  const std::string input = write("in.csv", four_households);
  const std::string output = (folder_ / "changes.csv").string();
  const Outcome reform =
      with_grants({"reform", generous, "--input", input, "--date", "2026-06", "--format", "json", "--output", output});
  EXPECT_EQ(reform.code, 0) << reform.err;
  const json answer = json::parse(reform.out);
  EXPECT_EQ(answer["before"]["version"], "1");
  EXPECT_EQ(answer["after"]["version"], "1+generous");
  EXPECT_EQ(answer["gain"], "left");
  EXPECT_EQ(answer["rows"], 4);
  EXPECT_EQ(answer["all"], json::parse(R"({"households": 4, "winners": 2, "losers": 0, "unchanged": 2,
      "mean_change": 75, "total_change": 300, "gained": 300, "lost": 0, "purse_change": -300})"));
  EXPECT_EQ(answer["deciles"].size(), 10U);
  EXPECT_EQ(answer["deciles"][2]["from"], 800) << "500 of wage and 300 of grant";
  EXPECT_EQ(answer["deciles"][2]["total_change"], 100);
  EXPECT_EQ(answer["deciles"][1]["mean_change"], nullptr);
  EXPECT_EQ(answer["groups"][0]["member"], "one");
  EXPECT_EQ(answer["groups"][0]["mean_change"], 100);
  EXPECT_EQ(answer["groups"][1]["title"], "two adults");
  EXPECT_EQ(answer["groups"][1]["unchanged"], 1);
  EXPECT_EQ(read(output),
            "id,before:left,after:left,change:left,before:grant.purse,after:grant.purse,change:grant.purse,"
            "grant.kind,error\n"
            "a,600,600,0,-600,-600,0,one,\nb,800,900,100,-300,-400,-100,one,\n"
            "c,1000,1200,200,0,-200,-200,one,\nd,2000,2000,0,0,0,0,two,\n");
  const Outcome rows = with_grants({"reform", generous, "--input", input, "--date", "2026-06", "--format", "csv"});
  EXPECT_EQ(rows.out, read(output)) << "as the answer itself";
}

// 50 % in 2025, 60 % in 2026.
TEST_F(Command, compares_the_law_of_two_months) {
  const std::string input = write("in.csv", four_households);
  const json answer = json::parse(
      with_grants({"reform", "--input", input, "--date", "2025-06", "--against", "2026-06", "--format", "json"}).out);
  EXPECT_EQ(answer["before"]["date"], "2025-06");
  EXPECT_EQ(answer["after"]["date"], "2026-06");
  EXPECT_EQ(answer["all"]["losers"], 2);
  EXPECT_EQ(answer["all"]["total_change"], -150);
  EXPECT_EQ(answer["all"]["purse_change"], 150);
}

TEST_F(Command, shows_a_reform_as_tables) {
  const std::string input = write("in.csv", four_households);
  const Outcome table = with_grants({"reform", generous, "--input", input, "--date", "2026-06", "--language", "fi"});
  EXPECT_EQ(table.code, 0) << table.err;
  EXPECT_NE(table.out.find("grants 1, 2026-06 → grants 1+generous, 2026-06"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("+75,00"), std::string::npos);
  EXPECT_NE(table.out.find("-300,00"), std::string::npos);
  EXPECT_NE(table.out.find("kaksi aikuista"), std::string::npos);
}

TEST_F(Command, does_not_count_households_that_cannot_be_computed) {
  const std::string input = write("in.csv", "id,client.wage\n1,much\n2,500\n");
  const Outcome reform = with_grants({"reform", generous, "--input", input, "--date", "2026-06", "--format", "csv"});
  EXPECT_EQ(reform.code, 3);
  EXPECT_NE(reform.out.find("1,,,,,,,,\"E503"), std::string::npos) << reform.out;
  EXPECT_NE(reform.err.find("1 of 2 rows"), std::string::npos);
  const Outcome sums = with_grants({"reform", generous, "--input", input, "--date", "2026-06", "--format", "json"});
  EXPECT_EQ(json::parse(sums.out)["all"]["households"], 1);
  EXPECT_EQ(json::parse(sums.out)["failed_rows"], 1);
}

TEST_F(Command, compares_the_same_on_one_core_and_on_several) {
  std::string rows = "id,client.wage,spouse.wage\n";
  for (int i = 0; i < 5000; ++i)
    rows += std::to_string(i) + "," + std::to_string(i * 13 % 3000) + "." + std::to_string(i % 90 + 10) + "," +
            (i % 3 == 0 ? "" : std::to_string(i % 700)) + "\n";
  const std::string input = write("in.csv", rows);
  const auto with_jobs = [&](const char* jobs, const char* format) {
    return with_grants({"reform", generous, "--input", input, "--date", "2026-06", "--format", format, "--jobs", jobs})
        .out;
  };
  EXPECT_EQ(with_jobs("1", "json"), with_jobs("3", "json"));
  EXPECT_EQ(with_jobs("1", "csv"), with_jobs("3", "csv"));
}

// Each law's figures are those of a batch by the definition under it; rows of several shapes, one without an answer.
TEST_F(Command, compares_figures_that_the_definition_gives) {
  std::string rows = "id,client.wage,spouse.wage,tenant\n";
  for (int i = 0; i < 300; ++i)
    rows += std::to_string(i) + "," + (i == 150 ? "much" : std::to_string(i * 37 % 2500) + ".05") + "," +
            (i % 3 == 0 ? "" : std::to_string(i)) + "," + (i % 4 == 0 ? "" : "true") + "\n";
  const std::string input = write("in.csv", rows);
  const auto table = [](const Outcome& outcome) {
    std::vector<std::vector<std::string>> cells;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      cells.emplace_back();
      std::istringstream parts(line);
      for (std::string cell; std::getline(parts, cell, ',');)
        cells.back().push_back(cell);
    }
    return cells;
  };
  const std::vector<std::string> batch{"batch",   "--date",  "2026-06", "--get",  "left,grant.purse",
                                       "--exact", "--input", input,     "--jobs", "1"};
  auto under_overlay = batch;
  under_overlay.insert(under_overlay.end(), {"--overlay", generous});
  const auto before = table(with_grants(batch));
  const auto after = table(with_grants(under_overlay));
  const auto both = table(with_grants({"reform", generous, "--input", input, "--date", "2026-06", "--format", "csv"}));
  ASSERT_EQ(both.size(), 301U);
  for (std::size_t row = 1; row < both.size(); ++row) {
    if (row == 151) {
      EXPECT_EQ(both[row][1], "") << "no figure of a row without an answer";
      continue;
    }
    EXPECT_EQ(both[row][1], before[row][1]) << row;
    EXPECT_EQ(both[row][2], after[row][1]) << row;
    EXPECT_EQ(both[row][4], before[row][2]) << row;
    EXPECT_EQ(both[row][5], after[row][2]) << row;
  }
}

TEST_F(Command, refuses_a_reform_of_nothing) {
  const std::string input = write("in.csv", four_households);
  const std::string dated = write("dated.csv", "date,client.wage\n2026-01,5\n");
  EXPECT_EQ(with_grants({"reform", "--input", input, "--date", "2026-06"}).code, 2) << "neither overlay nor month";
  EXPECT_EQ(with_grants({"reform", generous, "--input", input, "--date", "June"}).code, 2);
  EXPECT_EQ(with_grants({"reform", generous, "--input", "/nowhere.csv", "--date", "2026-06"}).code, 2);
  EXPECT_EQ(with_grants({"reform", generous, "--input", input}).code, 2) << "no month";
  EXPECT_EQ(with_grants({"reform", "--input", dated, "--date", "2025-06", "--against", "2026-06"}).code, 3);
  const std::string wrong = write("wrong.yaml", "overlay: wrong\ntitle: {}\nmodules: {grantt: {}}\n");
  EXPECT_EQ(with_grants({"reform", wrong, "--input", input, "--date", "2026-06"}).code, 4);
  EXPECT_EQ(small({"reform", generous, "--input", input, "--date", "2026-06"}).code, 4) << "no analysis/reform.yaml";
}

TEST_F(Command, makes_the_same_households_from_the_same_seed) {
  const auto made = [](const char* seed, const char* size) {
    return with_grants({"population", "--seed", seed, "--size", size}).out;
  };
  const std::string hundred = made("1", "100");
  EXPECT_EQ(hundred.substr(0, hundred.find('\n')), "id,tenant,client.wage,spouse.wage") << "kind is no column";
  EXPECT_TRUE(hundred.starts_with(made("1", "10"))) << "ten households are the first ten of a hundred";
  EXPECT_NE(made("2", "100"), hundred);
  EXPECT_EQ(std::count(hundred.begin(), hundred.end(), '\n'), 101);
}

TEST_F(Command, makes_households_that_a_batch_takes_in_both_formats) {
  const std::string csv = (folder_ / "made.csv").string();
  const std::string lines = (folder_ / "made.jsonl").string();
  EXPECT_EQ(with_grants({"population", "--size", "300", "--output", csv}).code, 0);
  EXPECT_EQ(with_grants({"population", "--size", "300", "--output", lines}).code, 0);
  const std::vector<std::string> batch{"batch", "--date", "2026-06", "--get", "left", "--format", "csv", "--input"};
  auto of_csv = batch;
  of_csv.push_back(csv);
  auto of_lines = batch;
  of_lines.push_back(lines);
  const Outcome answers = with_grants(of_csv);
  EXPECT_EQ(answers.code, 0) << answers.err;
  EXPECT_EQ(with_grants(of_lines).out, answers.out);
}

TEST_F(Command, refuses_a_population_with_the_place_of_what_is_wrong) {
  fs::copy(grants, folder_ / "rules", fs::copy_options::recursive);
  std::ofstream(folder_ / "rules" / "analysis" / "population.yaml") << "population: p\ndraws:\n  - {column: wagee}\n";
  const Outcome bad = run({"--rules", (folder_ / "rules").string(), "population"});
  EXPECT_EQ(bad.code, 4);
  EXPECT_NE(bad.err.find("population.yaml:3:14: error E502"), std::string::npos) << bad.err;
  EXPECT_EQ(bad.out, "");
  EXPECT_EQ(small({"population"}).code, 4) << "no analysis/population.yaml";
}

// The households of the rules compiled in are ones that these rules can compute, of every type.
TEST_F(Command, makes_households_of_the_law_compiled_in) {
  const std::string csv = (folder_ / "made.csv").string();
  ASSERT_EQ(run({"population", "--size", "2000", "--output", csv}).code, 0);
  const Outcome reform =
      run({"reform", "--input", csv, "--date", "2025-06", "--against", "2026-06", "--format", "json"});
  EXPECT_EQ(reform.code, 0) << reform.err;
  const json answer = json::parse(reform.out);
  EXPECT_EQ(answer["all"]["households"], 2000);
  EXPECT_EQ(answer["groups"].size(), 6U);
}

}  // namespace
}  // namespace ansio::cli::testing
