// SPDX-License-Identifier: EUPL-1.2
#include "server/region.h"

#include "base/ensure.h"

namespace veldwijzer::server::test {
namespace {

OpenInvitation invitationFrom(std::span<const std::uint8_t, 16> secret) {
    InvitationKeys keys = invitationKeysOf(secret);
    return {std::move(keys.signing), keys.box.publicKey()};
}

}  // namespace

Result<wire::JoinResponse> LocalChannel::join(const wire::JoinRequest& request) {
    return service_->join(request, now());
}

Result<wire::SyncResponse> LocalChannel::sync(const wire::SyncRequest& request, const SigningKey& device) {
    return service_->handle(request, deviceIdOf(device.publicKey()), now());
}

TestRegion::TestRegion(const roster::InvitationLink& link, Channel& channel, std::uint64_t seed)
    : random(seed),
      roster({link.region, link.serverKey, std::nullopt,
              invitationKeysOf(std::span(link.secret)).signing.publicKey()}),
      link_(link),
      channel_(channel),
      rootKey_(SigningKey::generate(random)),
      bootstrap_(invitationFrom(link.secret)) {}

Bytes TestRegion::noise(std::size_t size) {
    Bytes bytes(size);
    random.fill(bytes);
    return bytes;
}

roster::SealKey TestRegion::seal() {
    // The server looks into no key: any bytes of the right size do (32 and crypto_box_seal's 48).
    return [this](const SpaceId&, const BoxPublicKey&) { return noise(80); };
}

Device TestRegion::newDevice() {
    return {SigningKey::generate(random),
            BoxKey::generate(random).publicKey(),
            random.id<MemberId>(),
            random.id<Incarnation>(),
            {}};
}

wire::RosterEntry TestRegion::genesis(const Device& device) {
    return makeGenesis(roster.anchor(), {device.member, {device.key.publicKey(), device.box}, noise(40)},
                       rootKey_, bootstrap_.key, seal(), channel_.now(), random);
}

void TestRegion::follow(const wire::RosterEntry& entry) {
    const auto applied = roster.apply(entry);
    ENSURE(applied.ok());
}

Device& TestRegion::found() {
    devices.push_back(newDevice());
    const wire::RosterEntry entry = genesis(devices.back());
    const auto answer = channel_.join(joinRequest(bootstrap_, entry));
    ENSURE(answer.ok() && said(answer->outcome()) == "accepted");
    follow(entry);
    return devices.back();
}

OpenInvitation TestRegion::newInvitation() {
    std::array<std::uint8_t, 16> secret{};
    random.fill(secret);
    return invitationFrom(secret);
}

wire::RosterEntry TestRegion::invitationEntry(const OpenInvitation& invitation, roster::Role role,
                                              std::uint32_t uses, std::int64_t lifeMs) {
    roster::Guest guest;
    guest.signingKey = invitation.key.publicKey();
    guest.boxKey = invitation.box;
    guest.role = role;
    guest.expiresMs = channel_.now() + lifeMs;
    guest.maxUses = uses;
    auto entry = makeInvitation(roster, {founder().key, channel_.now()}, guest, seal(), random);
    ENSURE(entry.ok());
    return *std::move(entry);
}

wire::RosterEntry TestRegion::joinEntry(const OpenInvitation& invitation, const Device& device) {
    auto entry = makeJoin(roster, invitation.key, device.key, {device.member, device.box, noise(40)}, seal(),
                          channel_.now(), random);
    ENSURE(entry.ok());
    return *std::move(entry);
}

wire::JoinRequest TestRegion::joinRequest(const OpenInvitation& invitation,
                                          const std::optional<wire::RosterEntry>& entry) {
    wire::JoinRequest request;
    request.set_protocol(wire::protocolVersion);
    request.set_region(toString(link_.region.view()));
    if (entry) *request.mutable_entry() = *entry;
    request.set_invitation(toString(invitation.id().view()));
    request.set_time_ms(channel_.now());
    const Signature signature =
        roster::signJoinRequest(invitation.key, link_.region, request.time_ms(), server());
    request.set_invitation_signature(toString(signature.view()));
    return request;
}

Device& TestRegion::join(roster::Role role) {
    const OpenInvitation invitation = newInvitation();
    ENSURE(said(push(invitationEntry(invitation, role))) == "accepted");
    devices.push_back(newDevice());
    const wire::RosterEntry entry = joinEntry(invitation, devices.back());
    const auto answer = channel_.join(joinRequest(invitation, entry));
    ENSURE(answer.ok() && said(answer->outcome()) == "accepted");
    follow(entry);
    return devices.back();
}

wire::Outcome TestRegion::push(const wire::RosterEntry& entry) {
    wire::SyncRequest message = request();
    *message.add_roster_entries() = entry;
    const wire::SyncResponse response = sync(message, founder());
    const wire::Outcome outcome = response.roster_outcomes(0);
    if (said(outcome) == "accepted") follow(entry);
    return outcome;
}

wire::Header TestRegion::header(const Device& device, const SpaceId& space, std::uint64_t changes) {
    const auto found = device.heads.find(space);
    const ActorHead head = found == device.heads.end() ? ActorHead{} : found->second;
    wire::Header header;
    header.region = link_.region;
    header.space = space;
    header.epoch = roster.space(space) != nullptr ? roster.space(space)->epoch : 1;
    header.device = device.id();
    header.incarnation = device.incarnation;
    header.firstSeq = head.seq + 1;
    header.lastSeq = head.seq + changes;
    header.contentId = random.id<Hash>();
    header.previousContentId = head.contentId;
    header.rosterPosition = roster.position();
    header.rosterHash = roster.head();
    return header;
}

wire::Envelope TestRegion::sign(const wire::Header& header, const Device& device, std::size_t bytes) {
    return wire::signEnvelope(header, noise(bytes), device.key);
}

wire::Envelope TestRegion::envelope(Device& device, const SpaceId& space, std::uint64_t changes,
                                    std::size_t bytes) {
    const wire::Header made = header(device, space, changes);
    device.heads[space] = {made.lastSeq, made.contentId};
    return sign(made, device, bytes);
}

wire::SyncRequest TestRegion::request() const {
    wire::SyncRequest request;
    request.set_protocol(wire::protocolVersion);
    request.set_region(toString(link_.region.view()));
    request.set_roster_position(roster.position());
    if (roster.position() > 0) request.set_roster_hash(toString(roster.head().view()));
    return request;
}

wire::SyncResponse TestRegion::sync(const wire::SyncRequest& request, const Device& device) {
    auto response = channel_.sync(request, device.key);
    if (!response) FAIL("refused: " << errorName(response.error().code) << " " << response.error().message);
    return *std::move(response);
}

std::vector<wire::Outcome> TestRegion::push(const std::vector<wire::Envelope>& envelopes,
                                            const Device& from) {
    wire::SyncRequest message = request();
    for (const wire::Envelope& envelope : envelopes)
        *message.add_envelopes() = envelope;
    const wire::SyncResponse response = sync(message, from);
    return {response.outcomes().begin(), response.outcomes().end()};
}

wire::Outcome TestRegion::push(const wire::Envelope& envelope, const Device& from) {
    return push(std::vector{envelope}, from).at(0);
}

wire::Page TestRegion::pull(const SpaceId& space, const Device& device, std::uint64_t position,
                            const std::string& chain) {
    wire::SyncRequest message = request();
    wire::Cursor* cursor = message.add_cursors();
    cursor->set_space(toString(space.view()));
    cursor->set_position(position);
    cursor->set_chain(chain);
    return sync(message, device).pages(0);
}

std::string said(const wire::Outcome& outcome) {
    switch (static_cast<wire::OutcomeStatus>(outcome.status())) {
        case wire::OutcomeStatus::Accepted:
            return "accepted";
        case wire::OutcomeStatus::Duplicate:
            return "duplicate";
        case wire::OutcomeStatus::RetryLater:
            return "retry-later " + outcome.reason();
        case wire::OutcomeStatus::Rejected:
            return "rejected " + outcome.reason();
    }
    return "nothing";
}

}  // namespace veldwijzer::server::test
