// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.h"
#include "base/random.h"
#include "base/result.h"
#include "signing/keys.h"

namespace veldwijzer {

/// May travel. Nonce (24) + ciphertext + tag (16).
struct Sealed {
    Bytes bytes;
};

/// May not travel: only code inside the seal takes or gives it. Wiped when it goes.
class Unsealed {
public:
    explicit Unsealed(Bytes bytes) : bytes_(std::move(bytes)) {}
    Unsealed(Unsealed&&) noexcept = default;
    Unsealed& operator=(Unsealed&&) noexcept;
    Unsealed(const Unsealed&) = delete;
    Unsealed& operator=(const Unsealed&) = delete;
    ~Unsealed();
    [[nodiscard]] ByteView view() const { return bytes_; }

private:
    Bytes bytes_;
};

/// A symmetric key: of one epoch of one space, or of a local purpose.
using SealingKey = SecretBytes<32>;

/// XChaCha20-Poly1305 with a random nonce. `associated` is authenticated, not hidden.
[[nodiscard]] Sealed seal(const SealingKey& key, ByteView plain, ByteView associated, Random& random);
[[nodiscard]] Result<Unsealed> unseal(const SealingKey& key, ByteView sealed, ByteView associated);

/// A key for one purpose from another (BLAKE2b keyed).
[[nodiscard]] SealingKey deriveKey(const SealingKey& key, std::string_view purpose);

}  // namespace veldwijzer
