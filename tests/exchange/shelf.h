// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/incoming.h"
#include "exchange/record_content.h"

namespace veldwijzer::exchange::test {

/// Records in memory, to export from and to compare.
class Shelf final : public RecordSource {
public:
    explicit Shelf(const std::vector<IncomingRecord>& records) {
        for (const IncomingRecord& record : records)
            records_.emplace(record.id, record);
    }

    [[nodiscard]] std::vector<std::string> kinds() const override {
        std::set<std::string> kinds;
        for (const auto& [id, record] : records_)
            kinds.insert(record.kind);
        return {kinds.begin(), kinds.end()};
    }
    [[nodiscard]] std::vector<RecordId> recordsOf(const std::string& kind) const override {
        std::vector<RecordId> ids;
        for (const auto& [id, record] : records_)
            if (record.kind == kind) ids.push_back(id);
        return ids;
    }
    [[nodiscard]] std::optional<IncomingRecord> find(const RecordId& id) const override {
        const auto at = records_.find(id);
        if (at == records_.end()) return std::nullopt;
        return at->second;
    }

    [[nodiscard]] std::size_t size() const { return records_.size(); }
    [[nodiscard]] std::string digest() const {
        ContentDigest digest;
        for (const auto& [id, record] : records_)
            digest.add(record);
        return digest.text();
    }
    /// In words, at most ten; empty: none.
    [[nodiscard]] std::string differences(const Shelf& other) const {
        std::string out;
        int count = 0;
        for (const auto& [id, record] : records_) {
            const auto there = other.find(id);
            const std::string ours = dump(record);
            const std::string theirs = there ? dump(*there) : "(none)\n";
            if (ours != theirs && ++count <= 10) out += "here " + ours + "there " + theirs;
        }
        for (const auto& [id, record] : other.records_)
            if (records_.count(id) == 0 && ++count <= 10) out += "missing " + dump(record);
        return out;
    }
    static std::string dump(const IncomingRecord& record) {
        std::string out = record.kind + " " + toHex(record.id.view()) + "\n";
        for (const auto& [name, value] : record.registers)
            out += "  " + name + " = " + std::to_string(value.index()) + " " + jsonOf(value) + "\n";
        for (const auto& [name, values] : record.sets)
            for (const merge::Value& value : values)
                out += "  " + name + " + " + std::to_string(value.index()) + " " + jsonOf(value) + "\n";
        return out;
    }

private:
    std::map<RecordId, IncomingRecord> records_;
};

}  // namespace veldwijzer::exchange::test
