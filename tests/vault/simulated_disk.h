// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sqlite3.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "disk_image.h"

namespace veldwijzer::vault::test {

/// A SQLite VFS in memory that lies below the sealing one: records every event, and fails on request.
/// Lives longer than the connections on it.
class SimulatedDisk {
public:
    explicit SimulatedDisk(const Files& files = {});
    SimulatedDisk(const SimulatedDisk&) = delete;
    SimulatedDisk& operator=(const SimulatedDisk&) = delete;
    ~SimulatedDisk();

    [[nodiscard]] sqlite3_vfs* vfs() { return &vfs_; }
    [[nodiscard]] const std::vector<DiskEvent>& events() const { return events_; }
    void acknowledge(std::int64_t transaction);
    /// What a program would read now.
    [[nodiscard]] Files files() const;
    /// For somebody who changes a file while it is open.
    [[nodiscard]] Bytes& live(const std::string& name) { return files_.at(name)->bytes; }

    /// What goes wrong, and with which result code of SQLite.
    struct Fault {
        int code = SQLITE_FULL;
        bool onSync = false;     ///< at a sync rather than at a write
        bool lasting = false;    ///< from then on, rather than once
        std::size_t partly = 0;  ///< how much of the failing write still reaches the file
    };
    /// At the next operation of its sort but `after`.
    void failAfter(std::size_t after, Fault fault);
    void heal() { fault_.reset(); }
    [[nodiscard]] bool faultStruck() const { return struck_; }

    struct File {
        Bytes bytes;
        int sharedLocks = 0;
        bool reserved = false;
        bool exclusive = false;
    };
    struct Handle;

private:
    friend struct Handle;
    friend struct VfsMethods;
    /// Counts one operation; the code it must fail with, if any.
    std::optional<int> strike(bool sync);

    sqlite3_vfs vfs_{};
    std::string name_;
    std::map<std::string, std::shared_ptr<File>> files_;
    std::vector<DiskEvent> events_;
    std::optional<Fault> fault_;
    std::size_t untilFault_ = 0;
    bool struck_ = false;
};

}  // namespace veldwijzer::vault::test
