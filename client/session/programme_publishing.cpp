// SPDX-License-Identifier: EUPL-1.2
// The programme for everybody to read.
#include <algorithm>

#include "base/text.h"
#include "exchange/programme_file.h"
#include "exchange/public_programme.h"
#include "session/map_source.h"
#include "session/programme.h"
#include "session/state.h"
#include "signing/request.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::session {
namespace {

constexpr std::string_view path = "/v1/published/";

Result<void> checkSlug(std::string_view slug) {
    const bool fits = !slug.empty() && slug.size() <= 64 && slug.front() != '-' &&
                      std::all_of(slug.begin(), slug.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                      });
    if (fits) return {};
    return fail(ErrorCode::InvalidArgument,
                "the name in the address has small letters, digits and hyphens, at most 64: regio-dag-2026");
}

/// One question to the region's server outside a sync. A wrong clock is put right once.
Result<void> ask(const Session::State& state, sync::Transport& transport, const std::string& method,
                 const std::string& where, const std::string& body) {
    WallMs now = state.environment.clock.wallMs();
    for (int attempt = 0;; ++attempt) {
        const RequestView view{.method = method,
                               .path = where,
                               .query = "",
                               .body = veldwijzer::viewOf(body),
                               .server = serverIdOf(state.region->serverKey)};
        const RequestProof proof = proveRequest(state.identity->signing, view, now, state.environment.random);
        const auto response = transport.post({.path = where,
                                              .body = body,
                                              .authorization = "Veldwijzer1 " + encodeProof(proof),
                                              .method = method});
        if (!response) return response.error();
        const auto bytes = fromBase64Url(response->serverSignature);
        const auto signature = bytes ? Signature::from(*bytes) : std::nullopt;
        if (!signature || !checkAnswer(state.region->serverKey, *signature, veldwijzer::viewOf(body),
                                       response->status, veldwijzer::viewOf(response->body)))
            return fail(
                response->status >= 500 ? ErrorCode::Busy : ErrorCode::ServerChanged,
                "what answers is not the region's server, or it is too busy; nothing is known to have "
                "changed, try again");
        if (response->status == 200) return {};
        wire::ErrorResponse answer;
        const bool readable = answer.ParseFromString(response->body);
        const ErrorCode code =
            readable ? errorNamed(answer.reason()).value_or(ErrorCode::ServerError) : ErrorCode::ServerError;
        if (code != ErrorCode::ClockSkew || attempt > 0)
            return fail(code, readable ? answer.message() : "the server could not do this");
        now = answer.server_time_ms();
    }
}

std::string slugOf(const exchange::IncomingRecord& event) {
    return exchange::textField(event, "slug");
}

}  // namespace

Result<PublishedProgramme> Programme::publish(const RecordId& event, std::string_view slug,
                                              sync::Transport& transport) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    if (auto allowed = state_.mayWrite(space()); !allowed) return allowed.error();
    if (auto checked = checkSlug(slug); !checked) return checked.error();
    const MapSource source(*state_.store, space());
    auto document = exchange::publicProgramme(source, event, state_.environment.clock.wallMs());
    if (!document) return document.error();
    if (auto asked = ask(state_, transport, "PUT", std::string(path) + std::string(slug), document->body);
        !asked)
        return asked.error();
    // After the server has it: colleagues are told what is so.
    const store::RecordEdit edit{.record = event,
                                 .kind = "event",
                                 .edits = {{merge::Action::Assign, "slug", merge::Value(std::string(slug))}}};
    if (auto written = state_.store->write(space(), std::span(&edit, 1)); !written) return written.error();
    return PublishedProgramme{std::string(slug), session_.url() + "/programma/" + std::string(slug),
                              document->sessions, document->body.size()};
}

Result<void> Programme::unpublish(const RecordId& event, sync::Transport& transport) {
    if (!state_.joined()) return state_.mayWrite({});
    if (auto allowed = state_.mayWrite(space()); !allowed) return allowed;
    const auto record = MapSource(*state_.store, space()).find(event);
    if (!record || slugOf(*record).empty())
        return fail(ErrorCode::NotFound, "this event is not published, as far as this device knows");
    if (auto asked = ask(state_, transport, "DELETE", std::string(path) + slugOf(*record), {});
        !asked && asked.error().code != ErrorCode::NotFound)
        return asked;
    const store::RecordEdit edit{
        .record = event, .kind = "event", .edits = {{merge::Action::Assign, "slug", std::nullopt}}};
    if (auto written = state_.store->write(space(), std::span(&edit, 1)); !written) return written.error();
    return {};
}

}  // namespace veldwijzer::session
