// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sqlite/database.h"

namespace veldwijzer::store {

/// Kinds as small numbers, and how many records of each the lists show. In memory while nothing fails.
class KindTable {
public:
    explicit KindTable(Database& db) : db_(db) {}

    [[nodiscard]] std::optional<std::int64_t> find(std::string_view name) const;
    /// Gives it a number where it has none.
    std::int64_t intern(std::string_view name);
    [[nodiscard]] const std::string& name(std::int64_t kind) const;

    [[nodiscard]] std::uint64_t present(std::int64_t kind) const;
    void count(std::int64_t kind, std::int64_t difference);
    [[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> all() const;  ///< by name; present ones

    void flush();
    void forget();

private:
    struct Kind {
        std::string name;
        std::int64_t present = 0;
        bool dirty = false;
    };
    void load() const;
    [[nodiscard]] Kind& at(std::int64_t kind) const;

    Database& db_;
    mutable bool loaded_ = false;
    mutable std::map<std::int64_t, Kind> kinds_;
    // A peer may invent kinds, so an ordered map.
    mutable std::map<std::string, std::int64_t, std::less<>> byName_;
};

}  // namespace veldwijzer::store
