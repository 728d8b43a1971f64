// Sweeps as people call them, on the small rules.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

// 0.75 × 500 = 375 without a wage; half of what the wage is above 100 is taken off; no levy up to 6000 a year.
TEST_F(Command, sweeps_a_row_a_point) {
  const std::string file = write("case.yaml", two_scenarios);
  const Outcome csv =
      small({"sweep", file, "--vary", "client.wage=0:300:100", "--get", "support.amount,net", "--format", "csv"});
  EXPECT_EQ(csv.code, 0) << csv.err;
  EXPECT_EQ(csv.out, "client.wage,support.amount,net\n0,375,375\n100,375,475\n200,325,525\n300,275,575\n");
}

TEST_F(Command, sweeps_over_two_axes_a_row_a_pair) {
  const std::string file = write("case.yaml", two_scenarios);
  const std::vector<std::string> sweep{
      "sweep", file, "--vary", "client.wage=100:200:100", "--vary", "rent=400:500:100", "--get", "support.amount"};
  auto csv = sweep;
  csv.insert(csv.end(), {"--format", "csv"});
  EXPECT_EQ(small(csv).out, "client.wage,rent,support.amount\n100,400,300\n100,500,375\n200,400,250\n200,500,325\n");
  auto as_json = sweep;
  as_json.insert(as_json.end(), {"--format", "json"});
  const json answer = json::parse(small(as_json).out);
  EXPECT_EQ(answer["scenario"], "now");
  EXPECT_EQ(answer["months"], json::parse(R"(["2026-06"])"));
  EXPECT_EQ(answer["axes"][0]["person"], "client");
  EXPECT_EQ(answer["axes"][1]["values"], json::parse("[400,500]"));
  EXPECT_EQ(answer["figures"][0]["variable"], "support.amount");
  EXPECT_EQ(answer["figures"][0]["values"], json::parse("[[300],[375],[250],[325]]"));
}

TEST_F(Command, sweeps_the_scenario_asked_for) {
  const std::string file = write("case.yaml", two_scenarios);
  const Outcome csv = small({"sweep", file, "--scenario", "a job", "--vary", "rent=400:500:100", "--get",
                             "support.amount", "--format", "csv"});
  EXPECT_EQ(csv.out, "rent,support.amount\n400,200\n500,275\n");
}

// 80 % of the costs in 2025, 75 % in 2026.
TEST_F(Command, sweeps_a_plan_month_by_month_or_in_one_month) {
  const std::string file = write("case.yaml", "ansiopolku: 1\nstart: 2025-12\nmonths: 2\nclient: {}\n");
  const std::vector<std::string> sweep{"sweep",          file,       "--vary", "rent=400:500:100", "--get",
                                       "support.amount", "--format", "csv"};
  EXPECT_EQ(small(sweep).out,
            "rent,month,support.amount\n400,2025-12,320\n400,2026-01,300\n500,2025-12,400\n500,2026-01,375\n");
  auto january = sweep;
  january.insert(january.end(), {"--month", "2026-01"});
  EXPECT_EQ(small(january).out, "rent,month,support.amount\n400,2026-01,300\n500,2026-01,375\n");
}

TEST_F(Command, sweeps_a_table_that_says_what_its_columns_are) {
  const std::string file = write("case.yaml", two_scenarios);
  const Outcome table = small({"sweep", file, "--vary", "wage=0:2000:1000", "--language", "fi"});
  EXPECT_EQ(table.code, 0) << table.err;
  EXPECT_NE(table.out.find("now, 2026-06"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("client.wage: Palkka (€/kk)"), std::string::npos) << "a bare name is the client's";
  EXPECT_NE(table.out.find("1\xc2\xa0"
                           "000,00"),
            std::string::npos);
}

TEST_F(Command, refuses_a_sweep_and_says_all_that_is_wrong) {
  const std::string file = write("case.yaml", two_scenarios);
  const auto refusals = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"sweep", file, "--format", "json"});
    const Outcome refused = small(options);
    EXPECT_EQ(refused.code, 2);
    std::vector<std::string> codes;
    const json answer = json::parse(refused.out);
    for (const json& diagnostic : answer["diagnostics"])
      codes.push_back(diagnostic["code"]);
    return codes;
  };
  using Codes = std::vector<std::string>;
  EXPECT_EQ(refusals({"--vary", "rent=0:10", "--get", "nett", "--scenario", "later", "--month", "2026-07"}),
            (Codes{"E508", "E508", "E502", "E508"}));
  EXPECT_EQ(refusals({"--vary", "spouse.wage=0:10:1"}), Codes{"E505"});
  EXPECT_EQ(refusals({"--vary", "rent=0:10:1", "--get", "spouse.support.levy"}), Codes{"E505"});
  EXPECT_EQ(refusals({"--vary", "rent=0:10:1", "--vary", "rent=0:10:1"}), Codes{"E508"});
  EXPECT_EQ(refusals({"--vary", "rent=0:20000:1", "--vary", "wage=0:20000:1"}), Codes{"E508"}) << "too many points";
  EXPECT_EQ(small({"sweep", file}).code, 2) << "nothing varies";
}

TEST_F(Command, ends_a_sweep_with_3_when_the_case_is_bad) {
  EXPECT_EQ(small({"sweep", write("case.yaml", "ansiopolku: 1\n"), "--vary", "rent=0:10:1"}).code, 3);
}

}  // namespace
}  // namespace ansio::cli::testing
