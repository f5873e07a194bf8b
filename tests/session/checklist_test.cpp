// SPDX-License-Identifier: EUPL-1.2
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "checklist_region.h"
#include "sealing/box.h"
#include "session/membership_queue.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::Checklists;
using session::ListState;
using session::Templates;

namespace {

nlohmann::json parsed(const std::filesystem::path& path) {
    return nlohmann::json::parse(std::ifstream(path));
}

/// For a further device of this person, as the membership log links it.
roster::InvitationLink ownDeviceLink(session::Session& session, const Clock& clock, Random& random) {
    roster::InvitationLink link = *session.state().region;
    random.fill(link.secret);
    const InvitationKeys keys = invitationKeysOf(link.secret);
    session::MembershipQueue queue(session.state());
    const auto entry = roster::makeInvitation(queue.roster(), queue.author(),
                                              {.signingKey = keys.signing.publicKey(),
                                               .boxKey = keys.box.publicKey(),
                                               .role = roster::Role::Professional,
                                               .expiresMs = clock.wallMs() + 3'600'000,
                                               .maxUses = 1,
                                               .ownDevice = true},
                                              queue.seal(), random);
    REQUIRE(entry);
    REQUIRE(queue.add(*entry));
    return link;
}

/// Everything that the sample asks for.
void fillIn(session::Session& session, const RecordId& list) {
    answered(session, list, "dag", {"1-9-2026"});
    answered(session, list, "weer", {"zon"});
}

}  // namespace

TEST_CASE("A checklist goes from template to completed, and what was completed stays", "[checklists]") {
    Neighbours region;
    const RecordId walk = region.walk();
    Checklists lists(*region.bram);
    const RecordId id = filled(*region.bram, walk, "Z-17");
    CHECK(listOf(*region.bram, id).summary.state == ListState::InProgress);
    const auto early = lists.complete(id);
    REQUIRE_FALSE(early);
    CHECK(early.error().message.find("dag (missing)") != std::string::npos);
    answered(*region.bram, id, "dag", {"1-9-2026"});
    answered(*region.bram, id, "weer", {"zon", "regen"});
    CHECK_FALSE(lists.complete(id));  // rain asks for a coat
    answered(*region.bram, id, "jas", {"ja"});
    const auto row = lists.addRow(id, "dier", {});
    REQUIRE(row);
    answered(*region.bram, id, "soort", {"Specht"}, *row);
    CHECK(lists.answer(id, "aantal", *row, {"0"}).error().code == ErrorCode::InvalidArgument);
    CHECK(lists.answer(id, "foto", {}, {"x"}).error().code == ErrorCode::Forbidden);
    CHECK(lists.answer(id, "soort", {}, {"x"}).error().code == ErrorCode::NotFound);
    CHECK(lists.answer(id, "jas", {}, {"ja", "nee"}).error().code == ErrorCode::InvalidArgument);
    REQUIRE(lists.complete(id));
    auto list = listOf(*region.bram, id);
    CHECK(list.summary.state == ListState::Completed);
    REQUIRE(list.seals.size() == 1);
    CHECK(list.seals[0].intact);
    CHECK(list.seals[0].by == "you");
    CHECK(lists.answer(id, "dag", {}, {"2-9-2026"}).error().code == ErrorCode::Forbidden);
    CHECK_FALSE(lists.complete(id));

    REQUIRE(lists.amend(id, "Het was een dag later."));
    CHECK(listOf(*region.bram, id).summary.state == ListState::Amending);
    answered(*region.bram, id, "dag", {"2-9-2026"});
    answered(*region.bram, id, "jas", {});
    CHECK_FALSE(lists.complete(id));
    answered(*region.bram, id, "jas", {"nee"});
    REQUIRE(lists.complete(id));
    list = listOf(*region.bram, id);
    CHECK(list.summary.state == ListState::Amended);
    CHECK(textIn(list, "dag") == "2026-09-02");
    REQUIRE(list.seals.size() == 2);
    CHECK(list.seals[1].reason == "Het was een dag later.");
    CHECK((list.seals[0].intact && list.seals[1].intact));
    CHECK(list.late.empty());
    // Nobody else has it: it is in a space of one's own.
    region.settle();
    CHECK(Checklists(*region.anna).read(id).error().code == ErrorCode::NotFound);
}

TEST_CASE("A checklist is not edited, deleted or restored like any record", "[checklists]") {
    Neighbours region;
    const RecordId id = filled(*region.bram, region.walk());
    CHECK_FALSE(region.bram->set(id, {{"case_code", "x"}}));
    CHECK_FALSE(region.bram->remove(id));
    CHECK_FALSE(region.bram->create("questionnaire-response", {{"title", "x"}}));
    CHECK_FALSE(region.bram->create("questionnaire-response-seal", {{"hash", "x"}}));
    CHECK(Checklists(*region.bram).fill(id, "").error().code == ErrorCode::NotFound);
    CHECK(Checklists(*region.bram).fill(region.walk(), std::string(65, 'x')).error().code ==
          ErrorCode::InvalidArgument);
}

TEST_CASE("A response opens with its own template, whatever becomes of that", "[checklists]") {
    Neighbours region;
    const RecordId walk = region.walk();
    const RecordId id = filled(*region.bram, walk);
    Templates templates(*region.anna);
    const auto next = templates.newVersion(walk);
    REQUIRE(next);
    CHECK(region.anna->set(walk, {{"title", "Anders"}}).error().code == ErrorCode::InvalidArgument);
    REQUIRE(region.anna->set(*next, {{"title", "Anders"}}));
    REQUIRE(templates.publish(*next));
    region.settle();
    const auto all = Templates(*region.bram).list();
    REQUIRE(all.size() == 2);
    CHECK((all[0].title == "Anders" && all[0].version == "1.3" && all[0].status == "active"));
    CHECK((all[1].version == "1.2" && all[1].status == "retired"));
    CHECK(Checklists(*region.bram).fill(walk, "").error().code == ErrorCode::InvalidArgument);
    REQUIRE(region.anna->remove(walk));
    region.settle();
    CHECK(listOf(*region.bram, id).questionnaire->title == "Verslag van een wandeling");
    CHECK(listOf(*region.bram, filled(*region.bram, *next)).questionnaire->title == "Anders");
}

TEST_CASE("A published version is not replaced by a file that says something else", "[checklists]") {
    Neighbours region;
    region.walk();
    Templates templates(*region.anna);
    const auto again = templates.importFrom(Neighbours::file("wandeling.json"), false);
    REQUIRE(again);
    CHECK((again->created == 0 && again->updated == 0 && again->unchanged == 15));
    auto other = parsed(Neighbours::file("wandeling.json"));
    other["item"][0]["text"] = "Anders";
    const auto path = region.folder.path() / "other.json";
    std::ofstream(path) << other;
    CHECK(templates.importFrom(path, false).error().code == ErrorCode::InvalidArgument);
    other["version"] = "1.4";
    other["status"] = "draft";
    std::ofstream(path) << other;
    REQUIRE(templates.importFrom(path, true));
    CHECK(templates.list().size() == 1);  // that was a preview
    REQUIRE(templates.importFrom(path, false));
    // A draft is replaced, and what is not in it any more is gone.
    other["item"].erase(1);
    std::ofstream(path) << other;
    const auto replaced = templates.importFrom(path, false);
    REQUIRE(replaced);
    CHECK(replaced->removed == 3);
    const auto exported = templates.exported(replaced->id);
    REQUIRE(exported);
    CHECK(nlohmann::json::parse(*exported) == other);
    CHECK(Templates(*region.bram).importFrom(path, false).error().code == ErrorCode::Forbidden);
}

TEST_CASE("Two people fill in one list offline: answers merge, a conflict waits and is settled",
          "[checklists]") {
    Neighbours region;
    region.makeTeam();
    const RecordId own = filled(*region.bram, region.walk());
    const auto shared = Checklists(*region.bram).share(own, region.team);
    REQUIRE(shared);
    const RecordId id = *shared;
    region.settle();
    CHECK(Checklists(*region.bram).read(own).error().code == ErrorCode::NotFound);
    CHECK(Checklists(*region.carla).read(id).error().code == ErrorCode::NotFound);
    CHECK(listOf(*region.anna, id).readers == std::vector<std::string>{"Bram", "you"});

    answered(*region.anna, id, "dag", {"1-9-2026"});
    answered(*region.anna, id, "verhaal", {"Mooi."});
    answered(*region.bram, id, "dag", {"2-9-2026"});
    answered(*region.bram, id, "afstand", {"7,5"});
    const auto rowOfAnna = Checklists(*region.anna).addRow(id, "dier", {});
    const auto rowOfBram = Checklists(*region.bram).addRow(id, "dier", {});
    answered(*region.anna, id, "soort", {"ree"}, *rowOfAnna);
    answered(*region.bram, id, "soort", {"Haas"}, *rowOfBram);
    region.settle();
    for (session::Session* each : {region.anna.get(), region.bram.get()}) {
        const auto list = listOf(*each, id);
        CHECK(textIn(list, "verhaal") == "Mooi.");
        CHECK(textIn(list, "afstand") == "7.5 km");
        CHECK(list.form->rowsOf(list.form->find(list.questionnaire->find("dier").value(), {})).size() == 2);
        REQUIRE(list.conflicts.size() == 1);
        CHECK(list.conflicts[0].field == "answer.dag");
        REQUIRE(list.conflicts[0].given.size() == 2);
        CHECK(list.conflicts[0].given[0].by != list.conflicts[0].given[1].by);
        CHECK(Checklists(*each).complete(id).error().message.find("answer.dag") != std::string::npos);
        CHECK(Checklists(*each).share(id, region.team).error().code == ErrorCode::InvalidArgument);
    }
    CHECK(region.anna->store().digest(region.team) == region.bram->store().digest(region.team));
    REQUIRE(Checklists(*region.bram).settle(id, "answer.dag", 2));
    region.settle();
    CHECK(listOf(*region.anna, id).conflicts.empty());
    REQUIRE(Checklists(*region.anna).complete(id));
    region.settle();
    CHECK(listOf(*region.bram, id).summary.state == ListState::Completed);
    CHECK(region.anna->store().digest(region.team) == region.bram->store().digest(region.team));
    // Its keys are not Carla's: not on her device, and not to be fetched.
    CHECK_FALSE(region.carla->store().space(region.team));
}

TEST_CASE("An answer written while somebody else completed is shown, and amending takes it in",
          "[checklists]") {
    Neighbours region;
    region.makeTeam();
    const RecordId own = filled(*region.bram, region.walk());
    fillIn(*region.bram, own);
    const RecordId id = Checklists(*region.bram).share(own, region.team).value();
    region.settle();
    REQUIRE(Checklists(*region.bram).complete(id));
    answered(*region.anna, id, "dag", {"5-9-2026"});
    answered(*region.anna, id, "verhaal", {"Nog iets."});
    region.settle();
    auto list = listOf(*region.bram, id);
    CHECK(list.summary.state == ListState::Completed);
    CHECK(textIn(list, "dag") == "2026-09-01");
    REQUIRE(list.late.size() == 2);
    CHECK(list.late[0].given.by == "Anna");
    REQUIRE(Checklists(*region.bram).amend(id, ""));
    REQUIRE(Checklists(*region.bram).takeOver(id, "answer.verhaal", 1));
    REQUIRE(Checklists(*region.bram).complete(id));
    region.settle();
    list = listOf(*region.anna, id);
    CHECK(list.summary.state == ListState::Amended);
    CHECK(textIn(list, "verhaal") == "Nog iets.");
    CHECK(textIn(list, "dag") == "2026-09-01");  // left, knowingly
    CHECK(list.late.empty());
}

TEST_CASE("Two people who complete at once have one completion, or two that amending settles",
          "[checklists]") {
    const bool differently = GENERATE(false, true);
    Neighbours region;
    region.makeTeam();
    const RecordId own = filled(*region.bram, region.walk());
    fillIn(*region.bram, own);
    const RecordId id = Checklists(*region.bram).share(own, region.team).value();
    region.settle();
    if (differently) answered(*region.anna, id, "verhaal", {"Van Anna."});
    REQUIRE(Checklists(*region.anna).complete(id));
    REQUIRE(Checklists(*region.bram).complete(id));
    region.settle();
    for (session::Session* each : {region.anna.get(), region.bram.get()}) {
        const auto list = listOf(*each, id);
        CHECK(list.summary.state == ListState::Completed);
        CHECK(list.seals.size() == 2);
        CHECK(list.diverged == differently);
    }
    // Both amend, which is one amendment.
    REQUIRE(Checklists(*region.anna).amend(id, ""));
    REQUIRE(Checklists(*region.bram).amend(id, ""));
    answered(*region.anna, id, "verhaal", {"Samen."});
    region.settle();
    CHECK(textIn(listOf(*region.bram, id), "verhaal") == "Samen.");
    REQUIRE(Checklists(*region.bram).complete(id));
    region.settle();
    const auto list = listOf(*region.anna, id);
    CHECK((list.summary.state == ListState::Amended && !list.diverged && list.late.empty()));
}

TEST_CASE("Answers that a person's other device wrote into a list that was moved are not lost",
          "[checklists]") {
    Neighbours region;
    region.makeTeam();
    const RecordId own = filled(*region.bram, region.walk());
    fillIn(*region.bram, own);
    region.settle();
    // Bram's other device, as a copy of the first would not be: linked as the membership log links it.
    const auto link = ownDeviceLink(*region.bram, region.clock, region.random);
    region.sync(*region.bram);
    const auto phone =
        joinedSession(region.folder.path() / "phone", link, "Bram", region.region, region.environment);
    region.sync(*phone);
    answered(*phone, own, "verhaal", {"Onderweg geschreven."});
    const RecordId id = Checklists(*region.bram).share(own, region.team).value();
    region.settle();
    region.sync(*phone);
    region.settle();
    CHECK(Checklists(*phone).read(own).error().code == ErrorCode::NotFound);
    const auto list = listOf(*region.anna, id);
    REQUIRE(list.late.size() == 1);
    CHECK(list.late[0].field == "answer.verhaal");
    CHECK(list.late[0].given.by == "Bram");
    REQUIRE(Checklists(*region.anna).takeOver(id, "answer.verhaal", 1));
    CHECK(textIn(listOf(*region.anna, id), "verhaal") == "Onderweg geschreven.");
    CHECK(listOf(*region.anna, id).late.empty());
}

TEST_CASE("A list is taken back by who shared it, and shared again", "[checklists]") {
    Neighbours region;
    region.makeTeam();
    RecordId id = filled(*region.bram, region.walk());
    fillIn(*region.bram, id);
    REQUIRE(Checklists(*region.bram).complete(id));
    for (int time = 0; time < 2; ++time) {
        id = Checklists(*region.bram).share(id, region.team).value();
        region.settle();
        CHECK(textIn(listOf(*region.anna, id), "dag") == "2026-09-01");
        CHECK(Checklists(*region.anna).takeBack(id).error().code == ErrorCode::Forbidden);
        id = Checklists(*region.bram).takeBack(id).value();
        region.settle();
        CHECK(Checklists(*region.anna).list().empty());
        const auto list = listOf(*region.bram, id);
        CHECK((list.summary.state == ListState::Completed && list.seals.at(0).intact));
    }
}

TEST_CASE("Who looked and who changed can be read, also of what was done offline", "[checklists]") {
    Neighbours region;
    region.makeTeam();
    const RecordId id =
        Checklists(*region.bram).share(filled(*region.bram, region.walk()), region.team).value();
    region.settle();
    region.region.wire().online = false;
    REQUIRE(Checklists(*region.anna).open(id));
    region.clock.advance(60'000);
    REQUIRE(Checklists(*region.anna).open(id));  // within the hour: one entry
    answered(*region.anna, id, "dag", {"1-9-2026"});
    answered(*region.anna, id, "verhaal", {"Mooi."});
    region.region.wire().online = true;
    region.settle();
    std::vector<std::string> found;
    const auto entries = Checklists(*region.bram).access(id);
    REQUIRE(entries);
    for (const auto& entry : *entries)
        found.push_back(entry.by + " " + entry.action + " " + std::to_string(entry.times));
    CHECK(found == std::vector<std::string>{"Anna changed 2", "Anna opened 1", "you shared 1"});
}

TEST_CASE("A response of another program is held against its template and comes out again", "[checklists]") {
    Neighbours region;
    Checklists lists(*region.bram);
    const auto path = Neighbours::file("wandeling-antwoord.json");
    CHECK(lists.importFrom(path, false).error().code == ErrorCode::NotFound);
    region.walk();
    const auto preview = lists.importFrom(path, true);
    REQUIRE(preview);
    CHECK((preview->completed && preview->missing.empty() && preview->report.empty()));
    CHECK(lists.list().empty());
    const auto made = lists.importFrom(path, false);
    REQUIRE(made);
    CHECK(lists.importFrom(path, false)->present);
    CHECK(listOf(*region.bram, made->id).summary.state == ListState::Completed);
    const auto exported = lists.exported(made->id);
    REQUIRE(exported);
    CHECK(nlohmann::json::parse(exported->json) == parsed(path));
}
