// Who gains and who loses, as tables, CSV and JSON.
#include "calc/cli/report/reform_report.h"

#include <ostream>

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/cli/certainty/expected_report.h"
#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"

namespace ansio::cli {
namespace {

const Variable& variable_named(const ReformOutcome& outcome, const std::string& name) {
  const RuleSet& rules = outcome.before.rules;
  return rules.variables[*rules.find_variable(name)];
}

const Enumeration& groups_of(const ReformOutcome& outcome) {
  return outcome.before.rules.enums[variable_named(outcome, outcome.measures.group).type.enumeration];
}

std::string count_text(std::uint64_t count, Language language) {
  return format_number(Fraction::from_integer(static_cast<std::int64_t>(count)), {0, 0}, language);
}

std::string change_text(const Fraction& change, int decimals, Language language) {
  if (!change.is_valid())
    return {};
  return (change.sign() > 0 ? "+" : "") + format_number(change, {decimals, decimals}, language);
}

std::vector<std::string> row_of(const ReformTally& tally, std::string title, int decimals, Language language) {
  return {std::move(title),
          count_text(tally.households, language),
          count_text(tally.winners, language),
          count_text(tally.losers, language),
          count_text(tally.unchanged(), language),
          change_text(tally.mean_change(), decimals, language),
          change_text(tally.total_change(), decimals, language),
          change_text(tally.purse_change, decimals, language)};
}

std::string side_text(const ReformSide& side) {
  std::string text = side.rules.name + ' ' + side.rules.version;
  if (side.date.index != 0)
    text += ", " + to_text(side.date);
  return text;
}

void write_tally(JsonWriter& json, const ReformTally& tally) {
  const auto count = [&](std::string_view key, std::uint64_t value) {
    json.key(key).number(static_cast<long long>(value));
  };
  count("households", tally.households);
  count("winners", tally.winners);
  count("losers", tally.losers);
  count("unchanged", tally.unchanged());
  json.key("mean_change");
  if (tally.households == 0)
    json.null();
  else
    json.number(to_decimal_text(tally.mean_change()));
  json.key("total_change").number(to_decimal_text(tally.total_change()));
  json.key("gained").number(to_decimal_text(tally.gained));
  json.key("lost").number(to_decimal_text(tally.lost));
  json.key("purse_change").number(to_decimal_text(tally.purse_change));
}

void write_side(JsonWriter& json, const Envelope& envelope, std::string_view key, const ReformSide& side) {
  json.key(key).begin_object();
  json.key("version").text(side.rules.version);
  json.key("hash").text(side.rules.hash);
  if (side.date.index != 0)
    json.key("date").text(to_text(side.date));
  json::write_expected_reads(json, {envelope.engine, side.rules, envelope.language}, side.expected);
  json.end_object();
}

}  // namespace

void print_reform(Session& session, const ReformOutcome& outcome) {
  const Language language = session.language;
  const Variable& gain = variable_named(outcome, outcome.measures.gain);
  const Variable& purse = variable_named(outcome, outcome.measures.purse);
  const int decimals = shown_decimals(outcome.before.rules, gain.type.unit);
  session.out << side_text(outcome.before) << " → " << side_text(outcome.after) << "\n\n";
  const auto table = [&](std::string title) {
    Table made;
    made.header = {std::move(title)};
    for (const Word column : {Word::households, Word::winners, Word::losers, Word::unchanged, Word::mean_change,
                              Word::total_change, Word::purse_change})
      made.header.emplace_back(word(column, language));
    return made;
  };
  Table all = table({});
  all.rows.push_back(row_of(outcome.summary.all(), std::string(word(Word::total, language)), decimals, language));
  print_table(session.out, all, session.colour);
  session.out << '\n';

  Table deciles = table(std::string(word(Word::decile, language)));
  int number = 0;
  for (const Decile& decile : outcome.summary.deciles()) {
    ++number;
    if (decile.tally.households > 0)
      deciles.rows.push_back(row_of(decile.tally,
                                    std::to_string(number) + " (" +
                                        format_number(Fraction::from_integer(decile.from), {0, 0}, language) + " – " +
                                        format_number(Fraction::from_integer(decile.to), {0, 0}, language) + ")",
                                    decimals, language));
  }
  print_table(session.out, deciles, session.colour);
  session.out << '\n';

  Table groups = table(groups_of(outcome).title.in(language));
  for (const auto& [member, tally] : outcome.summary.groups())
    groups.rows.push_back(row_of(tally, groups_of(outcome).member_titles[static_cast<std::size_t>(member)].in(language),
                                 decimals, language));
  print_table(session.out, groups, session.colour);
  session.out << '\n'
              << word(Word::mean_change, language) << ", " << word(Word::total_change, language) << ", "
              << word(Word::decile, language) << ": " << gain.title.in(language) << " ("
              << unit_symbol(outcome.before.rules, gain.type.unit, language) << ")\n"
              << word(Word::purse_change, language) << ": " << purse.title.in(language) << " ("
              << unit_symbol(outcome.before.rules, purse.type.unit, language) << ")\n";
  for (const ReformSide* side : {&outcome.before, &outcome.after})
    print_expected_reads(session.out, side->rules, side->expected, language);
  session.out << '\n' << word(Word::estimate, language) << '\n';
}

std::string reform_json(const Envelope& envelope, const ReformOutcome& outcome) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, outcome.warnings);
  write_side(json, envelope, "before", outcome.before);
  write_side(json, envelope, "after", outcome.after);
  json.key("rows").number(static_cast<long long>(outcome.rows));
  json.key("failed_rows").number(static_cast<long long>(outcome.failed_rows));
  json.key("gain").text(outcome.measures.gain);
  json.key("purse").text(outcome.measures.purse);
  json.key("group").text(outcome.measures.group);
  json.key("all").begin_object();
  write_tally(json, outcome.summary.all());
  json.end_object().key("deciles").begin_list();
  int number = 0;
  for (const Decile& decile : outcome.summary.deciles()) {
    json.begin_object().key("decile").number(++number);
    json.key("from").number(static_cast<long long>(decile.from));
    json.key("to").number(static_cast<long long>(decile.to));
    write_tally(json, decile.tally);
    json.end_object();
  }
  json.end_list().key("groups").begin_list();
  const Enumeration& kinds = groups_of(outcome);
  for (const auto& [member, tally] : outcome.summary.groups()) {
    const auto place = static_cast<std::size_t>(member);
    json.begin_object().key("member").text(kinds.members[place]);
    json::write_text(json, "title", kinds.member_titles[place].in(envelope.language));
    write_tally(json, tally);
    json.end_object();
  }
  json.end_list().end_object();
  return json.take();
}

}  // namespace ansio::cli
