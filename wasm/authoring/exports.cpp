// The plain C border of the authoring module; as the engine's: bytes in memory of ansio_allocate go in, the bytes of
// the last answer and of the image's parts come out, and nothing is thrown across.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "wasm/authoring/authoring.h"

namespace {

ansio::wasm::Authoring& authoring() {
  static ansio::wasm::Authoring the_authoring;  // the instance itself: a module has one
  return the_authoring;
}

// 0 the core, 1 the formulas, 2 the rest of the names, then the texts in the order of the languages and the rest of
// them.
const std::string& part(std::uint32_t number) {
  const ansio::ruleset::ImageParts& parts = authoring().parts();
  if (number < 3)
    return number == 0 ? parts.core : number == 1 ? parts.formulas : parts.rest;
  const std::uint32_t language = number - 3;
  return language < ansio::ruleset::language_count ? parts.texts[language]
                                                   : parts.rest_texts[language - ansio::ruleset::language_count];
}

}  // namespace

extern "C" {

__attribute__((export_name("ansio_allocate"))) char* ansio_allocate(std::size_t size) {
  return static_cast<char*>(std::malloc(size == 0 ? 1 : size));
}

__attribute__((export_name("ansio_release"))) void ansio_release(char* bytes) {
  std::free(bytes);
}

// `sizes` holds the length of each file's path and text, which follow each other in `bytes`; the last files are
// overlays, in the order they are applied. 1 when the rules are sound, and then there is an image.
__attribute__((export_name("ansio_check"))) int ansio_check(const char* bytes, const std::uint32_t* sizes,
                                                            std::uint32_t file_count, std::uint32_t overlay_count) {
  std::vector<ansio::ruleset::SourceFile> files(file_count);
  for (ansio::ruleset::SourceFile& file : files) {
    file.path.assign(bytes, sizes[0]);
    file.text.assign(bytes + sizes[0], sizes[1]);
    bytes += sizes[0] + sizes[1];
    sizes += 2;
  }
  const std::span<const ansio::ruleset::SourceFile> all(files);
  const std::size_t rules = file_count - overlay_count;
  return authoring().check(all.first(rules), all.subspan(rules)) ? 1 : 0;
}

__attribute__((export_name("ansio_answer_data"))) const char* ansio_answer_data() {
  return authoring().answer().data();
}

__attribute__((export_name("ansio_answer_size"))) std::size_t ansio_answer_size() {
  return authoring().answer().size();
}

__attribute__((export_name("ansio_part_data"))) const char* ansio_part_data(std::uint32_t number) {
  return part(number).data();
}

__attribute__((export_name("ansio_part_size"))) std::size_t ansio_part_size(std::uint32_t number) {
  return part(number).size();
}

}  // extern "C"
