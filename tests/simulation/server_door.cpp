// SPDX-License-Identifier: EUPL-1.2
#include "simulation/server_door.h"

#include <cstdlib>

#include "base/ensure.h"
#include "base/limits.h"
#include "base/text.h"
#include "signing/request.h"

namespace veldwijzer::simulation {
namespace {

constexpr std::uint64_t proofsCheckedOneIn = 8;
constexpr std::string_view scheme = "Veldwijzer1 ";

}  // namespace

void ServerDoor::sign(const sync::Request& request, sync::Response& response) const {
    const Signature signature =
        signAnswer(region_.serverKey(), viewOf(request.body), response.status, viewOf(response.body));
    response.serverSignature = toBase64Url(signature.view());
}

ServerDoor::ServerDoor(const std::int64_t& simulatedMs, const FoundedRegion& region)
    : simulatedMs_(simulatedMs), region_(region), log_(server::SqliteLog::inMemory()) {
    region_.foundIn(*log_);
    service_ = std::make_unique<server::SyncService>(*log_);
}

void ServerDoor::restart() {
    service_ = std::make_unique<server::SyncService>(*log_);
    startedMs_ = now();
}

void ServerDoor::begin(std::unique_ptr<server::SqliteLog> log) {
    service_.reset();
    log_ = std::move(log);
    log_->setRefillUntilMs(now() + 1'000'000'000'000);
    restart();
}

void ServerDoor::loseEverything() {
    const FoundedRegion& region = FoundedRegion::get();
    auto log = server::SqliteLog::inMemory();
    server::ServerEpoch epoch;
    epoch.bytes.fill(static_cast<std::uint8_t>(100 + ++epochs_));
    log->adopt(region.region(), epoch, *region.anchor().rootFingerprint);
    begin(std::move(log));
}

ServerDoor::Backup ServerDoor::backup() const {
    Backup backup;
    backup.roster = log_->rosterAfter(0, SIZE_MAX, SIZE_MAX);
    for (const server::SpaceHead& head : log_->spaces())
        backup.entries[head.space] = log_->read(head.space, 0, SIZE_MAX, SIZE_MAX).entries;
    return backup;
}

void ServerDoor::restoreFrom(const Backup& backup) {
    loseEverything();
    ENSURE(log_->appendRoster(0, backup.roster));
    for (const auto& [space, entries] : backup.entries) {
        for (const wire::LogEntry& entry : entries) {
            server::Candidate candidate{*wire::openHeader(entry.envelope()), entry.envelope()};
            const auto appended = log_->append(backup.roster.size(), {&candidate, 1}, entry.server_time_ms());
            ENSURE(appended.ok() && appended->outcomes.front().verdict == server::Verdict::Accepted);
        }
    }
    restart();
}

Result<std::string> ServerDoor::judged(const sync::Request& request) {
    if (request.path == "/v1/refill") {
        wire::RefillRequest message;
        if (!message.ParseFromString(request.body)) return fail(ErrorCode::Malformed, "unreadable");
        auto answer = service_->refill(message, now());
        if (!answer) return answer.error();
        return answer->SerializeAsString();
    }
    if (!request.authorization.starts_with(scheme)) return fail(ErrorCode::BadSignature, "no proof");
    const auto proof = decodeProof(std::string_view(request.authorization).substr(scheme.size()));
    if (!proof) return fail(ErrorCode::Malformed, "no proof");
    if (std::llabs(proof->timeMs - now()) > limits::requestSkewMs || proof->timeMs < startedMs_)
        return fail(ErrorCode::ClockSkew, "the request's time is not the server's");
    const auto key = service_->signingKeyOf(proof->device);
    if (!key) return fail(ErrorCode::NotAMember, "unknown device");
    const RequestView view{.method = "POST",
                           .path = request.path,
                           .query = "",
                           .body = viewOf(request.body),
                           .server = service_->serverId()};
    if (++requests_ % proofsCheckedOneIn == 0 && !checkProof(*key, *proof, view))
        return fail(ErrorCode::BadSignature, "wrong proof");
    wire::SyncRequest message;
    if (!message.ParseFromString(request.body)) return fail(ErrorCode::Malformed, "unreadable");
    if (pageBytes_ > 0) message.set_page_bytes(pageBytes_);
    auto result = service_->handle(message, proof->device, now());
    if (!result) return result.error();
    return result->SerializeAsString();
}

sync::Response ServerDoor::answer(const sync::Request& request) {
    auto body = judged(request);
    if (!body) return refusal(request, body.error());
    sync::Response response;
    response.status = 200;
    response.body = std::move(*body);
    sign(request, response);
    return response;
}

sync::Response ServerDoor::refusal(const sync::Request& request, const Error& error) const {
    wire::ErrorResponse message;
    message.set_reason(std::string(errorName(error.code)));
    message.set_message(error.message);
    message.set_server_time_ms(now());
    sync::Response response;
    response.status = error.code == ErrorCode::Busy ? 503 : 403;
    response.body = message.SerializeAsString();
    if (error.code == ErrorCode::Busy) response.retryAfterMs = 5'000;
    sign(request, response);
    return response;
}

sync::Response ServerDoor::busy(const sync::Request& request) const {
    return refusal(request, fail(ErrorCode::Busy, "the server has too much to do; try again shortly"));
}

}  // namespace veldwijzer::simulation
