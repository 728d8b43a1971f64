#include "tests/structure/structure.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <string_view>

namespace structure {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string path;
  std::string floor;
  std::string name;
};

bool is_test(const Source& source) {
  return source.name.ends_with("_test.cpp") || source.name.ends_with("_bench.cpp") ||
         source.name.ends_with("_fuzz.cpp") || source.path.find("/testing/") != std::string::npos;
}

std::vector<Source> sources(const fs::path& root, const char* folder = "calc") {
  std::vector<Source> found;
  if (!fs::exists(root / folder))
    return found;
  for (const auto& entry : fs::recursive_directory_iterator{root / folder}) {
    const fs::path& file = entry.path();
    if (file.extension() != ".cpp" && file.extension() != ".h")
      continue;
    const fs::path relative = fs::relative(file, root);
    if (relative.generic_string().starts_with("tests/structure/fixture"))
      continue;
    // A file in calc/ itself belongs to no floor; its name stands for one and is then unknown.
    const std::string floor = std::next(relative.begin())->string();
    found.push_back({relative.generic_string(), floor, file.filename().string()});
  }
  std::sort(found.begin(), found.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  return found;
}

template <typename Visit>  // Visit(number, line)
void each_line(const fs::path& file, Visit visit) {
  std::ifstream in{file};
  std::string line;
  for (int number = 1; std::getline(in, line); ++number)
    visit(number, line);
}

int height(std::string_view floor) {
  const auto& all = floors();
  const auto found = std::find(all.begin(), all.end(), floor);
  return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

/// What stands between the quotes or angle brackets of an #include line, with
/// its opening mark, or nothing.
std::string_view included(std::string_view line) {
  const auto skip_spaces = [&line] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
  skip_spaces();
  if (!line.starts_with('#'))
    return {};
  line.remove_prefix(1);
  skip_spaces();
  if (!line.starts_with("include"))
    return {};
  line.remove_prefix(7);
  skip_spaces();
  if (!line.starts_with('"') && !line.starts_with('<'))
    return {};
  const auto end = line.find_first_of("\">", 1);
  return end == std::string_view::npos ? std::string_view{} : line.substr(0, end);
}

std::string wrong(const Source& source, std::string_view include) {
  const bool quoted = include.starts_with('"');
  const std::string_view path = include.substr(1);
  if (!quoted && !path.starts_with("calc/")) {
    if (is_test(source))
      return {};
    if (path.starts_with("yaml-cpp/") && source.path != "calc/base/document/yaml_reader.cpp")
      return "yaml-cpp belongs in calc/base/document/yaml_reader.cpp";
    if (path.starts_with("boost/") && !source.path.starts_with("calc/program/definition/"))
      return "Boost belongs in calc/program/definition/";
    return {};
  }
  if (!quoted || !path.starts_with("calc/"))
    return "write own includes as \"calc/<floor>/…\"";
  const std::string_view rest = path.substr(5);
  const std::string_view floor = rest.substr(0, rest.find('/'));
  if (height(floor) < 0)
    return "no floor is called " + std::string{floor};
  if (height(floor) > height(source.floor))
    return source.floor + " stands below " + std::string{floor};
  return {};
}

/// The floor whose namespace a line opens, or nothing: "program" of "namespace ansio::program {".
std::string_view opened_floor(std::string_view line) {
  constexpr std::string_view opening = "namespace ansio::";
  if (!line.starts_with(opening))
    return {};
  line.remove_prefix(opening.size());
  line = line.substr(0, line.find_first_of(": {"));
  return line == "cases" ? "case" : line;
}

/// Characters, not bytes: the bytes that continue one in UTF-8 do not count.
std::size_t width(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string lower(std::string_view text) {
  std::string result{text};
  for (char& c : result)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// "pension" in "disability_pension", but not in "suspension"; "EUR" as a word.
bool has_word(std::string_view line, std::string_view word, bool whole_word) {
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const bool starts = at == 0 || !is_letter(line[at - 1]);
    const bool ends = at + word.size() == line.size() || !is_letter(line[at + word.size()]);
    if (starts && (ends || !whole_word))
      return true;
  }
  return false;
}

std::string word_of_law(std::string_view line) {
  const std::string lowered = lower(line);
  for (const char* word : {"kela", "asumistu", "eläke", "elake", "toimeentulo", "housing", "finland", "finnish",
                           "allowance", "municipality", "unemployment"})
    if (lowered.find(word) != std::string::npos)
      return word;
  if (has_word(lowered, "pension", false))
    return "pension";
  if (has_word(line, "EUR", true))
    return "EUR";
  return {};
}

}  // namespace

const std::vector<std::string>& floors() {
  static const std::vector<std::string> all{"base",     "language", "ruleset", "program", "case",    "explain",
                                            "simulate", "analyse",  "answer",  "publish", "library", "cli"};
  return all;
}

std::vector<Violation> wrong_includes(const fs::path& root) {
  std::vector<Violation> found;
  for (const Source& source : sources(root)) {
    if (height(source.floor) < 0) {
      found.push_back({source.path, 0, "stands on no floor"});
      continue;
    }
    each_line(root / source.path, [&](int number, const std::string& line) {
      const std::string_view include = included(line);
      if (include.empty())
        return;
      if (std::string what = wrong(source, include); !what.empty())
        found.push_back({source.path, number, std::move(what)});
    });
  }
  return found;
}

std::vector<Violation> wrong_namespaces(const fs::path& root) {
  std::vector<Violation> found;
  for (const Source& source : sources(root))
    each_line(root / source.path, [&](int number, const std::string& line) {
      const std::string_view floor = opened_floor(line);
      if (!floor.empty() && floor != "testing" && floor != source.floor)
        found.push_back({source.path, number, "a name of " + std::string{floor} + " on the floor " + source.floor});
    });
  return found;
}

std::vector<Violation> wrong_sizes(const fs::path& root) {
  std::vector<Violation> found;
  std::map<std::string, int> crowd;
  for (const Source& source : sources(root)) {
    const fs::path folder = fs::path(source.path).parent_path();
    const bool in_subject = std::distance(folder.begin(), folder.end()) >= 3;
    if (!in_subject && source.name != "floor.h")
      found.push_back({source.path, 0, "lies in no folder of a subject"});
    if (!is_test(source))
      ++crowd[folder.generic_string()];
    int lines = 0;
    each_line(root / source.path, [&](int number, const std::string& line) {
      lines = number;
      if (width(line) > most_columns)
        found.push_back({source.path, number, std::to_string(width(line)) + " columns"});
    });
    if (lines > most_lines)
      found.push_back({source.path, lines, "too long"});
  }
  for (const auto& [folder, count] : crowd)
    if (count > most_sources)
      found.push_back({folder, 0, std::to_string(count) + " sources"});
  return found;
}

std::vector<Violation> wrong_rule_sizes(const fs::path& root) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator{root / "rules"})
    if (entry.path().extension() == ".yaml")
      files.push_back(fs::relative(entry.path(), root).generic_string());
  std::sort(files.begin(), files.end());
  std::vector<Violation> found;
  for (const std::string& file : files) {
    int lines = 0;
    each_line(root / file, [&](int number, const std::string& line) {
      lines = number;
      if (width(line) > most_columns)
        found.push_back({file, number, std::to_string(width(line)) + " columns"});
    });
    if (lines > most_rule_lines)
      found.push_back({file, lines, "too long"});
  }
  return found;
}

std::vector<Violation> without_purpose(const fs::path& root) {
  std::vector<Violation> found;
  for (const Source& source : sources(root)) {
    int lines = 0;
    bool opens_with_comment = false;
    each_line(root / source.path, [&](int number, const std::string& line) {
      lines = number;
      if (number == 1)
        opens_with_comment = line.starts_with("// ");
    });
    if (lines > most_lines_unexplained && !opens_with_comment)
      found.push_back({source.path, 1, "does not say what it is for"});
  }
  return found;
}

int comments_in_a_thousand(const fs::path& root) {
  int comments = 0;
  int lines = 0;
  for (const Source& source : sources(root)) {
    if (is_test(source))
      continue;
    each_line(root / source.path, [&](int, const std::string& line) {
      const std::size_t begin = line.find_first_not_of(' ');
      if (begin == std::string::npos)
        return;
      ++lines;
      // A comment after code counts with the line: it explains that line.
      if (line.compare(begin, 2, "//") == 0 || line.find("  // ", begin) != std::string::npos)
        ++comments;
    });
  }
  return lines == 0 ? 0 : comments * 1000 / lines;
}

std::vector<Violation> wrong_test_names(const fs::path& root) {
  std::vector<Violation> found;
  for (const char* folder : {"calc", "tests"})
    for (const Source& source : sources(root, folder))
      each_line(root / source.path, [&](int number, const std::string& line) {
        for (const char* macro : {"TEST(", "TEST_F(", "RC_GTEST_PROP("}) {
          if (!line.starts_with(macro))
            continue;
          const auto comma = std::min(line.find(','), line.size());
          const std::string suite = line.substr(std::string_view{macro}.size(), comma - std::string_view{macro}.size());
          const std::string name = line.substr(comma, line.find_first_of("),", comma + 1) - comma);
          if (suite.find('_') != suite.npos || std::any_of(name.begin(), name.end(), is_capital))
            found.push_back({source.path, number, "a test by another kind of name"});
        }
      });
  return found;
}

std::vector<Violation> words_of_law(const fs::path& root) {
  std::vector<Violation> found;
  for (const Source& source : sources(root)) {
    if (is_test(source))
      continue;
    each_line(root / source.path, [&](int number, const std::string& line) {
      if (std::string word = word_of_law(line); !word.empty())
        found.push_back({source.path, number, std::move(word)});
    });
  }
  return found;
}

std::vector<Violation> unknown_to_the_browser(const fs::path& root) {
  std::vector<Violation> found;
  for (const Source& source : sources(root)) {
    if (is_test(source))
      continue;
    each_line(root / source.path, [&](int number, const std::string& line) {
      for (const char* name : {"std::ranges", "std::views", "<ranges>", "std::format", "<format>"})
        if (line.find(name) != std::string::npos) {
          found.push_back({source.path, number, name});
          return;
        }
    });
  }
  return found;
}

std::size_t count_sources(const fs::path& root) {
  return sources(root).size();
}

}  // namespace structure
