// Solutions as people call for them, on the small rules.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

constexpr const char* taper = "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\n";

TEST_F(Command, solve_in_json_says_the_answer_and_what_lies_beyond) {
  const std::string file = write("case.yaml", taper);
  const Outcome solved = small({"solve", file, "--vary", "wage=0:600", "--most-such-that",
                                "support.amount >= base.support.amount - 100 EUR/month", "--format", "json"});
  EXPECT_EQ(solved.code, 0) << solved.err;
  const json answer = json::parse(solved.out);
  EXPECT_EQ(answer["scenario"], "case");
  EXPECT_EQ(answer["base"], "case");
  EXPECT_EQ(answer["axis"]["step"], 0.01);
  EXPECT_EQ(answer["goal"], "most");
  EXPECT_EQ(answer["value"], 300.01);
  EXPECT_EQ(answer["stretches"], json::parse(R"([{"from": 0, "to": 300.01}])"));
  EXPECT_EQ(answer["points"][1], json::parse(R"({"at": 300.02, "holds": false, "fails_in": ["2025-04"]})"));
  const json& figure = answer["figures"][0];
  EXPECT_EQ(figure["variable"], "support.amount");
  EXPECT_EQ(figure["values"], json::parse("[300, 299.99]"));
  EXPECT_EQ(figure["base"], 400);
  EXPECT_EQ(answer["causes"][0]["variable"], "condition");
  EXPECT_EQ(answer["causes"][0]["condition"], "support.amount >= base.support.amount - 100 EUR/month");
}

TEST_F(Command, solve_without_an_answer_is_done_all_the_same) {
  const std::string file = write("case.yaml", taper);
  const Outcome nowhere =
      small({"solve", file, "--vary", "wage=0:600", "--least-such-that", "net >= 5000 EUR/month", "--format", "json"});
  EXPECT_EQ(nowhere.code, 0) << nowhere.err;
  const json answer = json::parse(nowhere.out);
  EXPECT_TRUE(answer["value"].is_null());
  EXPECT_EQ(answer["stretches"].size(), 0U);
  EXPECT_EQ(answer["points"].size(), 2U);
}

TEST_F(Command, solve_speaks_every_language) {
  const std::string file = write("case.yaml", taper);
  for (const auto& [language, most, nowhere] :
       {std::tuple("fi", "Enintään 300,01", "ei toteudu missään"), std::tuple("sv", "Högst 300,01", "ingenstans"),
        std::tuple("en", "At most 300.01", "nowhere"), std::tuple("fi-simple", "Enintään 300,01", "ei ole totta")}) {
    const Outcome solved = small({"solve", file, "--vary", "wage=0:600", "--most-such-that",
                                  "support.amount >= 300 EUR/month", "--language", language});
    EXPECT_EQ(solved.code, 0) << solved.err;
    EXPECT_NE(solved.out.find(most), std::string::npos) << solved.out;
    const Outcome none = small(
        {"solve", file, "--vary", "wage=0:600", "--most-such-that", "net >= 5000 EUR/month", "--language", language});
    EXPECT_NE(none.out.find(nowhere), std::string::npos) << none.out;
  }
}

TEST_F(Command, solve_in_csv_is_a_row) {
  const std::string file = write("case.yaml", taper);
  const Outcome solved =
      small({"solve", file, "--vary", "wage=0:600", "--most-such-that",
             "wage <= 100 EUR/month or wage > 200 EUR/month and wage < 300 EUR/month", "--format", "csv"});
  EXPECT_EQ(solved.code, 0) << solved.err;
  EXPECT_EQ(solved.out,
            "scenario,axis,goal,condition,base,value,stretches,beyond,fails_in,cause,because,parameters,law\n"
            "case,client.wage,most,wage <= 100 EUR/month or wage > 200 EUR/month and wage < 300 EUR/month,,299.99,"
            "0..100; 200.01..299.99,300,2025-04,client.condition,wage < 300 EUR/month,,\n");
}

TEST_F(Command, solve_shows_the_place_of_each_mistake) {
  const std::string file = write("case.yaml", taper);
  const Outcome wrong =
      small({"solve", file, "--vary", "wage=0:600", "--most-such-that", "nett >= 200 and support.amout > 0"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("--most-such-that:1:1:"), std::string::npos) << wrong.err;
  EXPECT_NE(wrong.err.find("--most-such-that:1:17:"), std::string::npos) << wrong.err;
  EXPECT_NE(wrong.err.find("did you mean support.amount?"), std::string::npos) << wrong.err;
  EXPECT_EQ(small({"solve", file, "--vary", "wage=0:600"}).code, 2);
  EXPECT_EQ(small({"solve", file, "--most-such-that", "net >= 0"}).code, 2);
  EXPECT_EQ(small({"solve", file, "--vary", "wage=0:600", "--most-such-that", "net >= 0", "--scenario", "b"}).code, 2);
  EXPECT_EQ(
      small({"solve", write("bad.yaml", "ansiopolku: 1\n"), "--vary", "wage=0:600", "--most-such-that", "net >= 0"})
          .code,
      3);
}

}  // namespace
}  // namespace ansio::cli::testing
