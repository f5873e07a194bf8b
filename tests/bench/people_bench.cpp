// SPDX-License-Identifier: EUPL-1.2
#include "bench/people_bench.h"

#include "base/limits.h"
#include "roster/entries.h"
#include "sealing/box.h"
#include "sync/keyring.h"
#include "sync/rotation.h"

namespace veldwijzer::bench {
namespace {

using roster::Role;
using roster::SpaceType;

constexpr WallMs now = 1'770'000'000'000;

/// A region whose every member is a coordinator, so that each holds the key of every shared space.
class BigRegion {
public:
    explicit BigRegion(std::size_t members)
        : anchor_{random_.id<RegionId>(),
                  server_.publicKey(),
                  roster::rootFingerprintOf(root_.publicKey()),
                  {}},
          roster_(anchor_) {
        take(roster::makeGenesis(anchor_,
                                 {.member = founder_.member,
                                  .device = {founder_.signing.publicKey(), founder_.box.publicKey()},
                                  .sealedName = {}},
                                 root_, bootstrap_, seal(), now, random_));
        const SigningKey invitation = SigningKey::generate(random_);
        const BoxKey box = BoxKey::generate(random_);
        take(*roster::makeInvitation(roster_, author(),
                                     {.signingKey = invitation.publicKey(),
                                      .boxKey = box.publicKey(),
                                      .role = Role::Coordinator,
                                      .expiresMs = now + limits::invitationMinMs,
                                      .maxUses = limits::invitationMaxUses},
                                     seal(), random_));
        for (std::size_t i = 1; i < members; ++i)
            join(invitation);
    }

    /// With everybody in it.
    void addTeam() {
        const SpaceId id = random_.id<SpaceId>();
        take(*roster::makeTeam(roster_, author(), id, {}, seal(), random_));
        for (const auto& [member, who] : roster_.members())
            if (member != founder_.member)
                take(roster::makeSetTeamMember(roster_, author(), id, member, true, seal(), random_));
    }

    void removeLast() {
        take(roster::makeRemoveMember(roster_, author(),
                                      roster_.members().rbegin()->first == founder_.member
                                          ? roster_.members().begin()->first
                                          : roster_.members().rbegin()->first,
                                      random_));
    }

    [[nodiscard]] const roster::Roster& roster() const { return roster_; }
    [[nodiscard]] const roster::Anchor& anchor() const { return anchor_; }
    [[nodiscard]] const std::vector<wire::RosterEntry>& log() const { return log_; }
    [[nodiscard]] const sync::Identity& founder() const { return founder_; }
    [[nodiscard]] const sync::Keyring& keyring() const { return keyring_; }
    [[nodiscard]] Random& random() { return random_; }

private:
    void join(const SigningKey& invitation) {
        const SigningKey device = SigningKey::generate(random_);
        const BoxKey box = BoxKey::generate(random_);
        take(
            *roster::makeJoin(roster_, invitation, device,
                              {.member = random_.id<MemberId>(), .boxKey = box.publicKey(), .sealedName = {}},
                              seal(), now, random_));
    }

    void take(const wire::RosterEntry& entry) {
        // Our own, made a moment ago: nothing to verify. Verifying is what is measured, elsewhere.
        must(roster_.reload(entry).ok(), "an entry of the membership log");
        log_.push_back(entry);
    }

    [[nodiscard]] roster::Author author() const { return {founder_.signing, now}; }

    /// Only the founder will ever open one: for others any bytes do.
    roster::SealKey seal() {
        return [this](const SpaceId& space, const BoxPublicKey& to) -> Bytes {
            if (keyring_.find(space, 1) == nullptr) {
                SealingKey fresh;
                random_.fill(fresh.mutableView());
                keyring_.add(space, 1, std::move(fresh));
            }
            return to == founder_.box.publicKey() ? sealKeyTo(to, *keyring_.find(space, 1)) : Bytes(80, 1);
        };
    }

    SeededRandom random_{7};
    SigningKey server_ = SigningKey::generate(random_);
    SigningKey root_ = SigningKey::generate(random_);
    SigningKey bootstrap_ = SigningKey::generate(random_);
    sync::Identity founder_{random_.id<MemberId>(), SigningKey::generate(random_), BoxKey::generate(random_)};
    sync::Keyring keyring_;
    roster::Anchor anchor_;
    roster::Roster roster_;
    std::vector<wire::RosterEntry> log_;
};

nlohmann::json verification(const Sizes& sizes) {
    const BigRegion region(4'998);
    std::vector<std::string> stored;
    for (const wire::RosterEntry& entry : region.log())
        stored.push_back(entry.SerializeAsString());
    std::vector<double> verified;
    std::vector<double> reloaded;
    const auto all = [&](const auto& take) {
        roster::Roster roster(region.anchor());
        for (const std::string& bytes : stored) {
            wire::RosterEntry entry;
            must(entry.ParseFromString(bytes) && take(roster, entry).ok(), "verifying");
        }
    };
    for (std::size_t round = 0; round < sizes.rounds; ++round) {
        verified.push_back(
            timed([&] { all([](auto& roster, auto& entry) { return roster.apply(entry); }); }));
        reloaded.push_back(
            timed([&] { all([](auto& roster, auto& entry) { return roster.reload(entry); }); }));
    }
    return {{"entries", stored.size()},
            {"verified_ms", quantile(verified, 0.5)},
            {"reloaded_ms", quantile(reloaded, 0.5)}};
}

nlohmann::json rotation(const Sizes& sizes) {
    BigRegion region(500);
    while (region.roster().sharedSpaces().size() < 50)
        region.addTeam();
    region.removeLast();
    std::vector<double> made;
    std::vector<double> judged;
    std::size_t bytes = 0;
    for (std::size_t round = 0; round < sizes.rounds; ++round) {
        std::vector<wire::RosterEntry> entries;
        made.push_back(timed([&] {
            const sync::Rotation rotation(region.roster(), region.roster(), region.founder(),
                                          region.keyring());
            for (const SpaceId& space : rotation.wanted(now))
                entries.push_back(rotation.entryFor(space, now, region.random()));
        }));
        must(entries.size() == 50, "fifty spaces that are due");
        bytes = 0;
        roster::Roster server = region.roster();
        judged.push_back(timed([&] {
            for (const wire::RosterEntry& entry : entries)
                must(server.apply(entry, now).ok(), "a new epoch");
        }));
        for (const wire::RosterEntry& entry : entries)
            bytes += entry.ByteSizeLong();
    }
    return {{"members", 500},
            {"spaces", 50},
            {"made_ms", quantile(made, 0.5)},
            {"judged_ms", quantile(judged, 0.5)},
            {"bytes", bytes}};
}

}  // namespace

nlohmann::json peopleBench(const Sizes& sizes) {
    return {{"membership", {{"verification", verification(sizes)}, {"rotation", rotation(sizes)}}}};
}

}  // namespace veldwijzer::bench
