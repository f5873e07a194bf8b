// SPDX-License-Identifier: EUPL-1.2
#include "app/serve.h"

#include <malloc.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <csignal>
#include <iostream>
#include <thread>

#include "base/text.h"
#include "http/http_server.h"

namespace veldwijzer::server {
namespace {

struct Address {
    std::string host;
    int port = 0;
};

Result<Address> parseAddress(const std::string& text) {
    const Error wrong{ErrorCode::InvalidArgument,
                      "\"" + text + "\" is not HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080"};
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0 || text.size() - colon > 6) return wrong;
    const std::string digits = text.substr(colon + 1);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return wrong;
    Address address{text.substr(0, colon), std::stoi(digits)};
    if (address.host.starts_with('[') && address.host.ends_with(']'))
        address.host = address.host.substr(1, address.host.size() - 2);
    if (address.port > 65535) return wrong;
    return address;
}

Result<void> checkExposure(const Address& address, const ServeOptions& options) {
    if (isLoopback(address.host) || options.exposedWithoutProxy) return {};
    return fail(ErrorCode::InvalidArgument,
                address.host +
                    " can be reached by other machines. The server is made to stand behind nginx on "
                    "this machine (deploy/nginx), which brings TLS and limits: listen on 127.0.0.1. "
                    "If you know what you do: --exposed-without-proxy.");
}

/// Many connections, no core dumps (they would hold the key), memory given back after large requests.
void setProcessLimits() {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, limits::connections + 512);
        setrlimit(RLIMIT_NOFILE, &files);
    }
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
}

void note(const AccessRecord& record) {
    const std::string device = record.device ? toHex(record.device->view().first(4)) : "-";
    const auto level = record.status >= 500 ? spdlog::level::err : spdlog::level::info;
    spdlog::log(
        level,
        "request route={} status={} reason={} device={} in={} out={} accepted={} duplicate={} later={} "
        "rejected={} sent={} ms={}",
        record.route, record.status, record.reason.empty() ? "-" : record.reason, device, record.bytesIn,
        record.bytesOut, record.accepted, record.duplicates, record.later, record.rejected,
        record.entriesSent, record.tookMs);
}

std::string commitMetrics(const SqliteLog& log) {
    const SqliteLog::Counts counts = log.counts();
    return metricLine("veldwijzer_commits_total", {}, counts.transactions) +
           metricLine("veldwijzer_commit_callers_total", {}, counts.calls);
}

sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT})
        sigaddset(&signals, signal);
    return signals;
}

}  // namespace

Result<void> serve(const DataFolder& folder, const ServeOptions& options) {
    const auto address = parseAddress(options.listen);
    if (!address) return address.error();
    if (auto allowed = checkExposure(*address, options); !allowed) return allowed;
    // Before any thread exists, so that all inherit it and only the waiting one sees a signal.
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    setProcessLimits();

    auto open = openFolder(folder);
    if (!open) return open.error();
    SqliteLog& log = *open->log;
    SyncService service(log);
    const SystemClock clock;
    HttpServer server({address->host, address->port, options.behindProxy},
                      {service, log, open->key, clock, false, note, [&log] { return commitMetrics(log); }});
    const auto port = server.open();
    if (!port) return port.error();
    const std::string host =
        address->host.find(':') == std::string::npos ? address->host : "[" + address->host + "]";
    std::cout << "listening on " << host << ":" << *port << std::endl;
    spdlog::info("started region={} membership={} proxy={}", toHex(service.region().id.view().first(4)),
                 service.roster()->position(), options.behindProxy);

    std::thread waiting([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        spdlog::info("stopping signal={}", signal);
        server.stop();
    });
    server.run();
    waiting.join();
    log.checkpoint();
    spdlog::info("stopped");
    return {};
}

}  // namespace veldwijzer::server
