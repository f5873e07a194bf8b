// SPDX-License-Identifier: EUPL-1.2
#include "signing/request.h"

#include "base/hash.h"
#include "base/text.h"
#include "signing/number_bytes.h"

namespace veldwijzer {
namespace {

constexpr std::string_view requestPurpose = "veldwijzer request";
constexpr std::string_view answerPurpose = "veldwijzer answer";
constexpr std::string_view bodyPurpose = "veldwijzer body";

constexpr std::size_t nonceSize = std::tuple_size_v<decltype(RequestProof::nonce)>;
constexpr std::size_t proofSize = DeviceId::size + 8 + nonceSize + Signature::size;
constexpr std::size_t proofTextSize = (proofSize * 4 + 2) / 3;

}  // namespace

RequestProof proveRequest(const SigningKey& key, const RequestView& request, WallMs now, Random& random) {
    RequestProof proof;
    proof.device = deviceIdOf(key.publicKey());
    proof.timeMs = now;
    random.fill(proof.nonce);
    proof.signature =
        key.sign(requestPurpose, {viewOf(request.method), viewOf(request.path), viewOf(request.query),
                                  hashOf(bodyPurpose, {request.body}).view(), numberBytes(proof.timeMs),
                                  proof.nonce, proof.device.view(), request.server.view()});
    return proof;
}

bool checkProof(const SigningPublicKey& key, const RequestProof& proof, const RequestView& request) {
    if (proof.device != deviceIdOf(key)) return false;
    return verify(key, proof.signature, requestPurpose,
                  {viewOf(request.method), viewOf(request.path), viewOf(request.query),
                   hashOf(bodyPurpose, {request.body}).view(), numberBytes(proof.timeMs), proof.nonce,
                   proof.device.view(), request.server.view()});
}

std::string encodeProof(const RequestProof& proof) {
    Bytes bytes;
    bytes.reserve(proofSize);
    append(bytes, proof.device.view());
    append(bytes, numberBytes(proof.timeMs));
    append(bytes, proof.nonce);
    append(bytes, proof.signature.view());
    return toBase64Url(bytes);
}

std::optional<RequestProof> decodeProof(std::string_view text) {
    // A header is an attacker's to fill: the size first, before anything is allocated for it.
    if (text.size() != proofTextSize) return std::nullopt;
    const std::optional<Bytes> bytes = fromBase64Url(text);
    if (!bytes || bytes->size() != proofSize) return std::nullopt;
    RequestProof proof;
    const std::uint8_t* from = bytes->data();
    const auto take = [&from](std::span<std::uint8_t> target) {
        std::copy_n(from, target.size(), target.begin());
        from += target.size();
    };
    std::array<std::uint8_t, 8> time{};
    take(proof.device.bytes);
    take(time);
    take(proof.nonce);
    take(proof.signature.bytes);
    proof.timeMs = static_cast<WallMs>(numberFrom(time));
    // One text for one proof: libsodium 1.0.18 reads any byte from 128 on as if it were “_”.
    if (encodeProof(proof) != text) return std::nullopt;
    return proof;
}

Signature signAnswer(const SigningKey& key, ByteView requestBody, int status, ByteView answerBody) {
    return key.sign(answerPurpose, {hashOf(bodyPurpose, {requestBody}).view(),
                                    numberBytes(static_cast<std::int64_t>(status)), answerBody});
}

bool checkAnswer(const SigningPublicKey& key, const Signature& signature, ByteView requestBody, int status,
                 ByteView answerBody) {
    return verify(key, signature, answerPurpose,
                  {hashOf(bodyPurpose, {requestBody}).view(), numberBytes(static_cast<std::int64_t>(status)),
                   answerBody});
}

}  // namespace veldwijzer
