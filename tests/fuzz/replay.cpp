// A fuzzer as a test: it reads each file of its corpus once and survives.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)
#define FUZZ_TEST(subject, name) TEST(subject, name)

FUZZ_TEST(ANSIO_FUZZ_SUBJECT, survives_its_corpus) {
  const std::filesystem::path corpus = ANSIO_SOURCE_DIR "/tests/fuzz/corpus/" TEXT(ANSIO_FUZZ_SUBJECT);
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator{corpus}) {
    std::ifstream in{entry.path(), std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    SCOPED_TRACE(entry.path().filename().string());
    EXPECT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()), 0);
    ++files;
  }
  EXPECT_GT(files, 0);
}
