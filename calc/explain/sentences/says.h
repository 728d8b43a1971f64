// Sentences of rules with the figures put in: "You get {amount}." → "You get 312.23 €."
//
// {amount} is the figure itself; {name} a variable or a parameter of one value, of the own module when it has one of
// that name, else a global one; {client.name} a person's. The loader has checked the names.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "calc/explain/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::explain {

// The instances a text names, {amount} excepted, for the person (or household) it is said of.
std::vector<Instance> spoken_instances(const RuleSet& rules, const Shape& shape, std::uint16_t module,
                                       std::uint8_t person, const Texts& text);

struct Saying {
  const RuleSet& rules;
  Shape shape;
  std::uint16_t module = 0;
  std::uint8_t person = Instance::household;
  YearMonth month;
  Language language = Language::en;
  std::optional<std::string> amount;  // formatted
  std::function<std::optional<Value>(const Instance&)> value_of;
};

// A name whose value is not known stays as it stands, braces and all.
std::string fill(const Saying& saying, const std::string& text);

}  // namespace ansio::explain
