// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "sync/neighbourhood.h"

// What a server may try with the pages of a log: each is noticed, named, and nothing of the page is taken.
namespace veldwijzer::test {
namespace {

using roster::SpaceType;

/// Two changes of the coordinator and one of the editor in the map, and one in the programme; the attendee
/// and a fresh editor's device have seen none of it.
struct Log {
    Neighbourhood n;
    Log() {
        write("eerste");
        write("tweede");
        n.write(n.coordinator(), SpaceType::Programme, "sessie", "Opening");
        n.sync(n.coordinator());
    }
    void write(const std::string& name) {
        n.write(n.coordinator(), SpaceType::Map, name, "tekst");
        n.sync(n.coordinator());
    }
    wire::Page& map(wire::SyncResponse& answer) { return pageOf(answer, n.space(SpaceType::Map)); }

    /// The editor gets a spoiled page of the map: an alarm of that name, nothing of the map, all of the rest.
    void expect(ErrorCode code, const std::function<void(wire::SyncResponse&)>& spoil) {
        simulation::Device& reader = n.editor();
        n.syncWith(reader, spoil);
        CHECK(alarmIn(reader, "map") == code);
        CHECK(reader.store().space(n.space(SpaceType::Map))->position == 0);
        CHECK(reader.store().space(n.space(SpaceType::Map))->problem == errorName(code));
        CHECK(n.shown(reader, "eerste") == "(nothing)");
        CHECK_FALSE(reader.engine().progress().complete);
        CHECK(reader.engine().dueAtMs() > n.nowMs());
        // A space that is stuck does not stop the others,
        CHECK(n.shown(reader, "sessie") == "Opening");
        // and is asked for again: the server may have been mended.
        n.nowMs() += 600'000;
        n.sync(reader);
        CHECK(n.shown(reader, "eerste") == "tekst");
        CHECK(reader.engine().progress().alarms.empty());
        CHECK(reader.store().space(n.space(SpaceType::Map))->problem.empty());
    }

    /// The same with one more entry, made by `author` and spoiled in its header.
    void expectOf(ErrorCode code, simulation::Device& author,
                  const std::function<void(wire::Header&)>& spoil) {
        const wire::Envelope forged = n.forge(author, SpaceType::Map, spoil);
        expect(code, [&](wire::SyncResponse& answer) { append(answer, forged); });
    }
    void append(wire::SyncResponse& answer, const wire::Envelope& envelope) {
        wire::Page& page = map(answer);
        appendTo(page, envelope, *Hash::from(viewOf(page.chain())), 1);
    }
};

}  // namespace

TEST_CASE("A page with an entry left out is a broken chain", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::ChainBroken,
               [&](wire::SyncResponse& answer) { log.map(answer).mutable_entries()->DeleteSubrange(0, 1); });
}

TEST_CASE("A page with an entry left out and the rest renumbered is a broken chain", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::ChainBroken, [&](wire::SyncResponse& answer) {
        log.map(answer).mutable_entries()->DeleteSubrange(0, 1);
        log.map(answer).mutable_entries(0)->set_position(1);
    });
}

TEST_CASE("Swapped entries are a broken chain, renumbered or not", "[sync][page]") {
    Log log;
    const bool renumbered = GENERATE(false, true);
    log.expect(ErrorCode::ChainBroken, [&](wire::SyncResponse& answer) {
        auto& entries = *log.map(answer).mutable_entries();
        entries.SwapElements(0, 1);
        if (renumbered)
            for (int i = 0; i < entries.size(); ++i)
                entries[i].set_position(static_cast<std::uint64_t>(i) + 1);
    });
}

TEST_CASE("A page whose chain hash is not that of its entries is a broken chain", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::ChainBroken,
               [&](wire::SyncResponse& answer) { (*log.map(answer).mutable_chain())[3] ^= 1; });
}

TEST_CASE("A time of arrival that was changed afterwards is a broken chain", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::ChainBroken, [&](wire::SyncResponse& answer) {
        log.map(answer).mutable_entries(1)->set_server_time_ms(5);
    });
}

TEST_CASE("A time of arrival that a colleague had seen otherwise is a forked log", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::ServerForked, [&](wire::SyncResponse& answer) {
        log.map(answer).mutable_entries(0)->set_server_time_ms(5);
    });
}

TEST_CASE("A page that does not continue where we are is a broken chain", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::ChainBroken,
               [&](wire::SyncResponse& answer) { log.map(answer).set_from_position(7); });
}

TEST_CASE("A log that ends before what it holds is a broken chain", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::ChainBroken,
               [&](wire::SyncResponse& answer) { log.map(answer).set_head_position(1); });
}

TEST_CASE("A server that says itself that it cannot give a space stops that space only", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::Forbidden, [&](wire::SyncResponse& answer) {
        log.map(answer).clear_entries();
        log.map(answer).set_problem("forbidden");
    });
}

TEST_CASE("An entry whose bytes were touched is not signed by its author", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::BadSignature, [&](wire::SyncResponse& answer) {
        (*log.map(answer).mutable_entries(0)->mutable_envelope()->mutable_ciphertext())[40] ^= 1;
    });
}

TEST_CASE("An entry with a header that cannot be read stops the space", "[sync][page]") {
    Log log;
    log.expect(ErrorCode::Malformed, [&](wire::SyncResponse& answer) {
        log.map(answer).mutable_entries(0)->mutable_envelope()->set_header("\xff");
    });
}

TEST_CASE("An author whom nobody let in is noticed", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::NotAMember, log.n.coordinator(),
                 [](wire::Header& header) { header.device.bytes.fill(1); });
}

TEST_CASE("A member who may not write here is noticed, whatever the server let through", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::Forbidden, log.n.attendee(), {});
}

TEST_CASE("A change under another member's name is noticed", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::BadSignature, log.n.attendee(),
                 [&](wire::Header& header) { header.device = log.n.coordinator().id(); });
}

TEST_CASE("A change whose content is not what its header says is noticed", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::Malformed, log.n.coordinator(),
                 [](wire::Header& header) { header.contentId.bytes[0] ^= 1; });
}

TEST_CASE("A change that claims more numbers than it holds is noticed", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::Malformed, log.n.coordinator(), [](wire::Header& header) { header.lastSeq = 4; });
}

TEST_CASE("A change sealed in an epoch that we hold no key of stops the space", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::EpochUnknown, log.n.coordinator(),
                 [](wire::Header& header) { header.epoch = 2; });
}

TEST_CASE("A change that does not open is noticed", "[sync][page]") {
    Log log;
    // Sealed with the programme's key and signed as if it were of the map.
    const wire::Envelope other =
        log.n.forge(log.n.coordinator(), SpaceType::Programme,
                    [&](wire::Header& header) { header.space = log.n.space(SpaceType::Map); });
    log.expect(ErrorCode::UnsealFailed, [&](wire::SyncResponse& answer) { log.append(answer, other); });
}

TEST_CASE("An entry of another space in this one's page is a broken chain", "[sync][page]") {
    Log log;
    const wire::Envelope other = log.n.forge(log.n.coordinator(), SpaceType::Programme);
    log.expect(ErrorCode::ChainBroken, [&](wire::SyncResponse& answer) { log.append(answer, other); });
}

TEST_CASE("A colleague who knows more of the membership log than the server shows gives it away",
          "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::ChainBroken, log.n.coordinator(), [](wire::Header& header) {
        header.rosterPosition += 1;
        header.rosterHash.bytes.fill(5);
    });
}

TEST_CASE("A colleague who was shown another membership log gives it away", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::ChainBroken, log.n.coordinator(),
                 [](wire::Header& header) { header.rosterHash.bytes[0] ^= 1; });
}

TEST_CASE("A colleague who was shown another log of the space gives it away", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::ServerForked, log.n.coordinator(), [](wire::Header& header) {
        header.seenPosition = 2;
        header.seenHash.bytes.fill(9);
    });
}

TEST_CASE("A colleague who saw more of the log than there was gives it away", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::ChainBroken, log.n.coordinator(), [](wire::Header& header) {
        header.seenPosition = 1000;
        header.seenHash.bytes.fill(9);
    });
}

TEST_CASE("A change that builds on one that the log lacks is noticed", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::ChainBroken, log.n.coordinator(), [](wire::Header& header) {
        ActorId missing;
        missing.bytes.fill(3);
        header.dependencies.push_back({missing, 4});
    });
}

TEST_CASE("An author's first change that is not their first is noticed", "[sync][page]") {
    Log log;
    log.expectOf(ErrorCode::ChainBroken, log.n.coordinator(), [](wire::Header& header) {
        header.firstSeq = 3;
        header.lastSeq = 3;
        header.previousContentId.bytes.fill(4);
    });
}

TEST_CASE("A page of a space that was not asked for is no page", "[sync][page]") {
    Log log;
    log.n.syncWith(log.n.attendee(), [&](wire::SyncResponse& answer) {
        wire::Page& page = *answer.add_pages();
        page.set_space(toString(log.n.space(SpaceType::Map).view()));
        page.set_head_position(3);
    });
    CHECK(log.n.attendee().engine().progress().alarms.empty());
    CHECK(log.n.shown(log.n.attendee(), "sessie") == "Opening");
}

TEST_CASE("A colleague's digest that is not ours raises an alarm, and the change is taken all the same",
          "[sync][page]") {
    Log log;
    Neighbourhood& n = log.n;
    n.sync(n.editor());
    // The editor's own copy has gone wrong: a bit of the disk, or a bug.
    sqlite3_exec(n.editor().disk().handle(),
                 "UPDATE space SET digest = randomblob(64) WHERE length(digest) > 0", nullptr, nullptr,
                 nullptr);
    n.editor().stop();
    n.editor().start();
    log.write("derde");
    n.syncWith(n.editor(), [](wire::SyncResponse&) {});
    CHECK(alarmIn(n.editor(), "map") == ErrorCode::StateDiffers);
    CHECK(n.shown(n.editor(), "derde") == "tekst");
}

}  // namespace veldwijzer::test
