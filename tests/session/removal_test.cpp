// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/text.h"
#include "session/three.h"
#include "signing/request.h"
#include "sync/keyring.h"
#include "sync/roster_keeper.h"
#include "wire/envelope.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::People;

namespace {

using EpochKeys = std::map<std::pair<SpaceId, std::uint32_t>, const SealingKey*>;

/// Everything that a vault could ever open, tried on every envelope of every space after a position.
struct Attack {
    explicit Attack(const session::Session& vault)
        : ring(*sync::Keyring::from(*vault.store().setting(sync::RosterKeeper::keyringSetting))) {}

    bool opens(const wire::Envelope& envelope) const {
        const auto header = wire::openHeader(envelope);
        REQUIRE(header.ok());
        // The header says which key was used, and all others are tried all the same.
        for (const SpaceId& space : spaces)
            for (std::uint32_t epoch = 1; epoch <= 9; ++epoch)
                if (const SealingKey* key = ring.find(space, epoch))
                    if (unseal(*key, viewOf(envelope.ciphertext()), viewOf(envelope.header()))) return true;
        return false;
    }

    sync::Keyring ring;
    std::vector<SpaceId> spaces;
};

std::vector<SpaceId> allSpaces(Three& three) {
    std::vector<SpaceId> spaces;
    for (const auto& [id, space] : three.region.service().roster()->spaces())
        spaces.push_back(id);
    return spaces;
}

std::vector<wire::Envelope> logged(Three& three, const SpaceId& space, std::uint64_t after) {
    std::vector<wire::Envelope> found;
    for (const wire::LogEntry& entry : three.region.log().read(space, after, SIZE_MAX, SIZE_MAX).entries)
        found.push_back(entry.envelope());
    return found;
}

std::map<SpaceId, std::uint64_t> heads(Three& three) {
    std::map<SpaceId, std::uint64_t> positions;
    for (const SpaceId& space : allSpaces(three))
        positions[space] = three.region.log().read(space, 0, SIZE_MAX, SIZE_MAX).headPosition;
    return positions;
}

std::uint32_t epochOf(Three& three, roster::SpaceType type) {
    const auto roster = three.region.service().roster();
    return roster->space(roster::regionSpace(roster->anchor().region, type))->epoch;
}

std::filesystem::path vaultOf(Three& three, int number) {
    return three.folder.path() / ("vault " + std::to_string(number));
}

}  // namespace

TEST_CASE("With everything that a removed device ever held, nothing written later can be opened",
          "[removal]") {
    Three three;
    REQUIRE(People(*three.anna).newTeam("Noord").ok());
    REQUIRE(People(*three.anna).addToTeam(*People(*three.anna).teamFrom("Noord"), three.member("Bram")).ok());
    REQUIRE(three.anna->create("service", {{"name", "Van voor het afscheid"}}).ok());
    REQUIRE(three.bram->create("note", {{"text", "voor mij"}}).ok());
    three.syncAll();
    const auto before = heads(three);

    // The phone as it is when it is lost: its very files.
    three.bram.reset();
    const auto lost = three.folder.path() / "lost";
    std::filesystem::copy(vaultOf(three, 1), lost, std::filesystem::copy_options::recursive);
    REQUIRE(People(*three.anna).remove(three.member("Bram")).ok());
    Three::requireDone(three.sync(*three.anna));
    CHECK(epochOf(three, roster::SpaceType::Map) == 2);
    CHECK(epochOf(three, roster::SpaceType::Confidential) == 2);

    REQUIRE(three.anna->create("service", {{"name", "Van na het afscheid"}}).ok());
    REQUIRE(three.anna->create("session", {{"title", "Dag"}}).ok());
    REQUIRE(three.carla->create("service", {{"name", "Van Carla"}}).ok());
    REQUIRE(three.carla->create("suggestion", {{"text", "Klopt niet"}}).ok());
    for (int i = 0; i < 2; ++i)
        for (session::Session* who : {three.anna.get(), three.carla.get()})
            Three::requireDone(three.sync(*who));

    auto phone = session::Session::open(lost, passphrase, three.environment);
    REQUIRE(phone.ok());
    Attack attack(**phone);
    attack.spaces = allSpaces(three);
    std::size_t opened = 0;
    std::size_t closed = 0;
    for (const auto& [space, position] : before) {
        for (const wire::Envelope& old : logged(three, space, 0))
            opened += attack.opens(old) ? 1 : 0;
        for (const wire::Envelope& later : logged(three, space, position)) {
            CHECK_FALSE(attack.opens(later));
            ++closed;
        }
    }
    CHECK(opened >= 2);  // the attack works on what it held
    CHECK(closed >= 4);
    // The keys in the membership log give nothing either.
    const auto roster = three.region.service().roster();
    const DeviceId device = (*phone)->store().device().value();
    for (const roster::KeyFor& key : roster->keysFor(device))
        CHECK((key.epoch == 1 || roster->space(key.space)->type == roster::SpaceType::Team));
}

TEST_CASE("Offline work of those who stay is sealed again with the new keys, and arrives", "[removal]") {
    Three three;
    three.syncAll();
    std::vector<RecordId> made;
    for (int i = 0; i < 5; ++i)
        made.push_back(*three.carla->create("service", {{"name", "Onderweg " + std::to_string(i)}}));
    // Frozen into an envelope that never arrived.
    three.region.wire().online = false;
    CHECK(three.sync(*three.carla).failure.has_value());
    three.region.wire().online = true;
    REQUIRE(People(*three.anna).remove(three.member("Bram")).ok());
    Three::requireDone(three.sync(*three.anna));
    Three::requireDone(three.sync(*three.carla));
    CHECK(three.carla->status().pending == 0);
    CHECK(three.carla->status().rejected.empty());
    Three::requireDone(three.sync(*three.anna));
    for (const RecordId& id : made)
        CHECK(three.anna->store().find(id).has_value());
}

TEST_CASE(
    "A removed device empties itself at its next contact, and what it had not sent is not taken for sent",
    "[removal]") {
    Three three;
    three.syncAll();
    REQUIRE(People(*three.anna).remove(three.member("Bram")).ok());
    Three::requireDone(three.sync(*three.anna));
    const RecordId late = *three.bram->create("service", {{"name", "Te laat"}});
    REQUIRE(three.bram->create("note", {{"text", "ook te laat"}}).ok());
    const auto folder = vaultOf(three, 1);
    REQUIRE(std::filesystem::exists(folder / "keys"));
    const session::SyncReport report = three.sync(*three.bram);
    CHECK(report.removed);
    REQUIRE(report.failure.has_value());
    CHECK(report.failure->code == ErrorCode::NotAMember);
    CHECK(report.pushed == 0);
    CHECK_FALSE(std::filesystem::exists(folder / "keys"));
    three.bram.reset();
    std::error_code ignored;
    for (const auto& left : std::filesystem::directory_iterator(folder, ignored))
        FAIL("left behind: " << left.path());
    CHECK(session::Session::open(folder, passphrase, three.environment).error().code ==
          ErrorCode::VaultMissing);

    Three::requireDone(three.sync(*three.anna));
    CHECK_FALSE(three.anna->store().find(late).has_value());
    const auto roster = three.region.service().roster();
    bool confirmed = false;
    for (const auto& [id, device] : roster->devices())
        if (device.removed) {
            confirmed = device.emptiedAt > 0;
            CHECK(device.unsentWhenEmptied == 2);
        }
    CHECK(confirmed);
}

TEST_CASE("Only a removal that somebody signed empties a device", "[removal]") {
    Three three;
    three.syncAll();
    // A server that says "not a member" of its own accord: the device keeps everything.
    class Liar final : public sync::Transport {
    public:
        explicit Liar(LocalRegion& region) : region_(region) {}
        Result<sync::Response> post(const sync::Request& request) override {
            wire::ErrorResponse message;
            message.set_reason(std::string(errorName(ErrorCode::NotAMember)));
            sync::Response response{403, message.SerializeAsString(), "", {}};
            response.serverSignature = toBase64Url(
                signAnswer(region_.key(), viewOf(request.body), 403, viewOf(response.body)).view());
            return response;
        }

    private:
        LocalRegion& region_;
    } liar(three.region);
    REQUIRE(three.bram->create("service", {{"name", "Blijft"}}).ok());
    three.clock.advance(1000);
    const session::SyncReport report = three.bram->sync(liar);
    CHECK(report.failure.has_value());
    CHECK_FALSE(report.removed);
    CHECK(std::filesystem::exists(vaultOf(three, 1) / "keys"));
    three.syncAll();
    CHECK(three.bram->status().pending == 0);
}

TEST_CASE("Who is not a coordinator removes their own lost phone, and the keys change in that sync",
          "[removal]") {
    Three three;
    three.syncAll();
    const auto link = People(*three.carla).linkDevice(3'600'000);
    REQUIRE(link.ok());
    Three::requireDone(three.sync(*three.carla));
    const auto phone = joinedSession(three.folder.path() / "phone", *roster::decodeLink(*link), "",
                                     three.region, three.environment);
    const RecordId note = *three.carla->create("note", {{"text", "van mij"}});
    Three::requireDone(three.sync(*three.carla));
    Three::requireDone(three.sync(*phone));
    CHECK(phone->status().member == "Carla");
    CHECK(phone->store().find(note).has_value());

    People carla(*three.carla);
    const auto devices = carla.members().front().devices;
    REQUIRE(devices.size() == 2);
    const DeviceId other = devices[0].here ? devices[1].id : devices[0].id;
    REQUIRE(carla.nameDevice(other, "Telefoon").ok());
    CHECK(carla.deviceFrom("telefoon").value() == other);
    CHECK(carla.removeDevice(carla.members().front().devices[devices[0].here ? 0 : 1].id).error().code ==
          ErrorCode::InvalidArgument);
    REQUIRE(carla.removeDevice(other).ok());
    Three::requireDone(three.sync(*three.carla));
    CHECK(epochOf(three, roster::SpaceType::Map) == 2);
    CHECK(three.sync(*phone).removed);
    for (session::Session* who : {three.anna.get(), three.bram.get(), three.carla.get()})
        Three::requireDone(three.sync(*who));
}

TEST_CASE("Every thirty days the shared spaces get new keys, once", "[removal]") {
    Three three;
    three.syncAll();
    REQUIRE(People(*three.anna).setRole(three.member("Bram"), roster::Role::Coordinator).ok());
    three.syncAll();
    CHECK(epochOf(three, roster::SpaceType::Map) == 1);
    three.clock.advance(31LL * 24 * 3600 * 1000);
    three.syncAll();
    CHECK(epochOf(three, roster::SpaceType::Map) == 2);
    CHECK(epochOf(three, roster::SpaceType::Programme) == 2);
    three.clock.advance(20LL * 24 * 3600 * 1000);
    three.syncAll();
    CHECK(epochOf(three, roster::SpaceType::Map) == 2);
}

TEST_CASE("A removal closes the invitation that the removed came in by", "[removal]") {
    Three three;
    const auto text = three.anna->invite(roster::Role::Professional, 5, 24LL * 3600 * 1000);
    Three::requireDone(three.sync(*three.anna));
    const auto dirk = joinedSession(three.folder.path() / "dirk", *roster::decodeLink(*text), "Dirk",
                                    three.region, three.environment);
    Three::requireDone(three.sync(*three.anna));
    REQUIRE(People(*three.anna).remove(three.member("Dirk")).ok());
    Three::requireDone(three.sync(*three.anna));
    auto again = session::Session::create(three.folder.path() / "again", passphrase, vault::kdfFloor,
                                          three.environment);
    CHECK((*again)->join(*roster::decodeLink(*text), "Dirk", three.region.wire()).error().code ==
          ErrorCode::InvitationRevoked);
}
