// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "device.h"
#include "store/change_codec.h"
#include "toy_log.h"

namespace veldwijzer::store::testing {

/// A change by an actor that no store stands behind.
inline merge::Change foreignChange(std::uint64_t seq, std::vector<merge::RecordOperations> records) {
    merge::Change change;
    change.actor = idOf<ActorId>("foreign actor", {});
    change.seq = seq;
    change.wallMs = 1'700'000'000'000;
    change.records = std::move(records);
    return change;
}

inline merge::Operation assignment(const std::string& field, const std::string& value) {
    merge::Operation operation;
    operation.field = field;
    operation.value = value;
    return operation;
}

inline IncomingEnvelope envelopeOf(std::uint64_t position, std::uint64_t firstSeq,
                                   std::vector<Bytes> changes) {
    IncomingEnvelope envelope;
    envelope.position = position;
    envelope.serverTimeMs = 1'700'000'000'000;
    envelope.device = testing::deviceOf(99);
    envelope.actor = idOf<ActorId>("foreign actor", {});
    envelope.contentId = hashOf("foreign", {viewOf(std::to_string(position))});
    envelope.firstSeq = firstSeq;
    envelope.changes = std::move(changes);
    return envelope;
}

inline Bytes named(const std::string& name, std::uint64_t record = 1) {
    return encodeChange(foreignChange(1, {{recordOf(record), "service", {assignment("name", name)}}}))
        .value();
}

inline Result<void> apply(Device& device, const std::vector<IncomingEnvelope>& page, std::uint64_t position) {
    return device.store->applyPage(theSpace, page, position, ToyLog::chainAt(position), position);
}

}  // namespace veldwijzer::store::testing
