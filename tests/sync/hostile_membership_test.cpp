// SPDX-License-Identifier: EUPL-1.2
//
// A server that lies about who is in the region: each lie has a name, and takes nothing.
#include <catch2/catch.hpp>

#include "roster/entries.h"
#include "signing/identity.h"
#include "simulation/membership.h"
#include "sync/engine.h"
#include "sync/neighbourhood.h"

namespace veldwijzer::test {
namespace {

using roster::Role;
using roster::SpaceType;

/// The alarm about the region as a whole.
std::optional<ErrorCode> alarmOf(simulation::Device& device) {
    return alarmIn(device, "");
}

void removeEditor(Neighbourhood& n) {
    simulation::Device& coordinator = n.coordinator();
    const auto entry = roster::makeRemoveMember(
        coordinator.keeper().roster(), {coordinator.person().identity.signing, coordinator.clock().wallMs()},
        n.editor().person().identity.member, coordinator.random());
    coordinator.store().transact(
        [&] { coordinator.store().queueRosterEntry(viewOf(entry.SerializeAsString())); });
    n.sync(coordinator);
}

/// Keys of the server's own making, as an entry that lets somebody in.
wire::RosterEntry inventedInvitation(Neighbourhood& n, const SigningKey& author, const DeviceId& as) {
    simulation::Device& coordinator = n.coordinator();
    SeededRandom random(99);
    const SigningKey signing = SigningKey::generate(random);
    const BoxKey box = BoxKey::generate(random);
    const auto seal = [&](const SpaceId&, const BoxPublicKey&) { return Bytes(sealedKeySize, 7); };
    auto entry = roster::makeInvitation(coordinator.keeper().roster(),
                                        {coordinator.person().identity.signing, n.server().now()},
                                        {.signingKey = signing.publicKey(),
                                         .boxKey = box.publicKey(),
                                         .role = Role::Coordinator,
                                         .expiresMs = n.server().now() + 3'600'000},
                                        seal, random);
    REQUIRE(entry.ok());
    wire::RosterBody body;
    REQUIRE(body.ParseFromString(entry->body()));
    return roster::signEntry(body, as.view(), author);
}

}  // namespace

TEST_CASE("A server that invents a member is heard: bad-signature", "[sync][hostile]") {
    Neighbourhood n;
    n.sync(n.attendee());
    const std::uint64_t before = n.attendee().keeper().roster().position();
    n.syncWith(n.attendee(), [&](wire::SyncResponse& answer) {
        *answer.add_roster_entries() = inventedInvitation(n, n.serverKey(), n.coordinator().id());
        answer.set_roster_head(before + 1);
    });
    CHECK(alarmOf(n.attendee()) == ErrorCode::BadSignature);
    CHECK(n.attendee().keeper().roster().position() == before);
    // Nor in the name of a device that nobody let in.
    n.nowMs() += 600'000;
    n.syncWith(n.attendee(), [&](wire::SyncResponse& answer) {
        *answer.add_roster_entries() =
            inventedInvitation(n, n.serverKey(), deviceIdOf(n.serverKey().publicKey()));
        answer.set_roster_head(before + 1);
    });
    CHECK(alarmOf(n.attendee()) == ErrorCode::NotAMember);
    CHECK(n.attendee().keeper().roster().position() == before);
}

TEST_CASE("A server that swaps a key in an entry is heard: bad-signature", "[sync][hostile]") {
    Neighbourhood n;
    n.sync(n.attendee());
    const std::uint64_t before = n.attendee().keeper().roster().position();
    removeEditor(n);  // with new keys for everybody else
    std::uint64_t honest = before;
    bool lied = false;
    n.syncWith(n.attendee(), [&](wire::SyncResponse& answer) {
        REQUIRE(answer.roster_entries_size() >= 2);
        for (wire::RosterEntry& entry : *answer.mutable_roster_entries()) {
            wire::RosterBody body;
            REQUIRE(body.ParseFromString(entry.body()));
            if (!body.has_new_epoch()) {
                if (!lied) ++honest;
                continue;
            }
            for (wire::SealedKey& key : *body.mutable_new_epoch()->mutable_keys()->mutable_keys()) {
                if (key.recipient() != toString(n.attendee().id().view())) continue;
                key.set_sealed(std::string(sealedKeySize, 'x'));
                lied = true;
            }
            if (!lied) ++honest;
            if (lied) entry.set_body(body.SerializeAsString());
        }
    });
    REQUIRE(lied);
    CHECK(alarmOf(n.attendee()) == ErrorCode::BadSignature);
    // What came before the lie in the same answer was true; of the lie nothing stays.
    CHECK(n.attendee().keeper().roster().position() == honest);
}

TEST_CASE("A server that goes back to an old membership log is heard: chain-broken", "[sync][hostile]") {
    Neighbourhood n;
    removeEditor(n);
    n.sync(n.attendee());
    const std::uint64_t position = n.attendee().keeper().roster().position();
    n.syncWith(n.attendee(), [&](wire::SyncResponse& answer) { answer.set_roster_head(position - 2); });
    // It may have lost its memory. Asked what it lacks, it lacks nothing: then it told a lie.
    const sync::Request request = n.ask(n.attendee());
    CHECK(request.path == "/v1/refill");
    n.attendee().engine().received(n.server().answer(request));
    const auto& failure = n.attendee().engine().progress().lastFailure;
    REQUIRE(failure);
    CHECK(failure->code == ErrorCode::ChainBroken);
    CHECK(n.attendee().keeper().roster().device(n.editor().id())->removed);
}

TEST_CASE("A server that plays an entry of the past once more is heard: chain-broken or replayed",
          "[sync][hostile]") {
    Neighbourhood n;
    REQUIRE(simulation::queueRole(n.coordinator(), n.editor().person().identity.member, Role::Professional));
    n.sync(n.coordinator());
    REQUIRE(simulation::queueRole(n.coordinator(), n.editor().person().identity.member, Role::Editor));
    n.sync(n.coordinator());
    n.sync(n.attendee());
    const std::uint64_t before = n.attendee().keeper().roster().position();
    wire::RosterEntry old;
    for (const Bytes& bytes : n.attendee().store().rosterEntries()) {
        wire::RosterEntry entry;
        wire::RosterBody body;
        REQUIRE(entry.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
        REQUIRE(body.ParseFromString(entry.body()));
        if (body.has_set_role() && old.body().empty()) old = entry;
    }
    REQUIRE_FALSE(old.body().empty());
    n.syncWith(n.attendee(), [&](wire::SyncResponse& answer) {
        *answer.add_roster_entries() = old;
        answer.set_roster_head(before + 1);
    });
    CHECK(alarmOf(n.attendee()) == ErrorCode::Replayed);
    CHECK(n.attendee().keeper().roster().position() == before);
}

TEST_CASE(
    "A server that withholds a removal is heard as soon as anybody who knows of it writes: chain-broken",
    "[sync][hostile]") {
    Neighbourhood n;
    n.sync(n.attendee());
    const std::uint64_t before = n.attendee().keeper().roster().position();
    removeEditor(n);
    n.write(n.coordinator(), SpaceType::Programme, "sessie", "Opening");
    n.sync(n.coordinator());
    n.syncWith(n.attendee(), [&](wire::SyncResponse& answer) {
        // The whole answer of a server that pretends that nobody was removed.
        answer.clear_roster_entries();
        answer.set_roster_head(before);
        wire::Page& page = pageOf(answer, n.space(SpaceType::Programme));
        const wire::SyncResponse honest = [&] {
            wire::SyncRequest request;
            request.set_protocol(wire::protocolVersion);
            request.set_region(toString(n.coordinator().keeper().roster().anchor().region.view()));
            request.set_roster_position(n.coordinator().keeper().roster().position());
            request.set_roster_hash(toString(n.coordinator().keeper().roster().head().view()));
            request.add_cursors()->set_space(page.space());
            return *n.server().service().handle(request, n.attendee().id(), n.server().now());
        }();
        REQUIRE(honest.pages(0).entries_size() == 1);
        page = honest.pages(0);
    });
    CHECK(alarmIn(n.attendee(), "programme") == ErrorCode::ChainBroken);
    CHECK(n.shown(n.attendee(), "sessie") == "(nothing)");
    // With the truth everything passes again.
    n.nowMs() += 600'000;
    n.sync(n.attendee());
    CHECK(n.shown(n.attendee(), "sessie") == "Opening");
}

}  // namespace veldwijzer::test
