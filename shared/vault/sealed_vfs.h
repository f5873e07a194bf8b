// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sqlite3.h>

#include <memory>

#include "vault/page_cipher.h"

namespace veldwijzer::vault {

/// A SQLite VFS that seals what passes through it, registered under a name of its own as long as it lives.
///
/// Opens a main file and its log, and refuses everything else: no rollback journals, no temporary files, no
/// extensions. No memory mapping. Connections that outlive it fail with SQLITE_IOERR_AUTH once the cipher is
/// wiped.
class SealedVfs {
public:
    enum class Mode { Existing, Creating };

    /// `below` is the VFS that reaches the disk; null means SQLite's default.
    SealedVfs(std::shared_ptr<PageCipher> cipher, Mode mode, sqlite3_vfs* below = nullptr);
    SealedVfs(const SealedVfs&) = delete;
    SealedVfs& operator=(const SealedVfs&) = delete;
    ~SealedVfs();

    /// For sqlite3_open_v2.
    [[nodiscard]] const char* name() const;

    struct Registration;

private:
    std::shared_ptr<Registration> registration_;
};

}  // namespace veldwijzer::vault
