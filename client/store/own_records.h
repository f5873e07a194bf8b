// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/ids.h"
#include "base/random.h"

/// The own-records rule of participation and suggestions: everybody writes there, but only records of their
/// own. A record belongs to the member whose hash its id begins with, so that every replica checks the rule
/// from the author's signature alone and no server can bend it.
namespace veldwijzer::store {

[[nodiscard]] bool isOwnRecord(const RecordId& record, const MemberId& member);

/// A fresh id of a record that belongs to `member`.
[[nodiscard]] RecordId ownRecordId(const MemberId& member, Random& random);
/// The same id for the same `seed`, for records that two devices of a member must name alike.
[[nodiscard]] RecordId ownRecordId(const MemberId& member, const RecordId& seed);

}  // namespace veldwijzer::store
