// SPDX-License-Identifier: EUPL-1.2
#include "wire/envelope.h"

#include <catch2/catch.hpp>
#include <functional>

#include "base/hash.h"
#include "base/limits.h"
#include "base/random.h"
#include "base/text.h"

using namespace veldwijzer;
using namespace veldwijzer::wire;

namespace {

Header example(SeededRandom& random, const SigningKey& key) {
    Header header;
    header.region = random.id<RegionId>();
    header.space = random.id<SpaceId>();
    header.epoch = 3;
    header.device = deviceIdOf(key.publicKey());
    header.incarnation = random.id<Incarnation>();
    header.firstSeq = 17;
    header.lastSeq = 20;
    header.contentId = random.id<Hash>();
    header.previousContentId = random.id<Hash>();
    header.dependencies = {{random.id<ActorId>(), 5}, {random.id<ActorId>(), 900}};
    std::sort(header.dependencies.begin(), header.dependencies.end());
    header.rosterPosition = 12;
    header.rosterHash = random.id<Hash>();
    header.seenPosition = 1234;
    header.seenHash = random.id<Hash>();
    return header;
}

void checkEqual(const Header& a, const Header& b) {
    CHECK(a.region == b.region);
    CHECK(a.space == b.space);
    CHECK(a.epoch == b.epoch);
    CHECK(a.device == b.device);
    CHECK(a.incarnation == b.incarnation);
    CHECK(a.actor() == b.actor());
    CHECK(a.firstSeq == b.firstSeq);
    CHECK(a.lastSeq == b.lastSeq);
    CHECK(a.contentId == b.contentId);
    CHECK(a.previousContentId == b.previousContentId);
    CHECK(a.dependencies == b.dependencies);
    CHECK(a.rosterPosition == b.rosterPosition);
    CHECK(a.rosterHash == b.rosterHash);
    CHECK(a.seenPosition == b.seenPosition);
    CHECK(a.seenHash == b.seenHash);
}

struct Fixture {
    SeededRandom random{21};
    SigningKey key = SigningKey::generate(random);
    Header header = example(random, key);

    ErrorCode refusedWith(const std::function<void(EnvelopeHeader&)>& change) {
        EnvelopeHeader message;
        REQUIRE(message.ParseFromString(encodeHeader(header)));
        change(message);
        const auto decoded = decodeHeader(message.SerializeAsString());
        REQUIRE_FALSE(decoded);
        CHECK_FALSE(decoded.error().message.empty());
        return decoded.error().code;
    }
};

}  // namespace

TEST_CASE("A header comes back as it went", "[wire]") {
    Fixture f;
    const auto decoded = decodeHeader(encodeHeader(f.header));
    REQUIRE(decoded);
    checkEqual(*decoded, f.header);
}

TEST_CASE("An actor's first header names nothing before it", "[wire]") {
    Fixture f;
    f.header.firstSeq = 1;
    f.header.lastSeq = 1;
    f.header.previousContentId = {};
    f.header.dependencies.clear();
    f.header.rosterPosition = 0;
    f.header.rosterHash = {};
    f.header.seenPosition = 0;
    f.header.seenHash = {};
    const auto decoded = decodeHeader(encodeHeader(f.header));
    REQUIRE(decoded);
    checkEqual(*decoded, f.header);
    CHECK(f.refusedWith([](auto& m) { m.set_previous_content_id(std::string(32, 'x')); }) ==
          ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_seen_hash(std::string(32, 'x')); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_roster_hash(std::string(32, 'x')); }) == ErrorCode::Malformed);
}

TEST_CASE("A header that breaks a rule is refused by name", "[wire]") {
    Fixture f;
    CHECK(f.refusedWith([](auto& m) { m.set_protocol(2); }) == ErrorCode::UnsupportedVersion);
    CHECK(f.refusedWith([](auto& m) { m.set_protocol(0); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_region("short"); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_space(std::string(17, 'x')); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.clear_device(); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_incarnation("1234567"); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_epoch(0); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_first_seq(0); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_last_seq(16); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_last_seq(UINT64_MAX); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.clear_content_id(); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.clear_previous_content_id(); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.clear_seen_hash(); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.clear_roster_hash(); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_seen_position(UINT64_MAX); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.set_roster_position(1ULL << 63U); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.mutable_dependencies(0)->set_seq(0); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.mutable_dependencies(0)->set_actor("x"); }) == ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { m.mutable_dependencies()->SwapElements(0, 1); }) ==
          ErrorCode::Malformed);
    CHECK(f.refusedWith([](auto& m) { *m.mutable_dependencies(1) = m.dependencies(0); }) ==
          ErrorCode::Malformed);
    CHECK(f.refusedWith([&](auto& m) {
        m.mutable_dependencies()->DeleteSubrange(0, 2);
        auto* own = m.add_dependencies();
        own->set_actor(toString(f.header.actor().view()));
        own->set_seq(1);
    }) == ErrorCode::Malformed);
}

TEST_CASE("A header meets its limits and not one more", "[wire]") {
    Fixture f;
    f.header.lastSeq = f.header.firstSeq + limits::changesPerEnvelope - 1;
    CHECK(decodeHeader(encodeHeader(f.header)));
    CHECK(f.refusedWith([&](auto& m) { m.set_last_seq(f.header.lastSeq + 1); }) == ErrorCode::TooLarge);
    f.header.dependencies.clear();
    for (std::size_t i = 0; i < limits::dependenciesPerEnvelope; ++i)
        f.header.dependencies.push_back({f.random.id<ActorId>(), static_cast<std::uint64_t>(INT64_MAX)});
    std::sort(f.header.dependencies.begin(), f.header.dependencies.end());
    const std::string largest = encodeHeader(f.header);
    CHECK(decodeHeader(largest));
    CHECK(largest.size() < headerBytesMax);
    CHECK(f.refusedWith([](auto& m) {
        auto* more = m.add_dependencies();
        more->set_actor(std::string(16, '\xff'));
        more->set_seq(1);
    }) == ErrorCode::TooLarge);
    CHECK(decodeHeader(std::string(headerBytesMax + 1, 'x')).error().code == ErrorCode::TooLarge);
}

TEST_CASE("An envelope is signed whole: every flipped bit is refused", "[wire]") {
    Fixture f;
    const Envelope envelope = signEnvelope(f.header, toBytes(viewOf("ciphertext")), f.key);
    const auto header = openHeader(envelope);
    REQUIRE(header);
    checkEqual(*header, f.header);
    CHECK(checkSignature(envelope, f.key.publicKey()));
    CHECK_FALSE(checkSignature(envelope, SigningKey::generate(f.random).publicKey()));
    using Field = std::string* (Envelope::*)();
    for (const Field field : {Field{&Envelope::mutable_header}, Field{&Envelope::mutable_ciphertext},
                              Field{&Envelope::mutable_signature}}) {
        Envelope bad = envelope;
        std::string& bytes = *(bad.*field)();
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            const auto mask = static_cast<char>(1U << (bit % 8));
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
            CHECK_FALSE(checkSignature(bad, f.key.publicKey()));
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
        }
    }
}

TEST_CASE("Header and ciphertext can't lend each other bytes", "[wire]") {
    Fixture f;
    Envelope envelope = signEnvelope(f.header, toBytes(viewOf("ciphertext")), f.key);
    envelope.mutable_header()->push_back('c');
    envelope.mutable_ciphertext()->erase(0, 1);
    CHECK_FALSE(checkSignature(envelope, f.key.publicKey()));
}

TEST_CASE("An envelope has its sizes", "[wire]") {
    Fixture f;
    CHECK(openHeader(signEnvelope(f.header, Bytes(limits::envelopeSealedMax), f.key)));
    CHECK(openHeader(signEnvelope(f.header, Bytes(limits::envelopeSealedMax + 1), f.key)).error().code ==
          ErrorCode::TooLarge);
    Envelope envelope = signEnvelope(f.header, {}, f.key);
    envelope.mutable_signature()->pop_back();
    CHECK(openHeader(envelope).error().code == ErrorCode::Malformed);
    CHECK_FALSE(checkSignature(envelope, f.key.publicKey()));
    CHECK(openHeader(Envelope()).error().code == ErrorCode::Malformed);
}

TEST_CASE("A log's hash covers position, time and every byte of the envelope", "[wire]") {
    Fixture f;
    LogEntry entry;
    entry.set_position(7);
    entry.set_server_time_ms(1'700'000'000'000);
    *entry.mutable_envelope() = signEnvelope(f.header, toBytes(viewOf("ciphertext")), f.key);
    const Hash hash = nextLogHash(Hash{}, entry);
    CHECK(nextLogHash(hash, entry) != hash);
    const auto differs = [&](const std::function<void(LogEntry&)>& change) {
        LogEntry other = entry;
        change(other);
        return nextLogHash(Hash{}, other) != hash;
    };
    CHECK(differs([](auto& e) { e.set_position(8); }));
    CHECK(differs([](auto& e) { e.set_server_time_ms(1); }));
    CHECK(differs([](auto& e) { e.mutable_envelope()->mutable_header()->push_back('x'); }));
    CHECK(differs([](auto& e) { e.mutable_envelope()->mutable_ciphertext()->front() ^= 1; }));
    CHECK(differs([](auto& e) { e.mutable_envelope()->mutable_signature()->front() ^= 1; }));
}

TEST_CASE("An envelope's bytes and hashes are what they always were", "[wire]") {
    // Fixed seed: a difference here means that old and new programs can't read each other's changes.
    Fixture f;
    LogEntry entry;
    entry.set_position(1);
    entry.set_server_time_ms(1'700'000'000'000);
    *entry.mutable_envelope() = signEnvelope(f.header, toBytes(viewOf("ciphertext")), f.key);
    CHECK(toHex(viewOf(entry.envelope().header())) ==
          "080112105dfdce546c86523d40b1df50f09ccbb01a1087239718e3773829bcc9dfb9447cdac520032a105b983c"
          "e8a1cbb45cb9029217a6189ae33208dd2e8b33be96c8f4381140144a20bc517a2373660cf87c185925180cbfb8"
          "0765f00cc003801cca505e92f6995d7052205042856f78174efbb6e4fad5baa6a682e125ef4f5a54a2f7ac5796"
          "76b2b931f15a150a109c39ff9cbd5e330d01bde3a2524f0ff51084075a140a10cfa8911cb226217efbb85c6ee3"
          "dfe0b01005600c6a20049de31ca48a6475c397a9756946ca3c911f04a202dc5d92f65cd130f799d5d770d2097a"
          "20acf0552b39daf5f8a933b26c1c88744bdce4679385c62f0dca996198779fa259");
    CHECK(toHex(hashOf("test", {viewOf(entry.envelope().SerializeAsString())}).view()) ==
          "1122a2ee860fbcaec7b2b3002a60e4653a6fb3ccc760c602f7e7724f870c9e05");
    CHECK(toHex(nextLogHash(Hash{}, entry).view()) ==
          "ec986982d3e0dd46da5b4df2f8b1ada70e89dcb917a8d8a5a4c76bbacde067b0");
}

TEST_CASE("Noise is no header, and never crashes", "[wire]") {
    Fixture f;
    const std::string honest = encodeHeader(f.header);
    std::size_t accepted = 0;
    for (int run = 0; run < 20'000; ++run) {
        std::string bytes = honest;
        if (run % 3 == 0) bytes.resize(f.random.below(300));
        const std::uint64_t changes = 1 + f.random.below(8);
        for (std::uint64_t i = 0; i < changes && !bytes.empty(); ++i)
            bytes[f.random.below(bytes.size())] = static_cast<char>(f.random.below(256));
        const auto header = decodeHeader(bytes);
        if (!header) continue;
        ++accepted;  // another id or hash is as good a header
        CHECK(header->firstSeq >= 1);
        CHECK(header->lastSeq >= header->firstSeq);
        CHECK(header->lastSeq - header->firstSeq < limits::changesPerEnvelope);
        CHECK(header->epoch >= 1);
        checkEqual(*decodeHeader(encodeHeader(*header)), *header);
    }
    CHECK(accepted > 0);
}
