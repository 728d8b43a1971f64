// The floor `base` knows texts, numbers, dates, documents and what is wrong with them. It stands on nothing but the
// standard library.
#pragma once

namespace ansio::base {}
