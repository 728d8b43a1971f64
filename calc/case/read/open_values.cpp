// Open values and chosen readings of a case, read with all that is wrong with them.
#include "calc/case/read/open_values.h"

#include <algorithm>

#include "calc/case/values/value.h"
#include "calc/ruleset/model/choices.h"

namespace ansio::cases {
namespace {

constexpr std::string_view unknown_word = "unknown";
constexpr std::string_view how = "{between: [8, 20]}, {one_of: [none, basic]}, {varies: [8, 20]} or unknown";

bool has_member(const RuleSet& rules, const Variable& variable, std::string_view name) {
  if (variable.type.kind != Type::Kind::enumeration)
    return false;
  const std::vector<std::string>& members = rules.enums[variable.type.enumeration].members;
  return std::find(members.begin(), members.end(), name) != members.end();
}

// The largest value of the variable's decimals that is not above the middle.
Value middle_of(const Variable& variable, const Value& least, const Value& most) {
  Fraction step = Fraction::from_integer(1);
  if (variable.type.kind == Type::Kind::number)
    for (int i = variable.decimals + (variable.percent ? 2 : 0); i > 0; --i)
      step = step / Fraction::from_integer(10);
  const Value middle = round_to((least + most) / Fraction::from_integer(2), step, Rounding::down);
  return middle < least ? least : middle;
}

class OpenReader {
 public:
  OpenReader(CaseReading& reading, const VariableName& name)
      : reading_(reading), variable_(reading.rules.variables[name.variable]) {
    open_.name = name;
  }

  std::optional<Step> read(YearMonth from, const Document& value) {
    open_.from = from;
    open_.position = value.position;
    if (reading_.is_history)
      return refuse(value.position, "what was before the plan has one value", value.scalar,
                    expected_value(reading_.rules, variable_));
    const bool good = value.is_scalar() ? read_unknown(value) : read_map(value);
    if (!good)
      return std::nullopt;
    const auto number = static_cast<std::int32_t>(reading_.open.size());
    reading_.open.push_back(std::move(open_));
    return Step{from, assumed_, number};
  }

 private:
  std::nullopt_t refuse(const Position& where, std::string message, std::string found = {}, std::string expected = {}) {
    reading_.diagnostics.push_back(bad_case(where, std::move(message), std::move(found), std::move(expected)));
    return std::nullopt;
  }

  std::optional<Value> one(const Document& value) {
    if (!value.is_scalar())
      return refuse(value.position, variable_.name + " takes one value here", value.is_map() ? "a map" : "a list",
                    expected_value(reading_.rules, variable_));
    Result<Value> read = read_value(reading_.rules, variable_, value.scalar, value.position);
    if (read)
      return *read;
    for (Diagnostic& diagnostic : std::move(read).diagnostics())
      reading_.diagnostics.push_back(std::move(diagnostic));
    return std::nullopt;
  }

  bool read_unknown(const Document& value) {
    open_.kind = OpenValue::Kind::unknown;
    if (!variable_.plausible) {
      refuse(value.position, "the rules do not say what is plausible of " + variable_.name, value.scalar,
             "what it may be: " + std::string(how));
      return false;
    }
    if (variable_.required) {
      if (variable_.plausible->members.empty()) {
        refuse(value.position, variable_.name + " must be given, within limits at least", value.scalar,
               "{between: [least, most]}");
        return false;
      }
      assumed_ = variable_.plausible->members.front();
    }
    return true;
  }

  bool read_map(const Document& map) {
    const Document* assumed = nullptr;
    const Document* ends = nullptr;
    const Document* members = nullptr;
    for (const auto& [key, value] : map.entries) {
      if (key.scalar == "assumed") {
        assumed = &value;
      } else if ((key.scalar == "between" || key.scalar == "varies" || key.scalar == "one_of") && ends == nullptr &&
                 members == nullptr) {
        (key.scalar == "one_of" ? members : ends) = &value;
        open_.kind = key.scalar == "varies" ? OpenValue::Kind::varies
                     : members != nullptr   ? OpenValue::Kind::one_of
                                            : OpenValue::Kind::between;
      } else {
        refuse(key.position, "an open value has no such key", key.scalar, std::string(how));
        return false;
      }
    }
    if (ends == nullptr && members == nullptr) {
      refuse(map.position, "an open value says what it may be", {}, std::string(how));
      return false;
    }
    return (ends != nullptr ? read_ends(*ends) : read_members(*members)) &&
           (assumed == nullptr || read_assumed(*assumed));
  }

  bool read_ends(const Document& ends) {
    if (variable_.type.kind == Type::Kind::boolean || variable_.type.kind == Type::Kind::enumeration) {
      refuse(ends.position, "nothing lies between the values of " + variable_.name, {}, "{one_of: […]}");
      return false;
    }
    if (open_.kind == OpenValue::Kind::varies && variable_.period == Period::year) {
      refuse(ends.position, variable_.name + " is a year's: it does not vary from month to month", {},
             "{between: [least, most]}");
      return false;
    }
    if (!ends.is_list() || ends.items.size() != 2) {
      refuse(ends.position, "a range has a least and a most", ends.scalar, "[8, 20]");
      return false;
    }
    const auto least = one(ends.items[0]), most = one(ends.items[1]);
    if (!least || !most)
      return false;
    if (*most < *least) {
      refuse(ends.position, "the least is above the most", ends.items[0].scalar + ", " + ends.items[1].scalar);
      return false;
    }
    open_.least = *least;
    open_.most = *most;
    assumed_ = middle_of(variable_, *least, *most);
    return true;
  }

  bool read_members(const Document& members) {
    if (!members.is_list() || members.items.empty()) {
      refuse(members.position, "one_of is a list of values", members.scalar, "[none, basic]");
      return false;
    }
    for (const Document& item : members.items) {
      // What is not given has its default, or is computed.
      const bool is_absent = item.kind == Document::Kind::null;
      const auto member = is_absent ? std::optional(Value::invalid()) : one(item);
      if (!member)
        return false;
      if (std::find(open_.members.begin(), open_.members.end(), *member) != open_.members.end()) {
        refuse(item.position, "a value that stands twice", item.scalar);
        return false;
      }
      open_.members.push_back(*member);
    }
    if (open_.members.front().is_valid())
      assumed_ = open_.members.front();
    return true;
  }

  bool read_assumed(const Document& assumed) {
    assumed_ = one(assumed);
    if (!assumed_)
      return false;
    const bool is_among = open_.members.empty()
                              ? *assumed_ >= open_.least && *assumed_ <= open_.most
                              : std::find(open_.members.begin(), open_.members.end(), *assumed_) != open_.members.end();
    if (!is_among)
      refuse(assumed.position, "what is assumed is not among what may be", assumed.scalar);
    return is_among;
  }

  CaseReading& reading_;
  const Variable& variable_;
  OpenValue open_;
  std::optional<Value> assumed_;
};

// The number of a reading by its name: 0 is what the rules take anyway.
std::optional<Value> number_of(const std::vector<Reading>& readings, std::string_view name) {
  if (name == standing_reading)
    return Value::from_integer(0);
  for (std::size_t i = 0; i < readings.size(); ++i)
    if (readings[i].name == name)
      return Value::from_integer(static_cast<std::int64_t>(i) + 1);
  return std::nullopt;
}

class ReadingReader {
 public:
  ReadingReader(CaseReading& reading, const Choice& choice)
      : reading_(reading), choice_(choice), readings_(readings_of(reading.rules, choice)) {}

  std::optional<Step> read(const Document& value) {
    if (value.kind == Document::Kind::null)
      return Step{YearMonth{0}, std::nullopt};
    if (value.is_scalar() && value.scalar != unknown_word) {
      const auto number = one(value);
      return number ? std::optional(Step{YearMonth{0}, *number}) : std::nullopt;
    }
    OpenValue open;
    open.kind = OpenValue::Kind::one_of;
    open.name = {Owner{}, choice_.variable};
    open.position = value.position;
    const Document* list = value.find("one_of");
    if (value.is_scalar()) {
      for (std::size_t i = 0; i <= readings_.size(); ++i)
        open.members.push_back(Value::from_integer(static_cast<std::int64_t>(i)));
    } else if (list != nullptr && value.entries.size() == 1 && list->is_list() && !list->items.empty()) {
      for (const Document& item : list->items)
        if (const auto number = one(item))
          open.members.push_back(*number);
        else
          return std::nullopt;
    } else {
      reading_.diagnostics.push_back(
          bad_case(value.position, "a reading is chosen by its name", {}, names() + "; unknown, or {one_of: […]}"));
      return std::nullopt;
    }
    const Step step{YearMonth{0}, open.members.front(), static_cast<std::int32_t>(reading_.open.size())};
    reading_.open.push_back(std::move(open));
    return step;
  }

 private:
  std::optional<Value> one(const Document& value) {
    const auto number = value.is_scalar() ? number_of(readings_, value.scalar) : std::nullopt;
    if (!number)
      reading_.diagnostics.push_back({.code = Code::bad_value,
                                      .position = value.position,
                                      .message = owner_name(reading_.rules, choice_) + " is not read in this way",
                                      .found = value.scalar,
                                      .expected = names()});
    return number;
  }

  [[nodiscard]] std::string names() const {
    std::string text(standing_reading);
    for (const Reading& one : readings_)
      text += ", " + one.name;
    return text;
  }

  CaseReading& reading_;
  const Choice& choice_;
  const std::vector<Reading>& readings_;
};

}  // namespace

bool is_open_value(const RuleSet& rules, const Variable& variable, const Document& value) {
  if (value.is_scalar())
    return value.scalar == unknown_word && !has_member(rules, variable, unknown_word);
  return value.is_map() && std::any_of(value.entries.begin(), value.entries.end(), [](const DocumentEntry& entry) {
           const std::string& key = entry.first.scalar;
           return key == "between" || key == "one_of" || key == "varies";
         });
}

std::optional<Diagnostic> refused_open_text(const RuleSet& rules, const Variable& variable, std::string_view text,
                                            const Position& where) {
  const bool is_map =
      text.find("between") != text.npos || text.find("one_of") != text.npos || text.find("varies") != text.npos;
  if (!is_map && (text != unknown_word || has_member(rules, variable, unknown_word)))
    return std::nullopt;
  return Diagnostic{.code = Code::bad_value,
                    .position = where,
                    .message = "a row has one value for " + variable.name + "; what is open stands in a case",
                    .found = std::string(text),
                    .expected = expected_value(rules, variable),
                    .hint = "a case file with " + std::string(how) + ", for ansio calc, compare or stakes"};
}

std::optional<Step> read_open_value(CaseReading& reading, const VariableName& name, YearMonth from,
                                    const Document& value) {
  return OpenReader(reading, name).read(from, value);
}

void read_readings(CaseReading& reading, const Document& readings) {
  if (readings.kind == Document::Kind::null)
    return;
  if (!readings.is_map()) {
    reading.diagnostics.push_back(
        bad_case(readings.position, "readings are a map", readings.scalar, "{module.rule: name of the reading}"));
    return;
  }
  for (const DocumentEntry& entry : readings.entries) {
    const Document& key = entry.first;
    const Document& value = entry.second;
    const std::vector<Choice>& choices = reading.rules.choices;
    const auto choice = std::find_if(choices.begin(), choices.end(),
                                     [&](const Choice& one) { return owner_name(reading.rules, one) == key.scalar; });
    if (choice == choices.end()) {
      std::vector<std::string> names;
      for (const Choice& one : choices)
        names.push_back(owner_name(reading.rules, one));
      reading.diagnostics.push_back({.code = Code::unknown_variable,
                                     .position = key.position,
                                     .message = "no rule or parameter of this name can be read in another way",
                                     .found = key.scalar,
                                     .expected = "a name that `ansio list readings` tells",
                                     .hint = nearest_name(key.scalar, names)});
      continue;
    }
    if (const auto step = ReadingReader(reading, *choice).read(value))
      put_value(reading, {{Owner{}, choice->variable}, {*step}, key.position});
  }
}

}  // namespace ansio::cases
