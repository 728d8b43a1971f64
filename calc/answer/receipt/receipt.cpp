// Makes receipts of results, seals them, and writes them. The order of what is hashed is that of docs/receipt.md.
#include "calc/answer/receipt/receipt.h"

#include <charconv>

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/base/digest/sha256.h"
#include "calc/case/names/names.h"
#include "calc/case/values/value.h"
#include "calc/explain/words/words.h"

namespace ansio::answer {
namespace {

// A row of fields, each with its length before it, so that no two answers are written alike.
class Fields {
 public:
  Fields& add(std::string_view text) {
    bytes_ += std::to_string(text.size());
    bytes_ += ':';
    bytes_ += text;
    bytes_ += '\n';
    return *this;
  }
  Fields& count(std::size_t members) { return add(std::to_string(members)); }
  Fields& list(const std::vector<std::string>& members) {
    count(members.size());
    for (const std::string& member : members)
      add(member);
    return *this;
  }
  [[nodiscard]] std::string sha256() const { return sha256_hex(bytes_); }

 private:
  std::string bytes_;
};

std::string words_of(const Envelope& envelope, const Results& results) {
  Fields words;
  words.count(results.variables.size());
  for (const VariableId id : results.variables)
    words.add(envelope.rules.variables[id].name).add(envelope.rules.variables[id].title.in(envelope.language));
  for (const ScenarioResult& scenario : results.scenarios) {
    words.count(scenario.notices.size());
    for (const FiredNotice& fired : scenario.notices) {
      const Notice& notice = envelope.rules.notices[fired.notice];
      words.add(notice.name)
          .add(notice.title.in(envelope.language))
          .add(sentence_of(envelope.rules, results, scenario, fired, fired.months.front(), envelope.language));
    }
  }
  return words.sha256();
}

std::string person_of(const ScenarioResult& scenario, const Instance& instance) {
  return instance.person == Instance::household ? std::string() : person_name(scenario.shape, instance.person);
}

ReceiptValue value_of(const RuleSet& rules, const Variable& variable, const Value& value) {
  if (!value.is_valid())
    return {"null", false};
  const Type::Kind kind = variable.type.kind;
  return {value_text(rules, variable, value), kind != Type::Kind::number && kind != Type::Kind::boolean};
}

ReceiptAnswer answer_of(const RuleSet& rules, const ScenarioResult& scenario) {
  ReceiptAnswer answer;
  for (const Figure& figure : scenario.figures) {
    const Variable& variable = rules.variables[figure.instance.variable];
    ReceiptFigure& written = answer.figures.emplace_back();
    written.variable = variable.name;
    written.person = person_of(scenario, figure.instance);
    for (const Value& value : figure.values)
      written.values.push_back(value_of(rules, variable, value));
  }
  for (const FiredNotice& fired : scenario.notices) {
    ReceiptNotice& written = answer.notices.emplace_back();
    written.notice = rules.notices[fired.notice].name;
    written.person = person_of(scenario, fired.instance);
    for (const YearMonth month : fired.months)
      written.months.push_back(to_text(month));
    for (const Date day : fired.due)
      written.due.push_back(to_text(day));
  }
  return answer;
}

void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& members) {
  json.key(key).begin_list();
  for (const std::string& member : members)
    json.text(member);
  json.end_list();
}

void write_person(JsonWriter& json, const std::string& person) {
  json.key("person");
  if (person.empty())
    json.null();
  else
    json.text(person);
}

void write_receipt_value(JsonWriter& json, const ReceiptValue& value) {
  if (value.quoted)
    json.text(value.text);
  else if (value.text == "null")
    json.null();
  else if (value.text == "true" || value.text == "false")
    json.boolean(value.text == "true");
  else
    json.number(value.text);
}

void write_answer(JsonWriter& json, const ReceiptAnswer& answer) {
  json.begin_object().key("figures").begin_list();
  for (const ReceiptFigure& figure : answer.figures) {
    json.begin_object().key("variable").text(figure.variable);
    write_person(json, figure.person);
    json.key("values").begin_list();
    for (const ReceiptValue& value : figure.values)
      write_receipt_value(json, value);
    json.end_list().end_object();
  }
  json.end_list().key("notices").begin_list();
  for (const ReceiptNotice& notice : answer.notices) {
    json.begin_object().key("notice").text(notice.notice);
    write_person(json, notice.person);
    write_list(json, "months", notice.months);
    if (!notice.due.empty())
      write_list(json, "due", notice.due);
    json.end_object();
  }
  json.end_list().end_object();
}

// A number of a case that JSON has no other way to write is a text there: 007, .5 and 1e3 are refused as numbers of a
// case whoever writes them.
bool is_json_literal(const std::string& text) {
  if (text == "true" || text == "false")
    return true;
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = text.find_first_not_of("0123456789", at);
  const std::size_t digits = std::min(whole, text.size()) - at;
  if (digits == 0 || (digits > 1 && text[at] == '0'))
    return false;
  if (whole == std::string::npos)
    return true;
  return text[whole] == '.' && whole + 1 < text.size() &&
         text.find_first_not_of("0123456789", whole + 1) == std::string::npos;
}

void write_document(JsonWriter& json, const Document& document, std::string_view without = {}) {
  switch (document.kind) {
    case Document::Kind::null:
      json.null();
      return;
    case Document::Kind::scalar:
      if (document.quoted || !is_json_literal(document.scalar))
        json.text(document.scalar);
      else if (document.scalar == "true" || document.scalar == "false")
        json.boolean(document.scalar == "true");
      else
        json.number(document.scalar);
      return;
    case Document::Kind::list:
      json.begin_list();
      for (const Document& item : document.items)
        write_document(json, item);
      json.end_list();
      return;
    case Document::Kind::map:
      json.begin_object();
      for (const auto& [key, value] : document.entries)
        if (without.empty() || key.scalar != without)
          write_document(json.key(key.scalar), value);
      json.end_object();
      return;
  }
}

}  // namespace

Receipt receipt_of(const Envelope& envelope, const Results& results, std::string case_text) {
  Receipt receipt;
  receipt.engine = envelope.engine;
  receipt.rules_name = envelope.rules.name;
  receipt.rules_version = envelope.rules.version;
  receipt.rules_hash = envelope.rules.hash;
  receipt.language = language_code(envelope.language);
  receipt.case_text = std::move(case_text);
  receipt.texts = words_of(envelope, results);
  for (const VariableId id : results.variables)
    receipt.figures.push_back(envelope.rules.variables[id].name);
  for (int month = 0; month < results.months; ++month)
    receipt.months.push_back(to_text(YearMonth{results.start.index + month}));
  for (const ScenarioResult& scenario : results.scenarios) {
    receipt.scenarios.push_back(scenario.name);
    receipt.answers.push_back(answer_of(envelope.rules, scenario));
  }
  return receipt;
}

std::string digest_of(const Receipt& receipt) {
  Fields fields;
  fields.add("ansiopolku receipt " + std::to_string(receipt_version)).add(receipt.made).add(receipt.engine);
  fields.add(receipt.rules_name).add(receipt.rules_version).add(receipt.rules_hash).add(receipt.language);
  fields.add(sha256_hex(receipt.case_text)).add(receipt.texts);
  fields.list(receipt.figures).list(receipt.months).list(receipt.scenarios);
  for (const ReceiptAnswer& answer : receipt.answers) {
    fields.count(answer.figures.size());
    for (const ReceiptFigure& figure : answer.figures) {
      fields.add(figure.variable).add(figure.person).count(figure.values.size());
      for (const ReceiptValue& value : figure.values)
        fields.add(value.text);
    }
    fields.count(answer.notices.size());
    for (const ReceiptNotice& notice : answer.notices)
      fields.add(notice.notice).add(notice.person).list(notice.months).list(notice.due);
  }
  return fields.sha256();
}

std::string code_of_digest(const std::string& digest) {
  constexpr unsigned digits = 15;  // of the digest: 60 bits, five a character
  constexpr unsigned characters = 12;
  std::uint64_t bits = 0;
  std::from_chars(digest.data(), digest.data() + digits, bits, 16);
  std::string code;
  for (unsigned i = 0; i < characters; ++i) {
    if (i == 4 || i == 8)
      code += '-';
    code += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> (5 * (characters - 1 - i)) & 31U];
  }
  return code;
}

std::string receipt_json(const Receipt& receipt) {
  JsonWriter json;
  json.begin_object().key("ansiopolku_receipt").number(receipt_version);
  json::write_text(json, "made", receipt.made);
  json.key("engine").text(receipt.engine);
  json.key("rules").begin_object().key("name").text(receipt.rules_name);
  json.key("version").text(receipt.rules_version).key("hash").text(receipt.rules_hash).end_object();
  json.key("language").text(receipt.language);
  json.key("case").begin_object().key("text").text(receipt.case_text);
  json.key("sha256").text(sha256_hex(receipt.case_text)).end_object();
  json.key("texts").begin_object().key("sha256").text(receipt.texts).end_object();
  json.key("asked").begin_object();
  write_list(json, "figures", receipt.figures);
  write_list(json, "months", receipt.months);
  write_list(json, "scenarios", receipt.scenarios);
  json.end_object().key("answers").begin_list();
  for (const ReceiptAnswer& answer : receipt.answers)
    write_answer(json, answer);
  json.end_list();
  const std::string digest = digest_of(receipt);
  json.key("digest").text(digest).key("code").text(code_of_digest(digest)).end_object();
  return json.take() + '\n';
}

std::string case_without_file(const Document& document, std::string_view text) {
  if (document.find("file") == nullptr)
    return std::string(text);
  JsonWriter json;
  write_document(json, document, "file");
  return json.take();
}

}  // namespace ansio::answer
