// SPDX-License-Identifier: EUPL-1.2
//
// Every role, every kind of space, every deed: by the one table of rights, on the server before it appends,
// and on a replica that believes no server.
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "base/text.h"
#include "roster/entries.h"
#include "simulation/membership.h"
#include "store/change_codec.h"
#include "store/own_records.h"
#include "sync/engine.h"
#include "sync/neighbourhood.h"
#include "sync/page_reader.h"

namespace veldwijzer::test {
namespace {

using roster::Rights;
using roster::Role;
using roster::SpaceType;

constexpr std::array roles{Role::Coordinator, Role::Editor, Role::Professional, Role::Attendee};

struct Place {
    std::string name;
    SpaceId id;
    Rights rights;  ///< what the table gives
};

/// The editor of the neighbourhood, with another role.
class Actor {
public:
    explicit Actor(Role role) : role_(role) {
        in_ = team(true);
        out_ = team(false);
        if (role != Role::Editor) REQUIRE(simulation::queueRole(n.coordinator(), member(), role));
        for (int i = 0; i < 2; ++i) {
            n.sync(n.coordinator());
            n.sync(n.editor());
        }
        REQUIRE(n.editor().keeper().roster().member(member())->role == role);
    }

    std::vector<Place> places() {
        std::vector<Place> all;
        for (const SpaceType type : roster::regionSpaceTypes)
            all.push_back({std::string(roster::spaceTypeName(type)), n.space(type), rightsOf(role_, type)});
        // Who becomes an attendee leaves the teams.
        const bool stays = role_ != Role::Attendee;
        all.push_back({"own team", in_, stays ? rightsOf(role_, SpaceType::Team) : Rights{}});
        all.push_back({"other team", out_, {}});
        const RegionId& region = roster().anchor().region;
        all.push_back(
            {"personal", roster::personalSpace(region, member()), rightsOf(role_, SpaceType::Personal)});
        all.push_back({"of somebody else", roster::personalSpace(region, coordinatorMember()), {}});
        return all;
    }

    [[nodiscard]] const roster::Roster& roster() { return n.coordinator().keeper().roster(); }
    [[nodiscard]] MemberId member() { return n.editor().person().identity.member; }
    [[nodiscard]] MemberId coordinatorMember() { return n.coordinator().person().identity.member; }

    /// By this actor: a record that belongs to `owner`.
    wire::Envelope write(const SpaceId& space, const MemberId& owner) {
        merge::Change change;
        change.wallMs = 1;
        merge::RecordOperations record;
        record.record = store::ownRecordId(owner, n.editor().random());
        record.kind = "suggestion";
        merge::Operation operation;
        operation.field = "text";
        operation.value = merge::Value(std::string("hoi"));
        record.operations.push_back(std::move(operation));
        change.records.push_back(std::move(record));
        wire::ChangeBatch batch;
        batch.set_blinder(std::string(16, 'b'));
        batch.set_first_seq(1);
        batch.add_changes(toString(*store::encodeChange(change)));
        return sealed(space, wire::pack(viewOf(batch.SerializeAsString())));
    }

    Neighbourhood n;

private:
    SpaceId team(bool withActor) {
        simulation::Device& maker = n.coordinator();
        const SpaceId id = maker.random().id<SpaceId>();
        SealingKey key;
        maker.random().fill(key.mutableView());
        const auto seal = [&](const SpaceId&, const BoxPublicKey& to) { return sealKeyTo(to, key); };
        const auto queue = [&](const wire::RosterEntry& entry) {
            maker.store().transact(
                [&] { maker.store().queueRosterEntry(viewOf(entry.SerializeAsString())); });
            n.sync(maker);
        };
        const auto author = [&] {
            return roster::Author{maker.person().identity.signing, maker.clock().wallMs()};
        };
        const auto made = roster::makeTeam(roster(), author(), id, {}, seal, maker.random());
        REQUIRE(made.ok());
        queue(*made);
        if (withActor)
            queue(roster::makeSetTeamMember(roster(), author(), id, member(), true, seal, maker.random()));
        return id;
    }

    const SealingKey* keyOf(const SpaceId& space) {
        const std::uint32_t epoch = roster().space(space)->epoch;
        for (simulation::Device* who : {&n.coordinator(), &n.editor()})
            if (const SealingKey* key = who->keeper().keyring().find(space, epoch)) return key;
        return nullptr;
    }

    wire::Envelope sealed(const SpaceId& space, const Bytes& packed) {
        wire::Header header;
        header.region = roster().anchor().region;
        header.space = space;
        header.epoch = roster().space(space)->epoch;
        header.device = n.editor().id();
        n.editor().random().fill(header.incarnation.bytes);
        header.firstSeq = 1;
        header.lastSeq = 1;
        header.contentId = hashOf("veldwijzer batch", {packed});
        header.rosterPosition = roster().position();
        header.rosterHash = roster().head();
        const std::string bytes = wire::encodeHeader(header);
        const SealingKey* key = keyOf(space);
        REQUIRE(key != nullptr);
        Sealed body = veldwijzer::seal(*key, packed, viewOf(bytes), n.editor().random());
        return wire::signEnvelope(header, std::move(body.bytes), n.editor().person().identity.signing);
    }

    Role role_;
    SpaceId in_;
    SpaceId out_;
};

/// What an honest server says to it: nothing when it takes it.
std::string serverSays(Actor& actor, const wire::Envelope& envelope) {
    wire::SyncRequest request;
    request.set_protocol(wire::protocolVersion);
    request.set_region(toString(actor.roster().anchor().region.view()));
    *request.add_envelopes() = envelope;
    const auto answer =
        actor.n.server().service().handle(request, actor.n.editor().id(), actor.n.server().now());
    REQUIRE(answer.ok());
    REQUIRE(answer->outcomes_size() == 1);
    return answer->outcomes(0).reason();
}

/// What the server says to the actor's asking for the space.
std::string serverGives(Actor& actor, const SpaceId& space) {
    wire::SyncRequest request;
    request.set_protocol(wire::protocolVersion);
    request.set_region(toString(actor.roster().anchor().region.view()));
    request.set_roster_position(actor.roster().position());
    request.set_roster_hash(toString(actor.roster().head().view()));
    request.add_cursors()->set_space(toString(space.view()));
    const auto answer =
        actor.n.server().service().handle(request, actor.n.editor().id(), actor.n.server().now());
    REQUIRE(answer.ok());
    REQUIRE(answer->pages_size() == 1);
    return answer->pages(0).problem();
}

/// What the coordinator's device makes of it when a server puts it into the log whatever the rights are.
Result<sync::OpenedPage> replicaSays(Actor& actor, const SpaceId& space, const wire::Envelope& envelope) {
    simulation::Device& reader = actor.n.coordinator();
    const auto row = reader.store().space(space);
    REQUIRE(row.has_value());
    wire::Page page;
    page.set_space(toString(space.view()));
    page.set_from_position(row->position);
    appendTo(page, envelope, row->chain, actor.n.server().now());
    return sync::PageReader(reader.keeper().roster(), reader.keeper().keyring(), reader.store()).read(page);
}

void checkPlace(Actor& actor, const Place& place) {
    CAPTURE(place.name);
    CHECK(serverGives(actor, place.id) == (place.rights.read ? "" : "forbidden"));
    const bool keyHeld =
        actor.n.editor().keeper().keyring().find(place.id, actor.roster().space(place.id)->epoch) != nullptr;
    CHECK(keyHeld == (place.rights.read || place.rights.write));
    // A space that the coordinator does not read is not theirs to judge: their own personal one stands for
    // it.
    const bool judged = actor.n.coordinator().store().space(place.id).has_value();
    for (const bool own : {true, false}) {
        CAPTURE(own);
        const wire::Envelope envelope =
            actor.write(place.id, own ? actor.member() : actor.coordinatorMember());
        if (judged) {
            const auto opened = replicaSays(actor, place.id, envelope);
            CHECK(opened.ok() == place.rights.write);
            if (!opened)
                CHECK(opened.error().code == ErrorCode::Forbidden);
            else
                // The store drops what is not theirs from such an envelope.
                CHECK(opened->envelopes.front().ownRecordsOf.has_value() == place.rights.ownRecordsOnly);
        }
        CHECK(serverSays(actor, envelope) == (place.rights.write ? "" : "forbidden"));
    }
    // New keys: nobody but those who hold the old one.
    const auto renew = actor.roster().mayRenew(actor.n.editor().id(), place.id);
    const auto type = actor.roster().space(place.id)->type;
    const bool listed = type == SpaceType::Team || type == SpaceType::Personal;
    const bool coordinator = actor.roster().member(actor.member())->role == Role::Coordinator;
    CHECK(renew.ok() == (keyHeld && (listed || coordinator)));
}

}  // namespace

TEST_CASE("Every role may do in every space what the table says, on the server and on a replica", "[sync]") {
    for (const Role role : roles) {
        CAPTURE(roster::roleName(role));
        Actor actor(role);
        for (const Place& place : actor.places())
            checkPlace(actor, place);
    }
}

TEST_CASE("A record of somebody else in a space of own records is kept out on every replica", "[sync]") {
    Actor actor(Role::Professional);
    const SpaceId suggestions = actor.n.space(SpaceType::Suggestions);
    for (const bool own : {true, false}) {
        const wire::Envelope envelope =
            actor.write(suggestions, own ? actor.member() : actor.coordinatorMember());
        CHECK(serverSays(actor, envelope).empty());
    }
    actor.n.sync(actor.n.coordinator());
    CHECK(actor.n.coordinator().store().list({.kind = "suggestion"}).total == 1);
    CHECK(actor.n.coordinator().store().quarantinedCount() == 1);
}

}  // namespace veldwijzer::test
