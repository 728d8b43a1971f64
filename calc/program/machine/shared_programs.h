// Programs that the machines of several threads share: what one has compiled the others need not.
//
//   auto programs = std::make_shared<SharedPrograms>(rules);
//   Machine machine(rules, answer_by_definition, [programs](const Form& form, const std::string& key) {
//     return programs->compiled(form, key);
//   });
//
// Thread-safe. A form is compiled once, by the thread that asks first; who asks for it meanwhile waits, others do not.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "calc/program/code/program.h"
#include "calc/program/floor.h"
#include "calc/program/lowering/form.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

class SharedPrograms {
 public:
  explicit SharedPrograms(const RuleSet& rules) : rules_(rules) {}  // keeps a reference

  // None when the form is beyond the machine. `key` tells forms apart (append_key).
  std::shared_ptr<const Program> compiled(const Form& form, const std::string& key);

 private:
  struct Entry {
    std::once_flag once;
    std::shared_ptr<const Program> program;
  };

  const RuleSet& rules_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Entry>> entries_;
};

}  // namespace ansio::program
