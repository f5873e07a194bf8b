// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <deque>
#include <thread>

#include "server/live_server.h"

namespace veldwijzer::server::test {

/// Eight members that push as fast as they are answered, each from a thread of its own.
///
/// What was sent and not acknowledged is sent again, byte for byte, when the load starts again: as a device
/// does whose answer was lost.
class Load {
public:
    struct Acknowledged {
        Hash contentId;
        std::uint64_t seq = 0;
        std::uint64_t position = 0;
    };

    explicit Load(LiveServer& server, int clients = 8);
    ~Load() { stop(); }

    void start();
    /// Each client finishes or loses the request that it is in.
    void stop();
    /// Until each client was answered that often.
    void waitFor(std::size_t answersEach);

    /// Looks for everything acknowledged in the log of the (stopped) server: each at its place, each once,
    /// and no sequence broken. What is wrong; empty when nothing is.
    [[nodiscard]] std::vector<std::string> audit() const;
    [[nodiscard]] std::size_t acknowledged() const;
    /// Milliseconds of every answered request so far, sorted.
    [[nodiscard]] std::vector<double> latencies() const;
    [[nodiscard]] std::uint64_t wrongAnswers() const { return wrong_; }

private:
    struct Client {
        Device* device = nullptr;
        std::unique_ptr<SeededRandom> random;
        std::optional<wire::Envelope> unanswered;
        Acknowledged next;  ///< of `unanswered`, without its position
        std::vector<Acknowledged> acknowledged;
        std::vector<double> tookMs;
        std::atomic<std::size_t> answers{0};
        std::thread thread;
    };
    void run(Client& client);

    LiveServer& server_;
    std::deque<Client> clients_;
    std::atomic<bool> stop_{true};
    std::atomic<std::uint64_t> wrong_{0};
};

}  // namespace veldwijzer::server::test
