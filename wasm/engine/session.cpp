#include "wasm/engine/session.h"

#include <algorithm>

#include "calc/base/document/json_reader.h"
#include "wasm/engine/module.h"

namespace ansio::wasm {
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

bool Session::load(std::string_view core, std::span<const std::string_view> parts) {
  auto rules = std::make_unique<RuleSet>();
  if (const Diagnostics wrong = load_rules(*rules, core, parts); !wrong.empty()) {
    answer_ = refusal(engine_version, wrong);
    return false;
  }
  answering_.reset();
  rules_ = std::move(rules);
  answering_.emplace(answering_under(*rules_));
  return true;
}

const std::string& Session::ask(std::string_view request, std::string_view case_text) {
  numbers_.clear();
  answer_ = answered(request, case_text);
  return answer_;
}

std::string Session::answered(std::string_view request_text, std::string_view case_text) {
  if (rules_ == nullptr)
    return refusal(engine_version, {wrong_request("no rules are loaded", {})});
  const Result<Document> request = read_json("<request>", request_text);
  if (!request)
    return refusal(engine_version, request.diagnostics());
  const std::string language_name = text_of(*request, "language");
  const auto language = language_named(language_name);
  if (!language)
    return refusal(engine_version, {wrong_request("no such language", language_name)});
  const Envelope envelope{engine_version, *rules_, *language};
  const std::string name = text_of(*request, "do");
  const std::span<const Call> known = calls();
  const auto call = std::find_if(known.begin(), known.end(), [&](const Call& one) { return one.name == name; });
  if (call == known.end())
    return refusal(envelope, {wrong_request("no such request", name)});
  Result<Case> situation = Diagnostics{};
  if (call->is_about_a_case) {
    const Result<Document> document = read_json("<case>", case_text);
    if (!document)
      return refusal(envelope, document.diagnostics());
    situation = read_case(*rules_, *document);
    if (!situation)
      return refusal(envelope, situation.diagnostics());
  }
  return call->answer({envelope, *request, situation, *answering_, numbers_});
}

}  // namespace ansio::wasm
