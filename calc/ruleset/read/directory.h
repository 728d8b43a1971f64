// The rule files of a folder on disk. The one place of this floor that touches the machine's files.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::ruleset {

// Every *.yaml and *.csv file in the folder and below it, by path; paths as seen from the caller
// ("rules/fi/ruleset.yaml" for the folder "rules"). E101 when the folder or a file cannot be read.
Result<std::vector<SourceFile>> read_directory(const std::string& folder);

}  // namespace ansio::ruleset
