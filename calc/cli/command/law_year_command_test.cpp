// A new year of law, walked through: the worksheet, its rows filled in, the rule files written.
#include "calc/base/document/csv_reader.h"
#include "calc/cli/command/session.h"
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli {
namespace {

using namespace testing;

constexpr const char* manifest = R"(ruleset: village
version: "1"
languages: [fi, sv, en, fi-simple]
law_from: 2024-01
law_until: 2027-12
units: {EUR: {symbol: €, decimals: 2}}
)";

constexpr const char* help = R"(# Help of the village.
module: help
title: {fi: Apu, sv: Hjälp, en: Help, fi-simple: Apu}
law: 1/2020
published: "the village gazette, each December"

enums:
  home:
    title: {fi: Koti, sv: Hem, en: Home, fi-simple: Koti}
    members:
      alone: {fi: yksin, sv: ensam, en: alone, fi-simple: yksin}
      together: {fi: yhdessä, sv: tillsammans, en: together, fi-simple: yhdessä}

parameters:
  # What the council decides.
  amount:
    title: {fi: Määrä, sv: Belopp, en: Amount, fi-simple: Määrä}
    cite: 2 §, 3 §
    unit: EUR/month
    values:
      2024-01: {value: 100, source: "decision 1"}
      # Raised by the index.
      2027-01:
        value: 110
        basis: forecast
        between: [105, 115]
        source: "index not known"
  share:
    title: {fi: Osuus, sv: Andel, en: Share, fi-simple: Osuus}
    published: "the village council"
    unit: "%"
    by: home
    values: {2024-01: {alone: 100, together: 80, source: "decision 1"}}   # a line of its own
  levy:
    title: {fi: Maksu, sv: Avgift, en: Levy, fi-simple: Maksu}
    unit: EUR/year
    kind: scale
    values:
      2024-01: [{over: 0, rate: 10}, {over: 1000, rate: 20}]

inputs:
  lives:
    title: {fi: Asuu, sv: Bor, en: Lives, fi-simple: Asuu}
    entity: household
    type: home
    default: "'alone'"

rules:
  paid:
    title: {fi: Apu, sv: Hjälp, en: Help paid, fi-simple: Apu}
    entity: household
    unit: EUR/month
    output: true
    formula: share[lives] * amount - per_month(scale(12 month/year * amount, levy))
)";

class LawYear : public Command {
 protected:
  void SetUp() override {
    Command::SetUp();
    fs::create_directories(folder_ / "rules/examples");
    write("rules/ruleset.yaml", manifest);
    write("rules/help.yaml", help);
    write("rules/help.test.yaml",
          "tests:\n  - {name: alone in 2024, source: by hand, date: 2024-06, given: {lives: alone}, expect: "
          "{help.paid: 88.33}, "
          "within: 0.01}\n"
          "  - {name: alone in 2028, source: the gazette, date: 2028-06, given: {lives: alone}, expect: {help.paid: "
          "100}}\n");
    write("rules/examples/together.yaml", "ansiopolku: 1\nstart: 2026-01\nlives: together\nclient: {}\n");
    rules_ = (folder_ / "rules").string();
  }

  Outcome law_year(const std::string& worksheet) {
    return run({"law-year", write("worksheet.csv", worksheet), "--rules", rules_});
  }
  std::string law() { return read((folder_ / "rules/help.yaml").string()); }

  std::string rules_;
};

TEST_F(LawYear, the_worksheet_lists_what_may_be_out_of_date_cell_by_cell) {
  const Outcome listed = run({"list", "parameters", "--stale", "2028-01", "--format", "csv", "--rules", rules_});
  ASSERT_EQ(listed.code, 0) << listed.err;
  EXPECT_EQ(listed.out,
            "name,key,value,unit,basis,act,section,published,from,new,source\n"
            "help.amount,,110,EUR/month,forecast,1/2020,\"2 §, 3 §\",\"the village gazette, each December\",2028-01,,\n"
            "help.share,alone,100,%,enacted,1/2020,,the village council,2028-01,,\n"
            "help.share,together,80,%,enacted,1/2020,,the village council,2028-01,,\n");
}

TEST_F(LawYear, filled_rows_take_their_places_and_nothing_else_moves) {
  const Outcome written = law_year(
      "name,key,from,new,source\n"
      "help.amount,,2027-01,112,decision 7\n"
      "help.share,together,2028-01,75,decision 8\n"
      "help.share,alone,2028-01,100,decision 8\n"
      "help.levy,,2028-01,\"0: 11, 1200: 20\",decision 8\n");
  EXPECT_EQ(written.code, failed) << "a figure published for 2028 is not met";
  std::string expected = help;
  const auto put = [&](const std::string& old, const std::string& text) {
    expected.replace(expected.find(old), old.size(), text);
  };
  put("      2027-01:\n        value: 110\n        basis: forecast\n        between: [105, 115]\n        source: "
      "\"index not "
      "known\"\n",
      "      2027-01: {value: 112, source: \"decision 7\"}\n");
  put("source: \"decision 1\"}}   #",
      "source: \"decision 1\"}, 2028-01: {alone: 100, together: 75, source: \"decision 8\"}}   #");
  put("{over: 1000, rate: 20}]\n",
      "{over: 1000, rate: 20}]\n      2028-01: {bands: [{over: 0, rate: 11}, {over: 1200, rate: 20}], source: "
      "\"decision "
      "8\"}\n");
  EXPECT_EQ(law(), expected);
  EXPECT_NE(written.out.find("3 values written"), std::string::npos) << written.out;
  EXPECT_NE(written.out.find("Tests: 1 passed, 1 failed"), std::string::npos);
  EXPECT_NE(written.err.find("help.paid differs in: alone in 2028"), std::string::npos) << written.err;
  // Together: 0.8 × 110 - (100 + 0.2 × 320) / 12 = 74.33; then 0.75 × 112 - (132 + 0.2 × 144) / 12 = 70.60.
  EXPECT_NE(written.out.find("together.yaml"), std::string::npos) << written.out;
  EXPECT_NE(written.out.find("74.33"), std::string::npos) << written.out;
  EXPECT_NE(written.out.find("70.60"), std::string::npos) << written.out;
  EXPECT_NE(written.out.find("-3.73"), std::string::npos) << written.out;
}

TEST_F(LawYear, a_bad_row_leaves_every_file_as_it_was) {
  const Outcome refused = law_year(
      "name,key,from,new,source\n"
      "help.amount,,2028-01,120,decision 8\n"
      "help.amont,,2028-01,120,decision 8\n"
      "help.amount,,2028-13,120,decision 8\n"
      "help.levy,,2028-01,0 to 11,decision 8\n"
      "help.share,alone,2028-01,100,decision 8\n"
      "help.amount,,2029-01,many,\n");
  EXPECT_EQ(refused.code, bad_case);
  EXPECT_EQ(law(), help);
  for (const char* told :
       {"worksheet.csv:3:1: error E203", "did you mean 'help.amount'?", "worksheet.csv:4:1: error E308",
        "worksheet.csv:5:1: error E503", "worksheet.csv:6:1: error E311: a table is filled whole: no row for together",
        "worksheet.csv:7:1: error E302", "worksheet.csv:7:1: error E503", "nothing was written"})
    EXPECT_NE(refused.err.find(told), std::string::npos) << told << "\n" << refused.err;
}

TEST_F(LawYear, rules_that_would_not_load_are_not_written) {
  const Outcome refused = law_year("name,key,from,new,source\nhelp.levy,,2028-01,\"100: 11, 0: 20\",decision 8\n");
  EXPECT_EQ(refused.code, bad_case);
  EXPECT_EQ(law(), help);
  EXPECT_NE(refused.err.find("the limits of a scale ascend"), std::string::npos) << refused.err;
}

TEST_F(LawYear, a_folder_of_rules_must_be_named) {
  EXPECT_EQ(run({"law-year", write("worksheet.csv", "name,key,from,new,source\n")}).code, wrong_use);
  EXPECT_EQ(law_year("name,key,from,new,source\nhelp.amount,,2028-01,,\n").code, bad_case) << "nothing is filled in";
  EXPECT_EQ(run({"list", "inputs", "--stale", "2028-01", "--rules", rules_}).code, wrong_use);
}

// docs/new-law-year.md, in a copy of the rules, with made-up figures of 2028.
TEST_F(LawYear, the_walk_of_the_guide_in_a_copy_of_the_law) {
  const fs::path copy = folder_ / "law";
  const fs::path law = fs::path(ANSIO_SOURCE_DIR) / "rules";
  for (const auto& entry : fs::recursive_directory_iterator(law)) {
    const std::string path = entry.path().generic_string();
    if (!entry.is_regular_file() || path.ends_with(".test.yaml") || path.find("/overlays/") != std::string::npos)
      continue;
    const fs::path to = copy / fs::relative(entry.path(), law);
    fs::create_directories(to.parent_path());
    fs::copy_file(entry.path(), to);
  }
  const std::vector<std::string> with{"--rules", copy.string(), "--language", "en"};
  const auto with_copy = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), with.begin(), with.end());
    return run(arguments);
  };
  const Outcome listed = with_copy({"list", "parameters", "--stale", "2028-01", "--format", "csv"});
  const Result<CsvTable> table = read_csv("worksheet.csv", listed.out);
  ASSERT_TRUE(table.ok());
  std::string filled;
  for (const std::string& name : table->header)
    filled += (filled.empty() ? "" : ",") + name;
  filled += '\n';
  std::size_t limits = 0;
  for (CsvRow row : table->rows) {
    if (row.cells[0] != "guarantee_pension.full_amount" && row.cells[0] != "debt_enforcement.debtor_daily")
      continue;
    ++limits;
    filled += row.cells[0] + ",," + row.cells[2] + ",,,,,," + row.cells[8] +
              (limits == 1 ? ",34.50,made up\n" : ",1040.00,made up\n");
  }
  ASSERT_EQ(limits, 2U) << listed.out.substr(0, 400);
  const Outcome written = with_copy({"law-year", write("filled.csv", filled)});
  EXPECT_EQ(written.code, done) << written.err;
  EXPECT_NE(written.out.find("2 values written"), std::string::npos) << written.out << written.err;
  EXPECT_NE(written.out.find("guarantee_pension.amount (client)"), std::string::npos) << written.out;
  const Outcome after = with_copy({"list", "parameters", "--format", "csv"});
  EXPECT_NE(after.out.find("guarantee_pension.full_amount,2028-01,1040,EUR/month,703/2010 8 §,enacted,made up\n"),
            std::string::npos);
}

}  // namespace
}  // namespace ansio::cli
