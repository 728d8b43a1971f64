#include "calc/program/question/people.h"

namespace ansio::program {

std::string role_name(Shape shape, std::uint8_t person) {
  switch (role_of(shape, person)) {
    case PersonRole::client:
      return "client";
    case PersonRole::spouse:
      return "spouse";
    case PersonRole::child:
      break;
  }
  return "child" + whole_text(person - (shape.spouse ? 1 : 0));
}

std::string instance_name(std::string_view variable, Shape shape, std::uint8_t person) {
  std::string name;
  if (person != Instance::household)
    name = role_name(shape, person) + ".";
  name += variable;
  return name;
}

}  // namespace ansio::program
