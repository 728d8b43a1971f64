// The command as people call it: options, languages, formats, exit codes.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

TEST_F(Command, says_which_rules_it_knows) {
  const Outcome version = small({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_NE(version.out.find("small 1 ("), std::string::npos) << version.out;
  EXPECT_NE(version.out.find("law until 2026-12"), std::string::npos);
  const json as_json = json::parse(small({"--version", "--format", "json"}).out);
  EXPECT_EQ(as_json["rules"]["name"], "small");
  EXPECT_EQ(as_json["rules"]["law_until"], "2026-12");
  EXPECT_TRUE(
      small({"--version", "--format", "csv"}).out.starts_with("engine,rules,version,hash,law_from,law_until\n"));
  EXPECT_NE(small({"check", "--format", "csv"}).out.find("\nsmall,1,"), std::string::npos);
}

TEST_F(Command, ends_with_2_when_used_wrongly) {
  EXPECT_EQ(run({}).code, 2);
  EXPECT_EQ(run({"calculate"}).code, 2);
  EXPECT_EQ(run({"calc"}).code, 2) << "no case";
  EXPECT_EQ(run({"list", "everything"}).code, 2);
  EXPECT_EQ(run({"--language", "de", "list", "inputs"}).code, 2);
  EXPECT_EQ(run({"--rules", "/nowhere", "check"}).code, 2);
  const std::string file = write("case.yaml", two_scenarios);
  EXPECT_EQ(small({"explain", file, "nett"}).code, 2);
  EXPECT_EQ(small({"explain", file, "net", "--month", "2026-07"}).code, 2) << "a month the case does not show";
  EXPECT_EQ(small({"calc", file, "--get", "nett"}).code, 2);
  EXPECT_EQ(small({"batch", "--get", "net", "--date", "June"}).code, 2);
}

TEST_F(Command, ends_with_0_when_asked_for_help) {
  const Outcome help = run({"batch", "--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_NE(help.out.find("  ansio batch --date 2026-06"), std::string::npos);
}

TEST_F(Command, ends_with_3_for_a_bad_case_and_names_every_error) {
  const std::string file = write("case.yaml", "ansiopolku: 1\nstart: 2026-06\nrent: much\nclient: {wagee: 3}\n");
  const Outcome bad = small({"calc", file});
  EXPECT_EQ(bad.code, 3);
  EXPECT_EQ(bad.out, "");
  EXPECT_NE(bad.err.find(":3:7: error E503"), std::string::npos) << bad.err;
  EXPECT_NE(bad.err.find(":4:10: error E502"), std::string::npos) << bad.err;
  EXPECT_NE(bad.err.find("rent: much"), std::string::npos) << "the line itself";
  EXPECT_EQ(small({"calc", (folder_ / "none.yaml").string()}).code, 3);
}

TEST_F(Command, answers_a_bad_case_in_json_when_json_is_asked_for) {
  const std::string file = write("case.yaml", "ansiopolku: 1\nstart: 2026-06\nrent: much\nclient: {}\n");
  const Outcome bad = small({"calc", file, "--format", "json"});
  EXPECT_EQ(bad.code, 3);
  const json answer = json::parse(bad.out);
  EXPECT_EQ(answer["diagnostics"][0]["code"], "E503");
  EXPECT_EQ(answer["diagnostics"][0]["name"], "bad_value");
  EXPECT_EQ(answer["diagnostics"][0]["line"], 3);
}

TEST_F(Command, ends_with_4_for_bad_rules) {
  fs::copy(small_rules, folder_ / "rules", fs::copy_options::recursive);
  std::ofstream(folder_ / "rules" / "support.yaml", std::ios::app) << "nonsense: 1\n";
  const Outcome bad = run({"check", (folder_ / "rules").string()});
  EXPECT_EQ(bad.code, 4);
  EXPECT_NE(bad.err.find("E301"), std::string::npos) << bad.err;
}

// 0.75 × 500 = 375 without a wage; 375 − 0.5 × (300 − 100) = 275 with one of 300.
TEST_F(Command, calculates_every_scenario) {
  const std::string file = write("case.yaml", two_scenarios);
  const Outcome table = small({"calc", file, "--language", "fi"});
  EXPECT_EQ(table.code, 0);
  EXPECT_NE(table.out.find("Tuki"), std::string::npos);
  EXPECT_NE(table.out.find("275,00\xc2\xa0€/kk"), std::string::npos) << table.out;
  EXPECT_EQ(table.out.find('\x1b'), std::string::npos) << "no colours outside a terminal";

  const json answer = json::parse(small({"calc", file, "--format", "json"}).out);
  EXPECT_EQ(answer["format"], 1);
  EXPECT_EQ(answer["rules"]["name"], "small");
  EXPECT_EQ(answer["timeline"]["typical"], true);
  ASSERT_EQ(answer["scenarios"].size(), 2U);
  EXPECT_EQ(answer["scenarios"][1]["name"], "a job");
  EXPECT_EQ(answer["scenarios"][1]["figures"][0]["variable"], "support.amount");
  EXPECT_EQ(answer["scenarios"][1]["figures"][0]["values"][0], 275);
  EXPECT_EQ(answer["scenarios"][1]["given"][1]["variable"], "wage");
  EXPECT_EQ(answer["scenarios"][0]["assumptions"][0]["name"], "support.share");
  EXPECT_EQ(answer["scenarios"][0]["assumptions"][0]["material"], true);

  const Outcome csv = small({"calc", file, "--format", "csv", "--get", "net"});
  EXPECT_EQ(csv.out, "scenario,variable,person,when,value\nnow,net,,2026-06,375\na job,net,,2026-06,575\n");
}

TEST_F(Command, compares_scenarios_with_the_first) {
  const std::string file = write("case.yaml", two_scenarios);
  const json answer = json::parse(small({"compare", file, "--format", "json"}).out);
  EXPECT_EQ(answer["differences"][0]["variable"], "support.amount");
  EXPECT_EQ(answer["differences"][0]["months"], json::parse("[[0],[-100]]"));
  const Outcome csv = small({"compare", file, "--format", "csv", "--get", "net"});
  EXPECT_EQ(csv.out, "scenario,variable,person,when,difference\nnow,net,,2026-06,0\na job,net,,2026-06,200\n");
}

TEST_F(Command, explains_a_figure) {
  const std::string file = write("case.yaml", two_scenarios);
  const Outcome text = small({"explain", file, "support.amount", "--scenario", "a job", "--language", "sv"});
  EXPECT_EQ(text.code, 0);
  EXPECT_NE(text.out.find("10/2020 3 §"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("avrundat till närmaste"), std::string::npos);

  const json answer =
      json::parse(small({"explain", file, "support.amount", "--scenario", "a job", "--format", "json"}).out);
  const json& figure = answer["figure"];
  EXPECT_EQ(answer["scenario"], "a job");
  EXPECT_EQ(figure["value"], 275);
  EXPECT_EQ(figure["origin"], "computed");
  EXPECT_EQ(figure["citations"][0]["link"], "https://law.example/2020/10");
  EXPECT_EQ(figure["roundings"][0]["mode"], "half_away");
  EXPECT_EQ(figure["roundings"][0]["step"], 0.01);
  EXPECT_EQ(figure["parameters"].size(), 3U);
  EXPECT_EQ(figure["reads"][0]["variable"], "rent");
  EXPECT_EQ(figure["reads"][0]["origin"], "given");
}

TEST_F(Command, takes_a_persons_variable_without_a_person_as_the_clients) {
  const std::string file = write("case.yaml", two_scenarios);
  const json answer = json::parse(small({"explain", file, "support.levy", "--format", "json"}).out);
  EXPECT_EQ(answer["figure"]["person"], "client");
  EXPECT_EQ(answer["figure"]["year"], 2026);
}

const char* rule_tests = R"(tests:
  - name: no wage
    source: "0.75 × 500"
    date: 2026-06
    given: {rent: 500}
    expect: {support.amount: 375, client.support.levy: 0}
  - name: whole euros
    source: a leaflet that rounds
    date: 2026-06
    given: {rent: 500, client.wage: 101.10}
    within: 0.5
    expect: {support.amount: 374}
  - name: the support in force waits for a change of 50
    source: "0.8 × 500 = 400; a wage of 150 makes 375, one of 350 makes 275"
    case: {ansiopolku: 1, start: 2025-01, months: 3, rent: 500,
           client: {wage: {2025-01: 0, 2025-02: 150, 2025-03: 350}}}
    expect: {2025-01: {support.held: 400}, 2025-02: {support.held: 400}, 2025-03: {support.held: 275}}
)";

TEST_F(Command, runs_the_rules_own_tests) {
  const std::string good = write("a.test.yaml", rule_tests);
  const Outcome passed = small({"test", good});
  EXPECT_EQ(passed.code, 0) << passed.err;
  EXPECT_EQ(passed.out, "3 passed, 0 failed\n");

  std::string wrong_text = rule_tests;
  wrong_text.replace(wrong_text.find("support.amount: 375"), 19, "support.amount: 376");
  wrong_text.replace(wrong_text.find("within: 0.5"), 11, "within: 0.4");
  const Outcome failed = small({"test", write("b.test.yaml", wrong_text)});
  EXPECT_EQ(failed.code, 1);
  EXPECT_EQ(failed.out, "1 passed, 2 failed\n");
  EXPECT_NE(failed.err.find("b.test.yaml:6:14"), std::string::npos) << failed.err;
  const std::string wrong = (folder_ / "b.test.yaml").string();
  const json as_json = json::parse(small({"test", good, wrong, "--format", "json"}).out);
  EXPECT_EQ(as_json["failed"], 2);
  EXPECT_EQ(as_json["tests"].back()["file"], wrong);
  EXPECT_EQ(as_json["tests"][3]["passed"], false) << "no wage";
  EXPECT_EQ(as_json["diagnostics"][0]["line"], 6);
  const Outcome csv = small({"test", wrong, "--format", "csv"});
  EXPECT_TRUE(csv.out.starts_with("file,test,passed\n" + wrong + ',')) << csv.out;
  EXPECT_NE(csv.out.find(",whole euros,false\n"), std::string::npos) << csv.out;
  EXPECT_NE(failed.err.find("found:    375"), std::string::npos);
  EXPECT_NE(failed.err.find("374, within 0.4"), std::string::npos);
}

TEST_F(Command, runs_the_tests_of_an_overlay_on_the_rules_with_it) {
  write("more.yaml",
        "overlay: more\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\nmodules:\n  support:\n    parameters:\n"
        "      share: {values: {2025-01: {value: 50, source: x}}}\n");
  const std::string test =
      "tests:\n  - {name: half, source: \"0.5 x 500\", date: 2025-06, given: {rent: 500}, "
      "expect: {support.amount: 250}}\n";
  const Outcome with = small({"test", write("more.test.yaml", "overlay: more.yaml\n" + test)});
  EXPECT_EQ(with.code, 0) << with.err;
  EXPECT_EQ(small({"test", write("law.test.yaml", test)}).code, 1);
  const Outcome missing = small({"test", write("none.test.yaml", "overlay: none.yaml\n" + test)});
  EXPECT_EQ(missing.code, 1);
  EXPECT_NE(missing.err.find("none.yaml"), std::string::npos) << missing.err;
}

TEST_F(Command, fails_a_test_file_that_cannot_be_read) {
  const Outcome failed = small({"test", write("a.test.yaml", "tests:\n  - {name: a, dat: 2026-06}\n")});
  EXPECT_EQ(failed.code, 1);
  EXPECT_NE(failed.err.find("E301"), std::string::npos) << failed.err;
  EXPECT_NE(failed.err.find("E302"), std::string::npos);
}

TEST_F(Command, does_not_take_the_absence_of_tests_for_success) {
  EXPECT_EQ(small({"test"}).code, 1) << "the small rules bring no tests";
}

TEST_F(Command, lists_what_the_rules_hold) {
  const json inputs = json::parse(small({"list", "inputs", "--format", "json"}).out);
  EXPECT_EQ(inputs["variables"].size(), 8U);
  EXPECT_EQ(inputs["variables"][0]["name"], "rent");
  EXPECT_EQ(inputs["variables"][0]["bounds"], json::parse("[0,20000]"));
  EXPECT_EQ(inputs["variables"][0]["unit"], "EUR/month");
  const json outputs = json::parse(small({"list", "outputs", "--format", "json", "--language", "sv"}).out);
  EXPECT_EQ(outputs["variables"].size(), 4U);
  EXPECT_EQ(outputs["variables"][0]["title"], "Stöd");
  const json parameters = json::parse(small({"list", "parameters", "--format", "json"}).out);
  EXPECT_EQ(parameters["parameters"][0]["values"][1]["value"], 75);
  EXPECT_EQ(parameters["parameters"][3]["values"][0]["bands"][2]["rate"], 20);
  const json unverified = json::parse(small({"list", "unverified", "--format", "json"}).out);
  EXPECT_EQ(unverified["assumptions"].size(), 2U);
  const json notices = json::parse(small({"list", "notices", "--format", "json"}).out);
  EXPECT_EQ(notices["notices"][0]["to_title"], "the office");
  EXPECT_EQ(small({"list", "notices", "--format", "csv"}).out,
            "name,of,to,deadline,law,title\nsupport.tell_income,household,office,at once,10/2020 8 §,Report the change "
            "of income\n");
}

TEST_F(Command, describes_cases_by_a_schema) {
  const json schema = json::parse(small({"list", "inputs", "--format", "json-schema"}).out);
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_TRUE(schema["properties"].contains("rent"));
  EXPECT_TRUE(schema["$defs"]["person"]["properties"].contains("wage"));
  EXPECT_EQ(schema["$defs"]["enum_dwelling"]["enum"], json::parse(R"(["rented","owned"])"));
  EXPECT_TRUE(schema["$defs"]["scenario"]["properties"].contains("children"));
}

TEST_F(Command, speaks_the_language_of_the_locale) {
  const std::string file = write("case.yaml", two_scenarios);
  const std::vector<std::string> calc{"--rules", small_rules, "calc", file};
  EXPECT_NE(run(calc, {false, "fi_FI.UTF-8"}).out.find("arvio"), std::string::npos);
  EXPECT_NE(run(calc, {false, "sv_FI.UTF-8"}).out.find("uppskattning"), std::string::npos);
  EXPECT_NE(run(calc, {false, "de_DE.UTF-8"}).out.find("estimate"), std::string::npos);
  EXPECT_NE(run(calc, {true, "C"}).out.find('\x1b'), std::string::npos) << "colours on a terminal";
}

TEST_F(Command, warns_when_a_plan_runs_past_the_law) {
  const std::string file = write("case.yaml", "ansiopolku: 1\nstart: 2026-06\nmonths: 12\nrent: 500\nclient: {}\n");
  const Outcome plan = small({"calc", file});
  EXPECT_EQ(plan.code, 0);
  EXPECT_NE(plan.err.find("warning"), std::string::npos) << plan.err;
  const json answer = json::parse(small({"calc", file, "--format", "json"}).out);
  EXPECT_EQ(answer["diagnostics"][0]["severity"], "warning");
  EXPECT_EQ(answer["timeline"]["months"].size(), 12U);
  EXPECT_EQ(answer["timeline"]["years"], json::parse("[2026,2027]"));
  EXPECT_EQ(answer["scenarios"][0]["figures"][0]["total"], 4500) << "12 × 375";
}

}  // namespace
}  // namespace ansio::cli::testing
