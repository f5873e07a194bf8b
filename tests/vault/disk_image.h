// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/random.h"

namespace veldwijzer::vault::test {

/// Names and contents, as found when the power is back.
using Files = std::map<std::string, Bytes>;

/// One thing that happened to the disk, or, for Acknowledge, beside it.
struct DiskEvent {
    enum class Kind { Create, Write, Truncate, Sync, Delete, SyncDirectory, Acknowledge };
    Kind kind{};
    std::string name;
    std::int64_t offset = 0;  ///< the new size for Truncate, the transaction's number for Acknowledge
    Bytes bytes;
};

/// A disk with a cache in front of it, fed with events.
///
/// A power cut keeps what was synced. Of what was not, every sector is kept, lost or torn on its own, in any
/// order; sizes may or may not have changed; where a file grew without its content, there are zeroes or
/// garbage; and files made or deleted since the folder was last synced may be there or not. What a write did
/// not touch stays (SQLite's "powersafe overwrite").
class DiskImage {
public:
    DiskImage() = default;
    explicit DiskImage(const Files& files);
    void apply(const DiskEvent& event);
    [[nodiscard]] Files afterPowerCut(Random& random) const;

private:
    struct Inode {
        Bytes durable;
        std::vector<DiskEvent> pending;
    };
    static Bytes contentsAfterCut(const Inode& inode, Random& random);

    std::map<std::string, std::shared_ptr<Inode>> now_;
    std::map<std::string, std::shared_ptr<Inode>> durable_;
};

}  // namespace veldwijzer::vault::test
