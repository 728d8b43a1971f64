#include "wasm/engine/session.h"

#include "calc/base/json_reader.h"
#include "calc/ruleset/image.h"
#include "wasm/engine/calls.h"

namespace calc::wasm {
namespace {

constexpr std::string_view engine_version = ANSIO_VERSION;

std::optional<Language> language_named(std::string_view name) {
  constexpr std::array<std::string_view, language_count> names{"fi", "sv", "en", "fi-simple"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name)
      return static_cast<Language>(i);
  return std::nullopt;
}

}  // namespace

std::string Session::load(std::string_view core, std::span<const std::string_view> parts) {
  Result<RuleSet> rules = load_image(core, parts);
  if (!rules)
    return diagnostics_json(engine_version, rules.diagnostics());
  machine_.reset();
  rules_ = std::move(*rules);
  machine_ = std::make_unique<Machine>(*rules_);
  return {};
}

std::string Session::ask(std::string_view request_text, std::string_view case_text) {
  numbers_.clear();
  if (!rules_)
    return diagnostics_json(engine_version, {wrong_request("no rules are loaded", {})});
  const Result<Document> request = read_json("<request>", request_text);
  if (!request)
    return diagnostics_json(engine_version, request.diagnostics());
  const std::string language_name = text_of(*request, "language");
  const auto language = language_named(language_name);
  if (!language)
    return diagnostics_json(engine_version, {wrong_request("no such language", language_name)});
  const Envelope envelope{engine_version, *rules_, *language};
  const std::string name = text_of(*request, "do");
  const Call* call = find_call(name);
  if (call == nullptr)
    return diagnostics_json(envelope, {wrong_request("no such request", name)});
  Result<Case> situation = Diagnostics{};
  if (call->is_about_a_case) {
    const Result<Document> document = read_json("<case>", case_text);
    if (!document)
      return diagnostics_json(envelope, document.diagnostics());
    situation = read_case(*rules_, *document);
    if (!situation)
      return diagnostics_json(envelope, situation.diagnostics());
  }
  const Answering answering(*machine_);
  return call->answer({envelope, *request, situation, answering, numbers_});
}

}  // namespace calc::wasm
