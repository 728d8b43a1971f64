#include "calc/program/machine/shared_programs.h"

#include "calc/base/limits/limits.h"
#include "calc/program/code/compiler.h"

namespace ansio::program {
std::shared_ptr<const Program> SharedPrograms::compiled(const Form& form, const std::string& key) {
  std::shared_ptr<Entry> entry;
  {
    const std::lock_guard lock(mutex_);
    // All at once; machines that use them keep theirs.
    if (entries_.size() >= most_programs_shared && entries_.count(key) == 0)
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
