// SPDX-License-Identifier: EUPL-1.2
// This project in a harness that gives the same work to several stores: the command line and the lines of
// JSON that such a contender answers with (tests/README.md tells how to run it).
//
//     init DB RECORDS | serverinit SERVER RECORDS | serve SERVER PORT | t1 DB PORT | t2 DB EDITS
//     clientA DB PORT EDITS | clientB DB PORT EXPECT | edit DB EDITS SITE | merge DBA DBB | t5 DB ID
//     t6 DB QUERIES
//
// A contender's store is one file there, and copying it copies the store; a vault is a folder. So DB is a
// small file that names the folder which holds the vaults, and a copy of it gets a copy of that folder when
// it is first opened, before any clock starts. Two people share the region: site 1 and site 2.
//
// Clocks start when the vault is unlocked: deriving the key takes the same time whatever the data. What is
// measured goes over HTTP to the real server, sealed, signed and with every losing value kept.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "bench/peer_files.h"
#include "http/http_server.h"
#include "ops/region_ops.h"
#include "session/helper_thread.h"
#include "session/session.h"
#include "transport/http_transport.h"
#include "vault/internal.h"

using namespace veldwijzer;
using namespace veldwijzer::bench;

namespace {

namespace fs = std::filesystem;
constexpr std::string_view passphrase = "correct paard batterij nietje";
constexpr std::string_view placeholder = "http://127.0.0.1:1";

template <typename T>
T must(Result<T> result, const char* doing) {
    if (!result) giveUp(std::string(doing) + ": " + result.error().message);
    return *std::move(result);
}

void must(const Result<void>& result, const char* doing) {
    if (!result) giveUp(std::string(doing) + ": " + result.error().message);
}

/// Seconds of the monotonic clock, comparable between processes.
double now() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

long peakKb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// ---- where things lie

fs::path folderOf(const fs::path& db) {
    return db.string() + ".d";
}

/// The folder of this store; a copy of the one it was copied from when the file says so.
fs::path openFolder(const fs::path& db) {
    const fs::path own = folderOf(db);
    const fs::path origin = contentOf(db);
    if (origin != own) {
        fs::remove_all(own);
        fs::copy(origin, own, fs::copy_options::recursive);
        std::ofstream(db, std::ios::trunc) << own.string();
    }
    return own;
}

fs::path regionBeside(const fs::path& file) {
    return file.parent_path() / "veldwijzer-region";
}

std::uint64_t bytesIn(const fs::path& folder) {
    std::uint64_t sum = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) sum += entry.file_size();
    return sum;
}

// ---- the two ends

struct World {
    SystemClock clock;
    SystemRandom random;
    session::HelperThread helper;
    session::Environment environment{clock, random, helper};
};

/// The server in this process, on a thread of its own.
class Server {
public:
    Server(World& world, const fs::path& folder, int port)
        : open_(must(server::openFolder(server::DataFolder(folder)), "opening the server's folder")),
          service_(*open_.log),
          http_({"127.0.0.1", port, true}, {service_,
                                            *open_.log,
                                            open_.key,
                                            world.clock,
                                            false,
                                            [this](const server::AccessRecord& record) {
                                                received += record.bytesIn;
                                                sent += record.bytesOut;
                                            },
                                            {}}) {
        port_ = must(http_.open(), "listening");
        thread_ = std::thread([this] { http_.run(); });
    }
    ~Server() {
        http_.stop();
        thread_.join();
        open_.log->checkpoint();
    }
    [[nodiscard]] int port() const { return port_; }
    std::atomic<std::uint64_t> received{0};
    std::atomic<std::uint64_t> sent{0};

private:
    server::OpenFolder open_;
    server::SyncService service_;
    server::HttpServer http_;
    int port_ = 0;
    std::thread thread_;
};

/// Counts what passes.
class Wire final : public sync::Transport {
public:
    explicit Wire(int port)
        : http_(must(transport::HttpTransport::to("http://127.0.0.1:" + std::to_string(port)),
                     "the address")) {}
    Result<sync::Response> post(const sync::Request& request) override {
        up += request.body.size();
        auto response = http_->post(request);
        if (response) down += response->body.size();
        return response;
    }
    std::uint64_t up = 0;
    std::uint64_t down = 0;

private:
    std::unique_ptr<transport::HttpTransport> http_;
};

std::unique_ptr<session::Session> unlocked(World& world, const fs::path& vault) {
    return must(session::Session::open(vault, passphrase, world.environment), "opening a vault");
}

void syncAll(session::Session& session, sync::Transport& wire) {
    const session::SyncReport report = session.sync(wire);
    if (!report.complete)
        giveUp("a sync did not complete: " + (report.failure ? report.failure->message : std::string("?")));
}

void writeAll(session::Session& session, const std::vector<store::RecordEdit>& edits, bool oneByOne) {
    const SpaceId map = session.spaceFor("service");
    const auto each = [&] {
        for (const store::RecordEdit& edit : edits)
            must(session.store().write(map, std::span(&edit, 1)), "an edit");
    };
    if (oneByOne)
        each();
    else
        session.store().transact(each);
}

void keepDataKey(const fs::path& vault) {
    const vault::DataKey key = must(vault::Access::dataKey(vault, passphrase), "the data key");
    std::ofstream(vault.string() + ".key", std::ios::binary)
        .write(reinterpret_cast<const char*>(key.view().data()),
               static_cast<std::streamsize>(key.view().size()));
}

// ---- the commands

/// The region, its first coordinator (site 1), a colleague (site 2) with all records, and a third who joined
/// and has nothing yet.
int init(World& world, const fs::path& db, const fs::path& records) {
    const fs::path region = regionBeside(db);
    const fs::path own = folderOf(db);
    fs::remove_all(region);
    fs::remove_all(own);
    fs::create_directories(own);
    const server::DataFolder data(region / "server");
    fs::create_directories(region);
    const auto link = must(
        server::initialise(data, "Regio Proef", std::string(placeholder), world.random, world.clock.wallMs()),
        "making a region");
    const Server server(world, region / "server", 0);
    Wire wire(server.port());
    const auto join = [&](const fs::path& vault, const std::string& text, const char* name) {
        auto session = must(session::Session::create(vault, passphrase, vault::kdfFloor, world.environment),
                            "making a vault");
        must(session->join(must(roster::decodeLink(text), "an invitation"), name, wire), "joining");
        return session;
    };
    auto anna = join(own / "1", link, "Anna");
    const std::string invitation = must(anna->invite(roster::Role::Editor, 2, 3'600'000), "inviting");
    syncAll(*anna, wire);
    // Joined before there is anything to fetch.
    auto carla = join(region / "fresh", invitation, "Carla");
    syncAll(*carla, wire);
    carla.reset();
    must(anna->store().writeBulk(anna->spaceFor("service"), readRecords(records)), "writing");
    syncAll(*anna, wire);
    auto bram = join(own / "2", invitation, "Bram");
    syncAll(*bram, wire);
    syncAll(*anna, wire);
    anna.reset();
    bram.reset();
    keepDataKey(own / "1");
    std::ofstream(db, std::ios::trunc) << own.string();
    return 0;
}

int serverInit(const fs::path& file) {
    const fs::path own = folderOf(file);
    fs::remove_all(own);
    fs::copy(regionBeside(file) / "server", own, fs::copy_options::recursive);
    std::ofstream(file, std::ios::trunc) << own.string();
    return 0;
}

int serve(World& world, const fs::path& file, int port) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const Server server(world, openFolder(file), port);
    std::cout << "ready" << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    std::printf("{\"server_sent\":%lu,\"server_recv\":%lu,\"rss_kb\":%ld}\n",
                static_cast<unsigned long>(server.sent), static_cast<unsigned long>(server.received),
                peakKb());
    return 0;
}

int firstSync(World& world, const fs::path& db, int port) {
    const fs::path own = folderOf(db);
    fs::remove_all(own);
    fs::create_directories(own);
    fs::copy(regionBeside(db) / "fresh", own / "1", fs::copy_options::recursive);
    auto session = unlocked(world, own / "1");
    Wire wire(port);
    double usable = 0;
    const double start = now();
    const session::SyncReport report = session->sync(wire, [&](const session::SyncReport&) {
        const auto rows =
            session->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 50}).rows;
        if (usable == 0 && !rows.empty()) usable = now();
    });
    const double end = now();
    if (!report.complete) giveUp("the first sync did not complete");
    const auto records =
        session->store().list({.kind = "service", .facets = {}, .offset = 0, .limit = 1}).total;
    session.reset();
    const double closed = now();
    std::printf(
        "{\"n\":%lu,\"ms\":%.2f,\"ms_with_checkpoint\":%.2f,\"first_screen_ms\":%.2f,\"wire\":%lu,"
        "\"disk\":%lu,\"rss_kb\":%ld}\n",
        static_cast<unsigned long>(records), (end - start) * 1e3, (closed - start) * 1e3,
        (usable - start) * 1e3, static_cast<unsigned long>(wire.down), bytesIn(own), peakKb());
    return 0;
}

int edit(World& world, const fs::path& db, const fs::path& file, const std::string& site, bool oneByOne) {
    auto session = unlocked(world, openFolder(db) / site);
    const auto edits = readEdits(file);
    const double start = now();
    writeAll(*session, edits, oneByOne);
    const double took = now() - start;
    std::printf("{\"edits\":%zu,\"ms\":%.2f,\"us_per_edit\":%.1f,\"rss_kb\":%ld}\n", edits.size(), took * 1e3,
                took * 1e6 / static_cast<double>(edits.size()), peakKb());
    return 0;
}

int clientA(World& world, const fs::path& db, int port, const fs::path& file) {
    auto session = unlocked(world, openFolder(db) / "1");
    const auto edits = readEdits(file);
    Wire wire(port);
    std::cout << "ready" << std::endl;
    char go = 0;
    if (::read(STDIN_FILENO, &go, 1) < 1) return 1;
    const double start = now();
    writeAll(*session, edits, false);
    const double written = now();
    syncAll(*session, wire);
    std::printf("{\"t0\":%.6f,\"edit_ms\":%.2f,\"push_ms\":%.2f,\"up\":%lu,\"rss_kb\":%ld}\n", start,
                (written - start) * 1e3, (now() - written) * 1e3, static_cast<unsigned long>(wire.up),
                peakKb());
    return 0;
}

/// Asks every few milliseconds, a minute at most: there is no push.
int clientB(World& world, const fs::path& db, int port, std::uint64_t expected) {
    auto session = unlocked(world, openFolder(db) / "2");
    Wire wire(port);
    syncAll(*session, wire);
    wire.down = 0;
    std::cout << "ready" << std::endl;
    const double start = now();
    std::uint64_t applied = 0;
    while (applied < expected && now() - start < 60) {
        applied += session->sync(wire).pulled;
        if (applied < expected) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    if (applied < expected) giveUp("the edits did not come");
    std::printf("{\"t1\":%.6f,\"down\":%lu,\"rss_kb\":%ld}\n", now(), static_cast<unsigned long>(wire.down),
                peakKb());
    return 0;
}

int merge(World& world, const fs::path& a, const fs::path& b) {
    auto anna = unlocked(world, openFolder(a) / "1");
    auto bram = unlocked(world, openFolder(b) / "2");
    const fs::path folder = folderOf(a) / "server";
    fs::remove_all(folder);
    fs::copy(regionBeside(a) / "server", folder, fs::copy_options::recursive);
    const Server server(world, folder, 0);
    Wire wire(server.port());
    const double start = now();
    syncAll(*anna, wire);
    syncAll(*bram, wire);
    syncAll(*anna, wire);
    const double took = now() - start;
    const SpaceId map = anna->spaceFor("service");
    const bool converged = anna->store().digest(map) == bram->store().digest(map);
    std::printf(
        "{\"merge_ms\":%.2f,\"extract_ms\":0,\"wire\":%lu,\"lww_losses\":0,\"conflicts_kept\":%lu,"
        "\"converged\":%s,\"rss_kb\":%ld}\n",
        took * 1e3, static_cast<unsigned long>(wire.up + wire.down),
        static_cast<unsigned long>(anna->store().conflictCount()), converged ? "true" : "false", peakKb());
    return 0;
}

/// From a cold start to one record and to the first 50 by name.
int coldOpen(World& world, const fs::path& db, std::string_view id) {
    const fs::path vault = openFolder(db) / "1";
    const std::string bytes = contentOf(vault.string() + ".key");
    vault::DataKey key;
    std::memcpy(key.mutableView().data(), bytes.data(), std::min(bytes.size(), key.mutableView().size()));
    auto opened = must(vault::Access::openWithKey(vault, key, world.random), "opening the vault");
    auto store = must(store::Store::open({.db = opened->database(),
                                          .writeMutex = opened->writeMutex(),
                                          .clock = world.clock,
                                          .random = world.random,
                                          .anchorHead = {},
                                          .checkpoint = {},
                                          .fault = {}}),
                      "opening the store");
    const bool found = store->find(recordOf(id)).has_value();
    const double got = now();
    const std::size_t rows =
        store->list({.kind = "service", .facets = {}, .offset = 0, .limit = 50}).rows.size();
    std::printf("{\"get\":%.6f,\"list\":%.6f,\"ok\":%d,\"n\":%zu,\"rss_kb\":%ld}\n", got, now(),
                found ? 1 : 0, rows, peakKb());
    return 0;
}

/// Searches as one types, a line each; twice, and the second time counts. The index is brought up to date
/// before. Each answer has its chips with counts, which no contender makes.
int searches(World& world, const fs::path& db, const fs::path& file) {
    auto session = unlocked(world, openFolder(db) / "1");
    session->keepSearchUp();
    std::istringstream lines(contentOf(file));
    std::vector<std::string> texts;
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) texts.push_back(line);
    std::vector<double> took(texts.size());
    std::size_t hits = 0;
    for (int pass = 0; pass < 2; ++pass) {
        hits = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double start = now();
            hits += must(session->search({.text = texts[i]}), "a search").found.size();
            took[i] = now() - start;
        }
    }
    std::sort(took.begin(), took.end());
    std::printf("{\"mode\":\"ranked\",\"q\":%zu,\"median_us\":%.1f,\"p99_us\":%.1f,\"hits\":%zu}\n",
                texts.size(), took[took.size() / 2] * 1e6, took[took.size() * 99 / 100] * 1e6, hits);
    return 0;
}

int run(const std::vector<std::string>& words) {
    World world;
    const std::string command = words.empty() ? "" : words[0];
    const auto takes = [&](const char* name, std::size_t count) {
        return command == name && words.size() == count + 1;
    };
    const auto port = [&] { return std::atoi(words[2].c_str()); };
    if (takes("init", 2)) return init(world, words[1], words[2]);
    if (takes("serverinit", 2)) return serverInit(words[1]);
    if (takes("serve", 2)) return serve(world, words[1], port());
    if (takes("t1", 2)) return firstSync(world, words[1], port());
    if (takes("t2", 2)) return edit(world, words[1], words[2], "1", true);
    if (takes("edit", 3)) return edit(world, words[1], words[2], words[3], false);
    if (takes("clientA", 3)) return clientA(world, words[1], port(), words[3]);
    if (takes("clientB", 3))
        return clientB(world, words[1], port(), std::strtoull(words[3].c_str(), nullptr, 10));
    if (takes("merge", 2)) return merge(world, words[1], words[2]);
    if (takes("t5", 2)) return coldOpen(world, words[1], words[2]);
    if (takes("t6", 2)) return searches(world, words[1], words[2]);
    giveUp("usage: init|serverinit|serve|t1|t2|edit|clientA|clientB|merge|t5|t6 … (see the source)");
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        giveUp(error.what());
    }
}
