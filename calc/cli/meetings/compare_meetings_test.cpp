// Two meetings of a client's file: the rent fell, a job came, and the support with them.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

constexpr const char* client = R"(ansiopolku: 1
start: 2026-06
rent: 400
client: {wage: {2026-06: 100}}
scenarios:
  - {name: now}
file:
  version: 1
  meetings:
    - date: 2026-02-11
      who: client and coach
      rules: 0000
      case:
        ansiopolku: 1
        start: 2026-06
        housing: {rent: 500}
        client: {}
        scenarios: [{name: now}]
      results: {now: {support.amount: "375.00"}}
    - {date: 2026-03-01, case: {ansiopolku: 1, start: 2026-06, rent: 400, client: {}, scenarios: [{name: now}]}}
    - {date: 2026-03-01, case: {ansiopolku: 1, start: 2026-06, rent: 450, client: {}, scenarios: [{name: now}]}}
)";

// 75 % of the rent: 375 of 500, 300 of 400 (tests/fixtures/small).
TEST_F(Command, compares_a_meeting_with_the_case_as_it_is_now) {
  const std::string file = write("client.yaml", client);
  const Outcome outcome = small({"compare", file, "--meetings", "2026-02-11", "2", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json answer = json::parse(outcome.out);
  EXPECT_EQ(answer["meetings"][0]["who"], "client and coach");
  EXPECT_EQ(answer["same_rules"], false);
  EXPECT_EQ(answer["facts"], json::parse(R"([{"path": "housing.rent", "before": "500", "after": null},
                                             {"path": "rent", "before": null, "after": "400"}])"));
  EXPECT_EQ(answer["results"], json::parse(R"([{"scenario": "now", "figure": "support.amount", "before": "375.00",
                                                "after": "300", "change": -75}])"));
}

TEST_F(Command, tells_a_month_map_as_one_fact) {
  const std::string file = write("client.yaml", client);
  const Outcome csv = small({"compare", file, "--meetings", "2", "now", "--get", "support.amount", "--format", "csv"});
  ASSERT_EQ(csv.code, 0) << csv.err;
  EXPECT_NE(csv.out.find("fact,,client.wage,,{2026-06: 100},\n"), std::string::npos) << csv.out;
  EXPECT_EQ(csv.out.find("file."), std::string::npos) << "what is kept beside the case is no fact of it";
  for (const std::string language : {"fi", "sv", "en", "fi-simple"}) {
    const Outcome table = small({"compare", file, "--meetings", "2", "3", "--language", language});
    EXPECT_EQ(table.code, 0) << table.err;
    EXPECT_NE(table.out.find("rent"), std::string::npos) << table.out;
  }
}

TEST_F(Command, refuses_meetings_that_it_cannot_find_or_read) {
  const std::string file = write("client.yaml", client);
  const Outcome wrong = small({"compare", file, "--meetings", "2026-03-01", "9"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("more than one meeting"), std::string::npos) << wrong.err;
  EXPECT_NE(wrong.err.find("no meeting has this number"), std::string::npos) << "both at once: " << wrong.err;
  const std::string none = write("none.yaml", two_scenarios);
  const Outcome without = small({"compare", none, "--meetings", "1", "now"});
  EXPECT_EQ(without.code, 3);
  EXPECT_NE(without.err.find("keeps no meetings"), std::string::npos) << without.err;
  const std::string bad = write("bad.yaml",
                                "ansiopolku: 1\nstart: 2026-06\nclient: {}\nfile:\n  meetings:\n    - {date: [1]}\n"
                                "    - {date: 2026-01-01, case: {ansiopolku: 1, start: 2026-06, wages: 3}}\n");
  const Outcome broken = small({"compare", bad, "--meetings", "1", "2"});
  EXPECT_EQ(broken.code, 3);
  EXPECT_NE(broken.err.find("bad.yaml:6:"), std::string::npos) << broken.err;
  const std::string unknown = write("unknown.yaml",
                                    "ansiopolku: 1\nstart: 2026-06\nclient: {}\nfile:\n  meetings:\n"
                                    "    - {date: 2026-01-01, case: {ansiopolku: 1, start: 2026-06, wages: 3}}\n");
  const Outcome name = small({"compare", unknown, "--meetings", "1", "now"});
  EXPECT_EQ(name.code, 3);
  EXPECT_NE(name.err.find("unknown.yaml:6:"), std::string::npos) << name.err;
}

}  // namespace
}  // namespace ansio::cli::testing
