// Every call there is.
#include "wasm/engine/calls.h"
#include "wasm/engine/module.h"

namespace ansio::wasm {
namespace {

constexpr Call table[] = {
    {"figures", true, answer_figures},
    {"calc", true, answer_calc},
    {"compare", true, answer_compare},
    {"stakes", true, answer_stakes},
    {"explain", true, answer_explain},
    {"sweep", true, answer_sweep},
    {"edges", true, answer_edges},
    {"solve", true, answer_solve},
    {"inputs", false, answer_inputs},
    {"outputs", false, answer_outputs},
    {"parameters", false, answer_parameters},
    {"unverified", false, answer_unverified},
    {"unsupported", false, answer_unsupported},
    {"readings", false, answer_readings},
    {"notices", false, answer_notices},
    {"schema", false, answer_schema},
    {"version", false, answer_version},
};

}  // namespace

std::span<const Call> calls() {
  return table;
}

}  // namespace ansio::wasm
