// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "base/result.h"
#include "merge/operation.h"

namespace veldwijzer::store {

/// Writes the bytes of a change (a wire::Change) record by record, so that no tree of messages and no list of
/// operations has to be kept until it is whole. The bytes are those that protobuf would write.
class ChangeWriter {
public:
    /// Starts a record; its operations follow until the next.
    void record(const RecordId& id, std::string_view kind);
    /// `value` null: none.
    void operation(merge::Action action, std::string_view field, const merge::Value* value,
                   std::span<const merge::OperationId> replaces);
    /// The change. TooLarge past limits::operationsPerChange or limits::changeBytes.
    [[nodiscard]] Result<Bytes> finish(WallMs wallMs, std::uint32_t schemaVersion);

private:
    void closeRecord();
    std::uint64_t nameAt(std::string_view name);
    std::uint64_t actorAt(const ActorId& actor);

    // In order of first use.
    std::map<std::string, std::uint64_t, std::less<>> names_;
    std::map<ActorId, std::uint64_t> actors_;
    Bytes actorBytes_;
    Bytes nameBytes_;
    Bytes records_;
    Bytes record_;  ///< the one that is open
    Bytes operation_;
    Bytes part_;
    std::size_t operations_ = 0;
};

/// One value, as a wire::Value.
void appendValue(const merge::Value& value, Bytes& target);

}  // namespace veldwijzer::store
