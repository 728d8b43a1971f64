#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

constexpr const char* taper = "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\n";

TEST_F(Command, edges_in_json_name_the_rule_its_parameter_and_the_law) {
  const std::string file = write("case.yaml", taper);
  const Outcome edges = small({"edges", file, "--vary", "wage=0:600", "--get", "net", "--format", "json"});
  EXPECT_EQ(edges.code, 0) << edges.err;
  const json answer = json::parse(edges.out);
  EXPECT_EQ(answer["scenario"], "case");
  EXPECT_EQ(answer["axis"]["variable"], "wage");
  EXPECT_EQ(answer["axis"]["step"], 0.01);
  ASSERT_EQ(answer["curves"].size(), 1U);
  const json& curve = answer["curves"][0];
  EXPECT_EQ(curve["month"], "2025-04");
  EXPECT_EQ(curve["slope"], 1);
  ASSERT_EQ(curve["edges"].size(), 2U);
  const json& first = curve["edges"][0];
  EXPECT_EQ(first["kind"], "kink");
  EXPECT_EQ(first["at"], 100);
  EXPECT_EQ(first["slope_after"], 0.5);
  const json& cause = first["causes"][0];
  EXPECT_EQ(cause["variable"], "support.amount");
  EXPECT_EQ(cause["condition"], "max(0, income - free_income)");
  EXPECT_EQ(cause["parameters"][0]["parameter"], "support.free_income");
  EXPECT_EQ(cause["parameters"][0]["valid_from"], "2024-01");
  EXPECT_EQ(cause["citations"][0]["section"], "3 §");
}

TEST_F(Command, edges_speak_every_language) {
  const std::string file = write("case.yaml", taper);
  for (const auto& [language, kink] :
       {std::pair("fi", "taite"), std::pair("sv", "knäck"), std::pair("en", "kink"), std::pair("fi-simple", "taite")}) {
    const Outcome edges = small({"edges", file, "--vary", "client.wage=0:600", "--get", "net", "--language", language});
    EXPECT_EQ(edges.code, 0);
    EXPECT_NE(edges.out.find(kink), std::string::npos) << edges.out;
  }
}

TEST_F(Command, edges_in_csv_are_a_row_each) {
  const std::string file = write("case.yaml", taper);
  const Outcome edges = small({"edges", file, "--vary", "client.wage=0:600", "--get", "net", "--format", "csv"});
  EXPECT_EQ(edges.code, 0);
  EXPECT_EQ(std::count(edges.out.begin(), edges.out.end(), '\n'), 3);
  EXPECT_NE(edges.out.find("net,2025-04,kink,100,100.01,500,500.01,0.01,1,0.5,,support.amount,"), std::string::npos)
      << edges.out;
}

TEST_F(Command, edges_refuse_every_wrong_name_at_once) {
  const std::string file = write("case.yaml", taper);
  const Outcome wrong =
      small({"edges", file, "--vary", "spouse.wage=0:600", "--get", "nett", "--scenario", "tomorrow"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("tomorrow"), std::string::npos) << wrong.err;
  EXPECT_NE(wrong.err.find("nett"), std::string::npos) << wrong.err;
  EXPECT_EQ(small({"edges", file, "--vary", "client.wage=600"}).code, 2);
  EXPECT_EQ(small({"edges", file}).code, 2);
}

}  // namespace
}  // namespace ansio::cli::testing
