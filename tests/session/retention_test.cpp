// SPDX-License-Identifier: EUPL-1.2
#include <sqlite3.h>

#include "base/text.h"
#include "checklist_region.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::Checklists;

namespace {

constexpr const char* canary = "Kanarievogel";

/// Whether the text stands anywhere in the database as it lies decrypted: rows, indexes and free pages.
bool standsIn(session::Session& session, std::string_view text) {
    sqlite3* handle = session.store().database().handle();
    // All of the log into the main file first: it holds older copies of pages.
    sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(handle, "main", &size, 0);
    REQUIRE(bytes != nullptr);
    const std::string_view all(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    const bool found = all.find(text) != std::string_view::npos;
    sqlite3_free(bytes);
    return found;
}

}  // namespace

TEST_CASE("When its time is over a list is gone from every device, its free pages too",
          "[checklists][retention]") {
    Neighbours region;
    region.makeTeam();
    const RecordId own = filled(*region.bram, region.walk(), "Kanariecode");
    answered(*region.bram, own, "verhaal", {canary});
    const RecordId id = Checklists(*region.bram).share(own, region.team).value();
    region.settle();
    REQUIRE(Checklists(*region.anna).open(id));
    answered(*region.anna, id, "verhaal", {std::string(canary) + " twee"});
    answered(*region.anna, id, "dag", {"1-9-2026"});
    region.settle();
    for (session::Session* each : {region.anna.get(), region.bram.get()})
        CHECK(standsIn(*each, canary));
    CHECK_FALSE(standsIn(*region.carla, canary));
    const auto summary = Checklists(*region.anna).list().at(0);
    CHECK((summary.retainUntil == "2027-03-21" && summary.daysLeft == 181));

    // Anna is away all the while, and writes.
    region.days(181);
    CHECK(Checklists(*region.bram).sweep(region.clock.wallMs()) == 0);  // the last day
    answered(*region.anna, id, "verhaal", {std::string(canary) + " drie"});
    region.days(1);
    region.sync(*region.bram);
    CHECK(Checklists(*region.bram).list().empty());
    region.sync(*region.anna);
    region.settle();
    for (session::Session* each : {region.anna.get(), region.bram.get()}) {
        CHECK(Checklists(*each).list().empty());
        CHECK(Checklists(*each).read(id).error().code == ErrorCode::NotFound);
        for (const store::HistoryEntry& entry : each->store().history(id))
            CHECK_FALSE(entry.operation.value);  // that it was erased is all there is
        for (const char* kind : {"questionnaire-response", "questionnaire-response-template",
                                 "questionnaire-response-seal", "questionnaire-response-access"})
            CHECK(each->store().list({.kind = kind, .facets = {}, .offset = 0, .limit = 9}).total == 0);
        CHECK_FALSE(standsIn(*each, canary));
        CHECK_FALSE(standsIn(*each, "Kanariecode"));
    }
    CHECK(region.anna->store().digest(region.team) == region.bram->store().digest(region.team));
}

TEST_CASE("Opening a vault erases what may not be kept any longer", "[checklists][retention]") {
    Neighbours region;
    const RecordId id = filled(*region.bram, region.walk());
    region.settle();
    region.days(182);
    region.bram.reset();
    auto opened = session::Session::open(region.folder.path() / "Bram", passphrase, region.environment);
    REQUIRE(opened);
    region.bram = std::move(*opened);
    CHECK(Checklists(*region.bram).read(id).error().code == ErrorCode::NotFound);
}

TEST_CASE("Erasing now takes everything along", "[checklists][retention]") {
    Neighbours region;
    const RecordId id = filled(*region.bram, region.walk());
    answered(*region.bram, id, "verhaal", {canary});
    answered(*region.bram, id, "dag", {"1-9-2026"});
    REQUIRE(Checklists(*region.bram).complete(id));
    region.settle();
    REQUIRE(Checklists(*region.bram).erase(id));
    CHECK(Checklists(*region.bram).erase(id).error().code == ErrorCode::NotFound);
    region.settle();
    CHECK_FALSE(standsIn(*region.bram, canary));
}

TEST_CASE("A list is kept longer for a reason, never shorter", "[checklists][retention]") {
    Neighbours region;
    const RecordId id = filled(*region.bram, region.walk());
    Checklists lists(*region.bram);
    CHECK(lists.extend(id, "2027-06-01", "  ").error().code == ErrorCode::InvalidArgument);
    CHECK(lists.extend(id, "2027-01-01", "Korter").error().code == ErrorCode::InvalidArgument);
    CHECK(lists.extend(id, "2127-01-01", "Eeuwig").error().code == ErrorCode::InvalidArgument);
    CHECK(lists.extend(id, "morgen", "Zomaar").error().code == ErrorCode::InvalidArgument);
    REQUIRE(lists.extend(id, "2027-06-01", "De zaak loopt nog."));
    region.days(182);
    CHECK(lists.sweep(region.clock.wallMs()) == 0);
    CHECK(lists.list().at(0).retainUntil == "2027-06-01");
}

TEST_CASE("A clock that is years ahead ends nothing until the server has told the time",
          "[checklists][retention]") {
    Neighbours region;
    const RecordId id = filled(*region.bram, region.walk());
    region.settle();
    FakeClock wrong(region.clock.wallMs() + std::int64_t{3650} * 86'400'000);
    region.bram.reset();
    auto opened = session::Session::open(region.folder.path() / "Bram", passphrase, {wrong, region.random});
    REQUIRE(opened);
    CHECK(Checklists(**opened).read(id).ok());
    region.sync(**opened);
    CHECK(Checklists(**opened).read(id).ok());
}
