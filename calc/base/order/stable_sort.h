// A stable sort in little code: each use of the standard library's costs the browser's engine three kilobytes.
//
//   sort_stably(tasks, [](const Task& a, const Task& b) { return a.due < b.due; });
//
// Elements can be made from nothing and moved; `before` is a strict order. Time n log n, space for a second list.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace ansio::base {

template <class T, class Before>
void sort_stably(std::vector<T>& list, Before before) {
  const std::size_t count = list.size();
  std::vector<T> merged(count);
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t out = 0; out < count;) {
      std::size_t left = out;
      const std::size_t middle = left + width < count ? left + width : count;
      std::size_t right = middle;
      const std::size_t end = middle + width < count ? middle + width : count;
      while (out < end) {
        const bool from_right = left == middle || (right < end && before(list[right], list[left]));
        merged[out++] = std::move(list[from_right ? right++ : left++]);
      }
    }
    list.swap(merged);
  }
}

}  // namespace ansio::base
