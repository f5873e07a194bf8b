// SPDX-License-Identifier: EUPL-1.2
#include "base/limits.h"
#include "server/local_server.h"

namespace veldwijzer::server::test {
namespace {

using roster::Role;

std::string outcomeOf(const Result<wire::JoinResponse>& answer) {
    return answer.ok() ? said(answer->outcome()) : "refused " + refusalOf(answer);
}

TEST_CASE("The bootstrap invitation founds the region once", "[server][join]") {
    LocalServer server;
    TestRegion& region = server.region;
    const Device device = region.newDevice();
    const Device late = region.newDevice();
    const wire::RosterEntry genesis = region.genesis(device);
    const wire::RosterEntry second = region.genesis(late);

    auto answer = server.channel.join(region.joinRequest(region.bootstrap()));
    REQUIRE(answer);
    CHECK(answer->roster_head() == 0);
    CHECK(answer->server() == toString(region.server().view()));
    CHECK(answer->server_time_ms() == server.clock.wallMs());

    answer = server.channel.join(region.joinRequest(region.bootstrap(), genesis));
    CHECK(outcomeOf(answer) == "accepted");
    CHECK(answer->roster_entries_size() == 1);
    // A lost answer costs nothing, however late.
    server.clock.advance(bootstrapLifeMs + 1);
    answer = server.channel.join(region.joinRequest(region.bootstrap(), genesis));
    CHECK(outcomeOf(answer) == "duplicate");
    CHECK(answer->outcome().position() == 1);
    CHECK(answer->roster_entries_size() == 1);
    CHECK(outcomeOf(server.channel.join(region.joinRequest(region.bootstrap(), second)))
              .starts_with("rejected"));
    CHECK(outcomeOf(server.channel.join(region.joinRequest(region.bootstrap()))) ==
          "refused invitation-used");
}

TEST_CASE("A bootstrap invitation expires, and a new one voids it", "[server][join]") {
    LocalServer server;
    TestRegion& region = server.region;
    const Device device = region.newDevice();
    server.clock.advance(bootstrapLifeMs);
    CHECK(refusalOf(server.channel.join(region.joinRequest(region.bootstrap()))).empty());
    server.clock.advance(1);
    CHECK(refusalOf(server.channel.join(region.joinRequest(region.bootstrap()))) == "invitation-expired");
    const auto genesis = region.genesis(device);
    CHECK(refusalOf(server.channel.join(region.joinRequest(region.bootstrap(), genesis))) ==
          "invitation-expired");

    const auto link = renewBootstrap(*server.log, server.random, server.clock.wallMs());
    REQUIRE(link);
    server.restart();
    CHECK(refusalOf(server.channel.join(region.joinRequest(region.bootstrap()))) == "invitation-unknown");
    TestRegion renewed(*link, server.channel, 99);
    renewed.found();
    const auto refused = renewBootstrap(*server.log, server.random, server.clock.wallMs());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Forbidden);
}

TEST_CASE("A region cannot be founded without the bootstrap key", "[server][join]") {
    LocalServer server;
    TestRegion& region = server.region;
    const Device device = region.newDevice();
    const OpenInvitation other = region.newInvitation();
    const auto genesis = region.genesis(device);
    CHECK(refusalOf(server.channel.join(region.joinRequest(other, genesis))) == "invitation-unknown");
    wire::JoinRequest request = region.joinRequest(region.bootstrap(), genesis);
    request.set_invitation_signature(region.joinRequest(other).invitation_signature());
    CHECK(refusalOf(server.channel.join(request)) == "bad-signature");
    request = region.joinRequest(region.bootstrap(), genesis);
    request.mutable_entry()->set_signature(std::string(64, 'x'));
    CHECK(outcomeOf(server.channel.join(request)) == "rejected bad-signature");
}

TEST_CASE("An invitation admits as often as it says, and a repeated entry always", "[server][join]") {
    LocalServer server;
    TestRegion& region = server.region;
    region.found();
    const OpenInvitation invitation = region.newInvitation();
    CHECK(refusalOf(server.channel.join(region.joinRequest(invitation))) == "invitation-unknown");
    region.push(region.invitationEntry(invitation, Role::Professional, 2));

    auto answer = server.channel.join(region.joinRequest(invitation));
    REQUIRE(answer);
    CHECK_FALSE(answer->has_outcome());
    CHECK(answer->roster_entries_size() == 2);
    const Device one = region.newDevice();
    const auto first = region.joinEntry(invitation, one);
    answer = server.channel.join(region.joinRequest(invitation, first));
    CHECK(outcomeOf(answer) == "accepted");
    CHECK(answer->outcome().position() == 3);
    region.follow(first);
    const Device two = region.newDevice();
    const auto second = region.joinEntry(invitation, two);
    CHECK(outcomeOf(server.channel.join(region.joinRequest(invitation, second))) == "accepted");
    region.follow(second);

    const Device three = region.newDevice();
    answer = server.channel.join(region.joinRequest(invitation, region.joinEntry(invitation, three)));
    CHECK(outcomeOf(answer) == "rejected invitation-used");
    CHECK(answer->roster_entries_size() == 0);
    CHECK(refusalOf(server.channel.join(region.joinRequest(invitation))) == "invitation-used");
    answer = server.channel.join(region.joinRequest(invitation, first));
    CHECK(outcomeOf(answer) == "duplicate");
    CHECK(answer->roster_entries_size() == 4);
    CHECK(refusalOf(server.channel.sync(region.request(), two.key)).empty());
    CHECK(refusalOf(server.channel.sync(region.request(), three.key)) == "not-a-member");
}

TEST_CASE("An invitation that expired or was withdrawn admits nobody", "[server][join]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    const OpenInvitation invitation = region.newInvitation();
    region.push(region.invitationEntry(invitation, Role::Editor, 5, 3'600'000));
    const Device device = region.newDevice();
    const auto entry = region.joinEntry(invitation, device);

    server.clock.advance(3'600'000);
    CHECK(refusalOf(server.channel.join(region.joinRequest(invitation))).empty());
    server.clock.advance(1);
    CHECK(refusalOf(server.channel.join(region.joinRequest(invitation))) == "invitation-expired");
    CHECK(outcomeOf(server.channel.join(region.joinRequest(invitation, entry))) ==
          "rejected invitation-expired");

    const OpenInvitation withdrawn = region.newInvitation();
    region.push(region.invitationEntry(withdrawn, Role::Editor));
    const auto join = region.joinEntry(withdrawn, device);
    CHECK(said(region.push(makeRevocation(region.roster, {founder.key, server.clock.wallMs()}, withdrawn.id(),
                                          region.random))) == "accepted");
    CHECK(refusalOf(server.channel.join(region.joinRequest(withdrawn))) == "invitation-revoked");
    CHECK(outcomeOf(server.channel.join(region.joinRequest(withdrawn, join))) ==
          "rejected invitation-revoked");
}

TEST_CASE("A join request is refused by name when its frame is wrong", "[server][join]") {
    LocalServer server;
    TestRegion& region = server.region;
    Device& founder = region.found();
    const OpenInvitation invitation = region.newInvitation();
    region.push(region.invitationEntry(invitation, Role::Editor));
    const wire::JoinRequest good = region.joinRequest(invitation);

    wire::JoinRequest request = good;
    request.set_protocol(9);
    CHECK(refusalOf(server.channel.join(request)) == "unsupported-version");
    request = good;
    request.set_region("");
    CHECK(refusalOf(server.channel.join(request)) == "invalid-argument");
    request = good;
    request.set_invitation("short");
    CHECK(refusalOf(server.channel.join(request)) == "malformed");
    request = good;
    request.mutable_entry()->set_body("\xff\xff");
    CHECK(refusalOf(server.channel.join(request)) == "malformed");
    request = good;
    request.set_time_ms(request.time_ms() + 1);
    CHECK(refusalOf(server.channel.join(request)) == "bad-signature");
    // Any other deed than joining is nothing for an invitation.
    *request.mutable_entry() =
        makeRevocation(region.roster, {founder.key, server.clock.wallMs()}, invitation.id(), region.random);
    CHECK(refusalOf(server.channel.join(request)) == "invalid-argument");

    server.clock.advance(limits::requestSkewMs);
    CHECK(refusalOf(server.channel.join(good)).empty());
    server.clock.advance(1);
    CHECK(refusalOf(server.channel.join(good)) == "clock-skew");
    server.clock.advance(-2 * limits::requestSkewMs - 2);
    CHECK(refusalOf(server.channel.join(good)) == "clock-skew");
}

}  // namespace
}  // namespace veldwijzer::server::test
