// SPDX-License-Identifier: EUPL-1.2
#include "http/listening_socket.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace veldwijzer::server {
namespace {

constexpr int backlog = 4096;

int portOf(int fd) {
    sockaddr_storage bound{};
    socklen_t size = sizeof bound;
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&bound), &size);
    return bound.ss_family == AF_INET6 ? ntohs(reinterpret_cast<sockaddr_in6*>(&bound)->sin6_port)
                                       : ntohs(reinterpret_cast<sockaddr_in*>(&bound)->sin_port);
}

}  // namespace

Result<ListeningSocket> listenOn(const std::string& host, int port) {
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const std::string numeric = host == "localhost" ? "127.0.0.1" : host;
    if (getaddrinfo(numeric.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
        return fail(ErrorCode::InvalidArgument, "\"" + host + "\" is not an IP address to listen on");
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> address(found, &freeaddrinfo);

    const int fd = ::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (fd < 0 || ::bind(fd, address->ai_addr, address->ai_addrlen) != 0 || ::listen(fd, backlog) != 0) {
        const std::string reason = std::strerror(errno);
        if (fd >= 0) ::close(fd);
        return fail(ErrorCode::Storage,
                    "cannot listen on " + host + ":" + std::to_string(port) + ": " + reason);
    }
    return ListeningSocket{fd, portOf(fd)};
}

std::optional<Visitor> acceptNext(int listener, NoVisitor& why) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    const int fd =
        ::accept4(listener, reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) {
        why = errno == EMFILE || errno == ENFILE ? NoVisitor::NoDescriptors : NoVisitor::NobodyWaits;
        return std::nullopt;
    }
    const int yes = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    Visitor visitor{fd, {}, 0};
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> port{};
    if (::getnameinfo(reinterpret_cast<sockaddr*>(&address), size, host.data(), host.size(), port.data(),
                      port.size(), NI_NUMERICHOST | NI_NUMERICSERV) == 0) {
        visitor.address = host.data();
        visitor.port = std::atoi(port.data());
    }
    return visitor;
}

}  // namespace veldwijzer::server
