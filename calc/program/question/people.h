// Who is who in a household: roles, sets and order as numbers of persons.
//
// Persons are numbered as in Shape: the client is 0, the spouse (when there is one) 1, the children follow.
//
//   Shape family{.spouse = true, .children = 2};
//   role_of(family, 2) == PersonRole::child;  people_in(family, People::adults, 0) → 0, 1
#pragma once

#include "calc/program/floor.h"
#include "calc/program/question/question.h"

#include <array>

namespace ansio::program {

enum class PersonRole : std::uint8_t { client, spouse, child };

constexpr PersonRole role_of(Shape shape, int person) {
  if (person == 0)
    return PersonRole::client;
  return shape.spouse && person == 1 ? PersonRole::spouse : PersonRole::child;
}

// Whose rule is computed, and whose names are bare: the same person, except inside an aggregate.
struct Viewpoint {
  std::uint8_t own = Instance::household;
  std::uint8_t at_hand = Instance::household;
};

// The person (or the household) that a selector means from here; nothing when there is no such person.
constexpr std::optional<std::uint8_t> selected(Shape shape, Selector selector, Viewpoint from) {
  const bool adult = from.at_hand == 0 || (from.at_hand == 1 && shape.spouse);
  switch (selector) {
    case Selector::household:
      return Instance::household;
    case Selector::element:
      return from.at_hand == Instance::household ? std::nullopt : std::optional(from.at_hand);
    case Selector::self:
      return from.own == Instance::household ? std::nullopt : std::optional(from.own);
    case Selector::client:
      return std::uint8_t{0};
    case Selector::spouse:
      return shape.spouse ? std::optional<std::uint8_t>(std::uint8_t{1}) : std::nullopt;
    case Selector::partner:
      if (!shape.spouse || !adult)
        return std::nullopt;
      return static_cast<std::uint8_t>(1 - from.at_hand);
    case Selector::child:
      return std::nullopt;
  }
  return std::nullopt;
}

// True when the person at hand plays the role (client, spouse or child).
constexpr bool plays(Shape shape, Selector role, Viewpoint from) {
  if (from.at_hand == Instance::household)
    return false;
  const PersonRole is = role_of(shape, from.at_hand);
  return (role == Selector::client && is == PersonRole::client) ||
         (role == Selector::spouse && is == PersonRole::spouse) || (role == Selector::child && is == PersonRole::child);
}

// Membership in a set, seen from the person at hand (`others` leaves that one out).
constexpr bool belongs(Shape shape, People set, int person, Viewpoint from) {
  const bool child = role_of(shape, person) == PersonRole::child;
  switch (set) {
    case People::persons:
      return true;
    case People::adults:
      return !child;
    case People::children:
      return child;
    case People::others:
      return person != from.at_hand;
  }
  return false;
}

// `position` in a formula counts from 1: the client is first.
constexpr int position_of(int person) {
  return person + 1;
}

// "client", "spouse", "child1", …
std::string role_name(Shape shape, std::uint8_t person);

// "client.wage", "rent": an instance as batch columns name it.
std::string instance_name(std::string_view variable, Shape shape, std::uint8_t person);

}  // namespace ansio::program
