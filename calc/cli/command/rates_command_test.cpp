// Rates as people call for them, on the rated rules.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

// The small rules with the rates of tests/fixtures/rated.
class Rates : public Command {
 protected:
  void SetUp() override {
    Command::SetUp();
    fs::copy(small_rules, folder_ / "rules", fs::copy_options::recursive);
    fs::copy(ANSIO_SOURCE_DIR "/tests/fixtures/rated/rates.yaml", folder_ / "rules" / "rates.yaml");
  }
  Outcome with_rates(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--rules", (folder_ / "rules").string()});
    return run(std::move(arguments));
  }
};

// "-33.333333" in millionths; answers have six decimals at most.
std::int64_t millionths(const std::string& text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits = text.substr(0, point) + (point < text.size() ? text.substr(point + 1) : std::string());
  digits.append(6 - (point < text.size() ? text.size() - point - 1 : 0), '0');
  return std::stoll(digits);
}

std::vector<std::vector<std::string>> cells_of(const std::string& csv) {
  std::vector<std::vector<std::string>> cells;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    cells.emplace_back();
    std::istringstream parts(line + ',');
    for (std::string cell; std::getline(parts, cell, ',');)
      cells.back().push_back(cell);
  }
  return cells;
}

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

// 200 and 400 of wage, of each the next euro: half of it is taken off the support.
TEST_F(Rates, are_told_by_cause_along_an_axis) {
  const std::string file = write("case.yaml", two_scenarios);
  const std::vector<std::string> sweep{
      "sweep", file, "--vary", "client.wage=0:400:200", "--get", "of_the_next,of_all", "--causes"};
  auto csv = sweep;
  csv.insert(csv.end(), {"--format", "csv"});
  EXPECT_EQ(with_rates(csv).out,
            "client.wage,client.of_the_next,client.of_all,client.of_the_next:support.income,"
            "client.of_the_next:support.amount,client.of_all:support.income,client.of_all:support.amount\n"
            "0,0,,100,0,,\n200,50,25,100,-50,100,-25\n400,50,37.5,100,-50,100,-37.5\n");
  auto as_json = sweep;
  as_json.insert(as_json.end(), {"--format", "json"});
  const json rate = json::parse(with_rates(as_json).out)["rates"][1];
  EXPECT_EQ(rate["parts"][1], json::parse(R"({"variable": "support.amount", "person": null, "title": "Support",
                                              "shares": [[null], [-25], [-37.5]]})"));
  const Outcome table = with_rates(sweep);
  EXPECT_NE(table.out.find("client.of_all:support.amount: Support"), std::string::npos) << table.out;
}

// A rate is a figure of a person like any other: by name in a case, among the outputs, in a batch, explained.
TEST_F(Rates, are_figures_like_others) {
  const std::string file = write("case.yaml", two_scenarios);
  EXPECT_EQ(with_rates({"calc", file, "--get", "of_the_next,of_all", "--format", "csv"}).out,
            "scenario,variable,person,when,value\nnow,of_the_next,client,2026-06,0\nnow,of_all,client,2026-06,\n"
            "a job,of_the_next,client,2026-06,50\na job,of_all,client,2026-06,33.333333\n");
  EXPECT_NE(with_rates({"calc", file, "--format", "json"}).out.find(R"("variable":"of_the_next")"), std::string::npos);
  EXPECT_NE(with_rates({"calc", file, "--get", "of_all"}).out.find("–"), std::string::npos) << "of no wage";
  const json outputs = json::parse(with_rates({"list", "outputs", "--format", "json"}).out)["variables"];
  const auto listed =
      std::find_if(outputs.begin(), outputs.end(), [](const json& one) { return one["name"] == "of_the_next"; });
  ASSERT_NE(listed, outputs.end());
  EXPECT_EQ((*listed)["rate"], "1 - (net[wage + 1] - net) / 1");
  EXPECT_EQ((*listed)["percent"], true);
  const std::string rows = write("in.csv",
                                 "id,client.wage,spouse.wage,client.of_all\n1,0,,\n2,300,,\n3,600,1500,\n"
                                 "4,300,,12.5\n5,x,,\n");
  for (const char* how : {"--progress", "--exact"})
    EXPECT_EQ(with_rates({"batch", "--date", "2026-06", "--get",
                          "net,client.of_the_next,spouse.of_the_next,client.of_all", "--input", rows, how})
                  .out,
              "id,net,client.of_the_next,spouse.of_the_next,client.of_all,error\n1,0,0,,,\n2,300,0,,0,\n"
              "3,1940,10,20,1.666667,\n4,300,0,,12.5,\n"
              "5,,,,,\"E503 this is no value of wage: x (a number, in EUR/month)\"\n")
        << how;
  const Outcome why = with_rates({"explain", file, "of_the_next", "--scenario", "a job", "--language", "en"});
  EXPECT_NE(why.out.find("50% is lost."), std::string::npos) << why.out;
  EXPECT_NE(why.out.find("= 1 - (575.5 - 575) / (301 - 300)"), std::string::npos) << why.out;
  EXPECT_EQ(with_rates({"compare", file, "--get", "of_the_next", "--format", "csv"}).out,
            "scenario,variable,person,when,difference\nnow,of_the_next,client,2026-06,0\n"
            "a job,of_the_next,client,2026-06,50\n");
}

// Two months of wage add up; two months of a distance to a limit do not.
TEST_F(Rates, figures_that_do_not_add_up_have_no_totals) {
  const std::string file = write("plan.yaml",
                                 "ansiopolku: 1\nstart: 2026-06\nmonths: 2\nrent: 500\nclient: {wage: 100}\n"
                                 "scenarios:\n  - {name: now}\n  - {name: a job, client: {wage: 300}}\n");
  const json answer = json::parse(with_rates({"calc", file, "--get", "rates.room,wage", "--format", "json"}).out);
  const json& figures = answer["scenarios"][1]["figures"];
  EXPECT_EQ(figures[0]["values"], json::parse("[200, 200]"));
  EXPECT_FALSE(figures[0].contains("total"));
  EXPECT_EQ(figures[1]["total"], 600);
  EXPECT_EQ(answer["variables"][0]["adds_up"], false);
  const json compared = json::parse(with_rates({"compare", file, "--get", "rates.room,wage", "--format", "json"}).out);
  EXPECT_FALSE(compared["differences"][0].contains("totals"));
  EXPECT_EQ(compared["differences"][1]["totals"], json::parse("[0, 400]"));
  const Outcome table = with_rates({"compare", file, "--get", "rates.room,wage"});
  EXPECT_NE(table.out.find("-200.00"), std::string::npos) << table.out;
  EXPECT_EQ(table.out.find("-400.00"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("+400.00"), std::string::npos) << table.out;
}

TEST_F(Rates, need_rates_that_are_well_formed) {
  const std::string file = write("case.yaml", two_scenarios);
  EXPECT_EQ(with_rates({"rates", file, "--scenario", "later"}).code, 2);
  EXPECT_EQ(with_rates({"rates", file, "--month", "2026-07"}).code, 2);
  std::ofstream(folder_ / "rules" / "rates.yaml")
      << "module: rates\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\nrules:\n  of_all:\n    title: {fi: a, sv: b, en: "
         "c, "
         "fi-simple: d}\n    entity: person\n    unit: \"%\"\n    rate: {of: wage, by: all}\n";
  const Outcome bad = with_rates({"rates", file});
  EXPECT_EQ(bad.code, 4);
  EXPECT_NE(bad.err.find("rates.yaml:8:11: error E302"), std::string::npos) << bad.err;
}

// The rates of the rules compiled in: of the next euro and of the whole wage, each accounted for to the last digit
// shown, by itself and along an axis. Each of the numbers is rounded to six decimals.
TEST_F(Rates, of_the_law_compiled_in_are_accounted_for) {
  const std::string file = ANSIO_SOURCE_DIR "/rules/fi/examples/disability-pension-part-time.yaml";
  const auto rows = cells_of(run({"sweep", file, "--vary", "client.wage=0:2000:400", "--get", "effective_marginal_rate",
                                  "--causes", "--format", "csv"})
                                 .out);
  ASSERT_EQ(rows.size(), 7U);
  EXPECT_EQ(rows[0][1], "client.effective_marginal_rate");
  EXPECT_GT(rows[0].size(), 5U) << "taxes and benefits are told apart";
  for (std::size_t row = 1; row < rows.size(); ++row) {
    std::int64_t kept = 0;
    for (std::size_t cell = 2; cell < rows[row].size(); ++cell)
      kept += millionths(rows[row][cell]);
    EXPECT_LE(std::abs(100'000'000 - kept - millionths(rows[row][1])), static_cast<std::int64_t>(rows[row].size()))
        << row;
  }
  const json answer = json::parse(run({"rates", file, "--scenario", "", "--format", "json"}).out);
  ASSERT_EQ(answer["rates"].size(), 2U);
  EXPECT_EQ(answer["rates"][0]["rate"], "effective_marginal_rate");
  EXPECT_EQ(answer["rates"][1]["rate"], "participation_tax_rate");
  EXPECT_GT(answer["rates"][0]["parts"].size(), 2U);
}

}  // namespace
}  // namespace ansio::cli::testing
