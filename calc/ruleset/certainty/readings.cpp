// Readings are read as the formula or the values they stand for; plausible values as values of their input.
#include "calc/ruleset/certainty/readings.h"

#include <algorithm>

#include "calc/ruleset/certainty/expected_readings.h"
#include "calc/ruleset/certainty/source.h"
#include "calc/ruleset/declare/default_value.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/model/choices.h"

namespace ansio::ruleset {
namespace {

std::optional<Fraction> read_member(const Document& document, const Variable& input, Draft& draft) {
  if (!document.is_scalar()) {
    report(draft.diagnostics, Code::wrong_kind, document.position, "a plausible value is a single one",
           describe(document));
    return std::nullopt;
  }
  switch (input.type.kind) {
    case Type::Kind::boolean: {
      const std::optional<bool> truth = read_boolean(document, draft.diagnostics);
      return truth ? std::optional(Fraction::from_integer(*truth ? 1 : 0)) : std::nullopt;
    }
    case Type::Kind::enumeration: {
      const std::vector<std::string>& members = draft.rules.enums[input.type.enumeration].members;
      const auto member = std::find(members.begin(), members.end(), document.scalar);
      if (member != members.end())
        return Fraction::from_integer(member - members.begin());
      const std::string nearest = nearest_name(document.scalar, members);
      report(draft.diagnostics, Code::unknown_member, document.position, "no such member of the enum", document.scalar,
             {}, nearest.empty() ? "" : "did you mean '" + nearest + "'?");
      return std::nullopt;
    }
    case Type::Kind::number: {
      const std::optional<Fraction> number = read_number(document, draft.diagnostics);
      return number && input.percent ? std::optional(*number / Fraction::from_integer(100)) : number;
    }
    case Type::Kind::month:
    case Type::Kind::date:
      break;
  }
  report(draft.diagnostics, Code::wrong_kind, document.position,
         "months and dates lie between two, they are not listed", document.scalar, "between: [2026-01, 2026-12]");
  return std::nullopt;
}

void read_members(const Document& list, const Variable& input, Plausible& plausible, Draft& draft) {
  if (!list.is_list() || list.items.empty()) {
    report(draft.diagnostics, Code::wrong_kind, list.position, "plausible values are a list", describe(list),
           "a list such as [none, basic]");
    return;
  }
  for (const Document& item : list.items) {
    const std::optional<Fraction> member = read_member(item, input, draft);
    if (!member)
      continue;
    if ((input.lowest && *member < *input.lowest) || (input.highest && *input.highest < *member))
      report(draft.diagnostics, Code::out_of_bounds, item.position, "a plausible value outside the bounds",
             item.scalar);
    else if (std::find(plausible.members.begin(), plausible.members.end(), *member) != plausible.members.end())
      report(draft.diagnostics, Code::duplicate_key, item.position, "a plausible value that stands twice", item.scalar);
    else
      plausible.members.push_back(*member);
  }
}

// A plain value of the input, or a formula over what is known.
DatedFormula read_end(const Document& end, FormulaSource::Slot slot, const Variable& input, Draft& draft) {
  if (!end.is_scalar()) {
    report(draft.diagnostics, Code::wrong_kind, end.position, "an end of a range is a value or a formula",
           describe(end));
    return {};
  }
  if (std::optional<DatedFormula> constant = read_default_value(end, input, draft))
    return *constant;
  draft.formulas.push_back({slot, static_cast<VariableId>(draft.rules.variables.size()), 0, &end});
  return {YearMonth{}, no_node, end.scalar};
}

void read_ends(const Document& ends, const Variable& input, Plausible& plausible, Draft& draft) {
  if (!ends.is_list() || ends.items.size() != 2) {
    report(draft.diagnostics, Code::wrong_kind, ends.position, "a range has a least and a most", describe(ends),
           "a list such as [0, 4000]");
    return;
  }
  if (input.type.kind == Type::Kind::boolean || input.type.kind == Type::Kind::enumeration) {
    report(draft.diagnostics, Code::wrong_kind, ends.position, "nothing lies between members", describe(ends),
           "one_of: [none, basic]");
    return;
  }
  plausible.least = read_end(ends.items[0], FormulaSource::Slot::least, input, draft);
  plausible.most = read_end(ends.items[1], FormulaSource::Slot::most, input, draft);
}

}  // namespace

const Document* take_reading_list(Fields& fields, Draft& draft) {
  const Document* list = fields.take("readings");
  if (list == nullptr)
    return nullptr;
  if (list->is_map() && !list->entries.empty())
    return list;
  report(draft.diagnostics, Code::wrong_kind, list->position, "readings stand by name", describe(*list),
         "a map such as {literal: {formula: …, says: …, settled_by: …, source: …}}");
  return nullptr;
}

std::optional<Reading> read_reading_heading(const Document& key, Fields& fields, Draft& draft) {
  Reading reading;
  const std::optional<std::string> name = read_name(key, "the name of a reading", draft.diagnostics);
  reading.says = require_texts(fields, "says", draft.diagnostics);
  reading.settled_by = require_texts(fields, "settled_by", draft.diagnostics);
  if (const Document* source = fields.require("source"))
    reading.source = read_source(*source, false, draft.diagnostics);
  if (!name)
    return std::nullopt;
  reading.name = *name;
  if (*name == standing_reading) {
    report(draft.diagnostics, Code::name_taken, key.position, "'standing' is what the rules take anyway", *name);
    return std::nullopt;
  }
  if (is_expected_reading(reading)) {
    report(draft.diagnostics, Code::name_taken, key.position, "an end of what an expected value may be has this name",
           *name);
    return std::nullopt;
  }
  return reading;
}

void take_plausible(Fields& fields, Variable& input, Draft& draft) {
  const Document* document = fields.take("plausible");
  if (document == nullptr)
    return;
  Fields of_it(*document, document->position, "what is plausible", draft.diagnostics);
  if (!of_it.is_map())
    return;
  Plausible plausible;
  const Document* members = of_it.take("one_of");
  const Document* ends = of_it.take("between");
  if (const Document* source = of_it.require("source"))
    plausible.source = read_source(*source, false, draft.diagnostics);
  of_it.finish();
  if ((members == nullptr) == (ends == nullptr)) {
    report(draft.diagnostics, Code::missing_key, document->position, "what is plausible is either listed or bounded",
           {}, "one_of: [none, basic], or between: [0, 4000]");
    return;
  }
  if (members != nullptr)
    read_members(*members, input, plausible, draft);
  else
    read_ends(*ends, input, plausible, draft);
  input.plausible = std::move(plausible);
}

}  // namespace ansio::ruleset
