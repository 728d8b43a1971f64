// The memory of the first module. Pieces stand one after the other and are not given back one by one, which would
// be code at every place that holds something: a question's memory is given back whole, when the bytes it came in are.
#include "wasm/engine/first/memory.h"

#include <cstddef>
#include <new>

namespace {

constexpr std::size_t alignment = 16;
constexpr std::size_t page = 65536;   // of WebAssembly
constexpr std::size_t at_least = 16;  // pages asked for at once

std::size_t next_place = 0;
std::size_t end = 0;
std::size_t kept = 0;

void* take(std::size_t size) {
  if (end == 0)
    next_place = end = __builtin_wasm_memory_size(0) * page;
  const std::size_t place = next_place;
  next_place += (size + alignment - 1) / alignment * alignment;
  if (next_place > end) {
    const std::size_t pages = (next_place - end) / page + at_least;
    if (next_place < place || __builtin_wasm_memory_grow(0, pages) == static_cast<std::size_t>(-1))
      __builtin_trap();
    end += pages * page;
  }
  return reinterpret_cast<void*>(place);
}

}  // namespace

namespace ansio::wasm {

void keep_memory() {
  kept = next_place;
}

}  // namespace ansio::wasm

// Sixteen bytes are the largest alignment asked for: of 128-bit numbers.
void* operator new(std::size_t size) {
  return take(size);
}
void* operator new(std::size_t size, std::align_val_t) {
  return take(size);
}
void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}
void operator delete(void*, std::align_val_t) noexcept {}
void operator delete(void*, std::size_t, std::align_val_t) noexcept {}

// What exports.cpp gives to the caller, and nothing else.
extern "C" {
void* malloc(std::size_t size) {
  return take(size);
}
void free(void* bytes) {
  if (const auto place = reinterpret_cast<std::size_t>(bytes); place >= kept)
    next_place = place;
}
}
