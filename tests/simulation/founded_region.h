// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "log/log.h"
#include "roster/roster.h"
#include "sqlite/database.h"
#include "sync/identity.h"

namespace veldwijzer::simulation {

/// A region with five devices that have joined and not written yet: where every history begins. Made once in
/// a process, from a fixed seed, because making keys and founding cost more than a whole history; what
/// differs between histories is what happens afterwards.
class FoundedRegion {
public:
    static const FoundedRegion& get();
    /// A coordinator, an editor, and forty attendees who do not know each other.
    static const FoundedRegion& crowd();

    struct Person {
        std::string name;
        roster::Role role = roster::Role::Attendee;
        sync::Identity identity;
        std::unique_ptr<Database> vault;  ///< as it is right after joining; copied, never written
    };

    [[nodiscard]] const std::vector<Person>& people() const { return people_; }
    [[nodiscard]] const SigningKey& serverKey() const { return serverKey_; }
    [[nodiscard]] const server::Region& region() const { return region_; }
    [[nodiscard]] roster::Anchor anchor() const;
    /// Fills an empty log.
    void foundIn(server::Log& log) const;
    /// The key of a space in its first epoch.
    [[nodiscard]] const SealingKey& keyOf(const SpaceId& space) const { return keys_.at(space); }
    [[nodiscard]] const std::map<SpaceId, SealingKey>& keys() const { return keys_; }

    FoundedRegion(const FoundedRegion&) = delete;
    FoundedRegion& operator=(const FoundedRegion&) = delete;

private:
    struct Joining {
        std::string name;
        roster::Role role = roster::Role::Attendee;
        std::optional<std::size_t> linkedTo{};  ///< a further device of that person
    };
    explicit FoundedRegion(const std::vector<Joining>& joining);
    void foundBy(const std::string& name);
    void join(const std::string& name, roster::Role role, const Person* linkedTo);
    Bytes sealFresh(const SpaceId& space, const BoxPublicKey& to);
    Bytes sealKnown(const SpaceId& space, const BoxPublicKey& to) const;
    void takeIn(const wire::RosterEntry& entry);
    void makeVault(Person& person) const;

    SeededRandom random_;
    SigningKey serverKey_;
    SigningKey rootKey_;
    server::Region region_;
    server::ServerEpoch epoch_;
    SigningKey bootstrapKey_;
    roster::Roster roster_;
    std::vector<std::string> entries_;
    std::map<SpaceId, SealingKey> keys_;
    std::vector<Person> people_;
};

/// A copy in memory, page by page.
[[nodiscard]] Database copyOf(const Database& source);

/// When every history begins, by the server's clock.
inline constexpr WallMs beginningMs = 1'770'000'000'000;

}  // namespace veldwijzer::simulation
