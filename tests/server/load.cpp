// SPDX-License-Identifier: EUPL-1.2
#include "server/load.h"

#include <algorithm>
#include <map>

#include "ops/data_folder.h"

namespace veldwijzer::server::test {

Load::Load(LiveServer& server, int clients) : server_(server) {
    for (int i = 0; i < clients; ++i) {
        Client& client = clients_.emplace_back();
        client.device = &server_.region.join(roster::Role::Editor);
        client.random = std::make_unique<SeededRandom>(seedFor(500) + static_cast<std::uint64_t>(i));
    }
}

void Load::start() {
    stop_ = false;
    for (Client& client : clients_)
        client.thread = std::thread([this, &client] { run(client); });
}

void Load::stop() {
    stop_ = true;
    for (Client& client : clients_)
        if (client.thread.joinable()) client.thread.join();
}

void Load::waitFor(std::size_t answersEach) {
    for (const Client& client : clients_)
        while (client.answers < answersEach)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Load::run(Client& client) {
    const SpaceId map = server_.region.map();
    HttpChannel channel(server_.channel.endpoint(), server_.link.serverKey, client.random->below(1U << 30U));
    while (!stop_) {
        if (!client.unanswered) {
            // Made here, not by the region: that has one source of noise for all.
            wire::Header header;
            header.region = server_.region.id();
            header.space = map;
            header.device = client.device->id();
            header.incarnation = client.device->incarnation;
            header.firstSeq = header.lastSeq = client.device->heads[map].seq + 1;
            header.contentId = client.random->id<Hash>();
            header.previousContentId = client.device->heads[map].contentId;
            header.rosterPosition = server_.region.roster.position();
            header.rosterHash = server_.region.roster.head();
            Bytes noise(300);
            client.random->fill(noise);
            client.unanswered = wire::signEnvelope(header, noise, client.device->key);
            client.next = {header.contentId, header.firstSeq, 0};
        }
        wire::SyncRequest request = server_.region.request();
        *request.add_envelopes() = *client.unanswered;
        const auto start = std::chrono::steady_clock::now();
        const auto answer = channel.sync(request, client.device->key);
        if (!answer) {
            // The server is gone, or busy; anything else it should not have said.
            const ErrorCode code = answer.error().code;
            if (code != ErrorCode::Offline && code != ErrorCode::Busy) ++wrong_;
            if (code == ErrorCode::Offline) return;
            continue;
        }
        client.tookMs.push_back(millisSince(start));
        const std::string outcome = said(answer->outcomes(0));
        if (outcome != "accepted" && outcome != "duplicate") {
            ++wrong_;
            return;
        }
        client.next.position = answer->outcomes(0).position();
        client.acknowledged.push_back(client.next);
        client.device->heads[map] = {client.next.seq, client.next.contentId};
        client.unanswered.reset();
        ++client.answers;
    }
}

std::vector<std::string> Load::audit() const {
    const auto log = SqliteLog::openReadOnly(DataFolder(server_.data).logFile());
    std::map<Hash, std::uint64_t> positions;
    std::vector<std::string> wrong;
    std::uint64_t position = 0;
    for (;;) {
        const StoredPage page = log->read(server_.region.map(), position, 1000, 1 << 24);
        if (page.entries.empty()) break;
        for (const wire::LogEntry& entry : page.entries) {
            position = entry.position();
            const auto header = wire::openHeader(entry.envelope());
            if (!header || !positions.emplace(header->contentId, position).second)
                wrong.push_back("entry " + std::to_string(position) + " stands there twice or is damaged");
        }
    }
    std::size_t unanswered = 0;
    for (const Client& client : clients_) {
        unanswered += client.unanswered && positions.contains(client.next.contentId) ? 1 : 0;
        for (const Acknowledged& each : client.acknowledged) {
            const auto found = positions.find(each.contentId);
            if (found == positions.end() || found->second != each.position)
                wrong.push_back("an acknowledged change is not at its place " +
                                std::to_string(each.position));
        }
    }
    if (positions.size() != acknowledged() + unanswered) wrong.emplace_back("the log holds something else");
    return wrong;
}

std::size_t Load::acknowledged() const {
    std::size_t number = 0;
    for (const Client& client : clients_)
        number += client.acknowledged.size();
    return number;
}

std::vector<double> Load::latencies() const {
    std::vector<double> all;
    for (const Client& client : clients_)
        all.insert(all.end(), client.tookMs.begin(), client.tookMs.end());
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace veldwijzer::server::test
