// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <catch2/catch.hpp>
#include <deque>
#include <functional>

#include "base/limits.h"
#include "roster/entries.h"
#include "roster/rules.h"
#include "sealing/box.h"
#include "signing/identity.h"

/// A region for tests: a server's roster and a client's, kept side by side, and people who act in it.
namespace veldwijzer::roster::test {

struct Person {
    SigningKey key;
    BoxKey box;
    MemberId member;
    DeviceId device;
};

struct OpenInvitation {
    SigningKey key;
    BoxKey box;
    InvitationId id;
};

/// Everything a roster says, for comparing two.
std::string describe(const Roster& roster);

class Region {
public:
    explicit Region(std::uint64_t seed = 1, bool found = true);

    SeededRandom random;
    SigningKey serverKey;
    SigningKey bootstrapKey;
    SigningKey rootKey;
    RegionId id;
    WallMs now = 1'700'000'000'000;
    std::deque<Person> people;  // the founder first

    Roster server;
    Roster client;

    Person& founder() { return people.front(); }
    Anchor serverAnchor() const;
    Anchor clientAnchor() const;

    Person newPerson();
    wire::RosterEntry genesis();
    Author as(const Person& person) const { return {person.key, now}; }
    wire::RosterBody bodyFor() { return newBody(server, now, random); }
    wire::RosterEntry sign(const wire::RosterBody& body, const Person& person) const;

    /// Applies on both sides; their answers and states must be equal, and a refusal must change nothing.
    Result<void> apply(const wire::RosterEntry& entry);
    ErrorCode refused(const wire::RosterEntry& entry);

    OpenInvitation newInvitation();
    wire::RosterEntry invitationEntry(const Person& author, const OpenInvitation& invitation, Role role,
                                      std::uint32_t uses = 1, std::int64_t lifeMs = 3'600'000);
    OpenInvitation invite(Role role, std::uint32_t uses = 1);
    OpenInvitation linkFor(const Person& owner);
    wire::RosterEntry joinEntry(const OpenInvitation& invitation, const Person& person);
    /// Invites with that role and joins.
    Person& join(Role role);
    Person& joinWith(const OpenInvitation& invitation);
    SpaceId team(const Person& author);
    wire::RosterEntry epochEntry(const Person& author, const SpaceId& space);

    SpaceId space(SpaceType type) const { return regionSpace(id, type); }
    /// Keys aren't looked into here: any bytes of the right size do.
    SealKey seal() {
        return [this](const SpaceId&, const BoxPublicKey&) { return noise(sealedKeyBytes); };
    }
    Bytes noise(std::size_t size);
};

/// An entry that was honest, changed by `change` and signed again by the same key.
wire::RosterEntry changed(const wire::RosterEntry& entry, const SigningKey& key,
                          const std::function<void(wire::RosterBody&)>& change);

}  // namespace veldwijzer::roster::test
