// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/hash.h"
#include "base/random.h"
#include "store/store.h"

namespace veldwijzer::store::testing {

inline std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* given = std::getenv(name);
    return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

/// Thrown at a crash point.
struct Crash {};

inline const SpaceId theSpace = idOf<SpaceId>("test space", {});
inline const SpaceId otherSpace = idOf<SpaceId>("test other space", {});

/// A record's id from a number.
inline RecordId recordOf(std::uint64_t number) {
    return idOf<RecordId>("test record", {viewOf(std::to_string(number))});
}
inline DeviceId deviceOf(std::uint64_t number) {
    return idOf<DeviceId>("test device", {viewOf(std::to_string(number))});
}

inline FieldEdit assign(std::string field, merge::Value value) {
    return {merge::Action::Assign, std::move(field), std::move(value)};
}
inline FieldEdit empty(std::string field) {
    return {merge::Action::Assign, std::move(field), std::nullopt};
}
inline FieldEdit add(std::string field, std::string element) {
    return {merge::Action::Add, std::move(field), std::move(element)};
}
inline FieldEdit remove(std::string field, std::string element) {
    return {merge::Action::Remove, std::move(field), std::move(element)};
}
inline FieldEdit maximum(std::string field, std::string value) {
    return {merge::Action::Maximum, std::move(field), std::move(value)};
}
inline FieldEdit whole(merge::Action action) {
    return {action, "", std::nullopt};
}

/// A store over a database in memory (or in a file), with a clock and randomness of its own.
class Device {
public:
    /// Two copies of one device need a seed each: real randomness is never copied.
    explicit Device(std::uint64_t number, const std::string& path = ":memory:", std::uint64_t seed = 0)
        : random(number * 7919 + seed * 104729 + 1), db(Database::open(path)) {
        open();
        store->setDevice(deviceOf(number));
        store->addSpace(theSpace, 1, "map");
    }

    /// As after a crash: nothing in memory survives, the database does.
    void open() {
        store.reset();
        auto opened = Store::open({.db = db,
                                   .writeMutex = mutex,
                                   .clock = clock,
                                   .random = random,
                                   .anchorHead = [this](std::uint64_t head) { anchored = head; },
                                   .checkpoint = [this] { ++checkpoints; },
                                   .fault = [this](const char* point) { crashAt(point); }});
        if (!opened) throw std::runtime_error(opened.error().message);
        store = *std::move(opened);
    }

    std::uint64_t write(const RecordId& id, const std::string& kind, std::vector<FieldEdit> edits) {
        const std::vector<RecordEdit> all = {{id, kind, std::move(edits)}};
        const auto seq = store->write(theSpace, all);
        if (!seq) throw std::runtime_error(seq.error().message);
        return *seq;
    }
    std::uint64_t write(std::uint64_t record, std::vector<FieldEdit> edits) {
        return write(recordOf(record), "service", std::move(edits));
    }
    [[nodiscard]] SpaceRow space() const { return *store->space(theSpace); }
    [[nodiscard]] std::string text(std::uint64_t record, const std::string& field) const {
        const auto found = store->find(recordOf(record));
        if (!found) return "(no record)";
        const merge::Value* value = merge::shownValue(found->record, field, store->clampedTime(theSpace));
        return value == nullptr ? "(empty)" : std::get<std::string>(*value);
    }

private:
    void crashAt(const char* point) {
        if (crashPoint != point) return;
        crashPoint.clear();
        throw Crash();
    }

public:
    FakeClock clock;
    SeededRandom random;
    Database db;
    std::mutex mutex;
    std::string crashPoint;  ///< the next time it is reached
    std::uint64_t anchored = 0;
    std::uint64_t checkpoints = 0;
    std::unique_ptr<Store> store;
};

/// What a check finds, one a line; empty when all is well.
inline std::string problemsOf(const Device& device) {
    std::string all;
    for (const std::string& problem : device.store->check().problems)
        all += problem + "\n";
    return all;
}

/// A folder that goes away with its files.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "veldwijzer-store-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
};

}  // namespace veldwijzer::store::testing
