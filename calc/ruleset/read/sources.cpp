// Tells manifest, modules and tables of a rule set apart by their paths.
#include "calc/ruleset/read/sources.h"

#include <algorithm>

namespace ansio::ruleset {
namespace {

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash + 1);
}

std::string_view name_of(std::string_view path) {
  return path.substr(folder_of(path).size());
}

bool has_folder(std::string_view path, std::string_view folder) {
  std::size_t begin = 0;
  for (std::size_t slash; (slash = path.find('/', begin)) != std::string_view::npos; begin = slash + 1)
    if (path.substr(begin, slash - begin) == folder)
      return true;
  return false;
}

}  // namespace

std::string normal_path(std::string_view path) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    std::size_t end = path.find('/', begin);
    if (end == std::string_view::npos)
      end = path.size();
    const std::string_view part = path.substr(begin, end - begin);
    if (part == ".." && !parts.empty() && parts.back() != "..")
      parts.pop_back();
    else if (part != "." && (!part.empty() || begin == 0))
      parts.push_back(part);
    begin = end + 1;
  }
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0)
      text += '/';
    text += parts[i];
  }
  return text;
}

Sources::Sources(std::span<const SourceFile> files) {
  for (const SourceFile& file : files)
    by_path_.emplace(normal_path(file.path), &file);
  for (const auto& [path, file] : by_path_)
    if (name_of(path) == "ruleset.yaml")
      manifests_.push_back(file);
  if (manifests_.empty())
    return;
  // The one that stands highest is the manifest; others are errors.
  const auto depth = [](const SourceFile* file) {
    const std::string path = normal_path(file->path);
    return std::count(path.begin(), path.end(), '/');
  };
  std::stable_sort(manifests_.begin(), manifests_.end(),
                   [&](const SourceFile* a, const SourceFile* b) { return depth(a) < depth(b); });
  manifest_ = manifests_.front();
  root_ = folder_of(normal_path(manifest_->path));
  const std::string texts = root_ + "texts/";
  manifests_.erase(std::remove_if(manifests_.begin() + 1, manifests_.end(),
                                  [&](const SourceFile* file) { return normal_path(file->path).starts_with(texts); }),
                   manifests_.end());
  for (const auto& [path, file] : by_path_) {
    if (path.starts_with(texts) && path.ends_with(".yaml")) {
      texts_.push_back(file);
      continue;
    }
    if (!path.starts_with(root_) || !path.ends_with(".yaml") || path.ends_with(".test.yaml") ||
        name_of(path) == "ruleset.yaml")
      continue;
    const std::string_view below = std::string_view(path).substr(root_.size());
    if (!has_folder(below, "examples") && !has_folder(below, "overlays") && !has_folder(below, "analysis"))
      modules_.push_back(file);
  }
}

std::string Sources::below_root(const SourceFile& file) const {
  const std::string path = normal_path(file.path);
  return path.starts_with(root_) ? path.substr(root_.size()) : path;
}

const SourceFile* Sources::find(std::string_view from, std::string_view reference) const {
  std::string path(folder_of(from));
  path += reference;
  const auto found = by_path_.find(normal_path(path));
  return found == by_path_.end() ? nullptr : found->second;
}

}  // namespace ansio::ruleset
