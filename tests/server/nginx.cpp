// SPDX-License-Identifier: EUPL-1.2
#include "server/nginx.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iostream>
#include <thread>

#include "base/ensure.h"
#include "server/http_channel.h"

namespace veldwijzer::server::test {
namespace {

/// A port of loopback that nobody listens on at this moment.
int freePort() {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ENSURE(::bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0);
    ENSURE(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(fd);
    return ntohs(address.sin_port);
}

constexpr const char* markHeader = "x-veldwijzer-test";
constexpr int portsTried = 20;
constexpr auto betweenProbes = std::chrono::milliseconds(20);

std::string markOf(const std::filesystem::path& folder) {
    return folder.filename().string();
}

std::string findProgram() {
    for (const char* path : {"/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"})
        if (::access(path, X_OK) == 0) return path;
    return {};
}

std::string configuration(const std::filesystem::path& folder, int port, int serverPort) {
    const std::string shipped = VELDWIJZER_NGINX_FOLDER;
    const std::string here = folder.string();
    std::string temporary;
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        temporary += std::string("  ") + kind + "_temp_path " + here + "/" + kind + ";\n";
    // Workers keep the rights of the test where that is root: the folders are the test's own.
    const std::string user = ::geteuid() == 0 ? "user root;\n" : "";
    // By this header the test knows its own nginx from whoever else may have got the port.
    const std::string mark =
        "    add_header " + std::string(markHeader) + " " + markOf(folder) + " always;\n";
    return user + "worker_processes 1;\nworker_rlimit_nofile 8192;\ndaemon off;\npid " + here +
           "/nginx.pid;\nerror_log " + here +
           "/error.log error;\nevents { worker_connections 4096; }\nhttp {\n" + temporary + "  include " +
           shipped + "/veldwijzer-zones.conf;\n  access_log " + here +
           "/access.log veldwijzer;\n  upstream veldwijzer_server {\n    server 127.0.0.1:" +
           std::to_string(serverPort) +
           ";\n    keepalive 32;\n    keepalive_timeout 60s;\n  }\n  server {\n" +
           "    listen 127.0.0.1:" + std::to_string(port) + ";\n" + mark + "    include " + shipped +
           "/veldwijzer-server.conf;\n  }\n}\n";
}

}  // namespace

std::unique_ptr<NginxProcess> NginxProcess::inFrontOf(int serverPort) {
    const std::string program = findProgram();
    if (program.empty()) {
        std::cerr
            << "\n*** nginx is not installed: what the shipped site must stop is NOT TESTED here. ***\n\n";
        return nullptr;
    }
    return std::unique_ptr<NginxProcess>(new NginxProcess(program, serverPort));
}

NginxProcess::NginxProcess(const std::string& program, int serverPort) {
    // Between choosing a port and nginx's bind anybody may take it; nginx then gives up, and another is
    // tried.
    for (int i = 0; i < portsTried; ++i)
        if (startOn(freePort(), program, serverPort)) return;
    std::cerr << std::ifstream(folder_.path() / "start.log").rdbuf();
    ENSURE(!"nginx did not start");
}

bool NginxProcess::startOn(int port, const std::string& program, int serverPort) {
    port_ = port;
    const auto file = folder_.path() / "nginx.conf";
    std::ofstream(file) << configuration(folder_.path(), port_, serverPort);
    process_ = std::make_unique<ChildProcess>(
        std::vector<std::string>{program, "-p", folder_.path().string(), "-c", file.string(), "-e",
                                 (folder_.path() / "start.log").string()},
        folder_.path() / "stderr.log");
    // An answer with our mark and nothing less: that a connection is taken says neither by whom, nor that
    // there is a worker behind it.
    while (process_->running()) {
        auto answer = ask({port_}, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        if (answer && answer->status == 404 && answer->headers[markHeader] == markOf(folder_.path()))
            return true;
        std::this_thread::sleep_for(betweenProbes);
    }
    process_->wait();
    return false;
}

NginxProcess::~NginxProcess() {
    // SIGTERM, so that the master ends its workers too.
    process_->signal(SIGTERM);
    process_->wait();
}

}  // namespace veldwijzer::server::test
