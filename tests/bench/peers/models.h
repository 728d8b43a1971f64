// The peer model written by hand, twice: in unchecked doubles and in whole numbers.
#pragma once

#include <cstdint>

namespace peers {

double disposable_income_in_doubles(double wage, double rent);                                 // EUR a month
std::int64_t exact_disposable_income(std::int64_t wage_in_cents, std::int64_t rent_in_cents);  // cents a month

}  // namespace peers
