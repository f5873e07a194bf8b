// SPDX-License-Identifier: EUPL-1.2
#include "simulation/founded_region.h"

#include "base/ensure.h"
#include "roster/entries.h"
#include "sealing/sealed_name.h"
#include "store/store.h"
#include "sync/roster_keeper.h"

namespace veldwijzer::simulation {
namespace {

constexpr std::uint64_t foundingSeed = 20'260'301;
constexpr std::int64_t day = 24LL * 3600 * 1000;

}  // namespace

Database copyOf(const Database& source) {
    Database copy = Database::open(":memory:");
    sqlite3_backup* backup = sqlite3_backup_init(copy.handle(), "main", source.handle(), "main");
    ENSURE(backup != nullptr);
    ENSURE(sqlite3_backup_step(backup, -1) == SQLITE_DONE);
    ENSURE(sqlite3_backup_finish(backup) == SQLITE_OK);
    return copy;
}

const FoundedRegion& FoundedRegion::get() {
    static const FoundedRegion region({{"editor", roster::Role::Editor},
                                       {"professional", roster::Role::Professional},
                                       {"professional's tablet", roster::Role::Professional, 2},
                                       {"attendee", roster::Role::Attendee}});
    return region;
}

const FoundedRegion& FoundedRegion::crowd() {
    static const FoundedRegion region = [] {
        std::vector<Joining> joining{{"editor", roster::Role::Editor}};
        for (int i = 1; i <= 40; ++i)
            joining.push_back({"attendee " + std::to_string(i), roster::Role::Attendee});
        return FoundedRegion(joining);
    }();
    return region;
}

FoundedRegion::FoundedRegion(const std::vector<Joining>& joining)
    : random_(foundingSeed),
      serverKey_(SigningKey::generate(random_)),
      rootKey_(SigningKey::generate(random_)),
      region_{random_.id<RegionId>(), "Regio Proef", "http://127.0.0.1:1", serverKey_.publicKey()},
      epoch_(random_.id<server::ServerEpoch>()),
      bootstrapKey_(SigningKey::generate(random_)),
      roster_({region_.id, region_.serverKey, std::nullopt, bootstrapKey_.publicKey()}) {
    people_.reserve(joining.size() + 1);
    foundBy("coordinator");
    for (const Joining& each : joining)
        join(each.name, each.role, each.linkedTo ? &people_[*each.linkedTo] : nullptr);
    for (Person& person : people_)
        makeVault(person);
}

roster::Anchor FoundedRegion::anchor() const {
    return {region_.id, region_.serverKey, roster::rootFingerprintOf(rootKey_.publicKey()), std::nullopt};
}

void FoundedRegion::foundIn(server::Log& log) const {
    log.found(region_, epoch_, {bootstrapKey_.publicKey(), beginningMs + day});
    ENSURE(log.appendRoster(0, entries_));
}

Bytes FoundedRegion::sealFresh(const SpaceId& space, const BoxPublicKey& to) {
    auto found = keys_.find(space);
    if (found == keys_.end()) {
        SealingKey fresh;
        random_.fill(fresh.mutableView());
        found = keys_.emplace(space, std::move(fresh)).first;
    }
    return sealKeyTo(to, found->second);
}

Bytes FoundedRegion::sealKnown(const SpaceId& space, const BoxPublicKey& to) const {
    return sealKeyTo(to, keys_.at(space));
}

void FoundedRegion::takeIn(const wire::RosterEntry& entry) {
    ENSURE(roster_.apply(entry, beginningMs).ok());
    entries_.push_back(entry.SerializeAsString());
}

void FoundedRegion::foundBy(const std::string& name) {
    Person person{name,
                  roster::Role::Coordinator,
                  {random_.id<MemberId>(), SigningKey::generate(random_), BoxKey::generate(random_)},
                  nullptr};
    const SpaceId map = roster::regionSpace(region_.id, roster::SpaceType::Map);
    const auto seal = [this](const SpaceId& space, const BoxPublicKey& to) { return sealFresh(space, to); };
    seal(map, person.identity.box.publicKey());
    takeIn(
        roster::makeGenesis(roster_.anchor(),
                            {person.identity.member,
                             {person.identity.signing.publicKey(), person.identity.box.publicKey()},
                             sealName({map, 1}, keys_.at(map), person.identity.member.view(), name, random_)},
                            rootKey_, bootstrapKey_, seal, beginningMs, random_));
    people_.push_back(std::move(person));
}

void FoundedRegion::join(const std::string& name, roster::Role role, const Person* linkedTo) {
    const sync::Identity& host = linkedTo != nullptr ? linkedTo->identity : people_.front().identity;
    const SigningKey invitation = SigningKey::generate(random_);
    const BoxKey invitationBox = BoxKey::generate(random_);
    const auto known = [this](const SpaceId& space, const BoxPublicKey& to) { return sealKnown(space, to); };
    const auto invited = roster::makeInvitation(roster_, {host.signing, beginningMs},
                                                {.signingKey = invitation.publicKey(),
                                                 .boxKey = invitationBox.publicKey(),
                                                 .role = role,
                                                 .expiresMs = beginningMs + day,
                                                 .maxUses = 1,
                                                 .ownDevice = linkedTo != nullptr},
                                                known, random_);
    ENSURE(invited.ok());
    takeIn(*invited);

    Person person{name,
                  role,
                  {linkedTo != nullptr ? linkedTo->identity.member : random_.id<MemberId>(),
                   SigningKey::generate(random_), BoxKey::generate(random_)},
                  nullptr};
    const auto fresh = [this](const SpaceId& space, const BoxPublicKey& to) { return sealFresh(space, to); };
    const SpaceId map = roster::regionSpace(region_.id, roster::SpaceType::Map);
    const Bytes sealedName =
        linkedTo != nullptr ? Bytes{}
                            : sealName({map, 1}, keys_.at(map), person.identity.member.view(), name, random_);
    const auto entry = roster::makeJoin(roster_, invitation, person.identity.signing,
                                        {person.identity.member, person.identity.box.publicKey(), sealedName},
                                        fresh, beginningMs, random_);
    ENSURE(entry.ok());
    takeIn(*entry);
    people_.push_back(std::move(person));
}

// As the session leaves it after joining: device, membership log, keys, spaces.
void FoundedRegion::makeVault(Person& person) const {
    person.vault = std::make_unique<Database>(Database::open(":memory:"));
    std::mutex mutex;
    FakeClock clock(beginningMs);
    SeededRandom random(foundingSeed + people_.size());
    auto opened = store::Store::open({.db = *person.vault,
                                      .writeMutex = mutex,
                                      .clock = clock,
                                      .random = random,
                                      .anchorHead = {},
                                      .checkpoint = {},
                                      .fault = {}});
    ENSURE(opened.ok());
    store::Store& store = **opened;
    store.setDevice(person.identity.device());
    auto keeper = sync::RosterKeeper::load(store, person.identity, anchor());
    ENSURE(keeper.ok());
    google::protobuf::RepeatedPtrField<wire::RosterEntry> entries;
    for (const std::string& bytes : entries_)
        ENSURE(entries.Add()->ParseFromString(bytes));
    store.transact([&] {
        for (const SpaceId& space : roster_.keyHeldBy(person.identity.device()))
            keeper->addKey(space, 1, keys_.at(space).copy());
        ENSURE(keeper->take(0, entries).ok());
    });
}

}  // namespace veldwijzer::simulation
