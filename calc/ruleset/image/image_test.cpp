// Images there and back, cut, damaged and forged.
#include "calc/ruleset/image/image.h"

#include <gtest/gtest.h>

#include "calc/ruleset/image/image_layout.h"
#include "calc/ruleset/model/citation.h"
#include "calc/ruleset/model/fingerprint.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/testing/fixture.h"

namespace ansio::ruleset {
namespace {

constexpr const char* varied = R"yaml(
law: 571/2007
enums:
  kind: {title: $T, members: {single: $T, couple: {fi: pari, sv: par, en: couple, fi-simple: pari}}}
parameters:
  rate: {title: $T, unit: "%", cite: 9 §,
         values: {2023-01: 40, 2025-08: {value: 43.5, source: "an act"}, 2027-01: none}}
  cap:
    title: $T
    unit: coin
    by: [kind, 2..3]
    values:
      2024-01: {couple: [30.25, 40], single: [10, 20]}
      2025-01: {couple: [31, 41.5], single: [-10, 20], status: unverified, note: $T}
  bands: {title: $T, unit: coin, kind: scale, values: {2024-01: [{over: 0, rate: 12.64}, {over: 22000, rate: 19}]}}
inputs:
  pay: {title: $T, entity: person, unit: coin/month, default: 0, bounds: [-0.5, 100000], question: $T, why: $T}
  state: {title: $T, entity: household, type: kind, default: couple}
  since: {title: $T, entity: person, type: month}
rules:
  yearly: {title: $T, entity: person, unit: coin/year, period: year, formula: year_sum(pay), initial: 0}
  total:
    title: $T
    entity: household
    unit: coin/month
    global: true
    output: true
    cite: 9 §, 1229/2019 2 §
    says: {fi: "{amount} {rate}", sv: b, en: c, fi-simple: d}
    formula:
      2024-01: sum(persons, pay)
      2025-05: |
        let all = sum(adults, pay + per_month(last_year(yearly)))   # all of them
        if state = 'single' and exists(spouse) then rate * all else round(all, 0.01 coin/month)
  kept: {title: $T, entity: household, unit: coin,
         formula: "max(previous(kept), cap[state, 2], scale(1 coin, bands))", initial: 5 coin}
  order: {title: $T, entity: person, unit: "1", formula: "count(others, self.pay > pay) + position"}
notices:
  tell: {title: $T, entity: person, when: pay > 100 coin/month and since < this_month,
         to: office, deadline: $T, says: $T, cite: 22 §}
)yaml";

RuleSet varied_rules() {
  Result<RuleSet> rules = testing::load_module(varied);
  for (const Diagnostic& one : rules.diagnostics())
    ADD_FAILURE() << to_text(one);
  return rules.ok() ? *rules : RuleSet{};
}

std::string sealed(std::string image) {
  UInt128 seal = fingerprint(std::string_view(image).substr(image_heading));
  for (std::size_t i = 0; i < 16; ++i, seal >>= 8)
    image[image_magic.size() + 1 + i] = static_cast<char>(static_cast<unsigned char>(seal));
  return image;
}

TEST(Image, gives_back_what_was_saved) {
  const RuleSet rules = varied_rules();
  const Result<RuleSet> again = load_image(save_image(rules));
  ASSERT_TRUE(again.ok()) << to_text(again.diagnostics()[0]);
  EXPECT_EQ(again->hash, rules.hash);
  EXPECT_EQ(again->law_until, rules.law_until);
  EXPECT_EQ(again->recipients[0].name, "office");
  EXPECT_EQ(again->enums[0].member_titles[1].in(Language::sv), "par");
  ASSERT_EQ(again->parameters.size(), rules.parameters.size());
  for (std::size_t i = 0; i < rules.parameters.size(); ++i) {
    const Parameter &was = rules.parameters[i], &is = again->parameters[i];
    EXPECT_EQ(is.name, was.name);
    EXPECT_EQ(is.unit, was.unit);
    EXPECT_EQ(is.percent, was.percent);
    ASSERT_EQ(is.values.size(), was.values.size());
    for (std::size_t n = 0; n < was.values.size(); ++n) {
      EXPECT_EQ(is.values[n].from, was.values[n].from);
      EXPECT_EQ(is.values[n].none, was.values[n].none);
      EXPECT_EQ(is.values[n].cells, was.values[n].cells);
      EXPECT_EQ(is.values[n].source, was.values[n].source);
      EXPECT_EQ(is.values[n].assumption.unverified, was.values[n].assumption.unverified);
    }
  }
  ASSERT_EQ(again->variables.size(), rules.variables.size());
  for (std::size_t i = 0; i < rules.variables.size(); ++i) {
    const Variable &was = rules.variables[i], &is = again->variables[i];
    EXPECT_EQ(is.name, was.name);
    EXPECT_EQ(is.kind, was.kind);
    EXPECT_EQ(is.entity, was.entity);
    EXPECT_EQ(is.period, was.period);
    EXPECT_EQ(is.type, was.type);
    EXPECT_EQ(is.lowest, was.lowest);
    EXPECT_EQ(is.highest, was.highest);
    EXPECT_EQ(is.required, was.required);
    EXPECT_EQ(is.output, was.output);
    EXPECT_EQ(is.adds_up, was.adds_up);
    ASSERT_EQ(is.rate.has_value(), was.rate.has_value());
    if (was.rate) {
      EXPECT_EQ(is.rate->of, was.rate->of);
      EXPECT_EQ(is.rate->leaves, was.rate->leaves);
      EXPECT_EQ(is.rate->step, was.rate->step);
    }
    EXPECT_EQ(is.says.by_language, was.says.by_language);
    EXPECT_EQ(is.position.line, was.position.line);
    ASSERT_EQ(is.formulas.size(), was.formulas.size());
    for (std::size_t n = 0; n < was.formulas.size(); ++n) {
      EXPECT_EQ(is.formulas[n].from, was.formulas[n].from);
      EXPECT_EQ(is.formulas[n].text, was.formulas[n].text);
    }
  }
  ASSERT_EQ(again->notices.size(), 1U);
  EXPECT_EQ(again->notices[0].name, "m.tell");
  EXPECT_EQ(again->notices[0].when.text, rules.notices[0].when.text);
}

// Same nodes, children and places in the text, whatever their numbers.
void expect_same_tree(const Tree& was, NodeId a, const Tree& is, NodeId b) {
  const Node &x = was.nodes[a], &y = is.nodes[b];
  EXPECT_EQ(y.kind, x.kind);
  EXPECT_EQ(y.type, x.type);
  EXPECT_EQ(y.selector, x.selector);
  EXPECT_EQ(y.people, x.people);
  EXPECT_EQ(y.source_begin, x.source_begin);
  EXPECT_EQ(y.source_end, x.source_end);
  if (x.kind == NodeKind::constant || x.kind == NodeKind::convert) {
    EXPECT_EQ(is.constants[y.reference], was.constants[x.reference]);
  } else {
    EXPECT_EQ(y.reference, x.reference);
  }
  ASSERT_EQ(y.child_count, x.child_count);
  for (std::size_t i = 0; i < x.child_count; ++i) {
    EXPECT_LT(is.children_of(y)[i], b);
    expect_same_tree(was, was.children_of(x)[i], is, is.children_of(y)[i]);
  }
}

void expect_same_formulas(const RuleSet& was, const RuleSet& is) {
  for (std::size_t i = 0; i < was.variables.size(); ++i) {
    const Variable &x = was.variables[i], &y = is.variables[i];
    for (std::size_t n = 0; n < x.formulas.size(); ++n)
      expect_same_tree(was.tree, x.formulas[n].root, is.tree, y.formulas[n].root);
    ASSERT_EQ(y.initial.root == no_node, x.initial.root == no_node);
    if (x.initial.root != no_node)
      expect_same_tree(was.tree, x.initial.root, is.tree, y.initial.root);
  }
}

TEST(Image, keeps_every_node_of_every_formula) {
  const RuleSet rules = varied_rules();
  expect_same_formulas(rules, *load_image(save_image(rules)));
}

TEST(Image, of_an_image_is_the_same_image) {
  const std::string image = save_image(varied_rules());
  EXPECT_EQ(save_image(*load_image(image)), image);
}

TEST(Image, travels_in_parts) {
  const RuleSet rules = varied_rules();
  const ImageParts parts = save_image_parts(rules);
  const Result<RuleSet> core = load_image(parts.core);
  ASSERT_TRUE(core.ok()) << core.diagnostics()[0].message;
  EXPECT_EQ(core->variables.size(), rules.variables.size());
  EXPECT_EQ(core->enums[0].members, rules.enums[0].members);
  EXPECT_EQ(to_text(core->notices[0].citations[0]), "571/2007 22 §");
  EXPECT_TRUE(core->enums[0].title.empty());
  EXPECT_TRUE(core->variables[0].formulas[0].text.empty());

  const std::vector<std::string_view> swedish{parts.texts[1]};
  const Result<RuleSet> spoken = load_image(parts.core, swedish);
  ASSERT_TRUE(spoken.ok());
  EXPECT_EQ(spoken->enums[0].member_titles[1].in(Language::sv), "par");
  EXPECT_FALSE(spoken->enums[0].title.empty());
  EXPECT_EQ(spoken->enums[0].title.in(Language::fi), "");

  EXPECT_EQ(spoken->notices[0].title.in(Language::sv), rules.notices[0].title.in(Language::sv));
  for (const Parameter& parameter : spoken->parameters)
    EXPECT_TRUE(parameter.title.empty());

  const std::vector<std::string_view> all{
      parts.texts[3], parts.formulas,      parts.texts[0],      parts.texts[1],      parts.texts[2],
      parts.rest,     parts.rest_texts[3], parts.rest_texts[1], parts.rest_texts[0], parts.rest_texts[2]};
  const Result<RuleSet> whole = load_image(parts.core, all);
  ASSERT_TRUE(whole.ok());
  EXPECT_EQ(save_image(*whole), save_image(rules));
}

TEST(Image, takes_no_part_twice_and_none_of_another_core) {
  const ImageParts parts = save_image_parts(varied_rules());
  const std::vector<std::string_view> twice{parts.formulas, parts.formulas};
  EXPECT_FALSE(load_image(parts.core, twice).ok());
  EXPECT_FALSE(load_image(parts.formulas).ok());
  const ImageParts others = save_image_parts(*testing::load_module("rules: {}\n"));
  const std::vector<std::string_view> foreign{others.texts[0]};
  EXPECT_EQ(load_image(parts.core, foreign).diagnostics()[0].code, Code::bad_image);
}

TEST(Image, with_a_byte_changed_is_refused) {
  const std::string image = save_image(varied_rules());
  for (std::size_t i = 0; i < image.size(); ++i) {
    std::string damaged = image;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    const Result<RuleSet> rules = load_image(damaged);
    ASSERT_FALSE(rules.ok()) << i;
    EXPECT_EQ(rules.diagnostics()[0].code, Code::bad_image);
  }
}

TEST(Image, cut_short_is_refused) {
  const std::string image = save_image(varied_rules());
  for (std::size_t size = 0; size < image.size(); ++size) {
    EXPECT_FALSE(load_image(std::string_view(image).substr(0, size)).ok());
    if (size >= image_heading) {
      EXPECT_FALSE(load_image(sealed(image.substr(0, size))).ok());
    }
  }
}

// Whoever changes an image and seals it again gets a sound rule set or a refusal.
TEST(Image, forged_is_sound_or_refused) {
  const std::string image = save_image(varied_rules());
  std::uint32_t random = 1;
  const auto next = [&] { return random = random * 1664525 + 1013904223; };
  std::size_t refused = 0;
  const auto attempt = [&](const std::string& forged) {
    const Result<RuleSet> rules = load_image(sealed(forged));
    if (rules.ok()) {
      EXPECT_TRUE(load_image(save_image(*rules)).ok());
    } else {
      ++refused;
    }
  };
  for (std::size_t i = image_heading; i < image.size(); ++i)
    for (const int value : {0, 1, 0x7f, 0x80, 0xff}) {
      std::string forged = image;
      forged[i] = static_cast<char>(value);
      attempt(forged);
    }
  for (int round = 0; round < 3000; ++round) {
    std::string forged = image;
    for (std::uint32_t changes = next() >> 29; changes-- > 0;)
      forged[image_heading + next() % (image.size() - image_heading)] = static_cast<char>(next() >> 24);
    if (next() >> 30 == 0)
      forged.erase(image_heading + next() % (image.size() - image_heading), next() >> 28);
    attempt(forged);
  }
  EXPECT_GT(refused, 1000U);
}

TEST(Image, of_another_version_or_of_nothing_is_refused) {
  std::string image = save_image(varied_rules());
  image[image_magic.size()] = image_version + 1;
  EXPECT_EQ(load_image(image).diagnostics()[0].message, "the image is of another version of the engine");
  EXPECT_EQ(load_image("").diagnostics()[0].code, Code::bad_image);
  EXPECT_EQ(load_image("ansiorul").diagnostics()[0].code, Code::bad_image);
  EXPECT_EQ(load_image("<html>not found</html>").diagnostics()[0].message, "this is no image of a rule set");
}

TEST(Image, of_the_law_is_whole) {
  const Result<std::vector<SourceFile>> files = read_directory(ANSIO_SOURCE_DIR "/rules");
  ASSERT_TRUE(files.ok());
  const Result<RuleSet> rules = load_rules(*files);
  ASSERT_TRUE(rules.ok());
  const std::string image = save_image(*rules);
  const Result<RuleSet> again = load_image(image);
  ASSERT_TRUE(again.ok()) << again.diagnostics()[0].message;
  expect_same_formulas(*rules, *again);
  EXPECT_EQ(save_image(*again), image);
}

TEST(Fingerprint, is_the_published_one) {
  // Test vectors of FNV-1a in 128 bits, from the reference code of its authors.
  EXPECT_EQ(to_hex(fingerprint("")), "6c62272e07bb014262b821756295c58d");
  EXPECT_EQ(to_hex(fingerprint("a")), "d228cb696f1a8caf78912b704e4a8964");
  EXPECT_EQ(to_hex(fingerprint("foobar")), "343e1662793c64bf6f0d3597ba446f18");
}

}  // namespace
}  // namespace ansio::ruleset
