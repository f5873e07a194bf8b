// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace veldwijzer::server {

/// A socket that listens, not blocking, with a backlog for a crowd (cpp-httplib's would be 5).
struct ListeningSocket {
    int fd = -1;   ///< the caller closes it
    int port = 0;  ///< the real one
};
/// `host` is an IP address or "localhost"; port 0 picks one. InvalidArgument, or Storage when it is taken.
[[nodiscard]] Result<ListeningSocket> listenOn(const std::string& host, int port);

/// Somebody who came: an open socket, not blocking, and where it comes from.
struct Visitor {
    int fd = -1;  ///< the caller closes it
    std::string address;
    int port = 0;
};
enum class NoVisitor { NobodyWaits, NoDescriptors };
/// The next who waits at a listening socket.
[[nodiscard]] std::optional<Visitor> acceptNext(int listener, NoVisitor& why);

}  // namespace veldwijzer::server
