#include "calc/cli/streams/unfinished.h"

#include <unistd.h>
#include <array>
#include <atomic>
#include <csignal>
#include <cstring>

namespace ansio::cli {
namespace {

// What a signal handler may read: fixed places, each taken or free. Many at once only where rule files are changed.
struct Place {
  std::atomic<bool> is_taken{false};
  std::array<char, 4096> path{};
};
std::array<Place, 64> places;

void remove_and_end(int signal) {
  for (const Place& place : places)
    if (place.is_taken.load())
      unlink(place.path.data());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

void remove_unfinished_on_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) {
    struct sigaction action = {};
    // What the caller had ignored stays so, as under nohup.
    if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN)
      continue;
    action = {};
    action.sa_handler = remove_and_end;
    sigaction(signal, &action, nullptr);
  }
  std::signal(SIGXFSZ, SIG_IGN);
}

void note_unfinished(const std::string& path) {
  for (Place& place : places) {
    if (place.is_taken.load() || path.size() >= place.path.size())
      continue;
    std::memcpy(place.path.data(), path.c_str(), path.size() + 1);
    place.is_taken.store(true);
    return;
  }
}

void forget_unfinished(const std::string& path) {
  for (Place& place : places)
    if (place.is_taken.load() && path == place.path.data())
      place.is_taken.store(false);
}

}  // namespace ansio::cli
