#include "wasm/engine/calls.h"

namespace ansio::wasm {

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

Diagnostic wrong_request(std::string_view message, std::string_view found) {
  return worded([&] {
    return Diagnostic{.code = Code::wrong_use,
                      .position = {"<request>", 0, 0},
                      .message = std::string(message),
                      .found = std::string(found)};
  });
}

Result<std::vector<VariableId>> variables_named(const RuleSet& rules, const std::vector<std::string>& names) {
  return parse_bare_names(rules, names, "<request>");
}

}  // namespace ansio::wasm
