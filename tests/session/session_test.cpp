// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/text.h"
#include "merge/conflicts.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

/// A region with a coordinator and a colleague who have both synced.
struct TwoDevices {
    TemporaryFolder folder;
    FakeClock clock;
    SeededRandom random{Catch::rngSeed()};
    session::Environment environment{clock, random};
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
    std::unique_ptr<session::Session> bram = joinedSession(
        folder.path() / "bram", invited(*anna, region, roster::Role::Editor), "Bram", region, environment);

    session::SyncReport sync(session::Session& who) {
        clock.advance(1000);
        return who.sync(region.wire());
    }
    void syncAllTwice() {
        for (int i = 0; i < 2; ++i)
            for (session::Session* who : {anna.get(), bram.get()})
                REQUIRE(sync(*who).complete);
    }
    std::string mapDigest(const session::Session& who) {
        for (const auto& space : who.status().spaces)
            if (space.name == "map") return space.digest;
        return "none";
    }
};

std::string shown(const session::Session& who, const RecordId& id, std::string_view field) {
    const auto stored = who.store().find(id);
    const merge::Value* value = stored ? merge::shownValue(stored->record, field) : nullptr;
    return value != nullptr ? std::get<std::string>(*value) : std::string("(nothing)");
}

}  // namespace

TEST_CASE("A founder and a colleague share the map, and each knows the other's name", "[session]") {
    TwoDevices two;
    CHECK(two.anna->status().role == "coordinator");
    CHECK(two.bram->status().role == "editor");
    const auto id = two.anna->create("service", {{"name", "Inloopspreekuur"}});
    REQUIRE(id.ok());
    CHECK(two.anna->status().pending == 1);
    two.syncAllTwice();
    CHECK(two.anna->status().pending == 0);
    CHECK(shown(*two.bram, *id, "name") == "Inloopspreekuur");
    CHECK(two.mapDigest(*two.anna) == two.mapDigest(*two.bram));
    const auto history = two.bram->store().history(*id);
    REQUIRE_FALSE(history.empty());
    CHECK(two.bram->authorOf(history.front().operation.id.actor) == "Anna");
    CHECK(two.anna->authorOf(history.front().operation.id.actor) == "you");
}

TEST_CASE("Offline edits of both sides come together, and the inbox holds exactly what clashed",
          "[session]") {
    TwoDevices two;
    const RecordId service =
        *two.anna->create("service", {{"name", "Hulplijn"}, {"url", "https://a.example"}});
    const RecordId doomed = *two.anna->create("service", {{"name", "Weg ermee"}, {"description", "oud"}});
    REQUIRE(two.anna->addElement(service, "tags", "avond").ok());
    two.syncAllTwice();

    two.region.wire().online = false;
    REQUIRE(two.anna->set(service, {{"url", "https://b.example"}}).ok());
    REQUIRE(two.bram->set(service, {{"email", "hulp@b.example"}}).ok());
    REQUIRE(two.anna->set(service, {{"name", "Hulplijn dag en nacht"}}).ok());
    two.clock.advance(5000);
    REQUIRE(two.bram->set(service, {{"name", "Hulplijn 24 uur"}}).ok());
    REQUIRE(two.anna->removeElement(service, "tags", "avond").ok());
    REQUIRE(two.bram->addElement(service, "tags", "weekend").ok());
    REQUIRE(two.anna->remove(doomed).ok());
    REQUIRE(two.bram->set(doomed, {{"description", "toch nog geldig"}}).ok());
    const auto offline = two.anna->sync(two.region.wire());
    REQUIRE(offline.failure);
    CHECK(offline.failure->code == ErrorCode::Offline);
    CHECK(two.anna->status().pending > 0);

    two.region.wire().online = true;
    two.syncAllTwice();
    CHECK(two.mapDigest(*two.anna) == two.mapDigest(*two.bram));
    for (session::Session* who : {two.anna.get(), two.bram.get()}) {
        CHECK(shown(*who, service, "url") == "https://b.example");
        CHECK(shown(*who, service, "email") == "hulp@b.example");
        const auto stored = who->store().find(service);
        const auto tags = merge::elementsOf(stored->record, "tags");
        REQUIRE(tags.size() == 1);
        CHECK(std::get<std::string>(*tags.front()) == "weekend");
        CHECK(who->status().conflicts == 2);
        const auto inbox = who->store().conflicts(10);
        REQUIRE(inbox.size() == 2);
        for (const auto& row : inbox) {
            REQUIRE(row.conflicts.size() == 1);
            CHECK(row.conflicts.front().field ==
                  (row.id == service ? "name" : std::string(merge::deletedField)));
            CHECK(row.conflicts.front().values.size() == 2);
        }
        CHECK(who->store().find(doomed)->visibility == merge::Visibility::PresentDespiteDelete);
        CHECK(shown(*who, doomed, "name") == "Weg ermee");
        CHECK(shown(*who, doomed, "description") == "toch nog geldig");
    }

    REQUIRE(two.bram->resolveKeep(service, "name", 2).ok());
    REQUIRE(two.bram->resolveKeep(doomed, merge::deletedField, 1).ok());
    two.syncAllTwice();
    CHECK(two.anna->status().conflicts == 0);
    CHECK(two.bram->status().conflicts == 0);
    CHECK(shown(*two.anna, service, "name") == shown(*two.bram, service, "name"));
    CHECK(two.mapDigest(*two.anna) == two.mapDigest(*two.bram));
}

TEST_CASE("Either side of a delete that met an edit can be kept", "[session]") {
    TwoDevices two;
    for (const std::size_t number : {1, 2}) {
        const RecordId id = *two.anna->create("service", {{"name", "Iets"}, {"description", "oud"}});
        two.syncAllTwice();
        REQUIRE(two.anna->remove(id).ok());
        REQUIRE(two.bram->set(id, {{"description", "nieuw"}}).ok());
        two.syncAllTwice();
        const auto inbox = two.anna->store().conflicts(10);
        REQUIRE(inbox.size() == 1);
        const auto& value = inbox.front().conflicts.front().values[number - 1];
        const auto record = two.anna->store().find(id)->record;
        const bool isDelete = std::any_of(record.deletes.begin(), record.deletes.end(),
                                          [&](const auto& operation) { return operation.id == value.id; });
        REQUIRE(two.anna->resolveKeep(id, merge::deletedField, number).ok());
        two.syncAllTwice();
        for (session::Session* who : {two.anna.get(), two.bram.get()}) {
            CHECK(who->status().conflicts == 0);
            CHECK(who->store().find(id)->visibility ==
                  (isDelete ? merge::Visibility::Deleted : merge::Visibility::Present));
        }
    }
}

TEST_CASE("An invitation is good once, and not after it expired", "[session]") {
    TwoDevices two;
    const auto link = invited(*two.anna, two.region, roster::Role::Professional);
    auto first = joinedSession(two.folder.path() / "carla", link, "Carla", two.region, two.environment);
    CHECK(first->status().role == "professional");
    const auto again = [&](const std::string& folder, const roster::InvitationLink& which) {
        auto session = session::Session::create(two.folder.path() / folder, passphrase, vault::kdfFloor,
                                                two.environment);
        REQUIRE(session.ok());
        return (*session)->join(which, "Dirk", two.region.wire());
    };
    const auto used = again("dirk", link);
    REQUIRE_FALSE(used.ok());
    CHECK(used.error().code == ErrorCode::InvitationUsed);

    // A refused try leaves nothing in the way of a better invitation.
    auto dirk = session::Session::open(two.folder.path() / "dirk", passphrase, two.environment);
    REQUIRE(dirk.ok());
    REQUIRE(
        (*dirk)->join(invited(*two.anna, two.region, roster::Role::Editor), "Dirk", two.region.wire()).ok());
    CHECK((*dirk)->status().role == "editor");

    const auto late = invited(*two.anna, two.region, roster::Role::Professional);
    two.clock.advance(25LL * 3600 * 1000);
    const auto expired = again("els", late);
    REQUIRE_FALSE(expired.ok());
    CHECK(expired.error().code == ErrorCode::InvitationExpired);
}

TEST_CASE("A join that was cut off goes on where it was", "[session]") {
    TwoDevices two;
    const auto link = invited(*two.anna, two.region, roster::Role::Editor);
    auto session =
        session::Session::create(two.folder.path() / "fay", passphrase, vault::kdfFloor, two.environment);
    REQUIRE(session.ok());

    /// The server takes the request, but its answer is lost; `lost` counts down.
    class Lossy final : public sync::Transport {
    public:
        Lossy(sync::Transport& way, int answers) : way_(way), answers_(answers) {}
        Result<sync::Response> post(const sync::Request& request) override {
            auto response = way_.post(request);
            if (--answers_ < 0) return fail(ErrorCode::Offline, "lost");
            return response;
        }

    private:
        sync::Transport& way_;
        int answers_;
    };
    for (int answers = 0; answers < 2; ++answers) {
        Lossy lossy(two.region.wire(), answers);
        const auto cut = (*session)->join(link, "Fay", lossy);
        REQUIRE_FALSE(cut.ok());
        CHECK(cut.error().code == ErrorCode::Offline);
        CHECK_FALSE((*session)->joined());
    }
    REQUIRE((*session)->join(link, "Fay", two.region.wire()).ok());
    CHECK((*session)->joined());
    CHECK((*session)->status().member == "Fay");
    CHECK((*session)->join(link, "Fay", two.region.wire()).ok());
    const auto other = invited(*two.anna, two.region, roster::Role::Editor);
    const auto twice = (*session)->join(other, "Fay", two.region.wire());
    REQUIRE_FALSE(twice.ok());
    CHECK(twice.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("What is locked comes back whole, and only with the passphrase", "[session]") {
    TwoDevices two;
    const RecordId id = *two.anna->create("service", {{"name", "Blijft"}});
    const std::string digest = two.mapDigest(*two.anna);
    two.anna.reset();
    const auto wrong =
        session::Session::open(two.folder.path() / "anna", "iets heel anders", two.environment);
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == ErrorCode::WrongPassphrase);
    auto again = session::Session::open(two.folder.path() / "anna", passphrase, two.environment);
    REQUIRE(again.ok());
    CHECK(shown(**again, id, "name") == "Blijft");
    CHECK((*again)->status().pending == 1);
    CHECK((*again)->status().member == "Anna");
    CHECK((*again)->check()->sound());
    two.anna = std::move(*again);
    two.syncAllTwice();
    CHECK(shown(*two.bram, id, "name") == "Blijft");
}

TEST_CASE("An attendee writes to the map in vain, and is told before anything is kept", "[session]") {
    TwoDevices two;
    auto guest =
        joinedSession(two.folder.path() / "gast", invited(*two.anna, two.region, roster::Role::Attendee),
                      "Gast", two.region, two.environment);
    REQUIRE(two.sync(*guest).complete);
    const auto refused = guest->create("service", {{"name", "Nee"}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Forbidden);
    CHECK(guest->status().pending == 0);
    for (const auto& space : guest->status().spaces)
        CHECK(space.name != "map");
}

TEST_CASE("What was refused can be read in the tray, and leaves it when its author has seen it",
          "[session]") {
    TwoDevices two;
    const auto id = two.anna->create("service", {{"name", "Inloopspreekuur"}});
    REQUIRE(id.ok());
    store::Store& store = two.anna->store();
    REQUIRE(store.rejectUnsealed(two.anna->spaceFor("service"), "forbidden") == 1);
    const auto rejected = two.anna->status().rejected;
    REQUIRE(rejected.size() == 1);
    CHECK(rejected[0].reason == "forbidden");
    CHECK(rejected[0].atMs == two.clock.wallMs());
    const auto edits = two.anna->rejectedEdits(rejected[0].id);
    REQUIRE(edits);
    REQUIRE(edits->size() == 1);
    CHECK((*edits)[0].record == *id);
    CHECK((*edits)[0].field == "name");
    CHECK(std::get<std::string>(*(*edits)[0].value) == "Inloopspreekuur");

    CHECK_FALSE(two.anna->dismissRejected({rejected[0].id, 77}));
    CHECK(two.anna->status().rejected.size() == 1);
    REQUIRE(two.anna->dismissRejected({rejected[0].id}));
    CHECK(two.anna->status().rejected.empty());
    CHECK(two.anna->rejectedEdits(rejected[0].id).error().code == ErrorCode::NotFound);
}

TEST_CASE("The beginning of an id finds its record among many, at the edges of its range too", "[session]") {
    TwoDevices two;
    const auto recordWith = [](const char* digits) { return *RecordId::from(*fromHex(digits)); };
    const std::vector<RecordId> ids{
        recordWith("abcd0000000000000000000000000000"), recordWith("abcdffffffffffffffffffffffffffff"),
        recordWith("abce0000000000000000000000000000"), recordWith("ffffffffffffffffffffffffffffffff")};
    for (const RecordId& id : ids) {
        const store::RecordEdit edit{
            .record = id, .kind = "service", .edits = {{merge::Action::Assign, "name", std::string("X")}}};
        REQUIRE(two.anna->store().write(two.anna->spaceFor("service"), std::span(&edit, 1)));
    }
    CHECK(*two.anna->recordFrom("abce") == ids[2]);
    CHECK(*two.anna->recordFrom("ffff") == ids[3]);
    CHECK(*two.anna->recordFrom("abcd0") == ids[0]);
    CHECK(*two.anna->recordFrom("abcdf") == ids[1]);
    CHECK(*two.anna->recordFrom("ABCE0") == ids[2]);
    CHECK(two.anna->recordFrom("abcd").error().code == ErrorCode::InvalidArgument);
    CHECK(two.anna->recordFrom("abcd1").error().code == ErrorCode::NotFound);
    CHECK(two.anna->recordFrom("abc").error().code == ErrorCode::InvalidArgument);
    CHECK(two.anna->recordFrom("abcx").error().code == ErrorCode::InvalidArgument);
}
