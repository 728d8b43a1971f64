// The sort against the standard library's, on lists of every small length and some long ones, with many equal keys.
#include "calc/base/order/stable_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace ansio::base {
namespace {

struct Entry {
  int key = 0;
  std::string place;
  friend bool operator==(const Entry&, const Entry&) = default;
};

bool before(const Entry& a, const Entry& b) {
  return a.key < b.key;
}

TEST(StableSort, orders_as_the_standard_library_does_and_keeps_equals_in_place) {
  std::mt19937 random(7);
  for (const int count : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 1000, 1025}) {
    for (const int keys : {1, 2, 10, 100000}) {
      std::vector<Entry> list;
      for (int i = 0; i < count; ++i)
        list.push_back({std::uniform_int_distribution<int>(1, keys)(random), std::to_string(i)});
      std::vector<Entry> expected = list;
      std::stable_sort(expected.begin(), expected.end(), before);
      sort_stably(list, before);
      EXPECT_TRUE(list == expected) << count << " entries of " << keys << " keys";
    }
  }
}

TEST(StableSort, leaves_a_sorted_list_and_turns_a_reversed_one) {
  std::vector<int> list{1, 2, 3, 4, 5};
  sort_stably(list, [](int a, int b) { return a < b; });
  EXPECT_EQ(list, (std::vector<int>{1, 2, 3, 4, 5}));
  sort_stably(list, [](int a, int b) { return a > b; });
  EXPECT_EQ(list, (std::vector<int>{5, 4, 3, 2, 1}));
}

}  // namespace
}  // namespace ansio::base
