// Two answers to one case, a receipt's and today's: where they differ.
//
//   std::vector<ReceiptChange> changes = changes_between(receipt, now);      // none: the same
//   std::string answer = verification_json(envelope, receipt, changes);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/answer/floor.h"
#include "calc/answer/receipt/receipt.h"

namespace ansio::answer {

struct ReceiptChange {
  enum class Kind : std::uint8_t { figure, notice, words };
  Kind kind = Kind::figure;
  std::string scenario;
  std::string name, person;        // of the figure or the notice
  std::string month;               // the first in which they differ; of a yearly figure the year
  std::string before, after;       // values there; of a notice the months in which it begins and the days it is due
  std::size_t months = 0;          // in how many they differ
  std::optional<Fraction> change;  // over all of them, of numbers
};

// In the order of the receipt. Words are compared only where all else is the same and the rules are.
std::vector<ReceiptChange> changes_between(const Receipt& before, const Receipt& after);

std::string verification_json(const Envelope& envelope, const Receipt& receipt,
                              const std::vector<ReceiptChange>& changes);

}  // namespace ansio::answer
