// SPDX-License-Identifier: EUPL-1.2
#include "server/processes.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iostream>
#include <random>

#include "base/ensure.h"

namespace veldwijzer::server::test {
namespace {

long statusKib(pid_t pid, const std::string& field) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with(field)) return std::stol(line.substr(field.size()));
    return 0;
}

}  // namespace

std::string serverProgram() {
    return VELDWIJZER_SERVER_PROGRAM;
}

ChildProcess::ChildProcess(const std::vector<std::string>& command, const std::filesystem::path& errorFile) {
    std::vector<char*> arguments;
    for (const std::string& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    int ends[2] = {-1, -1};
    ENSURE(::pipe2(ends, O_CLOEXEC) == 0);
    const int errors = ::open(errorFile.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    pid_ = ::fork();
    ENSURE(pid_ >= 0);
    if (pid_ == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(errors, STDERR_FILENO);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    ::close(errors);
    output_ = ends[0];
}

ChildProcess::~ChildProcess() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    ::close(output_);
}

std::string ChildProcess::readLine() {
    std::string line;
    char c = 0;
    while (::read(output_, &c, 1) == 1 && c != '\n')
        line += c;
    return line;
}

void ChildProcess::signal(int number) const {
    ENSURE(pid_ > 0);
    ::kill(pid_, number);
}

int ChildProcess::wait() {
    ENSURE(pid_ > 0);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

bool ChildProcess::running() const {
    if (pid_ <= 0) return false;
    siginfo_t ended{};
    ENSURE(::waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT) == 0);
    return ended.si_pid == 0;
}

int runToEnd(const std::vector<std::string>& command, std::string& output,
             const std::filesystem::path& errorFile) {
    ChildProcess process(command, errorFile);
    for (std::string line = process.readLine(); !line.empty(); line = process.readLine())
        output += line + "\n";
    return process.wait();
}

int quietPort() {
    std::random_device random;
    // Linux gives outgoing connections ports from 32768 on.
    std::uniform_int_distribution<int> ports(20'000, 31'999);
    while (true) {
        const int port = ports(random);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ENSURE(probe >= 0);
        const bool free = ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(probe);
        if (free) return port;
    }
}

ServerProcess::ServerProcess(const std::filesystem::path& data, std::vector<std::string> more, int port)
    : process_(
          [&] {
              std::vector<std::string> command{serverProgram(), "serve",
                                               "--data",        data.string(),
                                               "--listen",      "127.0.0.1:" + std::to_string(port)};
              command.insert(command.end(), more.begin(), more.end());
              return command;
          }(),
          data.string() + ".log") {
    const std::string line = process_.readLine();
    const std::string expected = "listening on 127.0.0.1:";
    if (!line.starts_with(expected))
        std::cerr << "the server did not start: " << line << "\n"
                  << std::ifstream(data.string() + ".log").rdbuf();
    ENSURE(line.starts_with(expected));
    port_ = std::stoi(line.substr(expected.size()));
}

long ServerProcess::residentKib() const {
    return statusKib(pid(), "VmRSS:");
}

long ServerProcess::peakResidentKib() const {
    return statusKib(pid(), "VmHWM:");
}

std::string initialiseRegion(const std::filesystem::path& data, const std::string& name, int port) {
    std::string output;
    const int code = runToEnd({serverProgram(), "init", "--data", data.string(), "--region", name, "--url",
                               "http://127.0.0.1:" + std::to_string(port)},
                              output, data.string() + ".log");
    const std::string expected = "invitation: ";
    ENSURE(code == 0 && output.starts_with(expected) && output.ends_with('\n'));
    return output.substr(expected.size(), output.size() - expected.size() - 1);
}

}  // namespace veldwijzer::server::test
