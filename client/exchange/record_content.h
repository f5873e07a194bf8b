// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "exchange/hsds_reader.h"
#include "merge/digest.h"
#include "merge/record.h"

/// What a record says, without who said it and when.
namespace veldwijzer::exchange {

/// The shown value of each register that has one, and the elements of each set: as an import would bring it.
IncomingRecord contentOf(const merge::Record& record, const merge::ClampedTime& clamped = {});

/// A digest of what records say: kind, id, and each field with its shown value or its elements. Not of
/// operations, authors and times; so two regions that hold the same map have the same one, however they came
/// by it. A sum, like merge::StateDigest: the order does not matter.
class ContentDigest {
public:
    void add(const IncomingRecord& record);
    [[nodiscard]] std::string text() const { return sum_.text(); }

private:
    merge::StateDigest sum_;
};

/// Where an exporter finds records. Called on the exporter's thread.
class RecordSource {
public:
    virtual ~RecordSource() = default;
    /// The kinds that have records to export.
    [[nodiscard]] virtual std::vector<std::string> kinds() const = 0;
    /// All ids of one kind, by title: 16 bytes a record.
    [[nodiscard]] virtual std::vector<RecordId> recordsOf(const std::string& kind) const = 0;
    /// Finished; nothing for what is not to be exported (deleted, unknown, of another space).
    [[nodiscard]] virtual std::optional<IncomingRecord> find(const RecordId& id) const = 0;
};

}  // namespace veldwijzer::exchange
