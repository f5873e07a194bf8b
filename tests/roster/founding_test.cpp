// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

TEST_CASE("A region is founded once, by the holder of the server's invitation", "[roster]") {
    Region region(1, false);
    CHECK_FALSE(region.server.founded());
    const wire::RosterEntry genesis = region.genesis();
    REQUIRE(region.apply(genesis));
    CHECK(region.server.founded());
    CHECK(region.server.rootKey() == region.rootKey.publicKey());
    CHECK(region.server.position() == 1);
    CHECK(region.server.spaces().size() == 7);
    CHECK(region.server.member(region.founder().member)->role == Role::Coordinator);
    CHECK(region.refused(genesis) == ErrorCode::Replayed);
    CHECK(region.refused(region.genesis()) == ErrorCode::Forbidden);
}

TEST_CASE("A founding with another bootstrap key is refused by the server", "[roster]") {
    Region region(1, false);
    const SigningKey stranger = SigningKey::generate(region.random);
    const Person& founder = region.founder();
    const auto entry = makeGenesis(region.serverAnchor(),
                                   {founder.member, {founder.key.publicKey(), founder.box.publicKey()}, {}},
                                   region.rootKey, stranger, region.seal(), region.now, region.random);
    CHECK(region.server.apply(entry, region.now).error().code == ErrorCode::BadSignature);
    CHECK(region.server.position() == 0);
}

TEST_CASE("A founding by another root than the pinned one is refused by the client", "[roster]") {
    Region region(1, false);
    const SigningKey otherRoot = SigningKey::generate(region.random);
    const Person& founder = region.founder();
    const auto entry = makeGenesis(region.serverAnchor(),
                                   {founder.member, {founder.key.publicKey(), founder.box.publicKey()}, {}},
                                   otherRoot, region.bootstrapKey, region.seal(), region.now, region.random);
    CHECK(region.client.apply(entry).error().code == ErrorCode::BadSignature);
    CHECK(region.client.position() == 0);
}

TEST_CASE("Without a bootstrap key and a root there is no founding", "[roster]") {
    Region region(1, false);
    Roster nobody({region.id, region.serverKey.publicKey(), std::nullopt, std::nullopt});
    CHECK(nobody.apply(region.genesis()).error().code == ErrorCode::Forbidden);
}

TEST_CASE("A founding on another server or for another region is refused", "[roster]") {
    Region region(1, false);
    const wire::RosterEntry genesis = region.genesis();
    Anchor anchor = region.clientAnchor();
    anchor.serverKey.bytes[0] ^= 1;
    CHECK(Roster(anchor).apply(genesis).error().code == ErrorCode::ServerChanged);
    anchor = region.clientAnchor();
    anchor.region.bytes[0] ^= 1;
    CHECK(Roster(anchor).apply(genesis).error().code == ErrorCode::BadSignature);
}

TEST_CASE("A founding that isn't signed by its root key is refused", "[roster]") {
    Region region(1, false);
    const auto entry = changed(region.genesis(), region.bootstrapKey, [](wire::RosterBody&) {});
    CHECK(region.refused(entry) == ErrorCode::BadSignature);
}

TEST_CASE("A founding holds the region's six spaces and the founder's own, and no others", "[roster]") {
    Region region(1, false);
    const auto refusedWith = [&](const std::function<void(wire::Genesis&)>& change) {
        return region.refused(changed(region.genesis(), region.rootKey,
                                      [&](wire::RosterBody& body) { change(*body.mutable_genesis()); }));
    };
    CHECK(refusedWith([](auto& g) { g.mutable_spaces()->RemoveLast(); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { *g.add_spaces() = g.spaces(0); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { *g.mutable_spaces(1) = g.spaces(0); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.mutable_spaces(0)->set_type(6); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.mutable_spaces(0)->set_type(0); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.mutable_spaces(0)->set_space(std::string(16, 'x')); }) ==
          ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.mutable_spaces(6)->set_owner(std::string(16, 'x')); }) ==
          ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.mutable_spaces(0)->mutable_keys()->set_epoch(2); }) ==
          ErrorCode::EpochOld);
    CHECK(refusedWith([](auto& g) { g.mutable_spaces(0)->mutable_keys()->clear_keys(); }) ==
          ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& g) {
              g.mutable_spaces(0)->mutable_keys()->mutable_keys(0)->set_recipient(std::string(16, 'x'));
          }) == ErrorCode::Forbidden);
    CHECK(refusedWith([](auto& g) {
              g.mutable_spaces(0)->mutable_keys()->mutable_keys(0)->set_sealed("x");
          }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.set_member("short"); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.set_member(std::string(16, '\0')); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.set_server_key("short"); }) == ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.mutable_device()->set_box_key(std::string(32, '\0')); }) ==
          ErrorCode::Malformed);
    CHECK(refusedWith([](auto& g) { g.set_sealed_name(std::string(sealedNameBytes + 1, 'n')); }) ==
          ErrorCode::TooLarge);
    CHECK(region.apply(region.genesis()));
}

TEST_CASE("Nothing comes before the founding", "[roster]") {
    Region region(1, false);
    wire::RosterBody body = region.bodyFor();
    body.mutable_remove_device()->set_device(std::string(16, 'x'));
    CHECK(region.refused(region.sign(body, region.founder())) == ErrorCode::Forbidden);
}

TEST_CASE("A region founded before confidential addresses existed is still read", "[roster]") {
    Region region(1, false);
    const auto entry = changed(region.genesis(), region.rootKey, [](wire::RosterBody& body) {
        auto& spaces = *body.mutable_genesis()->mutable_spaces();
        for (int i = 0; i < spaces.size(); ++i)
            if (spaces.Get(i).type() == static_cast<std::uint32_t>(SpaceType::Confidential)) {
                spaces.DeleteSubrange(i, 1);
                break;
            }
    });
    REQUIRE(region.server.apply(entry));
    CHECK(region.server.space(region.space(SpaceType::Confidential)) == nullptr);
    CHECK(region.server.spaces().size() == 6);
}
