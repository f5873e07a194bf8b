// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "merge/record.h"

/// Short words for tests about merging.
namespace veldwijzer::test {

using merge::Action;
using merge::Operation;
using merge::OperationId;
using merge::Record;
using merge::Value;

inline ActorId actor(std::uint8_t number) {
    ActorId id;
    id.bytes.fill(number);
    return id;
}

inline RecordId recordId(std::uint8_t number) {
    RecordId id;
    id.bytes.fill(number);
    return id;
}

inline OperationId op(std::uint8_t author, std::uint64_t seq, std::uint32_t index = 0) {
    return {actor(author), seq, index};
}

inline Value words(std::string text) {
    return Value(std::move(text));
}

inline Operation make(Action action, OperationId id, std::string field, std::optional<Value> value,
                      std::vector<OperationId> replaces = {}) {
    std::sort(replaces.begin(), replaces.end());
    const auto wallMs = static_cast<WallMs>(1'700'000'000'000 + static_cast<WallMs>(id.seq));
    return {id, action, std::move(field), std::move(value), std::move(replaces), wallMs, 1};
}
inline Operation assign(OperationId id, std::string field, std::string value,
                        std::vector<OperationId> replaces = {}) {
    return make(Action::Assign, id, std::move(field), words(std::move(value)), std::move(replaces));
}
inline Operation clear(OperationId id, std::string field, std::vector<OperationId> replaces = {}) {
    return make(Action::Assign, id, std::move(field), std::nullopt, std::move(replaces));
}
inline Operation add(OperationId id, std::string field, std::string value,
                     std::vector<OperationId> replaces = {}) {
    return make(Action::Add, id, std::move(field), words(std::move(value)), std::move(replaces));
}
inline Operation removal(OperationId id, std::string field, std::vector<OperationId> replaces) {
    return make(Action::Remove, id, std::move(field), std::nullopt, std::move(replaces));
}
inline Operation maximum(OperationId id, std::string field, std::int64_t value,
                         std::vector<OperationId> replaces = {}) {
    return make(Action::Maximum, id, std::move(field), Value(value), std::move(replaces));
}
inline Operation erasing(OperationId id) {
    return make(Action::Erase, id, {}, std::nullopt);
}
inline Operation deleting(OperationId id, std::vector<OperationId> saw) {
    return make(Action::Delete, id, {}, std::nullopt, std::move(saw));
}
inline Operation restoring(OperationId id, std::vector<OperationId> saw) {
    return make(Action::Restore, id, {}, std::nullopt, std::move(saw));
}

inline Record recordOf(const std::vector<Operation>& operations) {
    Record record;
    record.id = recordId(1);
    record.kind = "service";
    for (const Operation& operation : operations)
        merge::apply(record, operation);
    return record;
}

inline std::string textIn(const Value* value) {
    return value == nullptr ? "(nothing)" : std::get<std::string>(*value);
}

/// VELDWIJZER_SEED replays a run; VELDWIJZER_RUNS scales it. The seed is printed, so that a failure in
/// somebody else's log can be replayed.
inline std::uint64_t seedOf(const char* test) {
    const char* given = std::getenv("VELDWIJZER_SEED");
    const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::cout << test << ": VELDWIJZER_SEED=" << seed << std::endl;
    return seed;
}
inline std::size_t runsOf(std::size_t usual) {
    const char* given = std::getenv("VELDWIJZER_RUNS");
    return given != nullptr ? static_cast<std::size_t>(std::strtoull(given, nullptr, 10)) : usual;
}

}  // namespace veldwijzer::test
