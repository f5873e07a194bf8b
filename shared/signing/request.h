// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/ids.h"
#include "signing/identity.h"
#include "signing/keys.h"

namespace veldwijzer {

/// What a device signs of a request. Travels in the header `Authorization: Veldwijzer1 <text>`.
struct RequestProof {
    DeviceId device;
    WallMs timeMs = 0;
    std::array<std::uint8_t, 16> nonce{};
    Signature signature;
};

/// The request as both sides see it.
struct RequestView {
    std::string_view method;  ///< "POST"
    std::string_view path;    ///< "/v1/sync"
    std::string_view query;   ///< without "?"
    ByteView body;
    ServerId server;
};

[[nodiscard]] RequestProof proveRequest(const SigningKey& key, const RequestView& request, WallMs now,
                                        Random& random);
[[nodiscard]] bool checkProof(const SigningPublicKey& key, const RequestProof& proof,
                              const RequestView& request);

/// Base64url of the fields, for the header; and back (nothing if malformed).
[[nodiscard]] std::string encodeProof(const RequestProof& proof);
[[nodiscard]] std::optional<RequestProof> decodeProof(std::string_view text);

/// The server signs every answer over the hash of the request's body, the status and the answer's body.
/// Header `Veldwijzer-Server: <base64url signature>`. So neither an acknowledgement nor the time can be made
/// up on the way.
[[nodiscard]] Signature signAnswer(const SigningKey& key, ByteView requestBody, int status,
                                   ByteView answerBody);
[[nodiscard]] bool checkAnswer(const SigningPublicKey& key, const Signature& signature, ByteView requestBody,
                               int status, ByteView answerBody);

}  // namespace veldwijzer
