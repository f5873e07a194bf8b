// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "http/front_door.h"
#include "http/routes.h"

namespace veldwijzer::server {

/// The server as the network sees it: the door and the routes behind it.
///
/// By itself it answers each request with `Connection: close`. Behind the shipped nginx site it keeps the
/// proxy's connections open.
class HttpServer {
public:
    struct Options {
        std::string host = "127.0.0.1";
        int port = 0;
        bool behindProxy = false;
    };
    HttpServer(Options options, Routes::Context context);

    /// Listens; the real port.
    [[nodiscard]] Result<int> open() { return door_.open(); }
    /// Until `stop`; every request that had arrived whole is answered before this returns.
    void run() { door_.run(); }
    /// From any thread.
    void stop() { door_.stop(); }

private:
    Routes routes_;
    FrontDoor door_;
};

/// True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isLoopback(const std::string& host);

}  // namespace veldwijzer::server
