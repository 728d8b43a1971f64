#include "calc/program/machine/shared_programs.h"

#include "calc/program/code/compiler.h"

namespace ansio::program {
namespace {

// Let go, all at once, when there are more: machines that use them keep theirs.
constexpr std::size_t most_kept = 4096;

}  // namespace

std::shared_ptr<const Program> SharedPrograms::compiled(const Form& form, const std::string& key) {
  std::shared_ptr<Entry> entry;
  {
    const std::lock_guard lock(mutex_);
    if (entries_.size() >= most_kept && entries_.count(key) == 0)
      entries_.clear();
    std::shared_ptr<Entry>& known = entries_[key];
    if (known == nullptr)
      known = std::make_shared<Entry>();
    entry = known;
  }
  std::call_once(entry->once, [&] {
    if (auto program = compile(rules_, form))
      entry->program = std::make_shared<const Program>(std::move(*program));
  });
  return entry->program;
}

}  // namespace ansio::program
