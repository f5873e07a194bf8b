// SPDX-License-Identifier: EUPL-1.2
#include "support/local_region.h"

#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "log/founding.h"
#include "signing/request.h"
#include "vault/vault.h"

namespace veldwijzer::test {
namespace {

[[noreturn]] void giveUp(const char* doing, const Error& error) {
    std::fprintf(stderr, "%s: %s [%s]\n", doing, error.message.c_str(),
                 std::string(errorName(error.code)).c_str());
    std::abort();
}

}  // namespace

LocalRegion::LocalRegion(const Clock& clock, Random& random, const std::filesystem::path& folder)
    : clock_(clock),
      random_(random),
      key_(SigningKey::generate(random)),
      log_(folder.empty() ? server::SqliteLog::inMemory() : server::SqliteLog::open(folder / "log.sqlite")),
      bootstrap_(
          server::foundRegion(*log_, key_, "Regio Proef", "http://127.0.0.1:1", random, clock.wallMs())),
      service_(std::make_unique<server::SyncService>(*log_)) {}

Result<std::string> LocalRegion::answer(const sync::Request& request) {
    if (request.path == "/v1/join") {
        wire::JoinRequest message;
        if (!message.ParseFromString(request.body)) return fail(ErrorCode::Malformed, "unreadable");
        auto result = service_->join(message, clock_.wallMs());
        if (!result) return result.error();
        return result->SerializeAsString();
    }
    constexpr std::string_view scheme = "Veldwijzer1 ";
    if (!request.authorization.starts_with(scheme)) return fail(ErrorCode::BadSignature, "no proof");
    const auto proof = decodeProof(std::string_view(request.authorization).substr(scheme.size()));
    const auto key = proof ? service_->signingKeyOf(proof->device) : std::nullopt;
    if (!key) return fail(ErrorCode::NotAMember, "unknown device");
    if (!checkProof(*key, *proof,
                    {.method = "POST",
                     .path = request.path,
                     .query = "",
                     .body = viewOf(request.body),
                     .server = service_->serverId()}))
        return fail(ErrorCode::BadSignature, "wrong proof");
    wire::SyncRequest message;
    if (!message.ParseFromString(request.body)) return fail(ErrorCode::Malformed, "unreadable");
    auto result = service_->handle(message, proof->device, clock_.wallMs());
    if (!result) return result.error();
    return result->SerializeAsString();
}

Result<sync::Response> LocalRegion::Wire::post(const sync::Request& request) {
    if (!online) return fail(ErrorCode::Offline, "nobody answers");
    bytesUp += request.body.size();
    sync::Response response;
    auto body = region_.answer(request);
    if (body) {
        response.status = 200;
        response.body = std::move(*body);
    } else {
        wire::ErrorResponse message;
        message.set_reason(std::string(errorName(body.error().code)));
        message.set_message(body.error().message);
        message.set_server_time_ms(region_.clock_.wallMs());
        response.status = 403;
        response.body = message.SerializeAsString();
    }
    bytesDown += response.body.size();
    const Signature signature =
        signAnswer(region_.key_, viewOf(request.body), response.status, viewOf(response.body));
    response.serverSignature = toBase64Url(signature.view());
    return response;
}

std::unique_ptr<session::Session> joinedSession(const std::filesystem::path& folder,
                                                const roster::InvitationLink& link, const std::string& name,
                                                LocalRegion& region, session::Environment environment) {
    auto session = session::Session::create(folder, passphrase, vault::kdfFloor, environment);
    if (!session) giveUp("making a vault", session.error());
    if (auto joined = (*session)->join(link, name, region.wire()); !joined) giveUp("joining", joined.error());
    return std::move(*session);
}

roster::InvitationLink invited(session::Session& coordinator, LocalRegion& region, roster::Role role) {
    const auto text = coordinator.invite(role, 1, 24LL * 3600 * 1000);
    if (!text) giveUp("inviting", text.error());
    const session::SyncReport report = coordinator.sync(region.wire());
    if (report.failure) giveUp("syncing an invitation", *report.failure);
    auto link = roster::decodeLink(*text);
    if (!link) giveUp("reading an invitation", link.error());
    return *link;
}

}  // namespace veldwijzer::test
