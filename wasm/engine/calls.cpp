#include "wasm/engine/calls.h"

namespace calc::wasm {
namespace {

constexpr Call calls[] = {
    {"calc", true, answer_calc},
    {"compare", true, answer_compare},
    {"explain", true, answer_explain},
    {"sweep", true, answer_sweep},
    {"inputs", false, answer_inputs},
    {"outputs", false, answer_outputs},
    {"parameters", false, answer_parameters},
    {"unverified", false, answer_unverified},
    {"unsupported", false, answer_unsupported},
    {"notices", false, answer_notices},
    {"schema", false, answer_schema},
    {"version", false, answer_version},
};

}  // namespace

const Call* find_call(std::string_view name) {
  for (const Call& call : calls)
    if (call.name == name)
      return &call;
  return nullptr;
}

std::string text_of(const Document& request, std::string_view key) {
  const Document* value = request.find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string();
}

std::vector<std::string> texts_of(const Document& request, std::string_view key) {
  std::vector<std::string> texts;
  if (const Document* list = request.find(key); list != nullptr && list->is_list())
    for (const Document& item : list->items)
      texts.push_back(item.scalar);
  return texts;
}

Diagnostic wrong_request(std::string message, std::string found) {
  return {.code = Code::wrong_use,
          .position = {"<request>", 0, 0},
          .message = std::move(message),
          .found = std::move(found)};
}

}  // namespace calc::wasm
