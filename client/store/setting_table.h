// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sqlite/database.h"

namespace veldwijzer::store {

/// Small things kept beside the records; the bytes are the caller's.
class SettingTable {
public:
    explicit SettingTable(Database& db) : db_(db) {}

    [[nodiscard]] std::optional<Bytes> get(std::string_view key) const;
    void set(std::string_view key, ByteView value);

private:
    Database& db_;
};

/// The membership log as far as it was verified, and the entries made here that are not in it yet.
class RosterTable {
public:
    explicit RosterTable(Database& db) : db_(db) {}

    [[nodiscard]] std::vector<Bytes> entries() const;
    void append(ByteView entry);
    void queue(ByteView entry);
    [[nodiscard]] std::vector<std::pair<std::int64_t, Bytes>> queued() const;
    void requeue(std::int64_t id, ByteView entry);  ///< in the same place
    void drop(std::int64_t id);

private:
    Database& db_;
};

}  // namespace veldwijzer::store
