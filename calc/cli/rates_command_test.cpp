#include "calc/cli/command_fixture_test.h"

namespace calc::cli::testing {
namespace {

// The small rules with rates of their own.
class Rates : public Command {
 protected:
  void SetUp() override {
    Command::SetUp();
    fs::copy(small_rules, folder_ / "rules", fs::copy_options::recursive);
    fs::create_directory(folder_ / "rules" / "analysis");
    put("rates:\n"
        "  of_the_next: {title: {fi: a, sv: b, en: Of the next, fi-simple: d}, of: wage, leaves: net, by: 1}\n"
        "  of_all: {title: {fi: a, sv: b, en: Of all, fi-simple: d}, of: wage, leaves: net, by: all}\n");
  }
  void put(const std::string& text) { std::ofstream(folder_ / "rules" / "analysis" / "rates.yaml") << text; }
  Outcome with_rates(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--rules", (folder_ / "rules").string()});
    return run(std::move(arguments));
  }
};

// A wage of 300: half of what is above 100 is taken off, and the levy begins at 500 a month.
TEST_F(Rates, are_told_by_cause) {
  const std::string file = write("case.yaml", two_scenarios);
  const json answer = json::parse(with_rates({"rates", file, "--scenario", "a job", "--format", "json"}).out);
  EXPECT_EQ(answer["scenario"], "a job");
  EXPECT_EQ(answer["month"], "2026-06");
  ASSERT_EQ(answer["rates"].size(), 2U);
  const json& next = answer["rates"][0];
  EXPECT_EQ(next["rate"], "of_the_next");
  EXPECT_EQ(next["person"], "client");
  EXPECT_EQ(next["from"], 300);
  EXPECT_EQ(next["to"], 301);
  EXPECT_EQ(next["value"], 50);
  EXPECT_EQ(next["parts"], json::parse(R"([{"variable": "support.income", "person": null, "share": 100},
                                           {"variable": "support.amount", "person": null, "share": -50}])"));
  EXPECT_EQ(next["rounding"], 0);
  EXPECT_EQ(answer["rates"][1]["to"], 0);
  EXPECT_EQ(answer["rates"][1]["value"], 33.333333) << "100 of 300";

  const Outcome table = with_rates({"rates", file, "--scenario", "a job"});
  EXPECT_NE(table.out.find("Of the next (client): 50%"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("-50%"), std::string::npos);
  EXPECT_EQ(with_rates({"rates", file, "--scenario", "a job", "--format", "csv"}).out,
            "rate,person,month,part,of,percent\nof_the_next,client,2026-06,,,50\n"
            "of_the_next,client,2026-06,support.income,,100\nof_the_next,client,2026-06,support.amount,,-50\n"
            "of_all,client,2026-06,,,33.333333\nof_all,client,2026-06,support.income,,100\n"
            "of_all,client,2026-06,support.amount,,-33.333333\n");
}

TEST_F(Rates, are_columns_of_a_sweep) {
  const std::string file = write("case.yaml", two_scenarios);
  const std::vector<std::string> sweep{
      "sweep", file, "--vary", "client.wage=0:400:200", "--get", "net,of_the_next,client.of_all"};
  auto csv = sweep;
  csv.insert(csv.end(), {"--format", "csv"});
  EXPECT_EQ(with_rates(csv).out,
            "client.wage,net,client.of_the_next,client.of_all\n0,375,0,\n200,525,50,25\n400,625,50,37.5\n");
  auto as_json = sweep;
  as_json.insert(as_json.end(), {"--format", "json"});
  const json answer = json::parse(with_rates(as_json).out);
  EXPECT_EQ(answer["rates"][1]["values"], json::parse("[[null],[25],[37.5]]")) << "of no wage there is no share";
  EXPECT_EQ(with_rates({"sweep", file, "--vary", "wage=0:1:1", "--get", "spouse.of_all"}).code, 2) << "no spouse";
}

TEST_F(Rates, need_rates_that_are_well_formed) {
  const std::string file = write("case.yaml", two_scenarios);
  EXPECT_EQ(with_rates({"rates", file, "--scenario", "later"}).code, 2);
  EXPECT_EQ(with_rates({"rates", file, "--month", "2026-07"}).code, 2);
  put("rates: {of_all: {of: wage}}\n");
  const Outcome bad = with_rates({"rates", file});
  EXPECT_EQ(bad.code, 4);
  EXPECT_NE(bad.err.find("rates.yaml:1:9: error E302"), std::string::npos) << bad.err;
}

// The rates of the rules compiled in: of the next euro and of the whole wage, each accounted for.
TEST_F(Rates, of_the_law_compiled_in_are_accounted_for) {
  const std::string file = ANSIO_SOURCE_DIR "/rules/fi/examples/disability-pension-part-time.yaml";
  const json answer = json::parse(run({"rates", file, "--scenario", "", "--format", "json"}).out);
  ASSERT_EQ(answer["rates"].size(), 2U);
  EXPECT_EQ(answer["rates"][0]["rate"], "effective_marginal_rate");
  EXPECT_EQ(answer["rates"][1]["rate"], "participation_tax_rate");
  double kept = answer["rates"][0]["rounding"].get<double>();
  for (const json& part : answer["rates"][0]["parts"])
    kept += part["share"].get<double>();
  EXPECT_NEAR(100 - kept, answer["rates"][0]["value"].get<double>(), 0.0001);
  EXPECT_GT(answer["rates"][0]["parts"].size(), 2U) << "taxes and benefits are told apart";
}

}  // namespace
}  // namespace calc::cli::testing
