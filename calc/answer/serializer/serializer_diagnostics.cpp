// Refusals and warnings as JSON.
#include "calc/answer/serializer/serializer.h"
#include "calc/answer/serializer/serializer_parts.h"
#include "calc/explain/sentences/refusals.h"

namespace ansio::answer {

std::string_view code_name(Code code) {
  switch (code) {
#define CALC_CODE_NAME(name, number, meaning) \
  case Code::name:                            \
    return #name;
    CALC_DIAGNOSTIC_CODES(CALC_CODE_NAME)
#undef CALC_CODE_NAME
  }
  return "internal";
}

namespace json {

void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics) {
  if (diagnostics.empty())
    return;
  json.key("diagnostics").begin_list();
  for (const Diagnostic& diagnostic : diagnostics) {
    json.begin_object();
    json.key("code").text("E" + std::to_string(static_cast<int>(diagnostic.code)));
    json.key("name").text(code_name(diagnostic.code));
    json.key("severity").text(diagnostic.severity == Severity::error ? "error" : "warning");
    write_text(json, "file", diagnostic.position.file);
    if (diagnostic.position.line != 0) {
      json.key("line").number(diagnostic.position.line);
      json.key("column").number(diagnostic.position.column);
    }
    json.key("message").text(diagnostic.message);
    write_text(json, "found", diagnostic.found);
    write_text(json, "expected", diagnostic.expected);
    write_text(json, "hint", diagnostic.hint);
    json.end_object();
  }
  json.end_list();
}

}  // namespace json

std::string version_json(const Envelope& envelope, const Diagnostics& warnings) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, warnings);
  json.end_object();
  return json.take();
}

std::string diagnostics_json(const Envelope& envelope, const Diagnostics& diagnostics) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, in_language(envelope.rules, diagnostics, envelope.language));
  json.end_object();
  return json.take();
}

std::string diagnostics_json(std::string_view engine, const Diagnostics& diagnostics) {
  JsonWriter json;
  json.begin_object();
  json.key("format").number(1);
  json.key("engine").text(engine);
  json::write_diagnostics(json, diagnostics);
  json.end_object();
  return json.take();
}

}  // namespace ansio::answer
