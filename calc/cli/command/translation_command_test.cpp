// The way of a translator, walked from the command line: what is left to do, the sheet out, filled, and in again.
#include <algorithm>

#include "calc/cli/command/session.h"
#include "calc/cli/testing/command_fixture.h"
#include "calc/ruleset/translate/translations.h"

namespace ansio::cli {
namespace {

using namespace testing;

constexpr const char* manifest = R"(ruleset: village
version: "1"
languages: [fi, sv, en, fi-simple]
language: fi
law_from: 2024-01
law_until: 2027-12
units: {EUR: {symbol: €, decimals: 2}}
)";

constexpr const char* help = R"(module: help
title: Apu
rules:
  paid:
    title: Apu kuukaudessa
    says: "Saat apua {paid}."
    entity: household
    unit: EUR/month
    output: true
    formula: 5 EUR/month
)";

std::string entry(const std::string& name, const std::string& own, const std::string& text) {
  return name + '@' + ruleset::mark_of(own) + ": \"" + text + "\"\n";
}

class Translating : public Command {
 protected:
  void SetUp() override {
    Command::SetUp();
    fs::create_directories(folder_ / "rules/texts");
    write("rules/ruleset.yaml", manifest);
    write("rules/help.yaml", help);
    for (const std::string language : {"sv", "en", "fi-simple"}) {
      fs::create_directories(folder_ / "rules/texts" / language);
      write("rules/texts/" + language + "/help.yaml", entry("title", "Apu", "Help " + language) +
                                                          entry("paid.title", "Apu kuukaudessa", "Paid " + language) +
                                                          entry("paid.says", "Saat apua {paid}.", "You get {paid}."));
    }
  }

  [[nodiscard]] std::string rules() const { return (folder_ / "rules").string(); }

  // The first Swedish title is missing, the second of an older text, and one belongs to nothing.
  void leave_work() {
    write("rules/texts/sv/help.yaml", "# Kept.\n" + entry("paid.title", "Apua", "Gammal") +
                                          entry("paid.says", "Saat apua {paid}.", "Du får {paid}.") +
                                          entry("gone.title", "Mennyt", "borta"));
  }

  // The sheet with these cells in its last column, row by row.
  static std::string filled(std::string sheet, const std::vector<std::string>& cells) {
    std::size_t at = sheet.find('\n');
    for (const std::string& cell : cells) {
      at = sheet.find('\n', at + 1);
      sheet.insert(at, cell);
      at += cell.size();
    }
    return sheet;
  }
};

TEST_F(Translating, nothing_is_left_to_do_where_all_is_translated) {
  const Outcome left = run({"check", rules(), "--texts", "sv,en,fi-simple"});
  EXPECT_EQ(left.code, done) << left.out << left.err;
  EXPECT_EQ(left.out, "3 texts: 0 missing, 0 outdated, 0 superfluous\n");
}

TEST_F(Translating, a_sheet_goes_out_is_filled_and_comes_in_again) {
  leave_work();
  const Outcome left = run({"check", rules(), "--texts", "sv"});
  EXPECT_EQ(left.code, bad_rules);
  EXPECT_NE(left.out.find("3 texts: 1 missing, 1 outdated, 1 superfluous\n"), std::string::npos) << left.out;

  const Outcome sheet = run({"doc", rules(), "--translate", "sv"});
  EXPECT_EQ(sheet.code, done) << sheet.err;
  EXPECT_EQ(sheet.out, "file,name,mark,fi,sv before,sv\nhelp.yaml,title," + ruleset::mark_of("Apu") +
                           ",Apu,,\nhelp.yaml,paid.title," + ruleset::mark_of("Apu kuukaudessa") +
                           ",Apu kuukaudessa,Gammal,\n");

  const std::string path = write("sheet.csv", filled(sheet.out, {"Hjälp", "Hjälp i månaden"}));
  const Outcome taken = run({"doc", rules(), "--from", path});
  EXPECT_EQ(taken.code, done) << taken.err;
  EXPECT_EQ(taken.out, rules() + "/texts/sv/help.yaml\n");
  EXPECT_EQ(read(rules() + "/texts/sv/help.yaml"),
            "# Kept.\ntitle@" + ruleset::mark_of("Apu") + ": Hjälp\npaid.title@" + ruleset::mark_of("Apu kuukaudessa") +
                ": Hjälp i månaden\n" + entry("paid.says", "Saat apua {paid}.", "Du får {paid}."));
  EXPECT_EQ(run({"check", rules(), "--texts", "sv"}).code, done);
  EXPECT_EQ(run({"check", rules()}).code, done);
}

TEST_F(Translating, a_sheet_is_read_as_the_spreadsheets_of_the_country_write_it) {
  leave_work();
  std::string sheet = filled(run({"doc", rules(), "--translate", "sv"}).out, {" Hjälp ", "Hjälp i\r\nmånaden"});
  std::replace(sheet.begin(), sheet.end(), ',', ';');
  sheet.insert(sheet.find("Hjälp i"), 1, '"');
  sheet.insert(sheet.find("månaden") + std::string_view("månaden").size(), 1, '"');
  const Outcome taken = run({"doc", rules(), "--from", write("sheet.csv", "\xEF\xBB\xBF" + sheet)});
  EXPECT_EQ(taken.code, done) << taken.err;
  const std::string text = read(rules() + "/texts/sv/help.yaml");
  EXPECT_NE(text.find(": Hjälp\n"), std::string::npos) << text;
  EXPECT_NE(text.find(": Hjälp i månaden\n"), std::string::npos) << text;
}

TEST_F(Translating, a_sheet_that_is_wrong_changes_nothing) {
  leave_work();
  const std::string before = read(rules() + "/texts/sv/help.yaml");
  const std::string sheet =
      "file,name,mark,fi,sv\nhelp.yaml,title," + ruleset::mark_of("Apu") +
      ",Apu,Hjälp {given}\nhelp.yaml,nothing.title,000000,,Intet\nhelp.yaml,paid.title,000000,,X\n";
  const Outcome taken = run({"doc", rules(), "--from", write("sheet.csv", sheet)});
  EXPECT_EQ(taken.code, bad_rules);
  for (const char* told : {"sheet.csv:2:1: error E203", "sheet.csv:3:1: error E502", "sheet.csv:4:1: error E316"})
    EXPECT_NE(taken.err.find(told), std::string::npos) << taken.err;
  EXPECT_EQ(read(rules() + "/texts/sv/help.yaml"), before);
}

TEST_F(Translating, languages_are_others_than_that_of_the_rules) {
  for (const char* language : {"fi", "xx", "sv,fi"})
    for (const std::vector<std::string>& how :
         {std::vector<std::string>{"check", rules(), "--texts"}, {"doc", rules(), "--translate"}}) {
      std::vector<std::string> arguments = how;
      arguments.emplace_back(language);
      const Outcome refused = run(arguments);
      EXPECT_EQ(refused.code, wrong_use) << language;
      EXPECT_NE(refused.err.find("E508"), std::string::npos) << refused.err;
      EXPECT_EQ(refused.out, "");
    }
}

TEST_F(Translating, the_rules_compiled_in_have_no_files_to_write) {
  const std::string sheet = write("sheet.csv", "file,name,mark,fi,sv\n");
  const Outcome refused = run({"doc", "--from", sheet});
  EXPECT_EQ(refused.code, wrong_use);
  EXPECT_NE(refused.err.find("E508"), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace ansio::cli
