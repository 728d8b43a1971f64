// Files as commands write and read them: modes, links, devices, failures.
#include "calc/cli/streams/files.h"

#include <sys/stat.h>

#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

class Files : public Command {
 protected:
  static unsigned mode_of(const std::string& path) {
    struct stat found = {};
    stat(path.c_str(), &found);
    return found.st_mode & 07777U;
  }
};

TEST_F(Files, a_file_that_is_replaced_keeps_its_mode) {
  const std::string path = write("secret.csv", "old");
  chmod(path.c_str(), 0600);
  EXPECT_TRUE(write_file(path, "new").empty());
  EXPECT_EQ(read(path), "new");
  EXPECT_EQ(mode_of(path), 0600U);
}

TEST_F(Files, a_symbolic_link_stays_one_and_its_target_is_written) {
  const std::string target = write("target.csv", "old");
  const std::string link = (folder_ / "link.csv").string();
  fs::create_symlink("target.csv", link);
  EXPECT_TRUE(write_file(link, "new").empty());
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(read(target), "new");
  const std::string dangling = (folder_ / "dangling.csv").string();
  fs::create_symlink("not-yet.csv", dangling);
  EXPECT_TRUE(write_file(dangling, "made").empty());
  EXPECT_TRUE(fs::is_symlink(dangling));
  EXPECT_EQ(read((folder_ / "not-yet.csv").string()), "made");
}

TEST_F(Files, a_device_is_written_to_and_not_replaced) {
  EXPECT_TRUE(write_file("/dev/null", "anything").empty());
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  const Diagnostics full = write_file("/dev/full", "anything");
  ASSERT_EQ(full.size(), 1U);
  EXPECT_EQ(full[0].message, "the file cannot be written");
  EXPECT_EQ(full[0].found, "No space left on device");
}

TEST_F(Files, nothing_remains_of_a_file_that_is_not_finished) {
  const std::string path = write("kept.csv", "old");
  {
    OutputFile file(path);
    file.stream() << "half";
  }
  EXPECT_EQ(read(path), "old");
  EXPECT_EQ(files_in_folder(), 1U);
}

TEST_F(Files, a_text_over_the_largest_document_is_not_read_on) {
  const Result<std::string> endless = read_file("/dev/zero");
  ASSERT_FALSE(endless);
  EXPECT_EQ(endless.diagnostics()[0].code, Code::too_large);
}

TEST_F(Files, what_cannot_be_read_is_told_with_its_reason) {
  const Result<std::string> missing = read_file((folder_ / "none.yaml").string());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.diagnostics()[0].found, "No such file or directory");
  const Result<std::string> refused = read_file("/proc/self/mem");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.diagnostics()[0].found, "Input/output error");
}

}  // namespace
}  // namespace ansio::cli::testing
