// SPDX-License-Identifier: EUPL-1.2
#include "sync/bundle.h"

#include <catch2/catch.hpp>

#include "sync/neighbourhood.h"

namespace veldwijzer::test {
namespace {

using roster::SpaceType;
using simulation::Device;

wire::Bundle bundleOf(Device& device) {
    return sync::makeBundle(device.store(), device.person().identity, device.keeper(), device.random(), 1);
}

Result<sync::BundleReport> take(Device& device, const wire::Bundle& bundle) {
    return sync::takeBundle(bundle, device.store(), device.person().identity, device.keeper(),
                            device.random());
}

sync::BundleReport taken(Device& device, const wire::Bundle& bundle) {
    const auto report = take(device, bundle);
    REQUIRE(report.ok());
    return *report;
}

}  // namespace

TEST_CASE("A bundle brings a colleague's changes without a server, once", "[sync][bundle]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "Inloophuis");
    const wire::Bundle bundle = bundleOf(n.coordinator());
    const auto report = taken(n.editor(), bundle);
    CHECK(report.taken == 1);
    CHECK(report.changes == 1);
    CHECK(report.left.empty());
    CHECK(n.shown(n.editor(), "inloop") == "Inloophuis");
    CHECK(taken(n.editor(), bundle).known == 1);

    n.sync(n.editor());  // the one who carries it meets the server first
    CHECK(n.editor().store().carriedCount() == 0);
    CHECK(n.editor().engine().progress().complete);
    n.sync(n.coordinator());
    CHECK(n.coordinator().store().pendingCount() == 0);
    CHECK(n.coordinator().engine().progress().alarms.empty());
    const SpaceId map = n.space(SpaceType::Map);
    CHECK(n.server().log().read(map, 0, 0, 0).headPosition == 1);
    CHECK(n.editor().store().digest(map) == n.coordinator().store().digest(map));
}

TEST_CASE("Edits on both sides of a bundle come together once the server is there", "[sync][bundle]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "first");
    n.write(n.editor(), SpaceType::Map, "buurt", "the editor's own");
    taken(n.editor(), bundleOf(n.coordinator()));
    n.write(n.editor(), SpaceType::Map, "inloop", "second");
    taken(n.coordinator(), bundleOf(n.editor()));
    n.write(n.coordinator(), SpaceType::Map, "inloop", "third");
    CHECK(n.coordinator().store().conflictCount() == 0);
    for (int round = 0; round < 3; ++round) {
        n.sync(n.editor());
        n.sync(n.coordinator());
    }
    const SpaceId map = n.space(SpaceType::Map);
    for (Device* device : {&n.editor(), &n.coordinator()}) {
        CHECK(device->store().pendingCount() == 0);
        CHECK(device->store().carriedCount() == 0);
        CHECK(device->engine().progress().alarms.empty());
        CHECK(n.shown(*device, "inloop") == "third");
        CHECK(n.shown(*device, "buurt") == "the editor's own");
        CHECK(device->store().conflictCount() == 0);
    }
    CHECK(n.editor().store().digest(map) == n.coordinator().store().digest(map));
    CHECK(n.server().log().read(map, 0, 0, 0).headPosition == 4);
}

TEST_CASE("What comes by hand meets the checks that a server's pages meet", "[sync][bundle]") {
    Neighbourhood n;
    wire::Bundle bundle = bundleOf(n.coordinator());
    const auto leftOf = [&](const wire::Envelope& envelope) {
        bundle.clear_envelopes();
        *bundle.add_envelopes() = envelope;
        const auto report = taken(n.editor(), bundle);
        CHECK(report.taken == 0);
        REQUIRE(report.left.size() == 1);
        return report.left.front().code;
    };
    SECTION("a signature of somebody else") {
        wire::Envelope envelope = n.forge(n.coordinator(), SpaceType::Map);
        envelope.mutable_signature()->front() = static_cast<char>(envelope.signature().front() ^ 1);
        CHECK(leftOf(envelope) == ErrorCode::BadSignature);
    }
    SECTION("a change to what its header says") {
        CHECK(leftOf(n.forge(n.coordinator(), SpaceType::Map, [](wire::Header& header) {
                  header.contentId.bytes[0] ^= 1;
              })) == ErrorCode::Malformed);
    }
    SECTION("a device that nobody let in") {
        CHECK(leftOf(n.forge(n.coordinator(), SpaceType::Map, [](wire::Header& header) {
                  header.device.bytes[0] ^= 1;
              })) == ErrorCode::NotAMember);
    }
    SECTION("a space where the author may not write") {
        CHECK(leftOf(n.forge(n.attendee(), SpaceType::Map)) == ErrorCode::Forbidden);
    }
    SECTION("a membership log that is not ours") {
        CHECK(leftOf(n.forge(n.coordinator(), SpaceType::Map, [](wire::Header& header) {
                  header.rosterHash.bytes[0] ^= 1;
              })) == ErrorCode::ChainBroken);
    }
    SECTION("a change that builds on one that is not here") {
        CHECK(leftOf(n.forge(n.coordinator(), SpaceType::Map, [](wire::Header& header) {
                  ActorId stranger;
                  stranger.bytes.fill(9);
                  header.dependencies.push_back({stranger, 1});
              })) == ErrorCode::DependenciesMissing);
    }
    SECTION("another region's envelope") {
        CHECK(leftOf(n.forge(n.coordinator(), SpaceType::Map, [](wire::Header& header) {
                  header.region.bytes[0] ^= 1;
              })) == ErrorCode::InvalidArgument);
    }
    SECTION("a later key than ours") {
        CHECK(leftOf(n.forge(n.coordinator(), SpaceType::Map,
                             [](wire::Header& header) { header.epoch = 7; })) == ErrorCode::EpochUnknown);
    }
    CHECK(n.editor().store().carriedCount() == 0);
    CHECK(n.editor().store().check().problems.empty());
}

TEST_CASE("A colleague who was shown another log by the server is noticed in the bundle", "[sync][bundle]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    n.sync(n.editor());
    wire::Bundle bundle = bundleOf(n.coordinator());
    bundle.clear_envelopes();
    *bundle.add_envelopes() = n.forge(n.coordinator(), SpaceType::Map, [](wire::Header& header) {
        header.seenPosition = 1;
        header.seenHash.bytes.fill(3);
    });
    const auto report = take(n.editor(), bundle);
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().code == ErrorCode::ServerForked);
    CHECK(n.editor().store().carriedCount() == 0);
}

TEST_CASE("A bundle of another region or another membership log is refused whole", "[sync][bundle]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "Inloophuis");
    wire::Bundle bundle = bundleOf(n.coordinator());
    SECTION("another region") {
        bundle.mutable_region()->front() = static_cast<char>(bundle.region().front() ^ 1);
        CHECK(take(n.editor(), bundle).error().code == ErrorCode::InvalidArgument);
    }
    SECTION("another membership log") {
        bundle.mutable_roster_entries(1)->mutable_signature()->front() ^= 1;
        CHECK(take(n.editor(), bundle).error().code == ErrorCode::ChainBroken);
    }
    SECTION("membership entries that do not hold") {
        *bundle.add_roster_entries() = bundle.roster_entries(0);
        CHECK(take(n.editor(), bundle).error().code == ErrorCode::Replayed);
    }
    CHECK(n.shown(n.editor(), "inloop") == "(nothing)");
}

TEST_CASE("Who may not read a space takes nothing of it", "[sync][bundle]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "Inloophuis");
    n.write(n.coordinator(), SpaceType::Programme, "ochtend", "Programma");
    const auto report = taken(n.attendee(), bundleOf(n.coordinator()));
    CHECK(report.elsewhere == 1);
    CHECK(report.taken == 1);
    CHECK(n.shown(n.attendee(), "inloop") == "(nothing)");
    CHECK(n.shown(n.attendee(), "ochtend") == "Programma");
}

TEST_CASE("What the server refuses of somebody else's leaves the map for the tray", "[sync][bundle]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "refused");
    taken(n.editor(), bundleOf(n.coordinator()));
    n.write(n.editor(), SpaceType::Map, "inloop", "after it");
    n.syncWith(n.editor(), [](wire::SyncResponse& answer) {
        for (wire::Page& page : *answer.mutable_pages()) {
            page.clear_entries();
            page.clear_chain();
            page.set_head_position(0);
        }
        for (wire::Outcome& outcome : *answer.mutable_outcomes()) {
            outcome.set_status(static_cast<std::uint32_t>(wire::OutcomeStatus::RetryLater));
            outcome.set_reason("dependencies-missing");
        }
        wire::Outcome& carried = *answer.mutable_outcomes(answer.outcomes_size() - 1);
        carried.set_status(static_cast<std::uint32_t>(wire::OutcomeStatus::Rejected));
        carried.set_reason("not-a-member");
    });
    CHECK(n.editor().store().carriedCount() == 0);
    REQUIRE(n.editor().store().rejected().size() == 1);
    CHECK(n.editor().store().rejected().front().reason == "not-a-member");
    CHECK(n.shown(n.editor(), "inloop") == "after it");
    CHECK(n.editor().store().conflictCount() == 0);
    CHECK(n.editor().store().check().problems.empty());
}

TEST_CASE("A bundle that was cut off or changed on its way says so", "[sync][bundle]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "Inloophuis");
    const Bytes whole = *wire::encodeBundle(bundleOf(n.coordinator()));
    CHECK(wire::decodeBundle(whole).ok());
    for (std::size_t size = 20; size < whole.size(); size += 1 + size / 8)
        CHECK(wire::decodeBundle(ByteView(whole).first(size)).error().code == ErrorCode::Malformed);
    for (std::size_t at = 20; at < whole.size(); at += 1 + at / 8) {
        Bytes changed = whole;
        changed[at] ^= 1;
        CHECK(wire::decodeBundle(changed).error().code == ErrorCode::Malformed);
    }
    Bytes newer = whole;
    newer[18] = '2';
    CHECK(wire::decodeBundle(newer).error().code == ErrorCode::UnsupportedVersion);
    CHECK(wire::decodeBundle(Bytes(wire::bundleBytesMax + 1)).error().code == ErrorCode::TooLarge);
}

}  // namespace veldwijzer::test
