// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>

#include "server/http_channel.h"
#include "server/local_server.h"
#include "server/processes.h"
#include "support/temporary_folder.h"

namespace veldwijzer::server::test {

/// A founded region on a real server process.
struct LiveServer {
    explicit LiveServer(std::vector<std::string> options = {})
        : data(folder.path() / "data"),
          more(std::move(options)),
          link(*roster::decodeLink(initialiseRegion(data))),
          process(std::make_unique<ServerProcess>(data, more)),
          channel({process->port()}, link.serverKey, seedFor(21)),
          region(link, channel, seedFor(22)) {
        region.found();
    }

    void start() {
        process = std::make_unique<ServerProcess>(data, more);
        channel.use({process->port()});
    }
    /// Everything that the server has said so far.
    [[nodiscard]] std::filesystem::path logFile() const { return data.string() + ".log"; }

    veldwijzer::test::TemporaryFolder folder;
    std::filesystem::path data;
    std::vector<std::string> more;
    roster::InvitationLink link;
    std::unique_ptr<ServerProcess> process;
    HttpChannel channel;
    TestRegion region;
};

inline double millisSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace veldwijzer::server::test
