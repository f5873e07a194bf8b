// SPDX-License-Identifier: EUPL-1.2
//
// Random deeds by random people, right and wrong ones; and noise. Server and client must agree on everything,
// and a refusal must leave no trace (Region::apply checks both).
#include <cstdlib>
#include <set>

#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

namespace {

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

class RandomRegion {
public:
    explicit RandomRegion(std::uint64_t seed) : region_(seed) {}

    void step() {
        wire::RosterEntry entry = deed();
        if (region_.random.below(5) == 0) spoil(entry);
        if (region_.random.below(6) == 0) held_.push_back(entry);
        if (!held_.empty() && region_.random.below(6) == 0) entry = held_[region_.random.below(held_.size())];
        region_.now += static_cast<WallMs>(region_.random.below(600'000));
        if (region_.apply(entry)) ++accepted_;
        checkInvariants();
    }
    [[nodiscard]] std::size_t accepted() const { return accepted_; }
    [[nodiscard]] const Region& region() const { return region_; }

private:
    Person& anyone() { return region_.people[region_.random.below(region_.people.size())]; }
    Role anyRole() { return static_cast<Role>(1 + region_.random.below(4)); }
    SpaceId anySpace() {
        const auto& spaces = region_.server.spaces();
        auto at = spaces.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(region_.random.below(spaces.size())));
        return at->first;
    }
    // Mostly somebody who may, so that much succeeds; often enough anybody at all.
    Author author() {
        if (region_.random.below(4) == 0) return region_.as(anyone());
        for (const Person& person : region_.people) {
            const Device* device = region_.server.device(person.device);
            if (device != nullptr && !device->removed &&
                region_.server.member(device->member)->role == Role::Coordinator)
                return region_.as(person);
        }
        return region_.as(anyone());
    }

    wire::RosterEntry deed() {
        const Roster& roster = region_.server;
        Random& random = region_.random;
        switch (random.below(10)) {
            case 0:
            case 1:
                return invite();
            case 2:
            case 3:
                return join();
            case 4:
                return makeSetRole(roster, author(), anyone().member, anyRole(), region_.seal(), random);
            case 5:
                return random.below(2) == 0 ? makeRemoveMember(roster, author(), anyone().member, random)
                                            : makeRemoveDevice(roster, author(), anyone().device, random);
            case 6:
                return orElse(makeTeam(roster, author(), random.id<SpaceId>(), {}, region_.seal(), random));
            case 7:
                return makeSetTeamMember(roster, author(), anySpace(), anyone().member, random.below(2) == 0,
                                         region_.seal(), random);
            case 8:
                return *makeNewEpoch(roster, author(), anySpace(), region_.seal(),
                                     region_.noise(keyUnderKeyBytes), random);
            default:
                return makeRevocation(roster, author(),
                                      invitations_.empty() ? InvitationId{} : anyInvitation().id, random);
        }
    }

    wire::RosterEntry orElse(Result<wire::RosterEntry> made) {
        return made ? std::move(*made) : region_.genesis();
    }
    OpenInvitation& anyInvitation() { return invitations_[region_.random.below(invitations_.size())]; }

    wire::RosterEntry invite() {
        invitations_.push_back(region_.newInvitation());
        Guest guest;
        guest.signingKey = invitations_.back().key.publicKey();
        guest.boxKey = invitations_.back().box.publicKey();
        guest.role = anyRole();
        guest.maxUses = static_cast<std::uint32_t>(region_.random.below(4));
        guest.expiresMs = region_.now + static_cast<WallMs>(region_.random.below(15LL * 24 * 3600 * 1000));
        guest.ownDevice = region_.random.below(4) == 0;
        return orElse(makeInvitation(region_.server, author(), guest, region_.seal(), region_.random));
    }

    wire::RosterEntry join() {
        if (invitations_.empty()) return invite();
        // Kept as a person even when they are refused: strangers must be among those who try.
        region_.people.push_back(region_.newPerson());
        Person& person = region_.people.back();
        const OpenInvitation& with = anyInvitation();
        Result<wire::RosterEntry> made =
            makeJoin(region_.server, with.key, person.key, {person.member, person.box.publicKey(), {}},
                     region_.seal(), region_.now, region_.random);
        if (made && region_.server.invitation(with.id)->linksTo)
            person.member = *region_.server.invitation(with.id)->linksTo;
        return orElse(std::move(made));
    }

    void spoil(wire::RosterEntry& entry) {
        std::string& bytes =
            region_.random.below(4) == 0 ? *entry.mutable_signature() : *entry.mutable_body();
        if (bytes.empty()) return;
        char& byte = bytes[region_.random.below(bytes.size())];
        byte = static_cast<char>(byte ^ static_cast<char>(1U << region_.random.below(8)));
    }

    void checkInvariants() {
        const Roster& roster = region_.server;
        bool coordinator = false;
        for (const auto& [id, device] : roster.devices()) {
            const Member& member = *roster.member(device.member);
            if (member.removed) REQUIRE(device.removed);
            coordinator = coordinator || (!device.removed && member.role == Role::Coordinator);
            const auto readable = roster.readableBy(id);
            if (device.removed) REQUIRE(readable.empty());
            for (const SpaceId& space : readable) {
                const auto holders = roster.holdersOf(space);
                REQUIRE(std::binary_search(holders.begin(), holders.end(), id));
            }
        }
        REQUIRE(coordinator);
        REQUIRE(describe(roster) == describe(region_.client));
    }

    Region region_;
    std::vector<OpenInvitation> invitations_;
    std::vector<wire::RosterEntry> held_;
    std::size_t accepted_ = 0;
};

}  // namespace

TEST_CASE("Server and client agree over random deeds, and a refusal leaves no trace", "[roster]") {
    const std::uint64_t runs = 12 * fromEnvironment("VELDWIJZER_RUNS", 1);
    const std::uint64_t first = fromEnvironment("VELDWIJZER_SEED", 1000);
    std::size_t accepted = 0;
    for (std::uint64_t seed = first; seed < first + runs; ++seed) {
        INFO("VELDWIJZER_SEED=" << seed);
        RandomRegion random(seed);
        for (int i = 0; i < 120; ++i)
            random.step();
        accepted += random.accepted();
    }
    // The deeds must not be all wrong, or nothing was tried.
    CHECK(accepted > runs * 30);
}

TEST_CASE("Noise in an entry is refused and never crashes", "[roster]") {
    Region region;
    const auto honest = region.invitationEntry(region.founder(), region.newInvitation(), Role::Attendee);
    SeededRandom random(fromEnvironment("VELDWIJZER_SEED", 77));
    const std::uint64_t runs = 20'000 * fromEnvironment("VELDWIJZER_RUNS", 1);
    for (std::uint64_t run = 0; run < runs; ++run) {
        // Signed by the founder, so that the noise gets past the signature and into the rules.
        std::string body = honest.body();
        const std::uint64_t cuts = 1 + random.below(3);
        for (std::uint64_t i = 0; i < cuts && !body.empty(); ++i) {
            const std::size_t at = random.below(body.size());
            const std::size_t size = random.below(std::min<std::size_t>(20, body.size() - at) + 1);
            std::string noise(random.below(20), '\0');
            for (char& c : noise)
                c = static_cast<char>(random.below(256));
            body.replace(at, size, noise);
        }
        wire::RosterEntry entry;
        entry.set_body(body);
        entry.set_author(toString(region.founder().device.view()));
        const Signature signature =
            region.founder().key.sign(entryPurpose, {viewOf(entry.author()), viewOf(entry.body())});
        entry.set_signature(toString(signature.view()));
        if (body == honest.body()) continue;
        // A change of a nonce, a time or sealed bytes is an honest entry again.
        Roster copy = region.client;
        if (!copy.apply(entry)) CHECK(copy.position() == region.client.position());
    }
    CHECK(region.apply(honest));
}
