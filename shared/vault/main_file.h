// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/sealed_file.h"

namespace veldwijzer::vault {

/// The database file: page n at (n - 1) × 4096, each sealed in its place. Plain and sealed sizes are equal.
class MainFile final : public SealedFile {
public:
    MainFile(std::shared_ptr<SharedState> shared, sqlite3_file* lower)
        : SealedFile(std::move(shared), lower), user_(shared_->index) {}

    int read(std::uint8_t* target, int amount, std::int64_t offset) override;
    int write(const std::uint8_t* source, int amount, std::int64_t offset) override;
    int truncate(std::int64_t size) override;
    int size(std::int64_t* result) override;
    int flush() override { return SQLITE_OK; }
    WalIndex::User* walIndexUser() override { return &user_; }

private:
    int readPage(std::uint8_t* page, std::uint64_t number);
    int readPart(std::uint8_t* target, std::size_t amount, std::int64_t offset);

    WalIndex::User user_;
    alignas(16) std::array<std::uint8_t, pageSize> buffer_{};
};

}  // namespace veldwijzer::vault
