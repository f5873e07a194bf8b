// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/text.h"
#include "signing/request.h"

using namespace veldwijzer;

namespace {

constexpr WallMs now = 1'700'000'000'000;

struct Exchange {
    SeededRandom random{11};
    SigningKey device = SigningKey::generate(random);
    SigningKey server = SigningKey::generate(random);
    Bytes body = toBytes(viewOf("the body of a request"));
    RequestView request{"POST", "/v1/sync", "", body, serverIdOf(server.publicKey())};
    RequestProof proof = proveRequest(device, request, now, random);
};

}  // namespace

TEST_CASE("A request's proof holds for that request and no other", "[signing]") {
    Exchange e;
    CHECK(checkProof(e.device.publicKey(), e.proof, e.request));
    CHECK_FALSE(checkProof(e.server.publicKey(), e.proof, e.request));
    RequestView other = e.request;
    other.method = "PUT";
    CHECK_FALSE(checkProof(e.device.publicKey(), e.proof, other));
    other = e.request;
    other.path = "/v1/join";
    CHECK_FALSE(checkProof(e.device.publicKey(), e.proof, other));
    other = e.request;
    other.query = "a=b";
    CHECK_FALSE(checkProof(e.device.publicKey(), e.proof, other));
    other = e.request;
    other.server.bytes[0] ^= 1;
    CHECK_FALSE(checkProof(e.device.publicKey(), e.proof, other));
    other = e.request;
    other.body = viewOf("another body");
    CHECK_FALSE(checkProof(e.device.publicKey(), e.proof, other));
}

TEST_CASE("Two proofs of one request differ, so that the second is no replay", "[signing]") {
    Exchange e;
    const RequestProof again = proveRequest(e.device, e.request, now, e.random);
    CHECK(again.nonce != e.proof.nonce);
    CHECK(checkProof(e.device.publicKey(), again, e.request));
}

TEST_CASE("A proof travels in a header, and every flipped bit of it is refused", "[signing]") {
    Exchange e;
    const std::string text = encodeProof(e.proof);
    CHECK(text.size() == 139);
    const auto back = decodeProof(text);
    REQUIRE(back);
    CHECK(back->timeMs == now);
    CHECK(checkProof(e.device.publicKey(), *back, e.request));
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string bad = text;
            bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ (1U << bit));
            const auto proof = decodeProof(bad);
            CHECK_FALSE((proof && checkProof(e.device.publicKey(), *proof, e.request)));
        }
    }
}

TEST_CASE("A malformed proof is nothing", "[signing]") {
    Exchange e;
    const std::string text = encodeProof(e.proof);
    CHECK_FALSE(decodeProof(""));
    CHECK_FALSE(decodeProof(text.substr(1)));
    CHECK_FALSE(decodeProof(text + "A"));
    CHECK_FALSE(decodeProof(std::string(1 << 20, 'A')));
    SeededRandom random(5);
    for (int run = 0; run < 2000; ++run) {
        std::string noise(139, '\0');
        for (char& c : noise)
            c = static_cast<char>(random.below(256));
        CHECK_FALSE(decodeProof(noise));
    }
}

TEST_CASE("An answer is bound to the request, the status and the body", "[signing]") {
    Exchange e;
    const Bytes answer = toBytes(viewOf("the answer"));
    const Signature signature = signAnswer(e.server, e.body, 200, answer);
    const SigningPublicKey& server = e.server.publicKey();
    CHECK(checkAnswer(server, signature, e.body, 200, answer));
    CHECK_FALSE(checkAnswer(server, signature, e.body, 500, answer));
    CHECK_FALSE(checkAnswer(server, signature, viewOf("other request"), 200, answer));
    CHECK_FALSE(checkAnswer(server, signature, e.body, 200, viewOf("other answer")));
    CHECK_FALSE(checkAnswer(e.device.publicKey(), signature, e.body, 200, answer));
}
