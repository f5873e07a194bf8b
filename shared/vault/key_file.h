// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "vault/page_cipher.h"
#include "vault/vault.h"

namespace veldwijzer::vault {

/// WeakPassphrase, TooLarge, or InvalidArgument when it is not UTF-8 (another keyboard could never type it).
Result<void> checkPassphrase(std::string_view passphrase);

/// The key file: the vault's id and slots that each hold the data key under some secret.
///
/// One slot kind so far, a passphrase. Slots of kinds that this program does not know are kept as they are.
/// The layout stands in FORMAT.md. The file ends in a plain hash, so that damage is told from a wrong
/// passphrase; tampering is caught by the slot's own tag, which covers the parameters.
class KeyFile {
public:
    static Result<KeyFile> parse(ByteView bytes);
    [[nodiscard]] Bytes serialize() const;

    /// A key file with one passphrase slot for this data key.
    static Result<KeyFile> make(const VaultId& id, const DataKey& key, std::string_view passphrase,
                                KdfCost cost, Random& random);
    /// WrongPassphrase; VaultDamaged when the parameters lie outside floor and ceiling, before any
    /// derivation.
    [[nodiscard]] Result<DataKey> unlock(std::string_view passphrase) const;
    /// The same file with another passphrase slot; all other slots stay.
    [[nodiscard]] Result<KeyFile> withPassphrase(const DataKey& key, std::string_view passphrase,
                                                 KdfCost cost, Random& random) const;
    [[nodiscard]] const VaultId& id() const { return id_; }

private:
    struct Slot {
        std::uint32_t kind = 0;
        Bytes body;
    };
    static Result<Slot> passphraseSlot(const VaultId& id, const DataKey& key, std::string_view passphrase,
                                       KdfCost cost, Random& random);
    static Result<DataKey> openSlot(const VaultId& id, const Slot& slot, std::string_view passphrase);

    VaultId id_;
    std::vector<Slot> slots_;
};

/// Reads and parses `path`; VaultDamaged when it is missing, too: called where the database is there.
Result<KeyFile> readKeyFile(const std::filesystem::path& path);

}  // namespace veldwijzer::vault
