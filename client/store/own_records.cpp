// SPDX-License-Identifier: EUPL-1.2
#include "store/own_records.h"

#include <algorithm>

#include "base/hash.h"

namespace veldwijzer::store {
namespace {

/// Eight bytes name the owner, eight tell the records of one owner apart: enough for what a person signs up
/// for, and two members meet by chance once in 2^64.
constexpr std::size_t ownerBytes = 8;

Hash ownerOf(const MemberId& member) {
    return hashOf("veldwijzer own record", {member.view()});
}

}  // namespace

bool isOwnRecord(const RecordId& record, const MemberId& member) {
    const Hash owner = ownerOf(member);
    return std::equal(record.bytes.begin(), record.bytes.begin() + ownerBytes, owner.bytes.begin());
}

RecordId ownRecordId(const MemberId& member, Random& random) {
    return ownRecordId(member, random.id<RecordId>());
}

RecordId ownRecordId(const MemberId& member, const RecordId& seed) {
    RecordId id = seed;
    const Hash owner = ownerOf(member);
    std::copy_n(owner.bytes.begin(), ownerBytes, id.bytes.begin());
    return id;
}

}  // namespace veldwijzer::store
