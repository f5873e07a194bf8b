// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "server/processes.h"
#include "support/temporary_folder.h"

namespace veldwijzer::server::test {

/// The shipped site's directives (deploy/nginx) on plain HTTP on loopback, in front of a server.
class NginxProcess {
public:
    /// Nothing, with a loud message, where nginx is not installed.
    static std::unique_ptr<NginxProcess> inFrontOf(int serverPort);
    ~NginxProcess();

    [[nodiscard]] int port() const { return port_; }

private:
    NginxProcess(const std::string& program, int serverPort);
    /// Waits until it answers; false when it ended instead, as it does when the port is taken.
    bool startOn(int port, const std::string& program, int serverPort);

    veldwijzer::test::TemporaryFolder folder_;
    int port_ = 0;
    std::unique_ptr<ChildProcess> process_;
};

}  // namespace veldwijzer::server::test
