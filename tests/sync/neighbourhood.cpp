// SPDX-License-Identifier: EUPL-1.2
#include "sync/neighbourhood.h"

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "base/text.h"
#include "signing/request.h"

namespace veldwijzer::test {
namespace {

using simulation::Device;
using simulation::FoundedRegion;

std::unique_ptr<Device> deviceOf(std::size_t person, const std::int64_t& nowMs) {
    const auto& who = FoundedRegion::get().people()[person];
    return std::make_unique<Device>(who.name, who, simulation::copyOf(*who.vault), nowMs, 1000 + person);
}

RecordId recordNamed(const std::string& name) {
    return idOf<RecordId>("test record", {viewOf(name)});
}

}  // namespace

Neighbourhood::Neighbourhood()
    : server_(nowMs_),
      coordinator_(deviceOf(0, nowMs_)),
      editor_(deviceOf(1, nowMs_)),
      attendee_(deviceOf(4, nowMs_)) {}

SpaceId Neighbourhood::space(roster::SpaceType type) const {
    return roster::regionSpace(FoundedRegion::get().region().id, type);
}

const SigningKey& Neighbourhood::serverKey() const {
    return FoundedRegion::get().serverKey();
}

void Neighbourhood::write(Device& device, roster::SpaceType type, const std::string& name, std::string text) {
    const store::RecordEdit edit{
        recordNamed(name), "service", {{merge::Action::Assign, "name", std::move(text)}}};
    const auto written = device.store().write(space(type), {&edit, 1});
    REQUIRE(written.ok());
    REQUIRE(*written > 0);
}

std::string Neighbourhood::shown(Device& device, const std::string& name) {
    const auto stored = device.store().find(recordNamed(name));
    const merge::Value* value = stored ? merge::shownValue(stored->record, "name") : nullptr;
    return value != nullptr ? std::get<std::string>(*value) : "(nothing)";
}

sync::Request Neighbourhood::ask(Device& device) {
    device.engine().wake();
    auto request = device.engine().nextRequest();
    REQUIRE(request.has_value());
    return std::move(*request);
}

void Neighbourhood::sync(Device& device) {
    device.engine().wake();
    for (int rounds = 0; rounds < 50; ++rounds) {
        const auto request = device.engine().nextRequest();
        if (!request) return;
        device.engine().received(server_.answer(*request));
    }
    FAIL("the engine asks without end");
}

sync::Response Neighbourhood::signedAnswer(const sync::Request& request, int status, std::string body) const {
    sync::Response response;
    response.status = status;
    response.body = std::move(body);
    const Signature signature = signAnswer(serverKey(), viewOf(request.body), status, viewOf(response.body));
    response.serverSignature = toBase64Url(signature.view());
    return response;
}

sync::Response Neighbourhood::refusal(const sync::Request& request, int status, ErrorCode code) const {
    wire::ErrorResponse message;
    message.set_reason(std::string(errorName(code)));
    message.set_message("the server says no");
    message.set_server_time_ms(server_.now());
    return signedAnswer(request, status, message.SerializeAsString());
}

void Neighbourhood::syncWith(Device& device, const std::function<void(wire::SyncResponse&)>& change) {
    const sync::Request request = ask(device);
    wire::SyncResponse answer;
    REQUIRE(answer.ParseFromString(server_.answer(request).body));
    change(answer);
    device.engine().received(signedAnswer(request, 200, answer.SerializeAsString()));
}

wire::Envelope Neighbourhood::forge(Device& author, roster::SpaceType type,
                                    const std::function<void(wire::Header&)>& spoil) {
    wire::Change change;
    change.set_wall_ms(1);
    change.set_schema_version(1);
    wire::ChangeBatch batch;
    batch.set_blinder(std::string(16, 'b'));
    batch.set_first_seq(1);
    batch.add_changes(change.SerializeAsString());
    const Bytes packed = wire::pack(viewOf(batch.SerializeAsString()));

    wire::Header header;
    header.region = FoundedRegion::get().region().id;
    header.space = space(type);
    header.device = author.id();
    header.incarnation.bytes.fill(7);
    header.firstSeq = 1;
    header.lastSeq = 1;
    header.contentId = hashOf("veldwijzer batch", {packed});
    header.rosterPosition = author.keeper().roster().position();
    header.rosterHash = author.keeper().roster().head();
    if (spoil) spoil(header);
    const std::string headerBytes = wire::encodeHeader(header);
    Sealed sealed =
        seal(FoundedRegion::get().keyOf(space(type)), packed, viewOf(headerBytes), author.random());
    return wire::signEnvelope(header, std::move(sealed.bytes), author.person().identity.signing);
}

wire::Page& pageOf(wire::SyncResponse& answer, const SpaceId& space) {
    for (wire::Page& page : *answer.mutable_pages())
        if (page.space() == toString(space.view())) return page;
    FAIL("the answer has no page of that space");
    return *answer.add_pages();
}

void appendTo(wire::Page& page, const wire::Envelope& envelope, const Hash& chainBefore, WallMs now) {
    wire::LogEntry& entry = *page.add_entries();
    entry.set_position(page.from_position() + static_cast<std::uint64_t>(page.entries_size()));
    entry.set_server_time_ms(now);
    *entry.mutable_envelope() = envelope;
    page.set_chain(toString(wire::nextLogHash(chainBefore, entry).view()));
    page.set_head_position(entry.position());
}

std::optional<ErrorCode> alarmIn(Device& device, const std::string& spaceName) {
    for (const sync::Alarm& alarm : device.engine().progress().alarms)
        if (alarm.space == spaceName) return alarm.code;
    return std::nullopt;
}

}  // namespace veldwijzer::test
