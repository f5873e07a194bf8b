// SPDX-License-Identifier: EUPL-1.2
#include <csignal>

#include "ops/check.h"
#include "server/load.h"

namespace veldwijzer::server::test {
namespace {

void expectAllWell(LiveServer& server, const Load& load) {
    const auto wrong = load.audit();
    CHECK(wrong.empty());
    for (std::size_t i = 0; i < std::min<std::size_t>(wrong.size(), 5); ++i)
        UNSCOPED_INFO(wrong[i]);
    const CheckReport report = checkFolder(DataFolder(server.data));
    CHECK(report.problems.empty());
    for (const std::string& problem : report.problems)
        UNSCOPED_INFO(problem);
}

TEST_CASE("Killed fifty times under load of eight clients the server loses nothing acknowledged",
          "[server][load]") {
    LiveServer server;
    Load load(server);
    SeededRandom random(seedFor(900));
    const int kills = runsOf(50);
    for (int kill = 1; kill <= kills; ++kill) {
        load.start();
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + random.below(130)));
        server.process->signal(SIGKILL);
        CHECK(server.process->wait() == -SIGKILL);
        load.stop();
        server.start();
        if (kill % 10 == 0) {
            server.process->signal(SIGTERM);
            CHECK(server.process->wait() == 0);
            expectAllWell(server, load);
            server.start();
        }
    }
    server.process->signal(SIGKILL);
    server.process->wait();
    expectAllWell(server, load);
    CHECK(load.wrongAnswers() == 0);
    CHECK(load.acknowledged() > 0);
    std::printf("  %d times killed, %zu changes acknowledged, none lost\n", kills, load.acknowledged());
}

TEST_CASE("Asked to stop under load the server finishes what it acknowledges", "[server][load]") {
    LiveServer server;
    Load load(server);
    for (int round = 0; round < runsOf(5); ++round) {
        load.start();
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        server.process->signal(SIGTERM);
        CHECK(server.process->wait() == 0);
        load.stop();
        expectAllWell(server, load);
        server.start();
    }
    CHECK(load.wrongAnswers() == 0);
}

TEST_CASE("Eight clients are served at once, many in one commit", "[server][load]") {
    LiveServer server;
    Load load(server);
    const auto start = std::chrono::steady_clock::now();
    load.start();
    load.waitFor(static_cast<std::size_t>(runsOf(100)));
    load.stop();
    const double seconds = millisSince(start) / 1000;
    const auto latencies = load.latencies();
    const auto at = [&](double part) {
        return latencies.at(static_cast<std::size_t>(part * static_cast<double>(latencies.size() - 1)));
    };
    const std::string metrics = ask(server.channel.endpoint(), "GET /metrics HTTP/1.1\r\n\r\n")->body;
    const auto metric = [&](const std::string& name) {
        return std::atof(metrics.substr(metrics.find("\n" + name) + 1 + name.size()).c_str());
    };
    std::printf(
        "  8 clients: %zu requests, %.0f a second, median %.1f ms, p99 %.1f ms, %.1f a commit, "
        "resident %ld KiB\n",
        latencies.size(), static_cast<double>(latencies.size()) / seconds, at(0.5), at(0.99),
        metric("veldwijzer_commit_callers_total") / metric("veldwijzer_commits_total"),
        server.process->peakResidentKib());
    CHECK(load.wrongAnswers() == 0);
    server.process->signal(SIGTERM);
    CHECK(server.process->wait() == 0);
    expectAllWell(server, load);
}

}  // namespace
}  // namespace veldwijzer::server::test
