// The module's own session, natively: answers to the same requests, for comparison with the module byte by byte.
//
//   identity_answers FOLDER [--whole] < requests > answers
//
// FOLDER holds the image's parts (`ansio check --image-parts`), a line of the input is a request, a tab and a case. Per
// line comes the answer's length and its FNV-1a hash with that of its numbers, or with --whole the answer itself.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/engine/session.h"

namespace {

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::uint32_t hashed(std::uint32_t hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  for (std::size_t i = 0; i < size; ++i)
    hash = (hash ^ bytes[i]) * 16777619U;
  return hash;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "identity_answers FOLDER [--whole] < requests\n";
    return 2;
  }
  const std::string folder = std::string(arguments[1]) + "/";
  const bool whole = count > 2 && std::strcmp(arguments[2], "--whole") == 0;
  std::vector<std::string> files;
  for (const char* name :
       {"core", "rest", "formulas", "fi", "sv", "en", "fi-simple", "fi-rest", "sv-rest", "en-rest", "fi-simple-rest"})
    files.push_back(whole_file(folder + name + ".bin"));
  const std::vector<std::string_view> parts(files.begin() + 1, files.end());
  ansio::wasm::Session session;
  if (!session.load(files[0], parts)) {
    std::cerr << session.answer() << '\n';
    return 4;
  }
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const std::string_view request = std::string_view(line).substr(0, tab);
    const std::string_view text = tab == line.npos ? std::string_view() : std::string_view(line).substr(tab + 1);
    const std::string& answer = session.ask(request, text);
    if (whole) {
      std::cout << answer << '\n';
      continue;
    }
    const std::vector<double>& numbers = session.numbers();
    std::uint32_t hash = hashed(2166136261U, answer.data(), answer.size());
    hash = hashed(hash, numbers.data(), numbers.size() * sizeof(double));
    std::cout << answer.size() << ' ' << hash << '\n';
  }
}
