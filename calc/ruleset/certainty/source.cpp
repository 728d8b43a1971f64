// Puts the parts of a source into the one line of words that answers and pages show.
#include "calc/ruleset/certainty/source.h"

#include <algorithm>

#include "calc/base/date/date.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::ruleset {
namespace {

std::string text_of_key(Fields& fields, std::string_view key, Diagnostics& diagnostics) {
  const Document* value = fields.take(key);
  return value ? read_text(*value, diagnostics).value_or("") : std::string();
}

std::string read_one(const Document& document, bool with_days, Diagnostics& diagnostics) {
  if (document.is_scalar())
    return document.scalar;
  Fields fields(document, document.position, "a source", diagnostics);
  const Document* act = fields.take("act");
  const std::string section = text_of_key(fields, "section", diagnostics);
  const std::string title = text_of_key(fields, "title", diagnostics);
  const std::string says = text_of_key(fields, "says", diagnostics);
  const Document* read = fields.take("read");
  fields.finish();
  if (!fields.is_map())
    return {};
  if (!act && title.empty())
    report(diagnostics, Code::missing_key, document.position, "a source is an act or has a title", {},
           "act: 571/2007, or title: …");
  if (act && !(act->is_scalar() && is_statute(act->scalar)))
    report(diagnostics, Code::bad_citation, act->position, "an act is called by number and year", describe(*act),
           "number and year, as in 571/2007");
  if (!act && !section.empty())
    report(diagnostics, Code::bad_citation, document.position, "a section without its act", section);
  std::string text = act ? act->scalar : std::string();
  text += section.empty() ? "" : ' ' + section;
  text += title.empty() ? "" : (text.empty() ? "" : ", ") + title;
  text += says.empty() ? "" : ": " + says;
  if (!read)
    return text;
  if (!parse_date(read->scalar))
    report(diagnostics, Code::bad_date, read->position, "no date", describe(*read), "a date such as 2026-05-12");
  return with_days ? text + " (" + read->scalar + ')' : text;
}

std::vector<const Document*> one_or_more(const Document& document) {
  std::vector<const Document*> all;
  if (!document.is_list())
    return {&document};
  for (const Document& item : document.items)
    all.push_back(&item);
  return all;
}

bool is_authority(const RuleSet& rules, const std::string& name) {
  const auto called = [&](const Recipient& one) { return one.name == name; };
  return std::any_of(rules.recipients.begin(), rules.recipients.end(), called) ||
         std::any_of(rules.authorities.begin(), rules.authorities.end(), called);
}

void read_settlers(const Document& document, Assumption& assumption, Draft& draft) {
  for (const Document* one : one_or_more(document)) {
    const std::optional<std::string> name = read_text(*one, draft.diagnostics);
    if (!name)
      continue;
    if (is_authority(draft.rules, *name)) {
      assumption.settled_by.push_back(*name);
      continue;
    }
    std::vector<std::string> names;
    for (const auto* all : {&draft.rules.recipients, &draft.rules.authorities})
      for (const Recipient& recipient : *all)
        names.push_back(recipient.name);
    const std::string nearest = nearest_name(*name, names);
    report(draft.diagnostics, Code::unknown_name, one->position, "the manifest names no such recipient or authority",
           *name, {}, nearest.empty() ? "" : "did you mean '" + nearest + "'?");
  }
}

}  // namespace

std::string read_source(const Document& document, bool with_days, Diagnostics& diagnostics) {
  std::string text;
  for (const Document* one : one_or_more(document))
    text += (text.empty() ? "" : "; ") + read_one(*one, with_days, diagnostics);
  return text;
}

Assumption take_assumption(Fields& fields, Draft& draft) {
  Assumption assumption;
  const Document* status = fields.take("status");
  const Document* note = fields.take("note");
  const Document* settled_by = fields.take("settled_by");
  const Document* looked_at = fields.take("looked_at");
  if (note)
    assumption.note = read_texts(*note, "note", draft.diagnostics);
  if (settled_by)
    read_settlers(*settled_by, assumption, draft);
  if (looked_at)
    assumption.looked_at = read_source(*looked_at, true, draft.diagnostics);
  if (status && read_word(*status, {"unverified"}, draft.diagnostics)) {
    assumption.unverified = true;
    if (!note)
      report(draft.diagnostics, Code::missing_key, status->position,
             "what is unverified says in a note what is assumed", {}, "the key 'note'");
  }
  for (const Document* rest : {note, settled_by, looked_at})
    if (rest && !status)
      report(draft.diagnostics, Code::missing_key, rest->position,
             "a note, who settles it and what was looked at belong to law that could not be confirmed", {},
             "status: unverified");
  return assumption;
}

}  // namespace ansio::ruleset
