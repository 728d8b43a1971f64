// Rows of a batch answered block by block: read in order, computed on several threads, written in order.
//
// One block a thread is held and one is being read, so that memory does not grow with the input.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <vector>

#include "calc/cli/progress.h"
#include "calc/cli/row_source.h"
#include "calc/simulate/batch.h"

namespace calc::cli {

struct BlockOutcome {
  std::size_t rows = 0;
  std::size_t failed_rows = 0;
};

// One thread per element of `answerings`.
BlockOutcome answer_blocks(const Batch& batch, RowSource& source, const std::vector<Answering>& answerings,
                           std::ostream& out, Progress& progress);

}  // namespace calc::cli
