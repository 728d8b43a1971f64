// Receipts: written, computed again, damaged in two hundred ways, and under a law that has changed since.
#include "calc/base/digest/sha256.h"
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

constexpr const char* plan = R"(
ansiopolku: 1
start: 2026-01
months: 3
rent: 500
client: {wage: {2026-01: 0, 2026-02: 150}}
file: {version: 1, code: K-07, facts: {client.wage: {status: told}}}
)";

class Receipt : public Command {
 protected:
  std::string receipt_of(const std::string& text, std::vector<std::string> more = {}) {
    const std::string path = (folder_ / "receipt.json").string();
    std::vector<std::string> arguments{"calc", write("case.yaml", text), "--receipt", path};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = small(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return path;
  }
};

TEST_F(Receipt, is_the_same_when_it_is_computed_again) {
  for (const std::string language : {"fi", "sv", "en", "fi-simple"}) {
    const std::string path = receipt_of(plan, {"--language", language});
    const Outcome outcome = small({"verify", path, "--language", language});
    EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
    const json answer = json::parse(small({"verify", path, "--format", "json"}).out);
    EXPECT_EQ(answer["same"], true);
    EXPECT_EQ(answer["same_rules"], true);
    EXPECT_EQ(answer["receipt"]["code"], json::parse(read(path))["code"]);
  }
}

TEST_F(Receipt, holds_what_docs_receipt_says_and_nothing_of_the_file) {
  const json receipt = json::parse(read(receipt_of(plan, {"--get", "support.amount"})));
  EXPECT_EQ(receipt["asked"]["months"], json::parse(R"(["2026-01","2026-02","2026-03"])"));
  EXPECT_EQ(receipt["asked"]["figures"], json::parse(R"(["support.amount"])"));
  EXPECT_EQ(receipt["asked"]["scenarios"], json::parse(R"(["case"])"));
  const std::string text = receipt["case"]["text"];
  EXPECT_EQ(text.find("K-07"), std::string::npos) << "what people keep beside the case stays with them";
  EXPECT_EQ(receipt["case"]["sha256"], sha256_hex(text));
  const json again = json::parse(text);
  EXPECT_EQ(again["client"]["wage"]["2026-02"], 150);
  EXPECT_FALSE(again.contains("file"));
}

TEST_F(Receipt, has_the_digest_of_its_fields) {
  const json receipt = json::parse(read(receipt_of(plan, {"--get", "support.amount", "--language", "en"})));
  std::string bytes;
  const auto field = [&](const std::string& text) { bytes += std::to_string(text.size()) + ":" + text + "\n"; };
  const auto list = [&](const json& members) {
    field(std::to_string(members.size()));
    for (const json& member : members)
      field(member.is_string() ? member.get<std::string>() : member.dump());
  };
  field("ansiopolku receipt 1");
  field("");
  for (const std::string& text :
       {receipt["engine"].get<std::string>(), receipt["rules"]["name"].get<std::string>(),
        receipt["rules"]["version"].get<std::string>(), receipt["rules"]["hash"].get<std::string>(), std::string("en"),
        receipt["case"]["sha256"].get<std::string>(), receipt["texts"]["sha256"].get<std::string>()})
    field(text);
  list(receipt["asked"]["figures"]);
  list(receipt["asked"]["months"]);
  list(receipt["asked"]["scenarios"]);
  for (const json& answer : receipt["answers"]) {
    field(std::to_string(answer["figures"].size()));
    for (const json& figure : answer["figures"]) {
      field(figure["variable"]);
      field(figure["person"].is_null() ? "" : figure["person"].get<std::string>());
      list(figure["values"]);
    }
    field(std::to_string(answer["notices"].size()));
    for (const json& notice : answer["notices"]) {
      field(notice["notice"]);
      field(notice["person"].is_null() ? "" : notice["person"].get<std::string>());
      list(notice["months"]);
      list(notice.value("due", json::array()));
    }
  }
  EXPECT_EQ(receipt["digest"], sha256_hex(bytes));
}

// Every one is told as what it is, with the place in the file.
TEST_F(Receipt, is_refused_when_it_is_damaged_truncated_or_foreign) {
  const std::string whole = read(receipt_of(plan));
  std::vector<std::string> damaged;
  for (std::size_t i = 0; i < 100; ++i)
    damaged.push_back(whole.substr(0, whole.size() * i / 101));
  for (std::size_t i = 0; i < 80; ++i) {
    damaged.push_back(whole);
    char& changed = damaged.back()[whole.size() * i / 81];
    changed = changed == '7' ? '3' : '7';
  }
  for (const char* key : {"engine", "rules", "language", "case", "texts", "asked", "answers", "digest", "code"}) {
    json without = json::parse(whole);
    without.erase(key);
    damaged.push_back(without.dump());
    without[key] = 5;
    damaged.push_back(without.dump());
  }
  json more = json::parse(whole);
  more["signed_by"] = "nobody";
  damaged.push_back(more.dump());
  json later = json::parse(whole);
  later["ansiopolku_receipt"] = 2;
  damaged.push_back(later.dump());
  damaged.insert(damaged.end(), {"[]", "\"receipt\"", "{\"receipt\": 1}", "ansiopolku: 1\nstart: 2026-01\nclient: {}\n",
                                 std::string("\x00\x01\x02", 3), "\xff\xfe"});
  ASSERT_GE(damaged.size(), 200U);
  for (std::size_t i = 0; i < damaged.size(); ++i) {
    const std::string path = write("damaged.json", damaged[i]);
    const Outcome outcome = small({"verify", path});
    EXPECT_EQ(outcome.code, 3) << i << ": " << damaged[i].substr(0, 80);
    EXPECT_NE(outcome.err.find(path + ":"), std::string::npos) << i << ": " << outcome.err;
    EXPECT_NE(outcome.err.find("error E"), std::string::npos) << i << ": " << outcome.err;
  }
}

TEST_F(Receipt, is_refused_when_it_is_too_large_to_be_one) {
  const std::string path = write("large.json", "");
  fs::resize_file(path, (std::size_t{16} << 20) + 1);
  const Outcome outcome = small({"verify", path});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("E107"), std::string::npos) << outcome.err;
}

// 75 % of a rent of 500 makes 375; an overlay pays 50 %, 250.
TEST_F(Receipt, says_what_the_law_has_moved_since) {
  const std::string path = receipt_of("ansiopolku: 1\nstart: 2026-06\nrent: 500\nclient: {}\n");
  const std::string overlay =
      write("more.yaml",
            "overlay: more\ntitle: {fi: a, sv: b, en: c, fi-simple: d}\nmodules:\n  support:\n    parameters:\n"
            "      share: {values: {2026-01: {value: 50, source: x}}}\n");
  const Outcome outcome = small({"verify", path, "--overlay", overlay, "--language", "en"});
  EXPECT_EQ(outcome.code, 1) << outcome.err;
  EXPECT_NE(outcome.out.find("The rules have changed"), std::string::npos) << outcome.out;
  const json answer = json::parse(small({"verify", path, "--overlay", overlay, "--format", "json"}).out);
  EXPECT_EQ(answer["same_rules"], false);
  bool found = false;
  for (const json& change : answer["changes"])
    if (change.value("figure", "") == "support.amount") {
      found = true;
      EXPECT_EQ(change["month"], "2026-06");
      EXPECT_EQ(change["before"], "375");
      EXPECT_EQ(change["after"], "250");
      EXPECT_EQ(change["change"], -125);
    }
  EXPECT_TRUE(found) << answer.dump();
  const Outcome csv = small({"verify", path, "--overlay", overlay, "--format", "csv"});
  EXPECT_NE(csv.out.find("case,figure,support.amount,,2026-06,375,250,1,-125\n"), std::string::npos) << csv.out;
}

// Whoever can write the file can seal it anew: the rules then give another answer than the one it tells.
TEST_F(Receipt, that_was_sealed_anew_differs_where_it_lies) {
  json receipt = json::parse(read(receipt_of("ansiopolku: 1\nstart: 2026-06\nrent: 500\nclient: {}\n",
                                             {"--get", "support.amount", "--language", "en"})));
  const std::string before = receipt.dump();
  receipt["answers"][0]["figures"][0]["values"][0] = 400;
  const std::string path = write("sealed.json", receipt.dump());
  const Outcome refused = small({"verify", path});
  EXPECT_EQ(refused.code, 3);
  const std::size_t right = refused.err.find("expected: ");
  ASSERT_NE(right, std::string::npos) << refused.err;
  receipt["digest"] = refused.err.substr(right + 10, 64);
  write("sealed.json", receipt.dump());
  const Outcome no_code = small({"verify", path});
  EXPECT_EQ(no_code.code, 3) << no_code.err;
  receipt["code"] = no_code.err.substr(no_code.err.find("expected: ") + 10, 14);
  write("sealed.json", receipt.dump());
  const Outcome differs = small({"verify", path, "--language", "en"});
  EXPECT_EQ(differs.code, 1) << differs.err;
  EXPECT_NE(differs.out.find("The first difference"), std::string::npos) << differs.out;
  EXPECT_NE(differs.out.find("400"), std::string::npos) << differs.out;
}

}  // namespace
}  // namespace ansio::cli::testing
