// Chapters: a module that is too long for one file stands in several, one for each chapter of its act.
//
//   act.yaml            module: act
//                       title: …
//                       chapters: [income, deductions]     # in the order in which they are read
//   act/income.yaml     chapter_of: act
//                       parameters: …
//                       rules: …
//
// Chapters stand in a folder named after the module's file. They are joined as documents, before overlays change them
// and before they are read: to everything after, the module is one file whose parts say where they stand.
#pragma once

#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// Moves what the chapters declare into their modules, and the chapters out of `modules`. E101 for a chapter without a
// file, E203 for one that its module does not list.
void join_chapters(std::vector<ModuleSource>& modules, Draft& draft);

}  // namespace ansio::ruleset
