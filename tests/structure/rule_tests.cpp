// Reads rule tests as text: what is asked here is how they look to a reader, not what they compute.
#include "tests/structure/rule_tests.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>

namespace structure {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_line = 120;
constexpr int longest_file = 400;
constexpr int fewest_words = 3;

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// Bytes of UTF-8 that continue a character are no letters of their own.
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0xC0;
}

bool continues_a_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return !continues_a_character(c); }));
}

std::optional<std::string> name_on(std::string_view line) {
  constexpr std::string_view begins = "  - name: ";
  if (!line.starts_with(begins))
    return std::nullopt;
  line.remove_prefix(begins.size());
  if (line.size() > 1 && line.front() == '"' && line.back() == '"')
    line = line.substr(1, line.size() - 2);
  return std::string(line);
}

// Words of at least two letters; a code such as "UB-02" or "full_day" has none.
int words(std::string_view name) {
  int count = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const auto letters = std::count_if(word.begin(), word.end(), is_letter);
    if (letters >= 2 && std::none_of(word.begin(), word.end(), is_digit))
      ++count;
    at = end + 1;
  }
  return count;
}

// "a rent of 500.10 in 2026" and "a rent of 71 in 2024" are alike.
std::string without_numbers(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool within = i > 0 && i + 1 < name.size() && is_digit(name[i - 1]) && is_digit(name[i + 1]);
    if (is_digit(name[i]) || (within && (name[i] == '.' || name[i] == ',' || name[i] == '-' || name[i] == '/'))) {
      if (text.empty() || text.back() != '#')
        text += '#';
    } else {
      text += name[i];
    }
  }
  return text;
}

std::string wrong_with(std::string_view name) {
  if (name.find('_') != name.npos)
    return "names a test by a code: ";
  if (name.size() > 4 && std::all_of(name.begin(), name.begin() + 4, is_digit))
    return "names a test by its date: ";
  if (words(name) < fewest_words)
    return "does not name a situation: ";
  return {};
}

std::vector<fs::path> test_files(const fs::path& root) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator{root / "rules"})
    if (entry.path().string().ends_with(".test.yaml"))
      found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

void look_at(const fs::path& root, const fs::path& file, std::vector<Violation>& found) {
  const std::string path = fs::relative(file, root).generic_string();
  std::ifstream in{file};
  std::map<std::string, int> names;
  std::map<std::string, int> kinds;
  std::string line;
  int number = 0;
  while (std::getline(in, line)) {
    ++number;
    if (columns(line) > longest_line)
      found.push_back({path, number, "runs over 120 columns"});
    const auto name = name_on(line);
    if (!name)
      continue;
    if (std::string what = wrong_with(*name); !what.empty())
      found.push_back({path, number, what + *name});
    const auto [twin, is_new] = names.emplace(*name, number);
    const auto [kin, is_of_its_kind] = kinds.emplace(without_numbers(*name), number);
    if (!is_new)
      found.push_back({path, number, "has the name of line " + std::to_string(twin->second)});
    else if (!is_of_its_kind)
      found.push_back({path, number, "belongs in one table with line " + std::to_string(kin->second)});
  }
  if (number > longest_file)
    found.push_back({path, number, "is longer than 400 lines"});
}

}  // namespace

std::vector<Violation> unclear_rule_tests(const fs::path& root) {
  std::vector<Violation> found;
  for (const fs::path& file : test_files(root))
    look_at(root, file, found);
  return found;
}

std::size_t count_rule_tests(const fs::path& root) {
  std::size_t count = 0;
  for (const fs::path& file : test_files(root)) {
    std::ifstream in{file};
    for (std::string line; std::getline(in, line);)
      count += name_on(line) ? 1U : 0U;
  }
  return count;
}

}  // namespace structure
