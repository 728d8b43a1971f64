// Compares two answers figure by figure and notice by notice, each with its namesake, and writes what came of it.
#include "calc/answer/receipt/receipt_changes.h"

#include <algorithm>

#include "calc/answer/serializer/serializer_parts.h"

namespace ansio::answer {
namespace {

// Of a yearly figure there is a value a year of the months asked for.
std::string label_of(const Receipt& receipt, const ReceiptFigure& figure, std::size_t place) {
  if (figure.values.size() == receipt.months.size() && place < receipt.months.size())
    return receipt.months[place];
  const auto first = receipt.months.empty() ? std::nullopt : parse_year_month(receipt.months.front());
  return first ? std::to_string(first->year() + static_cast<int>(place)) : std::string();
}

const ReceiptFigure* find_figure(const ReceiptAnswer& answer, const ReceiptFigure& like) {
  for (const ReceiptFigure& figure : answer.figures)
    if (figure.variable == like.variable && figure.person == like.person)
      return &figure;
  return nullptr;
}

const ReceiptNotice* find_notice(const ReceiptAnswer& answer, const ReceiptNotice& like) {
  for (const ReceiptNotice& notice : answer.notices)
    if (notice.notice == like.notice && notice.person == like.person)
      return &notice;
  return nullptr;
}

std::string joined(const ReceiptNotice* notice) {
  std::string text;
  if (notice == nullptr)
    return text;
  for (std::size_t i = 0; i < notice->months.size(); ++i) {
    text += (i > 0 ? ", " : "") + notice->months[i];
    if (i < notice->due.size())
      text += " (" + notice->due[i] + ")";
  }
  return text;
}

class Comparison {
 public:
  Comparison(const Receipt& before, const Receipt& after) : before_(before), after_(after) {}

  std::vector<ReceiptChange> changes() {
    for (std::size_t i = 0; i < std::min(before_.answers.size(), after_.answers.size()); ++i) {
      scenario_ = before_.scenarios[i];
      compare(before_.answers[i], after_.answers[i]);
    }
    if (changes_.empty() && before_.rules_hash == after_.rules_hash && before_.texts != after_.texts)
      changes_.push_back({ReceiptChange::Kind::words, {}, {}, {}, {}, before_.texts, after_.texts, 0, {}});
    return std::move(changes_);
  }

 private:
  // Each thing of the first answer with its namesake, then what only the second one has.
  void compare(const ReceiptAnswer& before, const ReceiptAnswer& after) {
    for (const ReceiptFigure& figure : before.figures)
      compare(figure, find_figure(after, figure));
    for (const ReceiptFigure& figure : after.figures)
      if (find_figure(before, figure) == nullptr)
        compare({figure.variable, figure.person, {}}, &figure);
    for (const ReceiptNotice& notice : before.notices)
      compare(&notice, find_notice(after, notice));
    for (const ReceiptNotice& notice : after.notices)
      if (find_notice(before, notice) == nullptr)
        compare(nullptr, &notice);
  }

  void compare(const ReceiptFigure& before, const ReceiptFigure* after) {
    static const ReceiptFigure none;
    const ReceiptFigure& now = after == nullptr ? none : *after;
    ReceiptChange change{ReceiptChange::Kind::figure, scenario_, before.variable, before.person, {}, {}, {}, 0, {}};
    change.change = Fraction{};
    for (std::size_t i = 0; i < std::max(before.values.size(), now.values.size()); ++i) {
      const ReceiptValue then = i < before.values.size() ? before.values[i] : ReceiptValue{};
      const ReceiptValue today = i < now.values.size() ? now.values[i] : ReceiptValue{};
      if (then == today)
        continue;
      if (change.months++ == 0) {
        change.month = label_of(before.values.empty() ? after_ : before_, before.values.empty() ? now : before, i);
        change.before = then.text;
        change.after = today.text;
      }
      const auto a = parse_fraction(then.text);
      const auto b = parse_fraction(today.text);
      change.change = a && b && change.change && !then.quoted && !today.quoted
                          ? std::optional(*change.change + (*b - *a))
                          : std::nullopt;
    }
    if (change.months > 0)
      changes_.push_back(std::move(change));
  }

  void compare(const ReceiptNotice* before, const ReceiptNotice* after) {
    if (before != nullptr && after != nullptr && *before == *after)
      return;
    const ReceiptNotice& named = before != nullptr ? *before : *after;
    changes_.push_back({ReceiptChange::Kind::notice,
                        scenario_,
                        named.notice,
                        named.person,
                        named.months.empty() ? std::string() : named.months.front(),
                        joined(before),
                        joined(after),
                        0,
                        {}});
  }

  const Receipt& before_;
  const Receipt& after_;
  std::string scenario_;
  std::vector<ReceiptChange> changes_;
};

std::string_view kind_name(ReceiptChange::Kind kind) {
  switch (kind) {
    case ReceiptChange::Kind::figure:
      return "figure";
    case ReceiptChange::Kind::notice:
      return "notice";
    case ReceiptChange::Kind::words:
      break;
  }
  return "words";
}

}  // namespace

std::vector<ReceiptChange> changes_between(const Receipt& before, const Receipt& after) {
  return Comparison(before, after).changes();
}

std::string verification_json(const Envelope& envelope, const Receipt& receipt,
                              const std::vector<ReceiptChange>& changes) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  const std::string digest = digest_of(receipt);
  json.key("receipt").begin_object();
  json::write_text(json, "made", receipt.made);
  json.key("engine").text(receipt.engine);
  json.key("rules").begin_object().key("name").text(receipt.rules_name);
  json.key("version").text(receipt.rules_version).key("hash").text(receipt.rules_hash).end_object();
  json.key("digest").text(digest).key("code").text(code_of_digest(digest)).end_object();
  json.key("same_rules").boolean(receipt.rules_hash == envelope.rules.hash);
  json.key("same").boolean(changes.empty());
  json.key("changes").begin_list();
  for (const ReceiptChange& change : changes) {
    json.begin_object().key("kind").text(kind_name(change.kind));
    json::write_text(json, "scenario", change.scenario);
    if (change.kind != ReceiptChange::Kind::words) {
      json.key(kind_name(change.kind)).text(change.name).key("person");
      if (change.person.empty())
        json.null();
      else
        json.text(change.person);
    }
    json::write_text(json, "month", change.month);
    json.key("before").text(change.before).key("after").text(change.after);
    if (change.kind == ReceiptChange::Kind::figure)
      json.key("months").number(static_cast<long long>(change.months));
    if (change.change && change.change->is_valid())
      json.key("change").number(to_decimal_text(*change.change));
    json.end_object();
  }
  json.end_list().end_object();
  return json.take();
}

}  // namespace ansio::answer
