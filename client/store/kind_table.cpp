// SPDX-License-Identifier: EUPL-1.2
#include "store/kind_table.h"

#include "base/ensure.h"
#include "store/columns.h"

namespace veldwijzer::store {

void KindTable::load() const {
    if (loaded_) return;
    Statement rows = db_.prepare("SELECT id, name, present FROM kind");
    while (rows.step()) {
        const std::string name(rows.text(1));
        kinds_.emplace(rows.integer(0), Kind{name, rows.integer(2), false});
        byName_.emplace(name, rows.integer(0));
    }
    loaded_ = true;
}

void KindTable::forget() {
    kinds_.clear();
    byName_.clear();
    loaded_ = false;
}

std::optional<std::int64_t> KindTable::find(std::string_view name) const {
    load();
    const auto found = byName_.find(name);
    if (found == byName_.end()) return std::nullopt;
    return found->second;
}

std::int64_t KindTable::intern(std::string_view name) {
    if (const auto known = find(name)) return *known;
    db_.prepare("INSERT INTO kind(name, present) VALUES (?, 0)").bind(1, name).run();
    const std::int64_t kind = db_.lastInsertRowid();
    kinds_.emplace(kind, Kind{std::string(name), 0, false});
    byName_.emplace(std::string(name), kind);
    return kind;
}

KindTable::Kind& KindTable::at(std::int64_t kind) const {
    load();
    const auto found = kinds_.find(kind);
    if (found == kinds_.end()) throwDamaged("a record of a kind");
    return found->second;
}

const std::string& KindTable::name(std::int64_t kind) const {
    return at(kind).name;
}

std::uint64_t KindTable::present(std::int64_t kind) const {
    return static_cast<std::uint64_t>(at(kind).present);
}

void KindTable::count(std::int64_t kind, std::int64_t difference) {
    Kind& counted = at(kind);
    counted.present += difference;
    counted.dirty = true;
}

std::vector<std::pair<std::string, std::uint64_t>> KindTable::all() const {
    load();
    std::vector<std::pair<std::string, std::uint64_t>> result;
    for (const auto& [name, kind] : byName_) {
        if (const std::uint64_t count = present(kind); count > 0) result.emplace_back(name, count);
    }
    return result;
}

void KindTable::flush() {
    for (auto& [id, kind] : kinds_) {
        if (!kind.dirty) continue;
        db_.prepare("UPDATE kind SET present = ? WHERE id = ?").bind(1, kind.present).bind(2, id).run();
        kind.dirty = false;
    }
}

}  // namespace veldwijzer::store
