// Finds the name meant by exact titles first, then by the first word of a title, then by edit distance.
#include "calc/case/names/hints.h"

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/text/characters.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ansio::cases {
namespace {

// Something with a name and titles, as hints look at it.
struct Named {
  std::string_view name;
  std::array<std::string_view, language_count> titles{};
};

// What the keys of a case are called in the languages of the reader.
struct KeyWord {
  std::string_view key;
  std::string_view word;
};
constexpr KeyWord key_words[] = {
    {"start", "alku"},           {"start", "alkaa"},          {"start", "börjar"},  {"months", "kuukaudet"},
    {"months", "månader"},       {"client", "asiakas"},       {"client", "hakija"}, {"client", "klient"},
    {"client", "kund"},          {"spouse", "puoliso"},       {"spouse", "make"},   {"spouse", "partner"},
    {"children", "lapset"},      {"children", "barn"},        {"children", "kids"}, {"scenarios", "vaihtoehdot"},
    {"scenarios", "skenaariot"}, {"scenarios", "alternativ"}, {"name", "nimi"},     {"name", "namn"},
    {"decisions", "päätökset"},  {"decisions", "beslut"},
};

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

class Search {
 public:
  explicit Search(std::string_view text) : text_(folded(text)) {}

  // How far a candidate is: 0 the same, 1 its title begins with this word, then by letters. Keeps the nearest.
  void consider(const Named& candidate) {
    weigh(candidate.name, folded(candidate.name));
    const std::size_t dot = candidate.name.rfind('.');
    if (dot != candidate.name.npos)
      weigh(candidate.name, folded(candidate.name.substr(dot + 1)), 1);
    for (const std::string_view title : candidate.titles)
      if (!title.empty())
        weigh(candidate.name, folded(title));
  }

  [[nodiscard]] std::string take() const {
    if (!nearest_.empty() || text_.empty())
      return std::string(nearest_);
    const std::string near = nearest_name(text_, forms_);
    const auto found = std::find(forms_.begin(), forms_.end(), near);
    return near.empty() || found == forms_.end()
               ? std::string()
               : std::string(names_[static_cast<std::size_t>(found - forms_.begin())]);
  }

 private:
  void weigh(std::string_view name, std::string form, std::size_t more = 0) {
    constexpr std::size_t shortest_word = 3;
    std::size_t weight = none;
    if (form == text_)
      weight = more;
    else if (text_.size() >= shortest_word && first_word(form) == text_)
      weight = form.size() + more;
    if (weight < weight_) {
      weight_ = weight;
      nearest_ = name;
    }
    names_.push_back(name);
    forms_.push_back(std::move(form));
  }

  static constexpr std::size_t none = 1'000;
  std::string text_;
  std::size_t weight_ = none;
  std::string_view nearest_;
  std::vector<std::string_view> names_;
  std::vector<std::string> forms_;
};

Named named(std::string_view name, const Texts& title) {
  Named found{name};
  std::copy(title.by_language.begin(), title.by_language.end(), found.titles.begin());
  return found;
}

}  // namespace

std::string nearest_member(const Enumeration& kinds, std::string_view text) {
  Search search(text);
  for (std::size_t i = 0; i < kinds.members.size(); ++i)
    search.consider(i < kinds.member_titles.size() ? named(kinds.members[i], kinds.member_titles[i])
                                                   : Named{kinds.members[i]});
  return search.take();
}

std::string nearest_variable(const RuleSet& rules, std::string_view text, const std::vector<std::string>& structural) {
  Search search(text);
  for (const std::string& name : structural) {
    search.consider({name});
    for (const KeyWord& word : key_words)
      if (word.key == name)
        search.consider({name, {word.word}});
  }
  // Inputs first: of two that are as near, people mean what they can say.
  for (const Variable::Kind kind : {Variable::Kind::input, Variable::Kind::rule})
    for (const Variable& variable : rules.variables)
      if (variable.kind == kind)
        search.consider(named(variable.name, variable.title));
  return search.take();
}

}  // namespace ansio::cases
