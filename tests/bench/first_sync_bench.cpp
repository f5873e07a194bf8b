// SPDX-License-Identifier: EUPL-1.2
#include "bench/first_sync_bench.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "bench/bench_data.h"
#include "bench/plain_sqlite.h"
#include "http/http_server.h"
#include "session/helper_thread.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"
#include "transport/http_transport.h"

namespace veldwijzer::bench {
namespace {

namespace fs = std::filesystem;

std::uintmax_t bytesIn(const fs::path& folder) {
    std::uintmax_t sum = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) sum += entry.file_size();
    return sum;
}

void startCountingMemory() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// The most there was in memory since startCountingMemory, in KiB.
long peakKb() {
    std::ifstream status("/proc/self/status");
    constexpr std::string_view name = "VmHWM:";
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name)) return std::atol(line.c_str() + name.size());
    return 0;
}

/// The region's service over HTTP, on a thread of its own.
class Server {
public:
    Server(test::LocalRegion& region, const Clock& clock)
        : http_({"127.0.0.1", 0, true},
                {region.service(), region.log(), region.key(), clock, false, {}, {}}) {
        auto port = http_.open();
        must(port.ok(), "listening");
        port_ = *port;
        thread_ = std::thread([this] { http_.run(); });
    }
    ~Server() {
        http_.stop();
        thread_.join();
    }
    [[nodiscard]] int port() const { return port_; }

private:
    server::HttpServer http_;
    int port_ = 0;
    std::thread thread_;
};

class CountingTransport final : public sync::Transport {
public:
    explicit CountingTransport(const std::string& port) {
        auto http = transport::HttpTransport::to("http://127.0.0.1:" + port);
        must(http.ok(), "the address");
        http_ = *std::move(http);
    }
    Result<sync::Response> post(const sync::Request& request) override {
        auto response = http_->post(request);
        if (response) down += response->body.size();
        return response;
    }
    std::uint64_t down = 0;

private:
    std::unique_ptr<transport::HttpTransport> http_;
};

int ours(const fs::path& vault, const std::string& port) {
    SystemClock clock;
    SystemRandom random;
    session::HelperThread helper;
    auto session = session::Session::open(vault, test::passphrase, {clock, random, helper});
    must(session.ok(), "opening the vault");
    CountingTransport wire(port);
    startCountingMemory();
    using Watch = std::chrono::steady_clock;
    const auto start = Watch::now();
    const auto since = [&] {
        return std::chrono::duration<double, std::milli>(Watch::now() - start).count();
    };
    double firstScreen = 0;
    const auto report = (*session)->sync(wire, [&](const session::SyncReport&) {
        if (firstScreen > 0) return;
        const auto rows =
            (*session)->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 50});
        if (!rows.rows.empty()) firstScreen = since();
    });
    must(report.complete, "the first sync");
    const double usable = since();
    const long peak = peakKb();
    (*session)->keepSearchUp();
    const double indexed = since();
    const long peakIndexed = peakKb();
    const auto answer = (*session)->search({.text = "opvang"});
    must(answer.ok() && answer->total > 0, "searching");
    session->reset();
    const nlohmann::json result = {{"first_screen_ms", firstScreen}, {"usable_ms", usable},
                                   {"indexed_ms", indexed},          {"peak_kb", peak},
                                   {"peak_indexed_kb", peakIndexed}, {"wire_bytes", wire.down},
                                   {"disk_bytes", bytesIn(vault)}};
    std::printf("%s\n", result.dump().c_str());
    return 0;
}

int plain(const fs::path& file, const fs::path& framesFile) {
    std::ifstream in(framesFile, std::ios::binary);
    const std::string frames{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    startCountingMemory();
    nlohmann::json result;
    {
        PlainSqlite database(file);
        const double usable = timed([&] { database.firstSync(frames); });
        result["usable_ms"] = usable;
        result["peak_kb"] = peakKb();
        result["indexed_ms"] = usable + timed([&] { database.makeSearchIndex(); });
        result["peak_indexed_kb"] = peakKb();
    }
    result["disk_bytes"] = fs::file_size(file);
    std::printf("%s\n", result.dump().c_str());
    return 0;
}

/// This program with other words; what it printed.
nlohmann::json ask(const std::vector<std::string>& words) {
    std::string command = fs::read_symlink("/proc/self/exe").string();
    for (const std::string& word : words)
        command += " '" + word + "'";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    must(pipe != nullptr, "starting a process");
    std::string text;
    for (char piece[4096]; std::fgets(piece, sizeof piece, pipe.get()) != nullptr;)
        text += piece;
    auto result = nlohmann::json::parse(text, nullptr, false);
    must(!result.is_discarded(), "a process of a first sync");
    return result;
}

struct Rounds {
    Measure usable;
    Measure indexed;
    std::vector<double> firstScreen;
    nlohmann::json last;
    nlohmann::json lastPlain;
};

void oneRound(Rounds& rounds, const fs::path& folder, int port) {
    const fs::path vault = folder / "device";
    const fs::path file = folder / "plain.sqlite";
    fs::remove_all(vault);
    fs::copy(folder / "fresh", vault, fs::copy_options::recursive);
    for (const char* part : {"", "-wal", "-shm"})
        fs::remove(file.string() + part);
    rounds.last = ask({"first-sync", vault, std::to_string(port)});
    rounds.lastPlain = ask({"plain-first-sync", file, folder / "frames"});
    rounds.firstScreen.push_back(rounds.last["first_screen_ms"]);
    rounds.usable.ours.push_back(rounds.last["usable_ms"]);
    rounds.usable.plain.push_back(rounds.lastPlain["usable_ms"]);
    rounds.indexed.ours.push_back(rounds.last["indexed_ms"]);
    rounds.indexed.plain.push_back(rounds.lastPlain["indexed_ms"]);
}

}  // namespace

nlohmann::json firstSyncBench(const Sizes& sizes) {
    test::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    const session::Environment environment{clock, random};
    test::LocalRegion region(clock, random, folder.path());
    {
        auto anna =
            test::joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
        // Joined before there is anything to fetch.
        test::joinedSession(folder.path() / "fresh", test::invited(*anna, region, roster::Role::Editor),
                            "Bram", region, environment)
            .reset();
        const auto services = makeServices(sizes.services, 42);
        must(anna->store().writeBulk(anna->spaceFor("service"), creating(services)).ok(), "writing");
        must(anna->sync(region.wire()).complete, "pushing");
        std::ofstream(folder.path() / "frames", std::ios::binary) << PlainSqlite::framesOf(services);
    }
    const Server server(region, clock);
    Rounds rounds;
    for (std::size_t round = 0; round < sizes.rounds; ++round)
        oneRound(rounds, folder.path(), server.port());
    nlohmann::json result = {{"usable", rounds.usable.json()},
                             {"with_search_index", rounds.indexed.json()},
                             {"first_screen_ms", quantile(rounds.firstScreen, 0.5)},
                             {"wire_bytes", rounds.last["wire_bytes"]}};
    for (const char* name : {"disk_bytes", "peak_kb", "peak_indexed_kb"})
        result[name] = {{"ours", rounds.last[name]}, {"plain", rounds.lastPlain[name]}};
    return result;
}

std::optional<int> firstSyncChild(const std::vector<std::string>& words) {
    if (words.size() != 3) return std::nullopt;
    if (words[0] == "first-sync") return ours(words[1], words[2]);
    if (words[0] == "plain-first-sync") return plain(words[1], words[2]);
    return std::nullopt;
}

}  // namespace veldwijzer::bench
