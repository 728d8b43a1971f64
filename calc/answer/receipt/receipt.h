// A receipt: an answer with all that is needed to compute it again, sealed by a digest (docs/receipt.md).
//
//   Receipt receipt = receipt_of(envelope, *results, case_text);
//   std::string file = receipt_json(receipt);
//   Result<Receipt> again = read_receipt("receipt.json", file);      // whole and unchanged, or refused with its place
//
// Errors of read_receipt: those of read_json; missing_key, unknown_key and wrong_kind of what is no receipt or not
// whole; bad_value of what does not fit its hash, and of a version that is not known.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"

namespace ansio::answer {

inline constexpr int receipt_version = 1;

struct ReceiptValue {
  std::string text;     // as JSON has it, without quotes
  bool quoted = false;  // a word, a month or a date
  friend bool operator==(const ReceiptValue&, const ReceiptValue&) = default;
};

struct ReceiptFigure {
  std::string variable, person;  // of the household: ""
  std::vector<ReceiptValue> values;
  friend bool operator==(const ReceiptFigure&, const ReceiptFigure&) = default;
};

struct ReceiptNotice {
  std::string notice, person;
  std::vector<std::string> months, due;
  friend bool operator==(const ReceiptNotice&, const ReceiptNotice&) = default;
};

struct ReceiptAnswer {
  std::vector<ReceiptFigure> figures;
  std::vector<ReceiptNotice> notices;
};

// Where the parts of a receipt stand that only a computation can judge.
struct ReceiptPlaces {
  Position case_text, months, scenarios, language;
  std::vector<Position> figures;
};

struct Receipt {
  std::string made;  // a day, or nothing
  std::string engine;
  std::string rules_name, rules_version, rules_hash;
  std::string language;
  std::string case_text;
  std::string texts;  // SHA-256 of the words said
  std::vector<std::string> figures, months, scenarios;
  std::vector<ReceiptAnswer> answers;  // one a scenario
  ReceiptPlaces places;                // of one that was read
};

// `case_text` is what the results were computed from, without `file:` (case_without_file).
Receipt receipt_of(const Envelope& envelope, const Results& results, std::string case_text);

std::string digest_of(const Receipt& receipt);          // 64 digits
std::string code_of_digest(const std::string& digest);  // "WERC-8GMR-ZGE1"

std::string receipt_json(const Receipt& receipt);
Result<Receipt> read_receipt(const std::string& file, std::string_view text);

// A case as it may leave the house: the text itself, or, when it has the key `file`, the same case as JSON without it.
std::string case_without_file(const Document& document, std::string_view text);

}  // namespace ansio::answer
