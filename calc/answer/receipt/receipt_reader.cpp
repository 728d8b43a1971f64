// Reads receipts: every key must be there and no other, and what is hashed must fit its hash. Whatever is wrong is
// told at once, with its place; a receipt of which something is missing is not held against its digest.
#include "calc/answer/receipt/receipt.h"

#include <algorithm>
#include <initializer_list>

#include "calc/base/digest/sha256.h"
#include "calc/base/document/json_reader.h"

namespace ansio::answer {
namespace {

constexpr std::size_t digest_digits = 64;

Diagnostic wrong(Code code, const Position& where, std::string message, std::string found = {},
                 std::string expected = {}) {
  return {.code = code,
          .position = where,
          .message = std::move(message),
          .found = std::move(found),
          .expected = std::move(expected)};
}

class ReceiptReading {
 public:
  Diagnostics diagnostics;

  // The value of a key that must be there; nullptr when it is not, or is not of its kind.
  const Document* take(const Document& map, std::string_view key, Document::Kind kind, const char* expected) {
    const Document* value = map.find(key);
    if (value == nullptr) {
      diagnostics.push_back(
          wrong(Code::missing_key, map.position, "a key of the receipt is missing", {}, std::string(key)));
      return nullptr;
    }
    if (value->kind == kind && (kind != Document::Kind::scalar || value->quoted))
      return value;
    diagnostics.push_back(wrong(Code::wrong_kind, value->position,
                                std::string(key) + " of a receipt is of another kind", value->scalar,
                                std::string(expected)));
    return nullptr;
  }
  const Document* map(const Document& parent, std::string_view key) {
    return take(parent, key, Document::Kind::map, "an object");
  }
  const Document* list(const Document& parent, std::string_view key) {
    return take(parent, key, Document::Kind::list, "a list");
  }
  std::string text(const Document& parent, std::string_view key) {
    const Document* value = take(parent, key, Document::Kind::scalar, "a text");
    return value == nullptr ? std::string() : value->scalar;
  }
  std::string digest(const Document& parent, std::string_view key) {
    std::string text_read = text(parent, key);
    if (const Document* value = parent.find(key);
        value != nullptr && value->quoted &&
        (text_read.size() != digest_digits || text_read.find_first_not_of("0123456789abcdef") != std::string::npos))
      diagnostics.push_back(wrong(Code::bad_value, value->position, std::string(key) + " is no SHA-256", text_read,
                                  "64 lower-case hexadecimal digits"));
    return text_read;
  }
  std::vector<std::string> texts(const Document& parent, std::string_view key,
                                 std::vector<Position>* places = nullptr) {
    std::vector<std::string> members;
    const Document* members_read = list(parent, key);
    for (std::size_t i = 0; members_read != nullptr && i < members_read->items.size(); ++i) {
      const Document& item = members_read->items[i];
      if (!item.is_scalar() || !item.quoted)
        diagnostics.push_back(
            wrong(Code::wrong_kind, item.position, std::string(key) + " of a receipt are texts", item.scalar));
      members.push_back(item.scalar);
      if (places != nullptr)
        places->push_back(item.position);
    }
    return members;
  }
  // Of the household there is none: null.
  std::string person(const Document& parent) {
    const Document* value = parent.find("person");
    return value != nullptr && value->kind == Document::Kind::null ? std::string() : text(parent, "person");
  }
  bool only(const Document& map, std::initializer_list<std::string_view> keys, const char* what) {
    if (!map.is_map()) {
      diagnostics.push_back(
          wrong(Code::wrong_kind, map.position, std::string(what) + " of a receipt is an object", map.scalar));
      return false;
    }
    for (const auto& [key, value] : map.entries)
      if (std::find(keys.begin(), keys.end(), key.scalar) == keys.end())
        diagnostics.push_back(
            wrong(Code::unknown_key, key.position, std::string(what) + " of a receipt has no such key", key.scalar));
    return true;
  }
};

ReceiptFigure read_figure(ReceiptReading& reading, const Document& item) {
  ReceiptFigure figure;
  if (!reading.only(item, {"variable", "person", "values"}, "a figure"))
    return figure;
  figure.variable = reading.text(item, "variable");
  figure.person = reading.person(item);
  const Document* values = reading.list(item, "values");
  for (std::size_t i = 0; values != nullptr && i < values->items.size(); ++i) {
    const Document& value = values->items[i];
    if (value.is_map() || value.is_list())
      reading.diagnostics.push_back(
          wrong(Code::wrong_kind, value.position, "a value of a receipt is no list and no object"));
    figure.values.push_back(value.kind == Document::Kind::null ? ReceiptValue{"null", false}
                                                               : ReceiptValue{value.scalar, value.quoted});
  }
  return figure;
}

ReceiptNotice read_notice(ReceiptReading& reading, const Document& item) {
  ReceiptNotice notice;
  if (!reading.only(item, {"notice", "person", "months", "due"}, "a notice"))
    return notice;
  notice.notice = reading.text(item, "notice");
  notice.person = reading.person(item);
  notice.months = reading.texts(item, "months");
  if (item.find("due") != nullptr)
    notice.due = reading.texts(item, "due");
  return notice;
}

ReceiptAnswer read_answer(ReceiptReading& reading, const Document& item) {
  ReceiptAnswer answer;
  if (!reading.only(item, {"figures", "notices"}, "an answer"))
    return answer;
  if (const Document* figures = reading.list(item, "figures"))
    for (const Document& figure : figures->items)
      answer.figures.push_back(read_figure(reading, figure));
  if (const Document* notices = reading.list(item, "notices"))
    for (const Document& notice : notices->items)
      answer.notices.push_back(read_notice(reading, notice));
  return answer;
}

Receipt read_parts(ReceiptReading& reading, const Document& document) {
  Receipt receipt;
  reading.only(document,
               {"ansiopolku_receipt", "made", "engine", "rules", "language", "case", "texts", "asked", "answers",
                "digest", "code"},
               "the top");
  if (document.find("made") != nullptr)
    receipt.made = reading.text(document, "made");
  receipt.engine = reading.text(document, "engine");
  receipt.language = reading.text(document, "language");
  if (const Document* language = document.find("language"))
    receipt.places.language = language->position;
  if (const Document* rules = reading.map(document, "rules")) {
    reading.only(*rules, {"name", "version", "hash"}, "rules");
    receipt.rules_name = reading.text(*rules, "name");
    receipt.rules_version = reading.text(*rules, "version");
    receipt.rules_hash = reading.text(*rules, "hash");
  }
  if (const Document* situation = reading.map(document, "case")) {
    reading.only(*situation, {"text", "sha256"}, "case");
    receipt.case_text = reading.text(*situation, "text");
    const std::string digest = reading.digest(*situation, "sha256");
    if (const Document* text = situation->find("text")) {
      receipt.places.case_text = text->position;
      if (reading.diagnostics.empty() && digest != sha256_hex(receipt.case_text))
        reading.diagnostics.push_back(wrong(Code::bad_value, text->position,
                                            "the case is not the one that the receipt was made of",
                                            sha256_hex(receipt.case_text), digest));
    }
  }
  if (const Document* texts = reading.map(document, "texts")) {
    reading.only(*texts, {"sha256"}, "texts");
    receipt.texts = reading.digest(*texts, "sha256");
  }
  if (const Document* asked = reading.map(document, "asked")) {
    reading.only(*asked, {"figures", "months", "scenarios"}, "asked");
    receipt.figures = reading.texts(*asked, "figures", &receipt.places.figures);
    receipt.months = reading.texts(*asked, "months");
    receipt.scenarios = reading.texts(*asked, "scenarios");
    if (const Document* months = asked->find("months"))
      receipt.places.months = months->position;
    if (const Document* scenarios = asked->find("scenarios"))
      receipt.places.scenarios = scenarios->position;
  }
  if (const Document* answers = reading.list(document, "answers")) {
    for (const Document& answer : answers->items)
      receipt.answers.push_back(read_answer(reading, answer));
    if (receipt.answers.size() != receipt.scenarios.size())
      reading.diagnostics.push_back(wrong(Code::bad_value, answers->position, "a receipt has one answer a scenario",
                                          std::to_string(receipt.answers.size()),
                                          std::to_string(receipt.scenarios.size())));
  }
  return receipt;
}

void check_seal(ReceiptReading& reading, const Document& document, const Receipt& receipt) {
  const std::string digest = reading.digest(document, "digest");
  const std::string code = reading.text(document, "code");
  if (has_errors(reading.diagnostics))
    return;
  const std::string right = digest_of(receipt);
  if (digest != right)
    reading.diagnostics.push_back(wrong(Code::bad_value, document.find("digest")->position,
                                        "the receipt has been changed: it does not fit its digest", digest, right));
  else if (code != code_of_digest(digest))
    reading.diagnostics.push_back(wrong(Code::bad_value, document.find("code")->position,
                                        "the code is not that of the digest", code, code_of_digest(digest)));
}

}  // namespace

Result<Receipt> read_receipt(const std::string& file, std::string_view text) {
  const Result<Document> document = read_json(file, text);
  if (!document)
    return document.diagnostics();
  const Document* version = document->find("ansiopolku_receipt");
  if (version == nullptr)
    return wrong(Code::wrong_kind, document->position, "this is no receipt", document->scalar,
                 "{\"ansiopolku_receipt\": 1, …}");
  if (!version->is_scalar() || version->quoted || version->scalar != std::to_string(receipt_version))
    return wrong(Code::bad_value, version->position, "an unknown version of receipts", version->scalar,
                 std::to_string(receipt_version));
  ReceiptReading reading;
  Receipt receipt = read_parts(reading, *document);
  check_seal(reading, *document, receipt);
  if (!reading.diagnostics.empty())
    return std::move(reading.diagnostics);
  return receipt;
}

}  // namespace ansio::answer
