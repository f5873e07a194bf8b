// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace veldwijzer::server::test {

/// A program that a test started; killed by its own id when it goes away.
class ChildProcess {
public:
    /// Standard output comes back through `readLine`; standard error goes to `errorFile`.
    ChildProcess(const std::vector<std::string>& command, const std::filesystem::path& errorFile);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// One line of standard output, without its end; empty when there are no more.
    std::string readLine();
    void signal(int number) const;
    /// Waits; the exit code, or -signal.
    int wait();
    /// Whether it has not ended yet. A program that has is still there to be waited for.
    [[nodiscard]] bool running() const;

private:
    pid_t pid_ = -1;
    int output_ = -1;
};

/// Runs to its end; the exit code.
int runToEnd(const std::vector<std::string>& command, std::string& output,
             const std::filesystem::path& errorFile);

/// A port of loopback that nothing listens at, outside the range that outgoing connections are given: it
/// stays free while a server that had it is down.
int quietPort();

/// `veldwijzer-server serve` on a port of its own on loopback.
class ServerProcess {
public:
    /// Port 0: one that is free.
    explicit ServerProcess(const std::filesystem::path& data, std::vector<std::string> more = {},
                           int port = 0);

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return process_.pid(); }
    void signal(int number) const { process_.signal(number); }
    int wait() { return process_.wait(); }
    /// Resident memory in KiB: now, and the most it ever was.
    [[nodiscard]] long residentKib() const;
    [[nodiscard]] long peakResidentKib() const;

private:
    ChildProcess process_;
    int port_ = 0;
};

/// `veldwijzer-server init` in a fresh folder; the invitation's link.
std::string initialiseRegion(const std::filesystem::path& data, const std::string& name = "Noord",
                             int port = 8080);

/// Where the built server is.
std::string serverProgram();

}  // namespace veldwijzer::server::test
