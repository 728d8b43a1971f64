// The plain C border of the engine module. Texts go in as bytes in memory of ansio_allocate and come out as the bytes
// of the last answer; nothing is thrown across.
#include <cstdlib>

#include "wasm/engine/session.h"

namespace {

ansio::wasm::Session& session() {
  // The instance itself: a module has one, and it ends with the memory it lies in.
  static ansio::wasm::Session* const the_session = new ansio::wasm::Session;
  return *the_session;
}

}  // namespace

extern "C" {

__attribute__((export_name("ansio_allocate"))) char* ansio_allocate(std::size_t size) {
  return static_cast<char*>(std::malloc(size == 0 ? 1 : size));
}

__attribute__((export_name("ansio_release"))) void ansio_release(char* bytes) {
  std::free(bytes);
}

// The parts follow the core in the same bytes; `sizes` holds the core's size and each part's. 1 when the rules are
// loaded, 0 when the answer says why not.
__attribute__((export_name("ansio_load"))) int ansio_load(const char* bytes, const std::uint32_t* sizes,
                                                          std::uint32_t count) {
  std::vector<std::string_view> pieces;
  for (std::uint32_t i = 0; i < count; ++i) {
    pieces.emplace_back(bytes, sizes[i]);
    bytes += sizes[i];
  }
  const std::string_view core = pieces.empty() ? std::string_view() : pieces.front();
  return session().load(core, std::span(pieces).subspan(pieces.empty() ? 0 : 1)) ? 1 : 0;
}

__attribute__((export_name("ansio_ask"))) void ansio_ask(const char* request, std::size_t request_size,
                                                         const char* case_text, std::size_t case_size) {
  session().ask({request, request_size}, {case_text, case_size});
}

__attribute__((export_name("ansio_answer_data"))) const char* ansio_answer_data() {
  return session().answer().data();
}

__attribute__((export_name("ansio_answer_size"))) std::size_t ansio_answer_size() {
  return session().answer().size();
}

__attribute__((export_name("ansio_numbers_data"))) const double* ansio_numbers_data() {
  return session().numbers().data();
}

__attribute__((export_name("ansio_numbers_size"))) std::size_t ansio_numbers_size() {
  return session().numbers().size();
}

}  // extern "C"
