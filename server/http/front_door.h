// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "http/http_limits.h"

namespace veldwijzer::server {

/// Accepts connections and keeps each at the door until its request is whole; only then a worker thread is
/// spent on it, and the answer is sent from the door again.
///
/// cpp-httplib gives a thread to every connection for as long as the other side likes. Here a thousand
/// silent or dripping clients cost a thousand small buffers and no thread. One thread watches all
/// connections (epoll); `limits::workers` threads answer. Headers beyond `limits::headerBytes`, two
/// Content-Lengths, bare line feeds and the like are refused here; what a request means is the handler's.
class FrontDoor {
public:
    /// One whole request as it came in: head, and as much body as Content-Length promised. The body is left
    /// out where the head alone is reason to refuse (too large, or of no stated length).
    struct Arrival {
        std::string bytes;
        std::string peerAddress;
        int peerPort = 0;
    };
    struct Answer {
        std::string bytes;
        bool keepOpen = false;  ///< the connection may bring another request
    };
    using Handler = std::function<Answer(const Arrival&)>;  // called on worker threads
    struct Options {
        std::string host = "127.0.0.1";
        int port = 0;  ///< 0 picks one
        bool keepAlive = false;
    };
    struct Counts {
        std::uint64_t accepted = 0;
        std::uint64_t refused = 0;   ///< at the door, with a status
        std::uint64_t timedOut = 0;  ///< never became whole
        std::uint64_t evicted = 0;   ///< to make room
        std::size_t open = 0;
    };

    FrontDoor(Options options, const Clock& clock, Handler handler);
    FrontDoor(const FrontDoor&) = delete;
    FrontDoor& operator=(const FrontDoor&) = delete;
    ~FrontDoor();

    /// Listens; the real port. InvalidArgument, or Storage when the address is taken.
    [[nodiscard]] Result<int> open();
    /// Serves until `stop`; then finishes what has arrived whole, sends the answers, and returns with all
    /// threads joined.
    void run();
    /// From any thread.
    void stop();
    [[nodiscard]] Counts counts() const;

private:
    struct Connection;
    using ConnectionPtr = std::unique_ptr<Connection>;

    // All of these on the thread of `run`.
    void attend(int fd);
    void acceptSome();
    Connection* watch(ConnectionPtr connection, std::uint32_t events);
    void readSome(Connection& connection);
    void inspect(Connection& connection);
    void handOver(int fd);
    void sendSome(Connection& connection);
    void refuse(Connection& connection, int status);
    void finish(Connection& connection);
    void takeBack();
    void close(int fd);
    void makeRoom();
    void sweep();
    void closeSilent();
    [[nodiscard]] bool finished();

    // The worker threads.
    void work();
    ConnectionPtr takeWaiting();

    void wake() const;

    const Options options_;
    const Clock& clock_;
    const Handler handler_;
    int listener_ = -1;
    int epoll_ = -1;
    int wakeUp_ = -1;
    std::unordered_map<int, ConnectionPtr> connections_;
    std::size_t arrivingBytes_ = 0;
    std::int64_t stopByMs_ = 0;

    std::mutex mutex_;  ///< guards what door and workers share
    std::condition_variable changed_;
    std::deque<ConnectionPtr> waiting_;
    std::vector<ConnectionPtr> answered_;
    std::size_t working_ = 0;
    std::size_t workingBytes_ = 0;
    bool closing_ = false;
    std::vector<std::thread> workers_;

    std::atomic<bool> stop_{false};
    std::atomic<std::uint64_t> accepted_{0}, refused_{0}, timedOut_{0}, evicted_{0};
    std::atomic<std::size_t> open_{0};
};

}  // namespace veldwijzer::server
